//! What a drop into a column writes, and what it must ask first.

use serde::{Deserialize, Serialize};

use super::{Column, column_of};
use crate::{Event, EventKind};

/// What a drop asks before it writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// The day on which it happened.
    Day,
    /// By which channel, among the kinds that the move allows.
    Channel,
    /// Day, time and place of the meeting.
    Meeting,
    /// Amount excluding tax.
    Amount,
    Margin,
    /// Which of its open quotes it is.
    Quote,
    /// Why, in their own words; it may stay empty.
    Reason,
}

impl Ask {
    pub const ALL: [Ask; 7] =
        [Ask::Day, Ask::Channel, Ask::Meeting, Ask::Amount, Ask::Margin, Ask::Quote, Ask::Reason];

    /// The word of the contract.
    pub const fn code(self) -> &'static str {
        match self {
            Ask::Day => "day",
            Ask::Channel => "channel",
            Ask::Meeting => "meeting",
            Ask::Amount => "amount",
            Ask::Margin => "margin",
            Ask::Quote => "quote",
            Ask::Reason => "reason",
        }
    }
}

/// A drop that is possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Move {
    /// The event to write, one of these; the first is proposed.
    pub kinds: &'static [EventKind],
    pub asks: &'static [Ask],
}

/// Why a drop is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    #[error("it stands there already")]
    SameColumn,
    /// What happened stays; a mistake is taken back on the account's own page.
    #[error("nobody goes back")]
    NeverBack,
    /// A client stays one until it is lost.
    #[error("it is a client")]
    IsClient,
    /// Nobody has contacted it yet, so that nothing is lost.
    #[error("it was never contacted")]
    NeverContacted,
    /// It asked for no contact at all; only its own order or consent brings it back.
    #[error("it opted out")]
    OptedOut,
    /// One more contact from us does not bring it back: a sign of theirs does.
    #[error("it stays lost")]
    StaysLost,
}

impl WhyNot {
    pub const ALL: [WhyNot; 6] = [
        WhyNot::SameColumn,
        WhyNot::NeverBack,
        WhyNot::IsClient,
        WhyNot::NeverContacted,
        WhyNot::OptedOut,
        WhyNot::StaysLost,
    ];

    /// The word of the contract.
    pub const fn code(self) -> &'static str {
        match self {
            WhyNot::SameColumn => "same_column",
            WhyNot::NeverBack => "never_back",
            WhyNot::IsClient => "is_client",
            WhyNot::NeverContacted => "never_contacted",
            WhyNot::OptedOut => "opted_out",
            WhyNot::StaysLost => "stays_lost",
        }
    }
}

/// What a drop depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    pub from: Column,
    /// It opted out of everything, and no consent came after.
    pub opted_out: bool,
    /// It has quotes that were sent and not answered.
    pub open_quote: bool,
}

/// The facts of an account by its standing events; the quotes are the caller's.
pub fn facts(events: &[&Event], open_quote: bool) -> Facts {
    let last = events.iter().rev().find(|event| {
        event.kind == EventKind::ConsentGiven
            || (event.kind == EventKind::OptedOut && event.channel.is_none())
    });
    Facts {
        from: column_of(events.iter().copied()),
        opted_out: last.is_some_and(|event| event.kind == EventKind::OptedOut),
        open_quote,
    }
}

/// What a drop writes. Once the event is written the account stands in the column.
///
/// # Errors
/// [`WhyNot`] names why the drop stands for nothing that could have happened.
pub fn move_to(facts: Facts, to: Column) -> Result<Move, WhyNot> {
    let Facts { from, opted_out, open_quote } = facts;
    let write = |kinds, asks| Ok(Move { kinds, asks });
    match (from, to) {
        _ if from == to => Err(WhyNot::SameColumn),
        (Column::Client, Column::Lost) => write(&[EventKind::CustomerLost], &[Ask::Reason, Ask::Day]),
        (Column::Client, _) => Err(WhyNot::IsClient),
        (_, Column::Client) if open_quote => {
            write(&[EventKind::OrderPlaced], &[Ask::Quote, Ask::Amount, Ask::Margin, Ask::Day])
        }
        (_, Column::Client) => write(&[EventKind::OrderPlaced], &[Ask::Amount, Ask::Margin, Ask::Day]),
        (Column::Suspect, Column::Lost) => Err(WhyNot::NeverContacted),
        (_, Column::Lost) if open_quote => {
            write(&[EventKind::QuoteRefused], &[Ask::Quote, Ask::Reason, Ask::Day])
        }
        (_, Column::Lost) => write(&[EventKind::NoInterest], &[Ask::Reason, Ask::Day]),
        (_, Column::Suspect) => Err(WhyNot::NeverBack),
        _ if opted_out => Err(WhyNot::OptedOut),
        (Column::Lost, Column::Contacted) => Err(WhyNot::StaysLost),
        _ if from > to && from != Column::Lost => Err(WhyNot::NeverBack),
        (_, Column::Contacted) => write(&CONTACTS, &[Ask::Channel, Ask::Day]),
        (_, Column::Interested) => write(&[EventKind::InterestShown], &[Ask::Day]),
        (_, Column::Meeting) => write(&[EventKind::MeetingSet], &[Ask::Meeting]),
        (_, Column::Quote) => write(&[EventKind::QuoteSent], &[Ask::Amount, Ask::Day]),
    }
}

const CONTACTS: [EventKind; 5] = [
    EventKind::CallMade,
    EventKind::EmailSent,
    EventKind::LetterPosted,
    EventKind::VisitMade,
    EventKind::FairMet,
];
