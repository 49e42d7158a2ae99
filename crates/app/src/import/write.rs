//! A planned import written: batch, accounts, persons, journal, objections; all in one transaction.

use std::collections::{HashMap, HashSet};

use filon_core::journal::standing;
use filon_core::{Channel, Event, EventKind, Id, Moment, Stage};
use filon_store::accounts::{self, Draft};
use filon_store::suppressions::Suppression;
use filon_store::{StoreError, Tx, events, imports, persons, suppressions};

use super::add::Common;
use super::pool::{Pool, Slot, Working};
use super::run::AsStage;
use crate::suppression::Hasher;
use crate::words::Words;

/// What the lines of the journal need.
pub(super) struct Writing<'a> {
    pub batch: &'a imports::Batch,
    pub by: Option<Id>,
    pub at: Moment,
    pub as_stage: Option<AsStage>,
    pub words: &'a Words,
    /// Becomes the base's suppression key where it has none.
    pub secret: [u8; 32],
}

/// So many accounts are opened at a time to be written.
const PART: usize = 5_000;

/// What is written after the new accounts.
#[derive(Default)]
struct After {
    existing: Vec<Working>,
    journal: Vec<Event>,
    objections: Vec<Suppression>,
    /// Rows whose account had objected before.
    known: Vec<usize>,
}

/// Writes everything; the answer is the rows whose account had objected before.
pub(super) fn write(
    tx: &mut Tx<'_>,
    pool: Pool,
    writing: &Writing<'_>,
    common: &Common,
    mut next: impl FnMut() -> Id,
) -> Result<Vec<usize>, StoreError> {
    imports::insert(tx, writing.batch)?;
    let hasher = Hasher::load(tx, writing.secret)?;
    let anybody_objected = suppressions::count(tx)? > 0;
    let mut after = After::default();
    let slots = pool.into_slots();
    let rows = slots.len();
    let mut slots = slots.into_iter();
    accounts::insert_parts(tx, rows, |tx| {
        let part: Vec<Slot> = slots.by_ref().take(PART).collect();
        if part.is_empty() {
            return Ok(None);
        }
        let opened = part.into_iter().map(|slot| slot.open(common, &mut next));
        let touched: Vec<Working> = opened.filter(|working| working.row > 0).collect();
        let suppressed = if anybody_objected { suppressed(tx, &touched, &hasher)? } else { HashMap::new() };
        let opted_before = opted_out_before(tx, &touched, &suppressed)?;
        let mut drafts = Vec::with_capacity(touched.len());
        for working in touched {
            let lines = lines(&working, writing, &hasher, &suppressed, &opted_before, &mut after, &mut next);
            if working.existing {
                after.journal.extend(lines);
                after.existing.push(working);
            } else {
                drafts.push(Draft { account: working.account, persons: working.persons, events: lines });
            }
        }
        Ok(Some(drafts))
    })?;
    update_existing(tx, &after.existing, writing)?;
    if !after.journal.is_empty() {
        events::append(tx, &after.journal)?;
    }
    if !after.objections.is_empty() {
        suppressions::add(tx, &after.objections)?;
    }
    let mut known = after.known;
    known.sort_unstable();
    known.dedup();
    Ok(known)
}

/// The lines of the journal that an account begins with, or that an account of the base gets.
fn lines(
    working: &Working,
    writing: &Writing<'_>,
    hasher: &Hasher,
    suppressed: &HashMap<Id, Vec<Option<Channel>>>,
    opted_before: &HashMap<Id, HashSet<Option<Channel>>>,
    after: &mut After,
    next: &mut impl FnMut() -> Id,
) -> Vec<Event> {
    let mut lines = Vec::new();
    let mut line = |kind: EventKind, channel: Option<Channel>, note: Option<String>| {
        lines.push(event(next(), working.account.id, kind, channel, note, writing));
    };
    let is_prospect = matches!(working.stage, Stage::Suspect | Stage::Prospect);
    if writing.as_stage == Some(AsStage::Client) && is_prospect {
        line(EventKind::ClientKnown, None, None);
    }
    let (file, words) = (writing.batch.file_name.as_str(), &writing.words.import);
    if let Some(row) = working.consented_by {
        line(EventKind::ConsentGiven, Some(Channel::Email), Some((words.consent_note)(file, row)));
    }
    let objected = opted_before.get(&working.account.id);
    let stands = |channel: Option<Channel>| {
        objected.is_some_and(|channels| channels.contains(&None) || channels.contains(&channel))
    };
    if let Some(row) = working.opted_out_by
        && !stands(None)
    {
        line(EventKind::OptedOut, None, Some((words.opposition_note)(file, row)));
        let since = Moment::start_of(writing.at.day());
        after.objections.extend(hasher.suppressions(&working.account, &working.persons, None, since));
    }
    for channel in suppressed.get(&working.account.id).into_iter().flatten() {
        if working.opted_out_by.is_none() && !stands(*channel) {
            line(EventKind::OptedOut, *channel, Some(words.suppressed_note.to_owned()));
            after.known.push(working.row);
        }
    }
    lines
}

