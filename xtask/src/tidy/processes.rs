//! Other programs are started by `cli`, by xtask, and by merge's PDF conversion; nowhere else, least of all in a request.

use super::Problem;
use super::files::Source;
use super::paths::{is_under, outside_tests};

pub fn check(source: &Source) -> Vec<Problem> {
    let refused = match source.crate_source() {
        Some("web" | "store" | "core" | "formats" | "print") => true,
        Some("merge") => !source.path.contains("pdf"),
        _ => false,
    };
    if !refused || source.is_test() {
        return Vec::new();
    }
    outside_tests(&source.code)
        .into_iter()
        .filter(|(_, path)| {
            is_under(path, "std::process::Command")
                || is_under(path, "process::Command")
                || is_under(path, "tokio::process")
        })
        .map(|(line, path)| {
            let message =
                format!("{path} is named here: only cli, xtask and merge's pdf module start programs");
            Problem::new(&source.path, line, message)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_not_started_by_the_web() {
        for bad in [
            "std::process::Command::new(\"soffice\");",
            "use std::process::{Command, Stdio};",
            "use std::process;\nfn a() { process::Command::new(\"ls\"); }",
        ] {
            assert_eq!(check(&Source::new("crates/web/src/a.rs", bad)).len(), 1, "{bad}");
        }
    }

    #[test]
    fn the_pdf_module_and_cli_may() {
        let text = "use std::process::Command;";
        assert_eq!(check(&Source::new("crates/merge/src/pdf.rs", text)), []);
        assert_eq!(check(&Source::new("crates/cli/src/main.rs", text)), []);
        assert_eq!(check(&Source::new("crates/merge/src/docx.rs", text)).len(), 1);
    }
}
