//! The pages live under a strict content policy: no inline script, style or handler, for a browser would refuse them.

use super::Problem;
use super::files::Source;
use super::tags::{self, Tag};

pub fn check(source: &Source) -> Vec<Problem> {
    if !source.path.starts_with("crates/web/templates/") || !source.path.ends_with(".html") {
        return Vec::new();
    }
    tags::read(&source.text)
        .iter()
        .flat_map(|tag| faults(tag).into_iter().map(move |fault| (tag.line, fault)))
        .map(|(line, fault)| Problem::new(&source.path, line, fault))
        .collect()
}

fn faults(tag: &Tag) -> Vec<String> {
    let mut faults = Vec::new();
    if tag.name == "script" && (tag.attribute("src").is_none() || !tag.text_after.is_empty()) {
        faults.push("inline <script>: put it in an asset and load it by src".to_owned());
    }
    if tag.name == "style" {
        faults.push("inline <style>: put it in the style sheet".to_owned());
    }
    for (name, value) in &tag.attributes {
        if name == "style" {
            faults.push("style= attribute: use a class, or an attribute of the SVG".to_owned());
        }
        if is_handler(name) {
            faults.push(format!("{name}= handler: listen in an asset, or use hx- attributes"));
        }
        if value.trim_start().to_ascii_lowercase().starts_with("javascript:") {
            faults.push(format!("{name}= holds a javascript: address"));
        }
    }
    faults
}

/// `onclick`, and htmx's `hx-on:click`, which needs eval.
fn is_handler(name: &str) -> bool {
    name.starts_with("hx-on")
        || name
            .strip_prefix("on")
            .is_some_and(|rest| rest.len() > 2 && rest.chars().all(|c| c.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(html: &str) -> usize {
        check(&Source::new("crates/web/templates/a.html", html)).len()
    }

    #[test]
    fn inline_code_is_refused() {
        for bad in [
            "<script>alert(1)</script>",
            "<script src=\"/a.js\">alert(1)</script>",
            "<p\n style='color: red'>",
            "<style>p { color: red }</style>",
            "<button onclick=\"go()\">",
            "<button hx-on:click=\"go()\">",
            "<a href=\"javascript:go()\">",
        ] {
            assert_eq!(count(bad), 1, "{bad}");
        }
    }

    #[test]
    fn clean_pages_pass() {
        assert_eq!(count("<script src=\"{{ asset }}\" defer></script><p class=\"style\">one=1</p>"), 0);
        assert_eq!(count("{# <p style=\"\"> #}<a href=\"https://example.fr\" data-on=\"x\">"), 0);
    }
}
