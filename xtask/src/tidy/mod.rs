//! The rules of the house that a compiler does not know. Each is one file, and a test shows it refusing a bad sample.

mod arrows;
mod code;
pub mod files;
mod length;
mod no_network;
mod paths;
mod processes;
mod pure_core;
mod purpose;
mod sql;
mod store_words;
mod strict_pages;
mod tags;
mod test_lines;
mod unfinished;

use std::fmt;

use anyhow::{Context, Result, bail};

use crate::shell;
use files::Source;

/// Something that breaks a rule, where it is, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Problem {
    pub file: String,
    pub line: usize,
    pub message: String,
}

impl Problem {
    pub fn new(file: &str, line: usize, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// A rule that reads one file at a time.
type Rule = fn(&Source) -> Vec<Problem>;

const RULES: [Rule; 9] = [
    length::check,
    no_network::check,
    processes::check,
    pure_core::check,
    sql::check,
    store_words::check,
    strict_pages::check,
    unfinished::check,
    unfinished::check_unsafe,
];

/// `cargo xtask tidy`: prints every problem and fails when there is one.
pub fn run() -> Result<()> {
    let sources = files::read(shell::root())?;
    println!("{}", length::summary(&sources));
    let problems = problems(&sources)?;
    if problems.is_empty() {
        println!("tidy: nothing to say");
        return Ok(());
    }
    for problem in &problems {
        eprintln!("{problem}");
    }
    bail!("tidy found {} problems", problems.len());
}

fn problems(sources: &[Source]) -> Result<Vec<Problem>> {
    let manifest = std::fs::read_to_string(shell::root().join("Cargo.toml"))
        .context("could not read the root Cargo.toml")?;
    let mut problems = arrows::check(&arrows::read()?);
    problems.extend(purpose::check(&manifest));
    for rule in RULES {
        problems.extend(sources.iter().flat_map(rule));
    }
    Ok(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_is_tidy() {
        let sources = files::read(shell::root()).unwrap();
        let problems = problems(&sources).unwrap();
        let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
        assert!(problems.is_empty(), "\n{}\n", lines.join("\n"));
    }
}
