//! Meetings (rendez-vous): a time, a place, and what became of them.

mod clash;
mod place;
mod prefectures;
mod state;
mod travel;

pub use clash::{Clash, clashes};
pub use place::{Place, PlaceKind};
pub use state::MeetingState;
pub use travel::travel_minutes;

use serde::{Deserialize, Serialize};

use crate::{Id, Moment};

/// A meeting with an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    pub id: Id,
    pub account: Id,
    /// Whom one meets; `None` = whoever is there.
    pub person: Option<Id>,
    pub campaign: Option<Id>,
    /// The user who goes; `None` = nobody in particular yet.
    pub owner: Option<Id>,
    pub starts_at: Moment,
    /// Length, in minutes.
    pub minutes: u32,
    pub place: Place,
    pub subject: String,
    pub note: String,
    pub state: MeetingState,
    /// 0 when it is set, one more with each change: calendars take the higher one (RFC 5545, 3.8.7.4).
    pub sequence: u32,
    pub created_at: Moment,
    pub changed_at: Moment,
}

impl Meeting {
    /// The moment at which it is over.
    pub fn ends_at(&self) -> Moment {
        Moment::from_millis(self.starts_at.millis().saturating_add(i64::from(self.minutes) * 60_000))
    }
}
