//! Each dependency says on its line in the root Cargo.toml what it is for, so that one without a purpose is seen.

use super::Problem;

pub fn check(manifest: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut inside = false;
    let mut open = 0_i32; // brackets of an entry that goes on over several lines
    for (index, line) in manifest.lines().enumerate() {
        let (code, comment) = split(line);
        if open == 0 && code.starts_with('[') {
            inside = code.trim() == "[workspace.dependencies]";
            continue;
        }
        let begins = inside && open == 0 && code.contains('=');
        open += depth(code);
        let name = code.split('=').next().unwrap_or_default().trim();
        if begins && !name.starts_with("filon-") && comment.is_none_or(|text| text.trim().is_empty()) {
            let message =
                format!("{name} does not say what it is for: add `# purpose` at the end of its line");
            problems.push(Problem::new("Cargo.toml", index + 1, message));
        }
    }
    problems
}

/// The line before and after the `#` that begins a comment, strings apart.
fn split(line: &str) -> (&str, Option<&str>) {
    let mut quoted = false;
    for (at, c) in line.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '#' if !quoted => return (&line[..at], Some(&line[at + 1..])),
            _ => {}
        }
    }
    (line, None)
}

fn depth(code: &str) -> i32 {
    code.chars()
        .map(|c| match c {
            '[' | '{' => 1,
            ']' | '}' => -1,
            _ => 0,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dependency_without_purpose_is_refused() {
        let manifest = "[workspace.dependencies]\nfilon-core = { path = \"a\" }\n\n# Web\naxum = \"0.8\" # HTTP\n\
                        nameless = { version = \"1\", features = [\n  \"a\",\n] }\n[profile.dev]\ndebug = false\n";
        let problems = check(manifest);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].line, 6);
        assert!(problems[0].message.starts_with("nameless"));
    }
}
