//! A wrong number: corrected, or retired so that nobody calls it again.

use filon_core::account::normalise;
use filon_core::{Id, Moment};
use filon_store::retired_numbers::{self, RetiredNumber};
use filon_store::{Tx, accounts, persons};

use crate::fail::Fail;
use crate::{Actor, App, AppError, Result};

/// Puts a number in the place of another one, at a person or at the account itself.
pub fn correct_number(
    app: &App,
    actor: &Actor,
    account: Id,
    person: Option<Id>,
    old: &str,
    new: &str,
) -> Result<()> {
    let words = &actor.words().call;
    let new = normalise::phone(new).map_err(|_| AppError::usage(actor.words().edit.phone))?.e164;
    let old = e164(old);
    let now = app.now();
    app.write(actor, |tx| {
        let record = found(tx, actor, account)?;
        match record.persons.into_iter().find(|one| Some(one.id) == person) {
            Some(mut person) => {
                let stands = if person.mobile == old { &mut person.mobile } else { &mut person.phone };
                if *stands != old {
                    return Err(AppError::not_found(words.number_unknown).into());
                }
                stands.clone_from(&new);
                Ok(persons::update(tx, &person, now)?)
            }
            None => {
                let mut kept = record.account;
                if kept.phone.clone().unwrap_or_default() != old {
                    return Err(AppError::not_found(words.number_unknown).into());
                }
                kept.phone = Some(new.clone());
                Ok(accounts::update(tx, &kept, now)?)
            }
        }
    })
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
        match retired_numbers::retire(tx, account, &number, "wrong", now)?.is_empty() {
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

/// A number as it is kept; what is none stays as it was typed.
fn e164(text: &str) -> String {
    normalise::phone(text).map_or_else(|_| text.trim().to_owned(), |phone| phone.e164)
}
