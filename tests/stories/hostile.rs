//! 300 hostile or broken files: refused or reported with a sentence, in bounded memory.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use stories::filon::{Engine, Filon};
use stories::hostile_files::{HostileFile, documents, tables};

const MEMORY: u64 = 512 << 20;
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn hostile_tables_are_refused_or_reported() {
    let filon = Filon::new(Engine::Sqlite, "hostile_tables");
    let files = tables();
    assert!(files.len() >= 200, "{}", files.len());
    for HostileFile { name, bytes } in &files {
        let path = filon.file(name, bytes).display().to_string();
        survives(&filon, name, filon.command(&["import", &path, "--dry-run"]));
        std::fs::remove_file(path).unwrap();
    }
    assert_eq!(filon.json(&["contacts", "--count"])["count"], 0);
}

#[test]
fn hostile_letters_are_refused_or_reported() {
    let filon = Filon::new(Engine::Sqlite, "hostile_letters");
    filon.file("gens.csv", "Nom;Ville\nDurand;Pau\n".as_bytes());
    let files = documents();
    assert!(files.len() >= 100, "{}", files.len());
    for HostileFile { name, bytes } in &files {
        let path = filon.file(name, bytes).display().to_string();
        let out = if name.ends_with("odt") { "out.odt" } else { "out.docx" };
        survives(&filon, name, filon.command(&["merge", &path, "--data", "gens.csv", "--out", out]));
        std::fs::remove_file(path).unwrap();
    }
}

/// Ends by itself with 0 or 1, says a sentence when it refuses, never panics, stays small.
fn survives(filon: &Filon, name: &str, mut command: Command) {
    let start = Instant::now();
    // A file takes whatever is said; a pipe that nobody reads would hold the command up.
    let heard = filon.folder().join("heard.txt");
    let errors = std::fs::File::create(&heard).unwrap();
    let mut child = command.stdout(Stdio::null()).stderr(errors).spawn().unwrap();
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let status = loop {
        peak = peak.max(resident(&status_file).unwrap_or(0));
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        assert!(start.elapsed() < PATIENCE, "{name}: still running after {PATIENCE:?}");
        std::thread::sleep(Duration::from_millis(2));
    };
    let said = std::fs::read_to_string(&heard).unwrap();
    assert!(matches!(status.code(), Some(0 | 1)), "{name}: {status}: {said}");
    assert!(!said.contains("panicked"), "{name}: {said}");
    assert!(status.success() || said.trim().len() > 20, "{name}: refused without a sentence: {said:?}");
    assert!(peak < MEMORY, "{name}: {} MiB", peak >> 20);
}

/// The highest resident size so far, in bytes.
fn resident(status_file: &str) -> Option<u64> {
    let status = std::fs::read_to_string(status_file).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib << 10)
}
