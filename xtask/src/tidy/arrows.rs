//! `cli → web → app → {store, formats, merge, print} → core`. Nothing points back; dev-dependencies are free.

use anyhow::{Context, Result};

use super::Problem;
use crate::shell;

/// Each crate and the crates of the house that it may name. `merge` is apart from `formats` on purpose: the mail-merge
/// engine reads documents, not contact files.
const ARROWS: [(&str, &[&str]); 8] = [
    ("filon", &["filon-web", "filon-app", "filon-core"]),
    ("filon-web", &["filon-app", "filon-core"]),
    ("filon-app", &["filon-store", "filon-formats", "filon-merge", "filon-print", "filon-core"]),
    ("filon-store", &["filon-core"]),
    ("filon-formats", &["filon-core"]),
    ("filon-merge", &["filon-core"]),
    ("filon-print", &["filon-core"]),
    ("filon-core", &[]),
];

/// A crate of the workspace as its manifest tells it.
pub struct Manifest {
    pub name: String,
    /// Relative to the root.
    pub path: String,
    pub text: String,
    /// Real names, whatever `package = "…"` renames them to; dev-dependencies apart.
    pub dependencies: Vec<String>,
}

/// Asks cargo for the manifests, so that renaming and target tables hide nothing.
pub fn read() -> Result<Vec<Manifest>> {
    let metadata = shell::metadata()?;
    let packages = metadata["packages"].as_array().context("`cargo metadata` names no packages")?;
    let mut manifests = Vec::new();
    for package in packages {
        let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        let path = text("manifest_path");
        let manifest = std::fs::read_to_string(&path).with_context(|| format!("could not read {path}"))?;
        let root = format!("{}/", shell::root().display());
        manifests.push(Manifest {
            name: text("name"),
            path: path.strip_prefix(&root).unwrap_or(&path).to_owned(),
            text: manifest,
            dependencies: package["dependencies"]
                .as_array()
                .into_iter()
                .flatten()
                .filter(|dependency| dependency["kind"] != "dev")
                .filter_map(|dependency| dependency["name"].as_str().map(str::to_owned))
                .collect(),
        });
    }
    Ok(manifests)
}

/// Every arrow that is not in the table. xtask and benches stand outside the house and may look at all of it.
pub fn check(manifests: &[Manifest]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for manifest in manifests {
        if !manifest.path.starts_with("crates/") {
            continue;
        }
        let name = &manifest.name;
        let Some((_, allowed)) = ARROWS.iter().find(|(from, _)| from == name) else {
            let message = format!("{name} has no place in the house: add it to xtask/src/tidy/arrows.rs");
            problems.push(Problem::new(&manifest.path, 1, message));
            continue;
        };
        for to in &manifest.dependencies {
            if is_ours(to) && !allowed.contains(&to.as_str()) {
                let line = line_of(&manifest.text, to);
                let message = format!("{name} may not depend on {to}; it may on: {}", list(allowed));
                problems.push(Problem::new(&manifest.path, line, message));
            }
        }
    }
    problems
}

fn is_ours(name: &str) -> bool {
    name == "filon" || name == "xtask" || name.starts_with("filon-")
}

fn list(names: &[&str]) -> String {
    if names.is_empty() { "no crate of the house".to_owned() } else { names.join(", ") }
}

fn line_of(manifest: &str, dependency: &str) -> usize {
    let names = |line: &str| {
        line.split_once(['=', '.']).is_some_and(|(key, _)| key.trim() == dependency)
            || line.contains(&format!("\"{dependency}\""))
            || line.contains(&format!(".{dependency}]"))
    };
    manifest.lines().position(names).map_or(1, |index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(name: &str, path: &str, dependencies: &[&str]) -> Manifest {
        let lines: Vec<String> =
            dependencies.iter().map(|to| format!("{to} = {{ workspace = true }}\n")).collect();
        Manifest {
            name: name.to_owned(),
            path: path.to_owned(),
            text: format!("[dependencies]\n{}", lines.concat()),
            dependencies: dependencies.iter().map(|&to| to.to_owned()).collect(),
        }
    }

    #[test]
    fn an_arrow_that_points_back_is_refused_on_its_line() {
        let store = manifest("filon-store", "crates/store/Cargo.toml", &["filon-core", "filon-app"]);
        let problems = check(&[store]);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].line, 3);
        assert!(problems[0].message.contains("may not depend on filon-app"));
    }

    #[test]
    fn the_web_may_not_name_the_store() {
        let web = manifest("filon-web", "crates/web/Cargo.toml", &["filon-app", "filon-store", "axum"]);
        assert_eq!(check(&[web]).len(), 1);
    }

    #[test]
    fn a_crate_that_is_not_in_the_table_is_refused() {
        assert_eq!(check(&[manifest("filon-misc", "crates/misc/Cargo.toml", &[])]).len(), 1);
    }
}