fn update_existing(tx: &mut Tx<'_>, existing: &[Working], writing: &Writing<'_>) -> Result<(), StoreError> {
    let mut new_persons = Vec::new();
    for working in existing {
        if working.changed {
            accounts::update(tx, &working.account, writing.at)?;
        }
        for person in &working.persons {
            if working.new_persons.contains(&person.id) {
                new_persons.push(person.clone());
            } else if working.changed_persons.contains(&person.id) {
                persons::update(tx, person, writing.at)?;
            }
        }
    }
    if new_persons.is_empty() {
        Ok(())
    } else {
        persons::insert_many(tx, &new_persons, Some(writing.batch.id))
    }
}

/// The channels from which those accounts of the base that object now opted out already (`None`: from all).
fn opted_out_before(
    tx: &mut Tx<'_>,
    touched: &[Working],
    suppressed: &HashMap<Id, Vec<Option<Channel>>>,
) -> Result<HashMap<Id, HashSet<Option<Channel>>>, StoreError> {
    let objects = |working: &&Working| {
        working.existing && (working.opted_out_by.is_some() || suppressed.contains_key(&working.account.id))
    };
    let ids: Vec<Id> = touched.iter().filter(objects).map(|working| working.account.id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let journals = events::of_accounts(tx, &ids)?;
    let channels = |lines: &Vec<Event>| {
        let standing = standing(lines, None);
        standing.iter().filter(|event| event.kind == EventKind::OptedOut).map(|event| event.channel).collect()
    };
    Ok(journals.iter().map(|(id, lines)| (*id, channels(lines))).collect())
}

/// The channels on which accounts are on the suppression list.
fn suppressed(
    tx: &mut Tx<'_>,
    touched: &[Working],
    hasher: &Hasher,
) -> Result<HashMap<Id, Vec<Option<Channel>>>, StoreError> {
    let keys: Vec<Vec<String>> =
        touched.iter().map(|working| hasher.keys(&working.account, &working.persons, None)).collect();
    let flat: Vec<&str> = keys.iter().flatten().map(String::as_str).collect();
    let listed = suppressions::of(tx, &flat)?;
    if listed.is_empty() {
        return Ok(HashMap::new());
    }
    let mut found = HashMap::new();
    for (working, keys) in touched.iter().zip(&keys) {
        let mut channels: Vec<Option<Channel>> =
            keys.iter().filter_map(|key| listed.get(key)).flatten().map(|line| line.channel).collect();
        channels.sort_unstable();
        channels.dedup();
        // An objection to everything covers the others.
        if channels.first() == Some(&None) {
            channels.truncate(1);
        }
        if !channels.is_empty() {
            found.insert(working.account.id, channels);
        }
    }
    Ok(found)
}

fn event(
    id: Id,
    account: Id,
    kind: EventKind,
    channel: Option<Channel>,
    note: Option<String>,
    writing: &Writing<'_>,
) -> Event {
    Event {
        id,
        account,
        person: None,
        kind,
        channel,
        campaign: None,
        on: writing.at.day(),
        at: Some(writing.at),
        by: writing.by,
        outcome: None,
        minutes: None,
        kilometres: None,
        amount: None,
        margin: None,
        note,
        voids: None,
        recorded_at: writing.at,
    }
}
