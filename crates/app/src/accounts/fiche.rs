//! One account with all that is known of it.

use std::collections::{HashMap, HashSet};

use filon_core::consent::{Contactable, Right, Rules, right_to_contact};
use filon_core::journal::Standing;
use filon_core::{Account, CallOutcome, Cents, Channel, Event, EventKind, Id, Moment, Person};
use filon_store::{Tx, accounts, campaigns, events, follow_ups, imports, users};
use jiff::civil::Date;

use crate::audience::{candidates, source};
use crate::fail::Fail;
use crate::follow_ups::{FollowUpRow, rows};
use crate::{Actor, App, AppError, Result};

/// The fiche: who they are, where they stand, what may be done, what happened, what is next.
#[derive(Debug, Clone)]
pub struct Fiche {
    pub account: Account,
    pub persons: Vec<Person>,
    pub standing: Standing,
    /// Name of the user who looks after it.
    pub owner: Option<String>,
    pub rights: Vec<ChannelRight>,
    /// Last first.
    pub timeline: Vec<TimelineLine>,
    /// Open ones, soonest first.
    pub follow_ups: Vec<FollowUpRow>,
    /// Names of the actions whose target it is in.
    pub campaigns: Vec<String>,
    /// Name of the file that it came with.
    pub batch: Option<String>,
}

/// Whether the account may be contacted on a channel now, worded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelRight {
    pub channel: Channel,
    pub allowed: bool,
    /// The rule, as a sentence.
    pub reason: String,
    /// The text that the rule comes from, and whether it was checked.
    pub source: String,
    /// The day until which the answer holds, where it has an end.
    pub until: Option<Date>,
}

/// One line of the journal, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineLine {
    pub id: Id,
    pub on: Date,
    pub at: Option<Moment>,
    pub kind: EventKind,
    pub channel: Option<Channel>,
    pub outcome: Option<CallOutcome>,
    pub campaign: Option<String>,
    pub by: Option<String>,
    pub amount: Option<Cents>,
    pub margin: Option<Cents>,
    pub note: Option<String>,
    pub voided: bool,
}

/// Everything about one account.
pub fn fiche(app: &App, actor: &Actor, id: Id) -> Result<Fiche> {
    let now = app.now();
    app.read(actor, |tx| {
        let Some(record) = accounts::get(tx, id)? else {
            return Err(AppError::not_found((actor.words().store.not_found)(&id.to_string())).into());
        };
        let journal = events::of_account(tx, id)?;
        let users: HashMap<Id, String> =
            users::list(tx)?.into_iter().map(|user| (user.id, user.name)).collect();
        let summaries = campaigns::list(tx)?;
        let names: HashMap<Id, &str> =
            summaries.iter().map(|summary| (summary.campaign.id, summary.campaign.name.as_str())).collect();
        let open: Vec<_> = follow_ups::of_account(tx, id)?
            .into_iter()
            .filter(|follow_up| follow_up.done_on.is_none())
            .collect();
        let mut targeted = Vec::new();
        for summary in summaries.iter().filter(|summary| summary.campaign.launched_on.is_some()) {
            if campaigns::targets(tx, summary.campaign.id)?.iter().any(|target| target.account == id) {
                targeted.push(summary.campaign.name.clone());
            }
        }
        let batch = match record.account.batch {
            Some(batch) => imports::get(tx, batch)?.map(|batch| batch.file_name),
            None => None,
        };
        Ok(Fiche {
            rights: rights(tx, actor, id, now)?,
            timeline: timeline(&journal, &users, &names),
            follow_ups: rows(tx, &open, now.day())?,
            owner: record.account.owner.and_then(|owner| users.get(&owner).cloned()),
            campaigns: targeted,
            batch,
            account: record.account,
            persons: record.persons,
            standing: record.standing,
        })
    })
}

/// The right on each channel at a moment; by telephone also at this very hour.
fn rights(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id,
    now: Moment,
) -> std::result::Result<Vec<ChannelRight>, Fail> {
    // The holidays of Alsace and Moselle protect whoever lives there, wherever the company is.
    let rules = Rules::default();
    let mut rights = Vec::new();
    for channel in [Channel::Letter, Channel::Email, Channel::Phone, Channel::Visit] {
        for candidate in candidates(tx, &[id], channel)? {
            let right = right_to_contact(&candidate.contact_facts(), channel, now, &rules);
            rights.push(match right {
                Right::Allowed => ChannelRight {
                    channel,
                    allowed: true,
                    reason: actor.words().consent.allowed.to_owned(),
                    source: String::new(),
                    until: None,
                },
                Right::Refused(refusal) => ChannelRight {
                    channel,
                    allowed: false,
                    reason: (actor.words().consent.rule)(refusal.rule).to_owned(),
                    source: source(actor, refusal.rule),
                    until: refusal.until,
                },
            });
        }
    }
    Ok(rights)
}

/// Last first; what was taken back is shown so, the lines that took it back are not.
fn timeline(
    journal: &[Event],
    users: &HashMap<Id, String>,
    campaigns: &HashMap<Id, &str>,
) -> Vec<TimelineLine> {
    let voided: HashSet<Id> = journal.iter().filter_map(|event| event.voids).collect();
    let line = |event: &Event| TimelineLine {
        id: event.id,
        on: event.on,
        at: event.at,
        kind: event.kind,
        channel: event.channel(),
        outcome: event.outcome,
        campaign: event.campaign.and_then(|id| campaigns.get(&id).map(|name| (*name).to_owned())),
        by: event.by.and_then(|by| users.get(&by).cloned()),
        amount: event.amount,
        margin: event.margin,
        note: event.note.clone(),
        voided: voided.contains(&event.id),
    };
    journal.iter().rev().filter(|event| event.kind != EventKind::Voided).map(line).collect()
}
