//! Recognising accounts by what people write of them.

use std::collections::{HashMap, HashSet};

use filon_core::Id;

use crate::db::{Value, statements};
use crate::{Result, Tx};

/// What an account can be recognised by. Values: the reference as it is; SIRET, 14 digits; the e-mail,
/// lower-cased, of the account or of one of its persons; core's dedupe key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Reference,
    Siret,
    Email,
    Dedupe,
}

// An account that was merged answers with the one that holds it now.
statements! {
    BY_REFERENCE = "SELECT reference, id FROM accounts WHERE reference IN ($list) AND retired_at IS NULL";
    BY_MERGED_REFERENCE = "SELECT reference, merged_into FROM accounts WHERE reference IN ($list) \
        AND merged_into IS NOT NULL";
    BY_SIRET = "SELECT siret, COALESCE(merged_into, id) FROM accounts WHERE siret IN ($list) \
        AND (retired_at IS NULL OR merged_into IS NOT NULL)";
    BY_EMAIL = "SELECT email, COALESCE(merged_into, id) FROM accounts WHERE email IN ($list) \
        AND (retired_at IS NULL OR merged_into IS NOT NULL)";
    BY_PERSON_EMAIL = "SELECT p.email, p.account FROM persons p JOIN accounts a ON a.id = p.account \
        WHERE p.email IN ($list) AND p.email <> '' AND a.retired_at IS NULL";
    BY_DEDUPE = "SELECT dedupe_key, id FROM accounts WHERE dedupe_key IN ($list) AND dedupe_key <> '' \
        AND retired_at IS NULL";
    BY_ID = "SELECT id, COALESCE(merged_into, id) FROM accounts WHERE id IN ($list) \
        AND (retired_at IS NULL OR merged_into IS NOT NULL)";
}

/// Statements that look a text up, and the form in which they compare it.
type Reading = (&'static [&'static str], fn(&str) -> String);

/// The ways of reading a reference; who has it now comes before who had it.
const REFERENCE: &[&str] = &[BY_REFERENCE, BY_MERGED_REFERENCE];
const EMAIL: &[&str] = &[BY_EMAIL, BY_PERSON_EMAIL];

/// Which accounts have these values, by value; the oldest where several have it. Values that nobody has
/// are left out. Fast for 100,000 values.
pub fn find(tx: &mut Tx<'_>, key: Key, values: &[&str]) -> Result<HashMap<String, Id>> {
    let mut found = HashMap::new();
    let statements: &[&str] = match key {
        Key::Reference => REFERENCE,
        Key::Siret => &[BY_SIRET],
        Key::Email => EMAIL,
        Key::Dedupe => &[BY_DEDUPE],
    };
    for sql in statements {
        look_up(tx, sql, values, &mut found)?;
    }
    Ok(found)
}

/// Which listed accounts have these references now.
pub(super) fn live_references(tx: &mut Tx<'_>, references: &[&str]) -> Result<HashMap<String, Id>> {
    let mut found = HashMap::new();
    look_up(tx, BY_REFERENCE, references, &mut found)?;
    Ok(found)
}

fn look_up(tx: &mut Tx<'_>, sql: &str, values: &[&str], found: &mut HashMap<String, Id>) -> Result<()> {
    tx.each_of(sql, values.iter().map(|value| Value::from(*value)), |row| {
        let mut columns = row.columns();
        let (value, id) = (columns.string()?, columns.id()?);
        let oldest = found.entry(value).or_insert(id);
        *oldest = (*oldest).min(id);
        Ok(())
    })
}

/// The accounts meant by what people write in a file: the reference, else the SIRET, else the e-mail,
/// else the id. Keyed by the text as given; unknown texts are left out.
pub fn resolve(tx: &mut Tx<'_>, texts: &[&str]) -> Result<HashMap<String, Id>> {
    let mut resolved = HashMap::new();
    let wanted: HashSet<&str> = texts.iter().copied().collect();
    let readings: [Reading; 4] = [
        (REFERENCE, |text| text.trim().to_owned()),
        (&[BY_SIRET], |text| text.chars().filter(|c| !c.is_whitespace()).collect()),
        (EMAIL, |text| text.trim().to_lowercase()),
        (&[BY_ID], |text| text.trim().to_uppercase()),
    ];
    for (statements, reading) in readings {
        let open: Vec<(&str, String)> = wanted
            .iter()
            .filter(|text| !resolved.contains_key(**text))
            .map(|text| (*text, reading(text)))
            .collect();
        let values: Vec<&str> = open.iter().map(|(_, value)| value.as_str()).collect();
        let mut found = HashMap::new();
        for sql in statements {
            look_up(tx, sql, &values, &mut found)?;
        }
        for (text, value) in &open {
            if let Some(id) = found.get(value.as_str()) {
                resolved.insert((*text).to_owned(), *id);
            }
        }
    }
    Ok(resolved)
}
