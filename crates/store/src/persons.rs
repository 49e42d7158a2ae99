//! Persons (interlocuteurs) of accounts.

use filon_core::{Id, Moment, Person};

use crate::{Result, Tx};

/// Adds persons to accounts that are there. `batch` names the import that brought them, so that its undo
/// takes them back.
pub fn insert_many(tx: &mut Tx<'_>, persons: &[Person], batch: Option<Id>) -> Result<()> {
    todo!()
}

pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<Person>> {
    todo!()
}

/// The persons of an account, the primary one first.
pub fn of_account(tx: &mut Tx<'_>, account: Id) -> Result<Vec<Person>> {
    todo!()
}

/// Rewrites a person. Making one primary makes the others of the account secondary.
pub fn update(tx: &mut Tx<'_>, person: &Person, at: Moment) -> Result<()> {
    todo!()
}

/// Takes a person out of an account; the journal keeps its lines without the name.
pub fn delete(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    todo!()
}
