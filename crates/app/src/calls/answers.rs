//! Answers to the questions of a discovery fill the fiche.

use std::collections::BTreeMap;

use filon_core::account::mapping::{Target, value_of};
use filon_core::call::{CallScript, read_answer};
use filon_core::{Id, Moment, Person};
use filon_store::accounts::AccountRecord;
use filon_store::{Tx, accounts, persons};

use super::draft::Before;
use crate::accounts::fill;
use crate::fail::Fail;
use crate::{Actor, AppError};

/// What was answered: kept with the call, and what it changed in the fiche.
#[derive(Debug, Default)]
pub(super) struct Answered {
    pub answers: Vec<(Id, String)>,
    pub before: Vec<Before>,
}

/// Who answered.
#[derive(Clone, Copy)]
pub(super) struct Whom<'a> {
    pub record: &'a AccountRecord,
    /// `None` = the primary person.
    pub person: Option<Id>,
    /// For a person who is not in the fiche yet.
    pub fresh: Id,
}

/// Reads the answers and fills the fields that they are for. An answer that is none, or that the field does
/// not take, is refused with its question. Questions that the script no longer has are kept with the call.
pub(super) fn fill_in(
    tx: &mut Tx<'_>,
    actor: &Actor,
    script: &CallScript,
    typed: &BTreeMap<Id, String>,
    Whom { record, person, fresh }: Whom<'_>,
    now: Moment,
) -> Result<Answered, Fail> {
    let words = &actor.words().call;
    let mut answered = Answered::default();
    let mut account = record.account.clone();
    let known = record.persons.iter().find(|one| person.is_none() || Some(one.id) == person);
    let mut meant = known.cloned().unwrap_or_else(|| Person::nobody(fresh, account.id));
    let (account_before, person_before) = (account.clone(), meant.clone());
    for (question, text) in typed.iter().filter(|(_, text)| !text.trim().is_empty()) {
        answered.answers.push((*question, text.trim().to_owned()));
        let Some(question) = script.questions().find(|one| one.id == *question) else { continue };
        let refuse = |problem: &str| AppError::usage((words.answer_refused)(&question.text, text, problem));
        let read = read_answer(&question.answer, text);
        let read = read.map_err(|problem| refuse(&(words.answer_problem)(&problem)))?;
        let (Some(answer), Some(fills)) = (read, &question.fills) else { continue };
        let target = fills.target();
        let old = value_of(target, &account, Some(&meant));
        let said = match target {
            Target::Note if !old.trim().is_empty() => format!("{old}\n{}", answer.field_text()),
            _ => answer.field_text(),
        };
        fill(actor, target, &said, &mut account, &mut meant).map_err(|problem| refuse(&problem))?;
        let new = value_of(target, &account, Some(&meant));
        if new != old {
            answered.before.push(Before { field: target.code(), person: Some(meant.id), old, new });
        }
    }
    write(tx, (&account, &account_before), (&meant, &person_before), known.is_some(), now)?;
    Ok(answered)
}

/// Puts back what the answers of a call changed, where nobody changed it since.
pub(super) fn put_back(
    tx: &mut Tx<'_>,
    actor: &Actor,
    account: Id,
    before: &[Before],
    now: Moment,
) -> Result<(), Fail> {
    let Some(record) = accounts::get(tx, account)? else { return Ok(()) };
    let mut kept = record.account.clone();
    let whom = before.iter().find_map(|before| before.person);
    let known = record.persons.iter().find(|one| Some(one.id) == whom);
    let mut person = known.cloned().unwrap_or_else(|| Person::nobody(account, account));
    let person_before = person.clone();
    for Before { field, old, new, .. } in before.iter().rev() {
        let Some(target) = Target::from_code(field) else { continue };
        if value_of(&target, &kept, Some(&person)) == *new {
            // What was there before was in the base already, so that the form's rules do not matter.
            let _ = fill(actor, &target, old, &mut kept, &mut person);
        }
    }
    if kept != record.account {
        accounts::update(tx, &kept, now)?;
    }
    if known.is_some() && person != person_before {
        persons::update(tx, &person, now)?;
    }
    Ok(())
}

fn write(
    tx: &mut Tx<'_>,
    (account, account_before): (&filon_core::Account, &filon_core::Account),
    (person, person_before): (&Person, &Person),
    is_known: bool,
    now: Moment,
) -> Result<(), Fail> {
    if account != account_before {
        accounts::update(tx, account, now)?;
    }
    match is_known {
        true if person != person_before => persons::update(tx, person, now)?,
        false if person != person_before => persons::insert_many(tx, std::slice::from_ref(person), None)?,
        _ => {}
    }
    Ok(())
}
