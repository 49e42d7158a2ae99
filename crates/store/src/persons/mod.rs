//! Persons (interlocuteurs) of accounts.

use std::collections::{HashMap, HashSet};

use filon_core::{Id, Moment, Person};

use crate::db::{Columns, Sheet, Value, statements, values};
use crate::{Result, StoreError, Tx, accounts};

/// Columns that [`read`] reads.
macro_rules! person_columns {
    () => {
        "p.id, p.account, p.is_primary, p.civility, p.first_name, p.last_name, p.role, p.email, p.phone, \
         p.mobile"
    };
}
pub(crate) use person_columns;

pub(crate) const WRITTEN: &[&str] = &[
    "id",
    "account",
    "is_primary",
    "civility",
    "first_name",
    "last_name",
    "role",
    "email",
    "phone",
    "mobile",
    "batch",
];

statements! {
    GET = concat!("SELECT ", person_columns!(), " FROM persons p WHERE p.id = $1");
    OF_ACCOUNT = concat!("SELECT ", person_columns!(), " FROM persons p WHERE p.account = $1 \
        ORDER BY p.is_primary DESC, p.id");
    UPDATE = "UPDATE persons SET account = $2, is_primary = $3, civility = $4, first_name = $5, \
        last_name = $6, role = $7, email = $8, phone = $9, mobile = $10, edited_at = $11 WHERE id = $1";
    DEMOTE_OTHERS = "UPDATE persons SET is_primary = 0 WHERE account = $1 AND id <> $2 AND is_primary = 1";
    DELETE = "DELETE FROM persons WHERE id = $1";
    PROMOTE_FIRST = "UPDATE persons SET is_primary = 1 WHERE id = \
        (SELECT MIN(id) FROM persons WHERE account = $1) AND NOT EXISTS \
        (SELECT 1 FROM persons q WHERE q.account = $1 AND q.is_primary = 1)";
}

/// Adds persons to accounts that are there. `batch` names the import that brought them, so that its undo
/// takes them back. One that is primary makes those that were there secondary.
pub fn insert_many(tx: &mut Tx<'_>, persons: &[Person], batch: Option<Id>) -> Result<()> {
    let mut rows = Sheet::new("persons", WRITTEN);
    persons.iter().for_each(|person| rows.extend(row(person, batch)));
    tx.insert_sheet(&rows)?;
    let primaries = persons.iter().filter(|person| person.primary);
    let last: HashMap<Id, Id> = primaries.map(|person| (person.account, person.id)).collect();
    for (account, person) in last {
        tx.execute(DEMOTE_OTHERS, values![account, person])?;
    }
    let touched: HashSet<Id> = persons.iter().map(|person| person.account).collect();
    accounts::derive_again(tx, &touched.into_iter().collect::<Vec<_>>())
}

/// The columns [`WRITTEN`].
pub(crate) fn row(person: &Person, batch: Option<Id>) -> Vec<Value<'_>> {
    let mut row = written(person);
    row.push(batch.into());
    row
}

fn written(person: &Person) -> Vec<Value<'_>> {
    vec![
        person.id.into(),
        person.account.into(),
        person.primary.into(),
        Value::from(&person.civility),
        Value::from(&person.first_name),
        Value::from(&person.last_name),
        Value::from(&person.role),
        Value::from(&person.email),
        Value::from(&person.phone),
        Value::from(&person.mobile),
    ]
}

/// The person, where it is there.
pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<Person>> {
    tx.first(GET, values![id], |row| read(&mut row.columns()))
}

/// The persons of an account, the primary one first.
pub fn of_account(tx: &mut Tx<'_>, account: Id) -> Result<Vec<Person>> {
    tx.query(OF_ACCOUNT, values![account], |row| read(&mut row.columns()))
}

/// Rewrites a person; `at` marks it and its account as edited by hand. Making one primary makes the
/// others of the account secondary.
pub fn update(tx: &mut Tx<'_>, person: &Person, at: Moment) -> Result<()> {
    let before = get(tx, person.id)?.ok_or_else(|| StoreError::not_found("person", person.id))?;
    let mut values = written(person);
    values.push(at.into());
    tx.execute(UPDATE, &values)?;
    if person.primary {
        tx.execute(DEMOTE_OTHERS, values![person.account, person.id])?;
    }
    accounts::touch(tx, person.account, at)?;
    accounts::derive_again(tx, &[before.account, person.account])
}

/// Takes a person out of an account, whose next one becomes primary; the journal keeps its lines.
pub fn delete(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    let person = get(tx, id)?.ok_or_else(|| StoreError::not_found("person", id))?;
    tx.execute(DELETE, values![id])?;
    tx.execute(PROMOTE_FIRST, values![person.account])?;
    accounts::derive_again(tx, &[person.account])
}

/// Reads [`person_columns`].
pub(crate) fn read(columns: &mut Columns<'_>) -> Result<Person> {
    Ok(Person {
        id: columns.id()?,
        account: columns.id()?,
        primary: columns.flag()?,
        civility: columns.string()?,
        first_name: columns.string()?,
        last_name: columns.string()?,
        role: columns.string()?,
        email: columns.string()?,
        phone: columns.string()?,
        mobile: columns.string()?,
    })
}
