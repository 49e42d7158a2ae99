//! Folded copies of names, by which things are found.

use filon_core::text::fold;

use super::Difference;
use crate::db::statements;
use crate::{Result, Tx};

// Each answers what names the row, the text and its folded copy.
statements! {
    TAGS = "SELECT account, tag, tag_key FROM account_tags ORDER BY account, place";
    CUSTOM_NAMES = "SELECT account, name, name_key FROM account_custom ORDER BY account, name";
    CUSTOM_VALUES = "SELECT account, value, value_key FROM account_custom ORDER BY account, name";
    USERS = "SELECT id, name, name_key FROM users ORDER BY id";
    SEGMENTS = "SELECT id, name, name_key FROM segments ORDER BY id";
    TEMPLATES = "SELECT id, name, name_key FROM templates ORDER BY id";
    CAMPAIGNS = "SELECT id, name, name_key FROM campaigns ORDER BY id";
    SCRIPTS = "SELECT id, name, name_key FROM scripts ORDER BY id";
    BATCHES = "SELECT id, file_name, file_key FROM batches ORDER BY id";
}

const KEYS: &[(&str, &str, &str)] = &[
    (TAGS, "account_tags", "tag_key"),
    (CUSTOM_NAMES, "account_custom", "name_key"),
    (CUSTOM_VALUES, "account_custom", "value_key"),
    (USERS, "users", "name_key"),
    (SEGMENTS, "segments", "name_key"),
    (TEMPLATES, "templates", "name_key"),
    (CAMPAIGNS, "campaigns", "name_key"),
    (SCRIPTS, "scripts", "name_key"),
    (BATCHES, "batches", "file_key"),
];

/// Folds every name again.
pub(super) fn keys(tx: &mut Tx<'_>) -> Result<Vec<Difference>> {
    let mut differences = Vec::new();
    for &(sql, table, column) in KEYS {
        tx.each(sql, &[], |row| {
            let mut columns = row.columns();
            let (id, text, stored) = (columns.str()?, columns.str()?, columns.str()?);
            let expected = fold(text);
            if stored != expected {
                let (id, stored) = (id.to_owned(), stored.to_owned());
                differences.push(Difference { table, id, column, stored, expected });
            }
            Ok(())
        })?;
    }
    Ok(differences)
}
