//! The stage of an account: derived from the journal, never typed in.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Event, EventKind};

/// Suspect, prospect, client, ancien client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Suspect,
    Prospect,
    Client,
    FormerClient,
}

impl Stage {
    pub const ALL: [Stage; 4] = [Stage::Suspect, Stage::Prospect, Stage::Client, Stage::FormerClient];

    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            Stage::Suspect => "suspect",
            Stage::Prospect => "prospect",
            Stage::Client => "client",
            Stage::FormerClient => "former_client",
        }
    }

    pub fn from_code(code: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

/// What the store keeps beside each account, and `filon check` recomputes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    pub stage: Stage,
    pub first_event_on: Option<Date>,
    /// Day of the last contact that we made.
    pub last_contact_on: Option<Date>,
    /// Day of the last contact that came from them.
    pub last_inbound_on: Option<Date>,
    pub first_order_on: Option<Date>,
    pub last_order_on: Option<Date>,
    pub orders: i64,
    /// Sum of the orders, in cents.
    pub revenue: i64,
    pub margin: i64,
}

impl Standing {
    /// The fold of an account's standing events, given in the order of the journal.
    ///
    /// Suspect until the first outgoing contact; prospect; client from the first order (or known as
    /// one before Filon); former client from a loss until the next order.
    pub fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Standing {
        let mut standing = Standing {
            stage: Stage::Suspect,
            first_event_on: None,
            last_contact_on: None,
            last_inbound_on: None,
            first_order_on: None,
            last_order_on: None,
            orders: 0,
            revenue: 0,
            margin: 0,
        };
        let mut known_client = false;
        let mut lost = false;
        for event in events {
            match event.kind {
                EventKind::ClientKnown => known_client = true,
                EventKind::OrderPlaced => {
                    lost = false;
                    standing.first_order_on.get_or_insert(event.on);
                    standing.last_order_on = Some(event.on);
                    standing.orders += 1;
                    standing.revenue += event.amount.unwrap_or(0);
                    standing.margin += event.margin.unwrap_or(0);
                }
                EventKind::CustomerLost => lost = true,
                _ => {}
            }
            if event.kind != EventKind::ClientKnown {
                standing.first_event_on.get_or_insert(event.on);
            }
            if event.kind.is_outgoing() {
                standing.last_contact_on = Some(event.on);
            }
            if event.kind.is_inbound() {
                standing.last_inbound_on = Some(event.on);
            }
        }
        let was_client = known_client || standing.orders > 0;
        standing.stage = match (was_client, lost) {
            (true, false) => Stage::Client,
            (true, true) => Stage::FormerClient,
            (false, _) if standing.last_contact_on.is_some() => Stage::Prospect,
            (false, _) => Stage::Suspect,
        };
        standing
    }
}
