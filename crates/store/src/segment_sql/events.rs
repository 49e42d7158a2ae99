//! Fields that ask the journal. Lines that were taken back never count.

use filon_core::segment::{Field, Test};
use filon_core::{Channel, EventKind};

use super::fields::{nothing, value};
use super::{Binder, any, patterns};

const MEETING: &[EventKind] = &[EventKind::MeetingSet, EventKind::MeetingHeld, EventKind::MeetingMissed];
const QUOTE: &[EventKind] = &[EventKind::QuoteSent, EventKind::QuoteAccepted, EventKind::QuoteRefused];
const ORDER: &[EventKind] = &[EventKind::OrderPlaced];

pub(super) fn read(field: &Field, test: &Test, binder: &mut Binder) -> String {
    match (field, test) {
        (Field::Meeting, test) => dated(MEETING, test, binder),
        (Field::Quote, test) => dated(QUOTE, test, binder),
        (Field::Order, test) => dated(ORDER, test, binder),
        (Field::Event, Test::Events(kinds)) => of_kinds(kinds, binder),
        (Field::Event, Test::Empty) => format!("(NOT {})", any_event()),
        (Field::Event, Test::Filled) => any_event(),
        (Field::Channel, Test::Channels(channels)) => of_kinds(&outgoing(channels), binder),
        (Field::Channel, Test::Empty) => "(a.last_contact_on IS NULL)".to_owned(),
        (Field::Channel, Test::Filled) => "(a.last_contact_on IS NOT NULL)".to_owned(),
        (Field::Campaign, test) => campaign(test, binder),
        (Field::Consent, Test::Channels(channels)) => consent(Some(channels), binder),
        (Field::Consent, Test::Filled) => consent(None, binder),
        (Field::Consent, Test::Empty) => format!("(NOT {})", consent(None, binder)),
        (Field::OptOut, Test::Channels(channels)) => opt_out(Some(channels), binder),
        (Field::OptOut, Test::Filled) => opt_out(None, binder),
        (Field::OptOut, Test::Empty) => format!("(NOT {})", opt_out(None, binder)),
        _ => nothing(),
    }
}

/// Accounts with a standing line of these kinds; a line that takes another back is none. The set is made
/// once for the whole statement, from an index.
fn of_kinds(kinds: &[EventKind], binder: &mut Binder) -> String {
    let standing = kinds.iter().filter(|kind| **kind != EventKind::Voided);
    let kinds = patterns::words("e.kind", standing.map(|kind| kind.code()), binder);
    format!("(a.id IN (SELECT e.holder FROM events e WHERE e.voided_by IS NULL AND {kinds}))")
}

fn dated(kinds: &[EventKind], test: &Test, binder: &mut Binder) -> String {
    match test {
        Test::Filled => of_kinds(kinds, binder),
        Test::Empty => format!("(NOT {})", of_kinds(kinds, binder)),
        test => {
            let kinds = patterns::words("e.kind", kinds.iter().map(|kind| kind.code()), binder);
            let day = value("e.day", test, binder);
            format!(
                "(a.id IN (SELECT e.holder FROM events e WHERE e.voided_by IS NULL AND {kinds} AND {day}))"
            )
        }
    }
}

fn any_event() -> String {
    "EXISTS (SELECT 1 FROM events e WHERE e.holder = a.id AND e.voided_by IS NULL AND e.kind <> 'voided')"
        .to_owned()
}

/// Each outgoing kind says its own channel.
fn outgoing(channels: &[Channel]) -> Vec<EventKind> {
    let goes_by = |kind: &EventKind| kind.own_channel().is_some_and(|channel| channels.contains(&channel));
    EventKind::ALL.into_iter().filter(|kind| kind.is_outgoing() && goes_by(kind)).collect()
}

/// In the target of a campaign, or with a standing line of it.
fn campaign(test: &Test, binder: &mut Binder) -> String {
    let named = match test {
        Test::Text(texts) => patterns::text("c.name_key", texts, binder),
        Test::Filled => "(1 = 1)".to_owned(),
        Test::Empty => return format!("(NOT {})", campaign(&Test::Filled, binder)),
        _ => return nothing(),
    };
    any(vec![
        format!(
            "(a.id IN (SELECT t.account FROM targets t JOIN campaigns c ON c.id = t.campaign WHERE {named}))"
        ),
        format!(
            "(a.id IN (SELECT e.holder FROM events e JOIN campaigns c ON c.id = e.campaign \
             WHERE e.voided_by IS NULL AND e.kind <> 'voided' AND {named}))"
        ),
    ])
}

fn consent(channels: Option<&[Channel]>, binder: &mut Binder) -> String {
    stands(channels, binder, |code| {
        format!(
            "(a.id IN (SELECT e.holder FROM events e WHERE e.voided_by IS NULL AND e.kind = 'consent_given' \
             AND (e.channel IS NULL OR e.channel = {code}) AND NOT EXISTS (SELECT 1 FROM events o \
             WHERE o.holder = e.holder AND o.voided_by IS NULL AND o.kind = 'opted_out' \
             AND (o.channel IS NULL OR o.channel = {code}) \
             AND (o.day > e.day OR (o.day = e.day AND o.id > e.id)))))"
        )
    })
}

/// Opted out of one of these channels, or of any; only a later consent to that very channel lifts it.
fn opt_out(channels: Option<&[Channel]>, binder: &mut Binder) -> String {
    stands(channels, binder, |code| {
        format!(
            "(a.id IN (SELECT e.holder FROM events e WHERE e.voided_by IS NULL AND e.kind = 'opted_out' \
             AND (e.channel IS NULL OR e.channel = {code}) AND NOT EXISTS (SELECT 1 FROM events c \
             WHERE c.holder = e.holder AND c.voided_by IS NULL AND c.kind = 'consent_given' \
             AND c.channel = {code} AND (c.day > e.day OR (c.day = e.day AND c.id > e.id)))))"
        )
    })
}

fn stands(channels: Option<&[Channel]>, binder: &mut Binder, one: impl Fn(&str) -> String) -> String {
    let asked = channels.unwrap_or(&Channel::ALL);
    any(asked.iter().map(|channel| one(&binder.bind(channel.code()))).collect())
}
