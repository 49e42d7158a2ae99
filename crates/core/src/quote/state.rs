//! What becomes of a quote.

use serde::{Deserialize, Serialize};

use crate::EventKind;

/// Where a quote stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteState {
    Draft,
    Sent,
    Accepted,
    Refused,
    /// Its last day went by without an answer.
    Expired,
}

impl QuoteState {
    pub const ALL: [QuoteState; 5] =
        [QuoteState::Draft, QuoteState::Sent, QuoteState::Accepted, QuoteState::Refused, QuoteState::Expired];

    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            QuoteState::Draft => "draft",
            QuoteState::Sent => "sent",
            QuoteState::Accepted => "accepted",
            QuoteState::Refused => "refused",
            QuoteState::Expired => "expired",
        }
    }

    pub fn from_code(code: &str) -> Option<QuoteState> {
        QuoteState::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The state after an act. Give the state of the day ([`Quote::state_on`](super::Quote::state_on)):
    /// whether its last day went by decides.
    ///
    /// # Errors
    /// [`NotPossible`] names why not; the state stays as it is.
    pub const fn after(self, act: QuoteAct) -> Result<QuoteState, NotPossible> {
        match (self, act) {
            (QuoteState::Draft, QuoteAct::Edit) => Ok(QuoteState::Draft),
            (QuoteState::Draft, QuoteAct::Send) => Ok(QuoteState::Sent),
            (QuoteState::Draft, _) => Err(NotPossible::NotSent),
            (QuoteState::Sent | QuoteState::Expired, QuoteAct::Prolong) => Ok(QuoteState::Sent),
            (QuoteState::Sent, QuoteAct::Accept) => Ok(QuoteState::Accepted),
            (QuoteState::Sent | QuoteState::Expired, QuoteAct::Refuse) => Ok(QuoteState::Refused),
            (QuoteState::Sent, QuoteAct::Edit | QuoteAct::Send) => Err(NotPossible::AlreadySent),
            (QuoteState::Expired, QuoteAct::Accept | QuoteAct::Edit | QuoteAct::Send) => {
                Err(NotPossible::Expired)
            }
            (QuoteState::Accepted, _) => Err(NotPossible::AlreadyAccepted),
            (QuoteState::Refused, _) => Err(NotPossible::AlreadyRefused),
        }
    }
}

/// What somebody does with a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteAct {
    Edit,
    /// Needs its mentions ([`missing_mentions`](super::missing_mentions)); gives the number.
    Send,
    Accept,
    Refuse,
    /// Gives it another last day.
    Prolong,
}

impl QuoteAct {
    pub const ALL: [QuoteAct; 5] =
        [QuoteAct::Edit, QuoteAct::Send, QuoteAct::Accept, QuoteAct::Refuse, QuoteAct::Prolong];

    /// The word of the contract.
    pub const fn code(self) -> &'static str {
        match self {
            QuoteAct::Edit => "edit",
            QuoteAct::Send => "send",
            QuoteAct::Accept => "accept",
            QuoteAct::Refuse => "refuse",
            QuoteAct::Prolong => "prolong",
        }
    }

    pub fn from_code(code: &str) -> Option<QuoteAct> {
        QuoteAct::ALL.into_iter().find(|act| act.code() == code)
    }

    /// The line of the journal that the act writes.
    pub const fn event(self) -> Option<EventKind> {
        match self {
            QuoteAct::Send => Some(EventKind::QuoteSent),
            QuoteAct::Accept => Some(EventKind::QuoteAccepted),
            QuoteAct::Refuse => Some(EventKind::QuoteRefused),
            QuoteAct::Edit | QuoteAct::Prolong => None,
        }
    }
}

/// Why an act is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum NotPossible {
    #[error("it was not sent yet")]
    NotSent,
    /// A quote that was sent is not changed: one makes another from it.
    #[error("it was sent already")]
    AlreadySent,
    /// A second click is no second order.
    #[error("it was accepted already")]
    AlreadyAccepted,
    #[error("it was refused already")]
    AlreadyRefused,
    /// Prolong it first.
    #[error("it has expired")]
    Expired,
}

impl NotPossible {
    pub const ALL: [NotPossible; 5] = [
        NotPossible::NotSent,
        NotPossible::AlreadySent,
        NotPossible::AlreadyAccepted,
        NotPossible::AlreadyRefused,
        NotPossible::Expired,
    ];

    /// The word of the contract.
    pub const fn code(self) -> &'static str {
        match self {
            NotPossible::NotSent => "not_sent",
            NotPossible::AlreadySent => "already_sent",
            NotPossible::AlreadyAccepted => "already_accepted",
            NotPossible::AlreadyRefused => "already_refused",
            NotPossible::Expired => "expired",
        }
    }
}
