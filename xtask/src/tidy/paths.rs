//! The paths that code names, `use std::{fs, env::var}` opened into `std::fs` and `std::env::var`.

use super::code::Code;

/// Each path of two segments or more, with its line, tests apart.
pub fn outside_tests(code: &Code) -> Vec<(usize, String)> {
    let mut paths = all(code);
    paths.retain(|(line, _)| !code.is_test_line(*line));
    paths
}

/// Whether a path is another or lies below it.
pub fn is_under(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn all(code: &Code) -> Vec<(usize, String)> {
    let mut reader = Reader { tokens: tokens(&code.blanked), at: 0, paths: Vec::new() };
    while reader.at < reader.tokens.len() {
        if reader.is_name() {
            reader.path("");
        } else {
            reader.at += 1;
        }
    }
    reader.paths.retain(|(_, path)| path.contains("::"));
    reader.paths
}

struct Reader {
    tokens: Vec<(usize, String)>,
    at: usize,
    paths: Vec<(usize, String)>,
}

impl Reader {
    fn token(&self, ahead: usize) -> &str {
        self.tokens.get(self.at + ahead).map_or("", |(_, token)| token.as_str())
    }

    fn is_name(&self) -> bool {
        self.token(0).starts_with(|c: char| c.is_alphabetic() || c == '_')
    }

    /// Reads a path and, after `::{`, each of its branches.
    fn path(&mut self, prefix: &str) {
        let Some((line, name)) = self.tokens.get(self.at).cloned() else {
            return;
        };
        self.at += 1;
        let path = match (prefix, name.as_str()) {
            ("", _) => name,
            (_, "self") => prefix.to_owned(),
            _ => format!("{prefix}::{name}"),
        };
        if self.token(0) == "::" {
            self.at += 1;
            if self.is_name() || self.token(0) == "*" {
                return self.path(&path);
            }
            if self.token(0) == "{" {
                self.at += 1;
                return self.branches(&path);
            }
        }
        self.paths.push((line, path));
    }

    fn branches(&mut self, prefix: &str) {
        while self.at < self.tokens.len() && self.token(0) != "}" {
            if self.is_name() || self.token(0) == "*" {
                self.path(prefix);
            } else {
                self.at += 1;
            }
        }
        self.at += 1;
    }
}

/// Names, `::`, and single signs, each with its line.
fn tokens(code: &str) -> Vec<(usize, String)> {
    let mut tokens = Vec::new();
    for (index, line) in code.lines().enumerate() {
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let is_name = |c: char| c.is_alphanumeric() || c == '_';
            let length = if is_name(first) {
                rest.find(|c| !is_name(c)).unwrap_or(rest.len())
            } else if rest.starts_with("::") {
                2
            } else {
                first.len_utf8()
            };
            let (token, after) = rest.split_at(length);
            tokens.push((index + 1, token.to_owned()));
            rest = after.trim_start();
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_opened() {
        let code = Code::read("use std::{\n    fs::{self, File},\n    env,\n};\nlet x = a::b::<T>::c();");
        let paths: Vec<String> = all(&code).into_iter().map(|(_, path)| path).collect();
        assert_eq!(paths, ["std::fs", "std::fs::File", "std::env", "a::b"]);
    }
}
