//! The board: where an account stands, and what a drop writes.

use filon_core::board::{Ask, Column, Facts, WhyNot, column_of, facts, move_to};
use filon_core::journal::{Standing, standing};
use filon_core::{Channel, EventKind, Stage};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::story::{Story, id};

const DAY: Date = date(2026, 3, 2);

fn after(kinds: &[EventKind]) -> Column {
    let mut dupont = Story::of(id(1));
    for kind in kinds {
        dupont.add(*kind, DAY);
    }
    column_of(&dupont.events)
}

#[test]
fn a_prospect_goes_from_column_to_column() {
    use EventKind::*;
    let course = [LetterPosted, InterestShown, MeetingSet, QuoteSent, OrderPlaced, CustomerLost];
    let columns: Vec<Column> = (0..=course.len()).map(|n| after(&course[..n])).collect();
    assert_eq!(columns, Column::ALL);
    assert_eq!(after(&[LetterPosted, QuoteSent, MeetingHeld, CallMade]), Column::Quote);
    assert_eq!(after(&[LetterPosted, MeetingSet, MeetingMissed]), Column::Meeting);
    assert_eq!(after(&[LetterPosted, LetterReturned, Note]), Column::Contacted);
}

#[test]
fn who_was_lost_stands_where_he_comes_back_to() {
    use EventKind::*;
    assert_eq!(after(&[QuoteSent, QuoteRefused]), Column::Lost);
    assert_eq!(after(&[QuoteSent, QuoteRefused, CallMade]), Column::Lost);
    assert_eq!(after(&[QuoteSent, QuoteRefused, InterestShown]), Column::Interested);
    assert_eq!(after(&[OrderPlaced, NoInterest]), Column::Client);
    assert_eq!(after(&[ClientKnown, CustomerLost, OrderPlaced]), Column::Client);
    let mut martin = Story::of(id(1));
    martin.add(EventKind::EmailSent, DAY);
    martin.add(EventKind::OptedOut, DAY).channel = Some(Channel::Email);
    assert_eq!(column_of(&martin.events), Column::Contacted, "he may still be called");
    martin.add(EventKind::OptedOut, DAY);
    assert_eq!(column_of(&martin.events), Column::Lost);
}

fn from(column: Column) -> Facts {
    Facts { from: column, opted_out: false, open_quote: false }
}

#[test]
fn a_drop_asks_what_its_event_needs() {
    let order = move_to(from(Column::Quote), Column::Client).unwrap();
    assert_eq!(order.kinds, [EventKind::OrderPlaced]);
    assert_eq!(order.asks, [Ask::Amount, Ask::Margin, Ask::Day]);
    let quoted = Facts { open_quote: true, ..from(Column::Quote) };
    assert!(move_to(quoted, Column::Client).unwrap().asks.contains(&Ask::Quote));
    assert_eq!(move_to(quoted, Column::Lost).unwrap().kinds, [EventKind::QuoteRefused]);
    let lost = move_to(from(Column::Client), Column::Lost).unwrap();
    assert_eq!(
        (lost.kinds, lost.asks),
        ([EventKind::CustomerLost].as_slice(), [Ask::Reason, Ask::Day].as_slice())
    );
    assert_eq!(move_to(from(Column::Contacted), Column::Meeting).unwrap().asks, [Ask::Meeting]);
}

#[test]
fn a_drop_that_cannot_have_happened_says_why_not() {
    let refused = |at, to| move_to(from(at), to).unwrap_err();
    assert_eq!(refused(Column::Quote, Column::Quote), WhyNot::SameColumn);
    assert_eq!(refused(Column::Quote, Column::Interested), WhyNot::NeverBack);
    assert_eq!(refused(Column::Contacted, Column::Suspect), WhyNot::NeverBack);
    assert_eq!(refused(Column::Client, Column::Quote), WhyNot::IsClient);
    assert_eq!(refused(Column::Suspect, Column::Lost), WhyNot::NeverContacted);
    assert_eq!(refused(Column::Lost, Column::Contacted), WhyNot::StaysLost);
    let opposed = Facts { opted_out: true, ..from(Column::Lost) };
    assert_eq!(move_to(opposed, Column::Interested), Err(WhyNot::OptedOut));
    assert_eq!(move_to(opposed, Column::Client).unwrap().kinds, [EventKind::OrderPlaced]);
}

#[test]
fn codes_read_back() {
    assert!(Column::ALL.iter().all(|column| Column::from_code(column.code()) == Some(*column)));
    let mut codes: Vec<&str> = WhyNot::ALL.map(WhyNot::code).to_vec();
    codes.extend(Ask::ALL.map(Ask::code));
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), WhyNot::ALL.len() + Ask::ALL.len());
}

proptest! {
    /// Whatever an account lived through, a drop that is possible takes it into its column, by any of
    /// the events offered; and the clients of the board are those of the journal.
    #[test]
    fn a_drop_takes_the_account_into_the_column(
        lines in prop::collection::vec((0usize..25, prop::option::of(0usize..6)), 0..12),
        to in 0usize..7,
        open_quote: bool,
    ) {
        let mut dupont = Story::of(id(1));
        for (kind, channel) in &lines {
            dupont.add(EventKind::ALL[*kind], DAY).channel = channel.map(|at| Channel::ALL[at]);
        }
        let events = standing(&dupont.events, None);
        let stage = Standing::fold(events.iter().copied()).stage;
        prop_assert_eq!(column_of(events.iter().copied()) == Column::Client, stage == Stage::Client);
        let to = Column::ALL[to];
        let Ok(possible) = move_to(facts(&events, open_quote), to) else { return Ok(()) };
        prop_assert!(!possible.kinds.is_empty() && !possible.asks.is_empty());
        for kind in possible.kinds {
            let mut then = Story::of(id(1));
            then.events.clone_from(&dupont.events);
            then.add(*kind, DAY);
            prop_assert_eq!(column_of(standing(&then.events, None)), to, "{:?}", kind);
        }
    }
}
