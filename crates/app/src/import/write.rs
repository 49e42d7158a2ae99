//! A planned import written: batch, accounts, persons, journal, objections; all in one transaction.

use std::collections::{HashMap, HashSet};
use std::mem::take;

use filon_core::journal::standing;
use filon_core::{Channel, Event, EventKind, Id, Moment, Stage};
use filon_store::accounts::{self, Draft};
use filon_store::suppressions::Suppression;
use filon_store::{StoreError, Tx, events, imports, persons, suppressions};

use super::add::Common;
use super::pool::{Pool, Working};
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
const PART: usize = 1_000;

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
    mut next: impl FnMut() -> Id + Send,
) -> Result<Vec<usize>, StoreError> {
    imports::insert(tx, writing.batch)?;
    let hasher = Hasher::load(tx, writing.secret)?;
    let listed = suppressions::all(tx)?;
    let mut after = After::default();
    let slots = pool.into_slots();
    let rows = slots.len();
    let (mut slots, collected) = (slots.into_iter(), &mut after);
    let parts = std::iter::from_fn(|| {
        let mut drafts = Vec::with_capacity(PART);
        for slot in slots.by_ref() {
            let working = slot.open(common, &mut next);
            if working.existing {
                collected.existing.push(working);
                continue;
            }
            let suppressed = suppressed(&working, &listed, &hasher);
            let events = lines(&working, writing, &hasher, &suppressed, None, collected, &mut next);
            drafts.push(Draft { account: working.account, persons: working.persons, events });
            if drafts.len() == PART {
                break;
            }
        }
        (!drafts.is_empty()).then_some(drafts)
    });
    accounts::insert_parts(tx, rows, parts)?;
    let existing = take(&mut after.existing);
    let touched: Vec<Working> = existing.into_iter().filter(|working| working.row > 0).collect();
    for part in touched.chunks(PART) {
        let suppressed: Vec<_> = part.iter().map(|working| suppressed(working, &listed, &hasher)).collect();
        let objected = opted_out_before(tx, part, &suppressed)?;
        for (working, suppressed) in part.iter().zip(&suppressed) {
            let objected = objected.get(&working.account.id);
            let lines = lines(working, writing, &hasher, suppressed, objected, &mut after, &mut next);
            after.journal.extend(lines);
        }
    }
    update_existing(tx, &touched, writing)?;
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
    suppressed: &[Option<Channel>],
    objected: Option<&HashSet<Option<Channel>>>,
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
    for channel in suppressed {
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
    suppressed: &[Vec<Option<Channel>>],
) -> Result<HashMap<Id, HashSet<Option<Channel>>>, StoreError> {
    let pairs = touched.iter().zip(suppressed);
    let objecting = pairs.filter(|(working, of)| working.opted_out_by.is_some() || !of.is_empty());
    let ids: Vec<Id> = objecting.map(|(working, _)| working.account.id).collect();
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

/// The channels on which an account is on the suppression list.
fn suppressed(
    working: &Working,
    listed: &HashMap<String, Vec<Suppression>>,
    hasher: &Hasher,
) -> Vec<Option<Channel>> {
    if listed.is_empty() {
        return Vec::new();
    }
    let keys = hasher.keys(&working.account, &working.persons, None);
    let mut channels: Vec<Option<Channel>> =
        keys.iter().filter_map(|key| listed.get(key)).flatten().map(|line| line.channel).collect();
    channels.sort_unstable();
    channels.dedup();
    // An objection to everything covers the others.
    if channels.first() == Some(&None) {
        channels.truncate(1);
    }
    channels
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
