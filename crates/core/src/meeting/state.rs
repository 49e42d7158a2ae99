//! What became of a meeting.

use serde::{Deserialize, Serialize};

/// The state of a meeting; the journal has a line for the first three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingState {
    /// It lies ahead, or nobody said yet what became of it.
    Planned,
    Held,
    /// Somebody did not come.
    Missed,
    /// Called off beforehand.
    Cancelled,
}

impl MeetingState {
    pub const ALL: [MeetingState; 4] =
        [MeetingState::Planned, MeetingState::Held, MeetingState::Missed, MeetingState::Cancelled];

    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            MeetingState::Planned => "planned",
            MeetingState::Held => "held",
            MeetingState::Missed => "missed",
            MeetingState::Cancelled => "cancelled",
        }
    }

    pub fn from_code(code: &str) -> Option<MeetingState> {
        MeetingState::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether it takes its owner's time: a meeting that was missed or called off does not.
    pub const fn takes_time(self) -> bool {
        matches!(self, MeetingState::Planned | MeetingState::Held)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        assert!(MeetingState::ALL.iter().all(|state| MeetingState::from_code(state.code()) == Some(*state)));
        assert_eq!(MeetingState::from_code("postponed"), None);
    }
}
