//! SQL is in `crates/store`, tests apart: one place knows the two databases.

use super::Problem;
use super::files::Source;

pub fn check(source: &Source) -> Vec<Problem> {
    let inside_store = source.path.starts_with("crates/store/");
    if inside_store || !source.path.starts_with("crates/") || source.is_test() {
        return Vec::new();
    }
    if source.path.ends_with(".sql") {
        let message = "an SQL file outside crates/store: move it there";
        return vec![Problem::new(&source.path, 1, message)];
    }
    source
        .code
        .strings
        .iter()
        .filter(|(line, text)| !source.code.is_test_line(*line) && is_sql(text))
        .map(|(line, text)| {
            let start: String = text.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
            let message =
                format!("SQL outside crates/store (\"{start} …\"): move it there behind a function");
            Problem::new(&source.path, *line, message)
        })
        .collect()
}

/// Capital keywords count anywhere; small ones only where no English sentence would have them.
fn is_sql(text: &str) -> bool {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let has = |word: &str| text.contains(word);
    let capital = text.starts_with("SELECT ")
        || (has("SELECT ") && has(" FROM "))
        || has("INSERT INTO ")
        || has("DELETE FROM ")
        || (has("UPDATE ") && has(" SET "))
        || ["CREATE ", "ALTER ", "DROP "].iter().any(|verb| {
            ["TABLE ", "INDEX ", "UNIQUE INDEX ", "VIEW ", "TRIGGER "]
                .iter()
                .any(|noun| has(&format!("{verb}{noun}")))
        });
    let small = ["select * from ", "select count(", "insert into ", "delete from ", "create table "]
        .iter()
        .any(|start| text.starts_with(start))
        || (text.starts_with("update ") && has(" set ") && has(" = "));
    capital || small
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_outside_the_store_are_refused() {
        for sql in [
            "SELECT id\n  FROM account",
            "INSERT INTO event (id) VALUES ($1)",
            "UPDATE account SET name = $1",
            "DELETE FROM session",
            "CREATE TABLE account (id TEXT)",
            "select * from account",
        ] {
            let source = Source::new("crates/app/src/a.rs", &format!("const A: &str = \"{sql}\";"));
            assert_eq!(check(&source).len(), 1, "{sql}");
        }
        assert_eq!(check(&Source::new("crates/app/src/a.sql", "SELECT 1")).len(), 1);
    }

    #[test]
    fn sentences_and_the_store_are_left_alone() {
        for text in ["Select a file from your computer.", "Update the date to set a follow-up", "SELECTION"] {
            let source = Source::new("crates/web/src/a.rs", &format!("const A: &str = \"{text}\";"));
            assert_eq!(check(&source), [], "{text}");
        }
        let store = Source::new("crates/store/src/a.rs", "const A: &str = \"SELECT 1 FROM a\";");
        assert_eq!(check(&store), []);
        let test = Source::new(
            "crates/app/src/a.rs",
            "#[cfg(test)]\nmod t {\n const A: &str = \"DELETE FROM a\";\n}",
        );
        assert_eq!(check(&test), []);
    }
}
