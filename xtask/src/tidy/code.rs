//! Rust text seen three ways: code without comments and the insides of strings, the strings, and which lines are tests.
//! Not a parser: enough to tell a word in code from the same word in prose.

use super::test_lines;

/// What the rules read of a Rust file.
#[derive(Default)]
pub struct Code {
    /// As many lines as the file, with comments and the insides of strings and characters blanked.
    pub blanked: String,
    /// Each string with the line on which it begins.
    pub strings: Vec<(usize, String)>,
    /// For each line, whether it belongs to a `#[cfg(test)]` item.
    test_lines: Vec<bool>,
}

impl Code {
    pub fn read(text: &str) -> Self {
        let mut lexer = Lexer {
            chars: text.chars().collect(),
            at: 0,
            line: 1,
            blanked: String::with_capacity(text.len()),
            strings: Vec::new(),
        };
        lexer.run();
        let test_lines = test_lines::mark(&lexer.blanked);
        Self { blanked: lexer.blanked, strings: lexer.strings, test_lines }
    }

    /// The numbered lines of code.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.blanked.lines().enumerate().map(|(i, line)| (i + 1, line))
    }

    pub fn is_test_line(&self, line: usize) -> bool {
        self.test_lines.get(line - 1).copied().unwrap_or(false)
    }
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
    line: usize,
    blanked: String,
    strings: Vec<(usize, String)>,
}

impl Lexer {
    fn peek(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).copied().unwrap_or('\0')
    }

    /// Moves on by one character, kept or blanked; line ends are always kept.
    fn step(&mut self, keep: bool) -> char {
        let c = self.peek(0);
        self.at += 1;
        if c == '\n' {
            self.line += 1;
        }
        self.blanked.push(if keep || c == '\n' { c } else { ' ' });
        c
    }

    fn run(&mut self) {
        let mut in_word = false;
        while self.at < self.chars.len() {
            let c = self.peek(0);
            match (c, self.peek(1)) {
                ('/', '/') => {
                    while self.at < self.chars.len() && self.peek(0) != '\n' {
                        self.step(false);
                    }
                }
                ('/', '*') => self.block_comment(),
                ('"', _) => self.string(),
                ('\'', _) => self.character(),
                ('r', '"' | '#') if !in_word => self.raw_string(),
                ('b' | 'c', 'r') if !in_word && matches!(self.peek(2), '"' | '#') => {
                    self.step(true);
                    self.raw_string();
                }
                _ => {
                    self.step(true);
                }
            }
            // `br"` and `b"` begin a string; the `r` of `var"` would not.
            in_word = (c.is_alphanumeric() || c == '_') && self.at > 0;
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        while self.at < self.chars.len() {
            match (self.peek(0), self.peek(1)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => {
                    self.step(false);
                    continue;
                }
            }
            self.step(false);
            self.step(false);
            if depth == 0 {
                break;
            }
        }
    }

    fn string(&mut self) {
        let line = self.line;
        let mut text = String::new();
        self.step(true);
        while self.at < self.chars.len() && self.peek(0) != '"' {
            if self.peek(0) == '\\' {
                self.step(false);
            }
            let c = self.step(false);
            text.push(c);
        }
        self.step(true);
        self.strings.push((line, text));
    }

    /// `r"…"`, `r#"…"#`; also `r#name`, which is left as code.
    fn raw_string(&mut self) {
        let line = self.line;
        let mut hashes = 0;
        while self.peek(1 + hashes) == '#' {
            hashes += 1;
        }
        if self.peek(1 + hashes) != '"' {
            self.step(true);
            return;
        }
        for _ in 0..hashes + 2 {
            self.step(true);
        }
        let mut text = String::new();
        while self.at < self.chars.len() && !self.closes(hashes) {
            let c = self.step(false);
            text.push(c);
        }
        for _ in 0..=hashes {
            self.step(true);
        }
        self.strings.push((line, text));
    }

    fn closes(&self, hashes: usize) -> bool {
        self.peek(0) == '"' && (1..=hashes).all(|ahead| self.peek(ahead) == '#')
    }

    /// A character such as `'"'` or `'\''`; a lifetime is left as code.
    fn character(&mut self) {
        self.step(true);
        if self.peek(0) == '\\' {
            self.step(false);
            self.step(false);
            while self.at < self.chars.len() && self.peek(0) != '\'' {
                self.step(false);
            }
            self.step(true);
        } else if self.peek(1) == '\'' {
            self.step(false);
            self.step(true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_not_code() {
        let code = Code::read("a(\"todo!\"); // dbg!\n/* x /* y */ z */ b('\"', r#\"in \"q\"\"#);\n");
        assert!(!code.blanked.contains("todo"));
        assert!(!code.blanked.contains("dbg"));
        assert!(!code.blanked.contains('z'));
        assert!(code.blanked.contains("b("));
        let strings: Vec<&str> = code.strings.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(strings, ["todo!", "in \"q\""]);
        assert_eq!(code.strings[1].0, 2);
    }

    #[test]
    fn lifetimes_and_raw_names_are_code() {
        let code = Code::read("fn f<'a>(x: &'a str) { r#type(x, \"s\", b\"t\", br\"u\", '\\u{e9}') }");
        assert!(code.blanked.contains("&'a str"));
        assert!(code.blanked.contains("r#type"));
        assert_eq!(code.strings.len(), 3);
    }
}
