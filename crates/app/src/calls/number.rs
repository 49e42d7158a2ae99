//! A wrong number: corrected, or retired so that nobody calls it again.

use filon_core::account::normalise;
use filon_core::{Id, Moment, Person};
use filon_store::retired_numbers::{self, RetiredNumber};
use filon_store::{Tx, accounts, persons};
use serde::{Deserialize, Serialize};

use crate::fail::Fail;
use crate::{Actor, App, AppError, ErrorKind, Result};

/// What becomes of a number found wrong by a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberChange {
    /// The right one, as typed.
    Correct { new: String },
    /// Nobody calls it again.
    Retire,
}

/// What a call changed about a number, so that taking the call back restores it. Numbers are E.164.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct NumberBefore {
    pub old: String,
    /// `None` = the old one was retired.
    pub new: Option<String>,
    /// Whose it is; `None` = the house's.
    pub person: Option<Id>,
}

/// Puts a number in the place of another one, at a person or at the account itself.
pub fn correct_number(
    app: &App,
    actor: &Actor,
    account: Id,
    person: Option<Id>,
    old: &str,
    new: &str,
) -> Result<()> {
    let new = typed(actor, new)?;
    let old = e164(old);
    let now = app.now();
    app.write(actor, |tx| replace(tx, actor, account, person, (&old, &new), now))
}

/// Does what a call asks about the number that it called: whoever in the fiche has it, the person called first.
/// A number to retire that nobody has any more needs nothing; one to correct must stand somewhere.
pub(super) fn change(
    tx: &mut Tx<'_>,
    actor: &Actor,
    account: Id,
    called: Option<Id>,
    number: &str,
    wanted: &NumberChange,
    now: Moment,
) -> std::result::Result<Option<NumberBefore>, Fail> {
    let old = e164(number);
    match wanted {
        NumberChange::Retire => {
            if old.is_empty() || retired_numbers::retire(tx, account, &old, "wrong", now)?.is_empty() {
                return Ok(None);
            }
            Ok(Some(NumberBefore { old, new: None, person: None }))
        }
        NumberChange::Correct { new } => {
            let new = typed(actor, new)?;
            let persons = found(tx, actor, account)?.persons;
            let has = |one: &&Person| one.phone == old || one.mobile == old;
            let owner = persons.iter().filter(has).min_by_key(|one| Some(one.id) != called);
            let person = owner.map(|one| one.id);
            replace(tx, actor, account, person, (&old, &new), now)?;
            Ok(Some(NumberBefore { old, new: Some(new), person }))
        }
    }
}

/// Restores what a call changed, where nobody changed it since.
pub(super) fn number_back(
    tx: &mut Tx<'_>,
    actor: &Actor,
    account: Id,
    before: &NumberBefore,
    now: Moment,
) -> std::result::Result<(), Fail> {
    let NumberBefore { old, new, person } = before;
    match new {
        None => retired_numbers::give_back(tx, account, old, now).map(|_| ()).map_err(Fail::from),
        Some(new) => match replace(tx, actor, account, *person, (new, old), now) {
            Err(Fail::App(changed)) if changed.kind == ErrorKind::NotFound => Ok(()),
            done => done,
        },
    }
}

/// Puts the new number where the old one stands; an empty one stands nowhere.
fn replace(
    tx: &mut Tx<'_>,
    actor: &Actor,
    account: Id,
    person: Option<Id>,
    (old, new): (&str, &str),
    now: Moment,
) -> std::result::Result<(), Fail> {
    let unknown = || AppError::not_found(actor.words().call.number_unknown).into();
    if old.is_empty() {
        return Err(unknown());
    }
    let record = found(tx, actor, account)?;
    match record.persons.into_iter().find(|one| Some(one.id) == person) {
        Some(mut person) => {
            let stands = if person.mobile == old { &mut person.mobile } else { &mut person.phone };
            if stands != old {
                return Err(unknown());
            }
            new.clone_into(stands);
            Ok(persons::update(tx, &person, now)?)
        }
        None => {
            let mut kept = record.account;
            if kept.phone.as_deref() != Some(old) {
                return Err(unknown());
            }
            kept.phone = Some(new.to_owned());
            Ok(accounts::update(tx, &kept, now)?)
        }
    }
}

/// Takes a number out of the account and its persons; it is kept apart with its reason.
pub fn retire_number(app: &App, actor: &Actor, account: Id, person: Option<Id>, number: &str) -> Result<()> {
    let words = &actor.words().call;
    let number = e164(number);
    let now = app.now();
    app.write(actor, |tx| {
        let record = found(tx, actor, account)?;
        if person.is_some() && !record.persons.iter().any(|one| Some(one.id) == person) {
            return Err(AppError::not_found(words.number_unknown).into());
        }
        let taken = match number.is_empty() {
            true => Vec::new(),
            false => retired_numbers::retire(tx, account, &number, "wrong", now)?,
        };
        match taken.is_empty() {
            true => Err(AppError::not_found(words.number_unknown).into()),
            false => Ok(()),
        }
    })
}

/// Puts a retired number back where it stood.
pub fn give_back_number(app: &App, actor: &Actor, account: Id, number: &str) -> Result<()> {
    let number = e164(number);
    let now = app.now();
    app.write(actor, |tx| match retired_numbers::give_back(tx, account, &number, now)? {
        true => Ok(()),
        false => Err(AppError::not_found(actor.words().call.number_unknown).into()),
    })
}

/// The numbers of an account that are no longer called, with the moment, the last first.
pub fn retired(app: &App, actor: &Actor, account: Id) -> Result<Vec<(String, Moment)>> {
    let all = app.read(actor, |tx| Ok(retired_numbers::of_account(tx, account)?))?;
    Ok(all.into_iter().map(|RetiredNumber { number, at, .. }| (number, at)).collect())
}

fn found(tx: &mut Tx<'_>, actor: &Actor, account: Id) -> std::result::Result<accounts::AccountRecord, Fail> {
    let missing = || AppError::not_found((actor.words().store.not_found)(&account.to_string())).into();
    accounts::get(tx, account)?.ok_or_else(missing)
}

/// A number that somebody typed, E.164.
fn typed(actor: &Actor, number: &str) -> Result<String> {
    Ok(normalise::phone(number).map_err(|_| AppError::usage(actor.words().edit.phone))?.e164)
}

/// A number as it is kept; what is none stays as it was typed.
fn e164(text: &str) -> String {
    normalise::phone(text).map_or_else(|_| text.trim().to_owned(), |phone| phone.e164)
}
