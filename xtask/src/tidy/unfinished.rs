//! What is in the tree is finished and runs: no `todo!`, no forgotten `dbg!`, no test put to sleep, no `unsafe`.

use super::Problem;
use super::files::Source;

const MACROS: [(&str, &str); 3] = [
    ("todo!", "write it, or leave it out with what calls it"),
    ("unimplemented!", "write it, or leave it out with what calls it"),
    ("dbg!", "take it out"),
];

pub fn check(source: &Source) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (number, line) in source.code.lines() {
        for (name, advice) in MACROS {
            if has_word(line, name) {
                problems.push(Problem::new(&source.path, number, format!("{name} is left: {advice}")));
            }
        }
        if line.contains("#[ignore") || (line.contains("cfg_attr(") && has_word(line, "ignore")) {
            let message = "a test is ignored: repair it or delete it";
            problems.push(Problem::new(&source.path, number, message));
        }
    }
    problems
}

/// The lint forbids it crate by crate; this also sees a crate that forgot `[lints] workspace = true`.
pub fn check_unsafe(source: &Source) -> Vec<Problem> {
    source
        .code
        .lines()
        .filter(|(_, line)| has_word(line, "unsafe"))
        .map(|(number, _)| Problem::new(&source.path, number, "unsafe code: find a safe way"))
        .collect()
}

/// Whether the text has this word, not as a part of a longer one.
fn has_word(text: &str, word: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + word.len()..].chars().next();
        !before.is_some_and(is_name) && (word.ends_with('!') || !after.is_some_and(is_name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(text: &str) -> Source {
        Source::new("crates/app/src/a.rs", text)
    }

    #[test]
    fn unfinished_code_is_refused() {
        for bad in [
            "fn a() { todo!() }",
            "fn a() { unimplemented!(\"later\") }",
            "fn a() { std::dbg!(1); }",
            "#[test]\n#[ignore = \"slow\"]\nfn a() {}",
            "#[cfg_attr(windows, ignore)]\nfn a() {}",
        ] {
            assert_eq!(check(&sample(bad)).len(), 1, "{bad}");
        }
    }

    #[test]
    fn unsafe_code_is_refused() {
        assert_eq!(check_unsafe(&sample("fn a() { unsafe { b() } }")).len(), 1);
        assert_eq!(check_unsafe(&sample("#![forbid(unsafe_code)]")), []);
    }

    #[test]
    fn the_same_words_in_prose_are_not() {
        assert_eq!(check(&sample("// no todo!() here\nfn my_todo() { a(\"dbg!\") }")), []);
    }
}
