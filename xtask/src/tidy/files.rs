//! The files that the rules read: sources, templates, style sheets, SQL. Names are relative to the root.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::code::Code;

const FOLDERS: [&str; 4] = ["benches", "crates", "tests", "xtask"];
const ENDINGS: [&str; 4] = ["rs", "html", "css", "sql"];
const SKIPPED: [&str; 3] = ["target", "node_modules", "snapshots"];

/// One file, its text, and for Rust what the rules need to know of it.
pub struct Source {
    /// Relative to the root, with `/`.
    pub path: String,
    pub text: String,
    /// Empty when the file is not Rust.
    pub code: Code,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let code = if path.ends_with(".rs") { Code::read(text) } else { Code::default() };
        Self { path: path.to_owned(), text: text.to_owned(), code }
    }

    pub fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Tests as files: everything in a `tests` folder, and modules named so.
    pub fn is_test(&self) -> bool {
        let mut parts = self.path.split('/').rev();
        let file = parts.next().unwrap_or_default();
        file == "tests.rs" || file.ends_with("_tests.rs") || parts.any(|part| part == "tests")
    }

    /// Files that a program writes say so near their top.
    pub fn is_generated(&self) -> bool {
        self.text.lines().take(5).any(|line| line.contains("@generated"))
    }

    /// The crate's folder name when the file is in its `src`.
    pub fn crate_source(&self) -> Option<&str> {
        let (name, rest) = self.path.strip_prefix("crates/")?.split_once('/')?;
        rest.starts_with("src/").then_some(name)
    }
}

/// Reads every file of interest under the root, in the order of their names.
pub fn read(root: &Path) -> Result<Vec<Source>> {
    let mut paths = Vec::new();
    for folder in FOLDERS {
        collect(&root.join(folder), &mut paths)?;
    }
    paths.sort();
    let mut sources = Vec::new();
    for path in paths {
        // A file may vanish between the two readings while others work in the same folder.
        let Ok(bytes) = std::fs::read(&path) else {
            continue;
        };
        let name = path.strip_prefix(root).unwrap_or(&path);
        let name = name.to_string_lossy().replace('\\', "/");
        sources.push(Source::new(&name, &String::from_utf8_lossy(&bytes)));
    }
    Ok(sources)
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("could not list {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            if !SKIPPED.contains(&name.as_ref()) {
                collect(&path, paths)?;
            }
        } else if path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known)) {
            paths.push(path);
        }
    }
    Ok(())
}
