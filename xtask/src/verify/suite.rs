//! The release build, and the tests that use it and both databases.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::postgres::{self, Cluster};
use crate::shell;
use crate::tidy::files;
use crate::verify::closing::Tally;

/// The variable by which stories and browser tests find the program that users run.
const BINARY: &str = "FILON_TEST_BINARY";
/// The seed of property tests: the same cases for the same code, so that a failure speaks of the change and
/// can be repeated. Set to another number, it draws other cases.
const SEED: &str = "PROPTEST_RNG_SEED";

/// Builds the program as users get it; stories, browser tests and the demo share it.
pub fn build_release() -> Result<()> {
    shell::run(&mut shell::cargo(&["build", "--release", "--package", "filon"]))
}

/// Doc tests, which nextest does not run; rustdoc is started only when there is one.
pub fn doc_tests() -> Result<()> {
    let fence = |line: &str| {
        let line = line.trim_start();
        line.starts_with("/// ```") || line.starts_with("//! ```")
    };
    let sources = files::read(shell::root())?;
    if !sources.iter().any(|source| source.text.lines().any(fence)) {
        println!("no example in the documentation");
        return Ok(());
    }
    shell::run(&mut shell::cargo(&["test", "--workspace", "--doc"]))
}

/// Every test, with nextest when it is installed. Nothing is printed after the runner's closing lines.
pub fn tests() -> Result<()> {
    let binary = binary()?;
    let (url, _cluster) = database()?;
    println!("export {}={url} {BINARY}={}", postgres::VARIABLE, binary.display());
    let with_environment = |mut command: Command| {
        command.env(postgres::VARIABLE, &url).env(BINARY, &binary);
        if std::env::var_os(SEED).is_none() {
            command.env(SEED, "7310");
        }
        command
    };
    if shell::find("cargo-nextest").is_some() {
        let nextest = shell::cargo(&["nextest", "run", "--workspace"]);
        return shell::run(&mut with_environment(nextest));
    }
    let plain = ["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"];
    run_counted(with_environment(shell::cargo(&plain)))
}

/// The binary named by the environment, otherwise a fresh release build.
fn binary() -> Result<PathBuf> {
    if let Some(binary) = std::env::var_os(BINARY) {
        return Ok(binary.into());
    }
    build_release()?;
    Ok(shell::target_folder()?.join("release/filon"))
}

/// The server named by the environment, otherwise a cluster of our own, to be kept while the tests run.
fn database() -> Result<(String, Option<Cluster>)> {
    if let Ok(url) = std::env::var(postgres::VARIABLE) {
        return Ok((url, None));
    }
    let cluster = Cluster::start()?;
    Ok((cluster.url.clone(), Some(cluster)))
}

/// Plain `cargo test` closes once per binary; the sum is said last.
fn run_counted(mut command: Command) -> Result<()> {
    let line = shell::line(&command);
    println!("$ {line}");
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("could not start `{line}`"))?;
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line.context("could not read the output of the tests")?;
            println!("{line}");
            tally.add(&line);
        }
    }
    let status = child.wait()?;
    println!("{tally}");
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}
