//! Pages load nothing from the network: scripts, styles, fonts and pictures are embedded in the program.

use super::Problem;
use super::files::Source;
use super::tags::{self, Tag};

/// Attributes that make a browser fetch, on any tag.
const FETCHING: [&str; 4] = ["src", "srcset", "poster", "data"];

pub fn check(source: &Source) -> Vec<Problem> {
    if !source.path.starts_with("crates/web/") || source.is_test() {
        return Vec::new();
    }
    let found = if source.path.ends_with(".html") {
        let mut found = in_style(&source.text);
        found.extend(tags::read(&source.text).iter().flat_map(in_tag));
        found
    } else if source.path.ends_with(".css") {
        in_style(&source.text)
    } else {
        Vec::new()
    };
    found
        .into_iter()
        .map(|(line, what)| {
            let message = format!("{what} is loaded from the network: embed it as an asset");
            Problem::new(&source.path, line, message)
        })
        .collect()
}

/// A link (`<a href>`) may lead anywhere; `<link>`, `<image>` and `<use>` fetch.
fn in_tag(tag: &Tag) -> Vec<(usize, String)> {
    let fetches = |name: &str| {
        FETCHING.contains(&name)
            || (matches!(name, "href" | "xlink:href")
                && matches!(tag.name.as_str(), "link" | "image" | "use" | "base"))
    };
    tag.attributes
        .iter()
        .filter(|(name, value)| fetches(name) && is_remote(value))
        .map(|(_, value)| (tag.line, value.clone()))
        .collect()
}

fn in_style(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for mark in ["url(", "@import"] {
            for (start, _) in line.match_indices(mark) {
                let rest = line[start + mark.len()..].trim_start();
                let address = rest.trim_start_matches(['"', '\'']);
                if is_remote(address) {
                    let end = address.find(['"', '\'', ')', ';']).unwrap_or(address.len());
                    found.push((index + 1, address[..end].to_owned()));
                }
            }
        }
    }
    found
}

fn is_remote(address: &str) -> bool {
    let address = address.trim_start().to_ascii_lowercase();
    ["http://", "https://", "//"].iter().any(|start| address.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        check(&Source::new(path, text)).len()
    }

    #[test]
    fn remote_assets_are_refused() {
        for bad in [
            "<script src=\"https://cdn.example/htmx.js\"></script>",
            "<link rel=\"stylesheet\" href='http://cdn.example/a.css'>",
            "<img src=//cdn.example/a.png>",
        ] {
            assert_eq!(count("crates/web/templates/a.html", bad), 1, "{bad}");
        }
        for bad in ["@import \"https://a/b.css\";", "a { src: url( 'http://a/b.woff2') }"] {
            assert_eq!(count("crates/web/assets/a.css", bad), 1, "{bad}");
        }
    }

    #[test]
    fn links_and_local_assets_pass() {
        assert_eq!(
            count("crates/web/templates/a.html", "<a href=\"https://cnil.fr\"><img src=\"/a.png\">"),
            0
        );
        let local = "a { src: url(/a.woff2); b: url(\"data:image/svg+xml,<svg xmlns='http://w3'>\") }";
        assert_eq!(count("crates/web/assets/a.css", local), 0);
    }
}
