//! `core` reads no clock, draws no chance, does no I/O: moment, actor and chance are arguments.

use super::Problem;
use super::files::Source;
use super::paths::{is_under, outside_tests};

/// Modules that core has no use for.
const MODULES: [&str; 6] = ["std::fs", "std::net", "std::env", "std::process", "rand", "getrandom"];

/// Calls that read a clock or draw chance, whatever path leads to them.
const CALLS: [&str; 7] = [
    "SystemTime::now",
    "Instant::now",
    "Zoned::now",
    "Timestamp::now",
    "TimeZone::system",
    "Ulid::new",
    "Ulid::generate",
];

pub fn check(source: &Source) -> Vec<Problem> {
    if source.crate_source() != Some("core") || source.is_test() {
        return Vec::new();
    }
    outside_tests(&source.code)
        .into_iter()
        .filter(|(_, path)| {
            MODULES.iter().any(|module| is_under(path, module))
                || CALLS.iter().any(|call| is_call(path, call))
        })
        .map(|(line, path)| {
            let message = format!("core is pure, yet names {path}: take what it gives as an argument");
            Problem::new(&source.path, line, message)
        })
        .collect()
}

fn is_call(path: &str, call: &str) -> bool {
    path == call || path.ends_with(&format!("::{call}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_chance_and_files_are_refused() {
        for bad in [
            "let t = SystemTime::now();",
            "let t = std::time::Instant::now();",
            "let t = jiff::Zoned::now();",
            "let t = Timestamp::now();",
            "let n = rand::random::<u8>();",
            "use std::{collections::BTreeMap, fs};",
            "use std::net::TcpStream;",
            "let v = std::env::var(\"A\");",
            "let id = Ulid::new();",
        ] {
            assert_eq!(check(&Source::new("crates/core/src/a.rs", bad)).len(), 1, "{bad}");
        }
    }

    #[test]
    fn other_crates_and_other_words_are_left_alone() {
        assert_eq!(check(&Source::new("crates/cli/src/a.rs", "Timestamp::now();")), []);
        let pure = "/// Not `Timestamp::now`.\nuse std::fmt; fn a(now: Timestamp) { brand::name(now) }";
        assert_eq!(check(&Source::new("crates/core/src/a.rs", pure)), []);
    }
}
