//! The column of an account, folded from its journal.

use serde::{Deserialize, Serialize};

use crate::{Event, EventKind};

/// The columns, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    Suspect,
    Contacted,
    Interested,
    Meeting,
    Quote,
    Client,
    Lost,
}

impl Column {
    pub const ALL: [Column; 7] = [
        Column::Suspect,
        Column::Contacted,
        Column::Interested,
        Column::Meeting,
        Column::Quote,
        Column::Client,
        Column::Lost,
    ];

    /// The word of the contract and of the address of a page.
    pub const fn code(self) -> &'static str {
        match self {
            Column::Suspect => "suspect",
            Column::Contacted => "contacted",
            Column::Interested => "interested",
            Column::Meeting => "meeting",
            Column::Quote => "quote",
            Column::Client => "client",
            Column::Lost => "lost",
        }
    }

    pub fn from_code(code: &str) -> Option<Column> {
        Column::ALL.into_iter().find(|column| column.code() == code)
    }

    /// Where an event takes an account that stands here.
    fn after(self, event: &Event) -> Column {
        match (self, event.kind) {
            (_, EventKind::OrderPlaced) => Column::Client,
            (_, EventKind::CustomerLost) => Column::Lost,
            (Column::Client, _) => Column::Client,
            (_, EventKind::NoInterest | EventKind::QuoteRefused) => Column::Lost,
            (_, EventKind::OptedOut) if event.channel.is_none() => Column::Lost,
            (_, kind) => match kind.funnel_level() {
                // Whoever was lost and comes back stands where he comes back to.
                Some(level) if self == Column::Lost => Column::of_level(level),
                Some(level) => self.max(Column::of_level(level)),
                None if kind.is_outgoing() => self.max(Column::Contacted),
                None => self,
            },
        }
    }

    const fn of_level(level: usize) -> Column {
        match level {
            1 => Column::Interested,
            2 => Column::Meeting,
            3 => Column::Quote,
            _ => Column::Client,
        }
    }
}

/// The column of an account by its standing events, in the order of the journal: as far as it got since
/// it was lost last. Clients are those of [`Stage::Client`](crate::Stage::Client). Opting out of one
/// channel loses nobody, a missed meeting or a wrong number neither: they are to be mended.
pub fn column_of<'a>(events: impl IntoIterator<Item = &'a Event>) -> Column {
    let events: Vec<&Event> = events.into_iter().collect();
    let known = events.iter().any(|event| event.kind == EventKind::ClientKnown);
    let start = if known { Column::Client } else { Column::Suspect };
    events.into_iter().fold(start, Column::after)
}
