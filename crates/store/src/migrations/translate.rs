//! PostgreSQL's text of a migration, by substituting words of SQLite's STRICT spelling.

/// Substitutes words outside quotes and comments; opens comments that start with `pg:`.
pub(super) fn to_postgres(sql: &str) -> String {
    let sql = sql.replace("STRICT, WITHOUT ROWID", "STRICT");
    let mut out = String::with_capacity(sql.len() * 2);
    let mut rest = sql.as_str();
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("--") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            let length = rest.find("*/").map_or(rest.len(), |end| end + 2);
            let inside = rest[..length].trim_start_matches("/*").trim_end_matches("*/");
            out.push_str(inside.strip_prefix("pg:").unwrap_or(""));
            rest = &rest[length..];
            continue;
        } else if first == '\'' {
            rest[1..].find('\'').map_or(rest.len(), |end| end + 2)
        } else if is_word(first) {
            let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            out.push_str(substitute(&rest[..length]));
            rest = &rest[length..];
            continue;
        } else {
            first.len_utf8()
        };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn substitute(word: &str) -> &str {
    match word {
        // Text is compared by its bytes, as SQLite does, whatever the language of the server.
        "TEXT" => "TEXT COLLATE \"C\"",
        "INTEGER" => "BIGINT",
        "BLOB" => "BYTEA",
        "REAL" => "DOUBLE PRECISION",
        "STRICT" => "",
        word => word,
    }
}

#[cfg(test)]
mod tests {
    use super::to_postgres;

    #[test]
    fn words_are_substituted_outside_quotes_and_comments() {
        let sqlite = "CREATE TABLE t ( -- TEXT stays\n a TEXT DEFAULT 'TEXT', n INTEGER, b BLOB) \
                      STRICT, WITHOUT ROWID;CREATE INDEX i ON t (n /*pg: NULLS FIRST*/ /* TEXT */);";
        assert_eq!(
            to_postgres(sqlite),
            "CREATE TABLE t ( -- TEXT stays\n a TEXT COLLATE \"C\" DEFAULT 'TEXT', n BIGINT, b BYTEA) \
             ;CREATE INDEX i ON t (n  NULLS FIRST );"
        );
    }
}
