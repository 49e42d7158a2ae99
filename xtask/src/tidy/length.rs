//! A file is read whole: at most 600 lines, tests and generated files apart. The aim is a median of 120.

use super::Problem;
use super::files::Source;

const LIMIT: usize = 600;

pub fn check(source: &Source) -> Vec<Problem> {
    if !source.is_rust() || source.is_test() || source.is_generated() {
        return Vec::new();
    }
    let lines = source.text.lines().count();
    let tests = (1..=lines).filter(|line| source.code.is_test_line(*line)).count();
    let own = lines - tests;
    if own <= LIMIT {
        return Vec::new();
    }
    let message =
        format!("{own} lines without its tests, the limit is {LIMIT}: look for the second behaviour");
    vec![Problem::new(&source.path, LIMIT + 1, message)]
}

/// How long files are, to be seen at each run.
pub fn summary(sources: &[Source]) -> String {
    let mut lengths: Vec<(usize, &str)> = sources
        .iter()
        .filter(|source| source.is_rust() && !source.is_test() && !source.is_generated())
        .map(|source| (source.text.lines().count(), source.path.as_str()))
        .collect();
    lengths.sort_unstable();
    let Some((longest, path)) = lengths.last() else {
        return "no Rust file".to_owned();
    };
    let median = lengths[lengths.len() / 2].0;
    let total: usize = lengths.iter().map(|(length, _)| length).sum();
    format!(
        "{} Rust files, {total} lines; median {median} (aim 120), longest {longest} ({path})",
        lengths.len()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_refused() {
        let source = Source::new("crates/app/src/all.rs", &"fn a() {}\n".repeat(601));
        assert_eq!(check(&source).len(), 1);
    }

    #[test]
    fn tests_and_generated_files_may_be_long() {
        let inline = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", "fn a() {}\n".repeat(700));
        assert_eq!(check(&Source::new("crates/app/src/all.rs", &inline)), []);
        let long = "fn a() {}\n".repeat(700);
        assert_eq!(check(&Source::new("crates/app/tests/it/all.rs", &long)), []);
        let generated = format!("// @generated\n{long}");
        assert_eq!(check(&Source::new("crates/app/src/all.rs", &generated)), []);
    }

    #[test]
    fn the_median_is_said() {
        let sources = [10, 20, 90].map(|n| Source::new("crates/app/src/a.rs", &"\n".repeat(n)));
        assert!(summary(&sources).contains("median 20"));
    }
}
