//! `web` and `cli` speak to `app`, and may name core's types, never the store's.

use super::Problem;
use super::files::Source;

pub fn check(source: &Source) -> Vec<Problem> {
    if !matches!(source.crate_source(), Some("web" | "cli")) || source.is_test() {
        return Vec::new();
    }
    source
        .code
        .lines()
        .filter(|(number, line)| line.contains("filon_store") && !source.code.is_test_line(*number))
        .map(|(number, _)| {
            let message = "names filon_store: ask filon_app for a function that does it";
            Problem::new(&source.path, number, message)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_store_is_not_named_by_web_and_cli() {
        let text = "use filon_store::Db;\n";
        assert_eq!(check(&Source::new("crates/web/src/a.rs", text)).len(), 1);
        assert_eq!(check(&Source::new("crates/cli/src/main.rs", text)).len(), 1);
        assert_eq!(check(&Source::new("crates/app/src/a.rs", text)), []);
    }
}
