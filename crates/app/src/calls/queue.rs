//! Whom to call now, who waits and why.

use std::collections::HashMap;

use filon_core::call::{NotNow, attempts};
use filon_core::{Id, Moment, Person};
use filon_store::{claims, users};
use jiff::civil::Date;

use super::list::{ListHead, found, head};
use super::standers::{Stander, standing};
use crate::audience::source;
use crate::{Actor, App, Result};

/// A list at this moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueShown {
    pub list: ListHead,
    /// The first first.
    pub ready: Vec<QueueRow>,
    /// The soonest first, those whom time does not help last, those who are done with at the end.
    pub waiting: Vec<WaitingRow>,
    pub total: u64,
}

/// Somebody who may be called now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    pub account: Id,
    pub name: String,
    pub person: String,
    pub city: Option<String>,
    /// E.164.
    pub phone: String,
    /// The follow-up that is due.
    pub due: Option<Moment>,
    /// Why they stand here, worded.
    pub reasons: Vec<String>,
    /// Calls so far.
    pub attempts: u32,
    /// Name of the caller who has them now.
    pub held_by: Option<String>,
}

/// Somebody who is not called now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingRow {
    pub account: Id,
    pub name: String,
    /// Worded.
    pub why: String,
    /// The text that the rule comes from; empty where it is no law.
    pub source: String,
    /// The first day on which they may be called, where time helps.
    pub until: Option<Date>,
}

/// The list as it stands now.
pub fn queue(app: &App, actor: &Actor, list: Id) -> Result<QueueShown> {
    let now = app.now();
    app.read(actor, |tx| {
        let list = found(tx, actor, list)?;
        let standing = standing(tx, actor, &list, now)?;
        let users: HashMap<Id, String> =
            users::list(tx)?.into_iter().map(|user| (user.id, user.name)).collect();
        let words = &actor.words().call;
        let name_of = |caller: Option<Id>| {
            caller.and_then(|id| users.get(&id).cloned()).unwrap_or_else(|| words.somebody.to_owned())
        };
        let held: HashMap<Id, String> =
            claims::held(tx, now)?.into_iter().map(|claim| (claim.account, name_of(claim.caller))).collect();
        let day = now.day();
        let (ready, waiting) = standing.queue.into_parts();
        let ready = ready.into_iter().map(|queued| {
            let account = &queued.candidate.candidate.account;
            QueueRow {
                account: account.id,
                name: account.name.clone(),
                person: person_of(&queued.candidate),
                city: account.address.city.clone(),
                phone: phone_of(&queued.candidate),
                due: queued.due,
                reasons: queued.reasons.iter().filter_map(|reason| (words.reason)(*reason, day)).collect(),
                attempts: attempts(&queued.candidate.candidate.events).calls,
                held_by: held.get(&account.id).cloned(),
            }
        });
        let ready: Vec<QueueRow> = ready.collect();
        let concluded = standing.concluded.iter().map(|one| WaitingRow {
            account: one.candidate.account.id,
            name: one.candidate.account.name.clone(),
            why: words.concluded.to_owned(),
            source: String::new(),
            until: None,
        });
        let waiting = waiting.into_iter().map(|one| {
            let account = &one.candidate.candidate.account;
            let (why, source) = said(actor, one.why);
            WaitingRow { account: account.id, name: account.name.clone(), why, source, until: one.until }
        });
        let waiting: Vec<WaitingRow> = waiting.chain(concluded).collect();
        Ok(QueueShown { list: head(tx, &list)?, ready, waiting, total: standing.total as u64 })
    })
}

/// Why not now, and where the rule comes from.
pub(super) fn said(actor: &Actor, why: NotNow) -> (String, String) {
    let words = &actor.words().call;
    match why {
        NotNow::Rule(refusal) => {
            ((actor.words().consent.rule)(refusal.rule).to_owned(), source(actor, refusal.rule))
        }
        NotNow::FollowUp(at) => ((words.later)(at), String::new()),
        NotNow::Meeting { set_on } => ((words.meeting_ahead)(set_on), String::new()),
    }
}

fn person_of(stander: &Stander) -> String {
    stander.candidate.persons.first().map(Person::full_name).unwrap_or_default()
}

fn phone_of(stander: &Stander) -> String {
    let person = stander.candidate.persons.first();
    let own = person.into_iter().flat_map(|person| [&person.phone, &person.mobile]);
    let all = own.chain(stander.candidate.account.phone.as_ref());
    all.into_iter().find(|phone| !phone.is_empty()).cloned().unwrap_or_default()
}
