//! Everything that a caller looks at during a call.

use std::collections::HashMap;

use filon_core::call::{
    Attempts, Filled, Measure, ObjectionKind, ObjectionLesson, Technique, attempts, objection_lessons,
    reasons,
};
use filon_core::{Id, Moment};
use filon_store::call_lists::CallList;
use filon_store::{Tx, accounts, call_drafts, calls, claims, scripts};

use super::draft::{Draft, held_until, read};
use super::list::{ListHead, going_on, head};
use super::standers::{Stander, standers};
use crate::accounts::{Fiche, fiche};
use crate::fail::Fail;
use crate::follow_ups::{FollowUpRow, rows};
use crate::scripts::{FilledReply, FilledScript, reader, script_in};
use crate::{Actor, App, AppError, Result};

/// A call, about to be made or going on.
#[derive(Debug, Clone)]
pub struct Cockpit {
    pub list: ListHead,
    pub fiche: Fiche,
    /// Who is meant; the primary person.
    pub person: Option<Id>,
    /// Every number, the one to call first.
    pub phones: Vec<PhoneShown>,
    pub script: Option<FilledScript>,
    /// The version that this account hears, where two are compared.
    pub arm: Option<u32>,
    /// What was typed before, or an empty draft.
    pub draft: Draft,
    pub attempts: Attempts,
    /// Calls in a row without an answer.
    pub unanswered: u32,
    /// The follow-up that is due.
    pub due: Option<FollowUpRow>,
    /// Why they stand high in the list, worded.
    pub reasons: Vec<String>,
    pub held_until: Moment,
    pub objections: Vec<ObjectionShown>,
}

/// A number to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneShown {
    /// E.164.
    pub number: String,
    /// Whose it is, worded.
    pub whose: String,
    pub person: Option<Id>,
}

/// An objection with the answers prepared, and what they brought so far.
#[derive(Debug, Clone, PartialEq)]
pub struct ObjectionShown {
    pub id: Id,
    pub kind: ObjectionKind,
    /// How people say it; the first names it.
    pub said: Vec<String>,
    pub replies: Vec<ReplyShown>,
    pub real_reason_question: Option<Filled>,
}

/// A prepared answer.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplyShown {
    pub id: Id,
    pub technique: Technique,
    pub text: Filled,
    /// Calls in which it was given.
    pub times: u64,
    /// Those that ended in a meeting.
    pub meetings: Measure,
}

/// The cockpit of an account that the caller holds.
pub(super) fn cockpit(app: &App, actor: &Actor, list: Id, account: Id) -> Result<Cockpit> {
    let now = app.now();
    let fiche = fiche(app, actor, account)?;
    app.read(actor, |tx| {
        let list = going_on(tx, actor, list, account, now)?;
        let missing = || AppError::not_found((actor.words().store.not_found)(&account.to_string()));
        let stander = standers(tx, &[account])?.pop().ok_or_else(missing)?;
        let kept = read(call_drafts::get(tx, account, actor.user)?);
        let compared = in_use(tx, &list, account)?;
        let version = kept.version.or_else(|| compared.map(|(version, _)| version));
        let script = match (list.script, version) {
            (Some(script), Some(version)) => Some(script_in(tx, actor, script, Some(version))?.1),
            _ => None,
        };
        let record = accounts::get(tx, account)?.ok_or_else(missing)?;
        let meant = record.persons.first();
        let filled = match &script {
            Some(script) => Some(reader(app, tx, actor, script)?.read(script, &record.account, meant)),
            None => None,
        };
        let objections = match (&filled, list.script) {
            (Some(filled), Some(script)) => objections(tx, filled, script)?,
            _ => Vec::new(),
        };
        let held = claims::of_account(tx, account, now)?.map(|claim| claim.expires_at);
        let counted = attempts(&stander.candidate.events);
        let due = due(tx, &stander, now)?;
        let word = actor.words().call.reason;
        let day = now.day();
        let reasons = reasons(&stander.candidate.events, day);
        Ok(Cockpit {
            list: head(tx, &list)?,
            fiche: fiche.clone(),
            person: meant.map(|person| person.id),
            phones: phones(actor, &record),
            script: filled,
            arm: version.filter(|_| compared.is_some_and(|(_, compared)| compared)),
            draft: kept.draft.clone(),
            attempts: counted,
            unanswered: counted.unanswered,
            due,
            reasons: reasons.into_iter().filter_map(|reason| word(reason, day)).collect(),
            held_until: held.unwrap_or_else(|| held_until(now)),
            objections,
        })
    })
}

/// The version of the list's script that an account hears, and whether it stands in a comparison.
pub(super) fn in_use(
    tx: &mut Tx<'_>,
    list: &CallList,
    account: Id,
) -> std::result::Result<Option<(u32, bool)>, Fail> {
    let Some(script) = list.script else { return Ok(None) };
    let Some(kept) = scripts::get(tx, script)? else { return Ok(None) };
    Ok(Some(match kept.compared {
        Some(compared) => (scripts::arm(tx, script, &compared, account)?, true),
        None => (kept.version, false),
    }))
}

fn due(tx: &mut Tx<'_>, stander: &Stander, now: Moment) -> std::result::Result<Option<FollowUpRow>, Fail> {
    let due = stander.follow_up.iter().filter(|call| call.due_on <= now.day()).cloned();
    Ok(rows(tx, &due.collect::<Vec<_>>(), now.day())?.pop())
}

/// The persons' own numbers first, then the house's.
fn phones(actor: &Actor, record: &accounts::AccountRecord) -> Vec<PhoneShown> {
    let words = &actor.words().call;
    let mut phones: Vec<PhoneShown> = Vec::new();
    let mut add = |number: &str, whose: String, person: Option<Id>| {
        if !number.is_empty() && !phones.iter().any(|known| known.number == number) {
            phones.push(PhoneShown { number: number.to_owned(), whose, person });
        }
    };
    for person in &record.persons {
        let name = person.full_name();
        add(&person.phone, name.clone(), Some(person.id));
        add(&person.mobile, (words.mobile_of)(&name), Some(person.id));
    }
    add(record.account.phone.as_deref().unwrap_or_default(), words.switchboard.to_owned(), None);
    phones
}

/// The objections of the script, each answer with what it brought in all calls made with the script.
fn objections(
    tx: &mut Tx<'_>,
    filled: &FilledScript,
    script: Id,
) -> std::result::Result<Vec<ObjectionShown>, Fail> {
    let scope = calls::CallScope { script: Some(script), ..calls::CallScope::default() };
    let lessons: HashMap<Id, ObjectionLesson> = objection_lessons(&calls::records(tx, &scope)?)
        .into_iter()
        .map(|lesson| (lesson.objection, lesson))
        .collect();
    let shown = |objection: &crate::scripts::FilledObjection| {
        let lesson = lessons.get(&objection.id);
        let reply = |reply: &FilledReply| {
            let known = lesson.and_then(|lesson| lesson.replies.iter().find(|one| one.reply == reply.id));
            ReplyShown {
                id: reply.id,
                technique: reply.technique,
                text: reply.text.clone(),
                times: known.map_or(0, |known| known.calls),
                meetings: known.map_or_else(|| Measure::new(0, 0), |known| known.meetings),
            }
        };
        ObjectionShown {
            id: objection.id,
            kind: objection.kind,
            said: objection.said.clone(),
            replies: objection.replies.iter().map(reply).collect(),
            real_reason_question: objection.real_reason_question.clone(),
        }
    };
    Ok(filled.objections.iter().map(shown).collect())
}
