//! Why somebody went no further.

use serde::{Deserialize, Serialize};

use crate::text::fold;
use crate::{CallOutcome, Event, EventKind};

/// What stopped an account. Words that were typed are folded, so that « Trop cher » and « trop cher »
/// are one reason; they are empty where nothing was typed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "reason", content = "said")]
pub enum LossReason {
    NoInterest,
    OptedOut,
    WrongNumber,
    /// The post brought the letter back (NPAI).
    Returned,
    Bounced,
    MeetingMissed,
    QuoteRefused(String),
    CustomerLost(String),
    /// Nothing came back, nor anything from us, for longer than one waits.
    Silent,
}

impl LossReason {
    /// The words of the contract, in the order in which reasons are shown.
    pub const CODES: [&'static str; 9] = [
        "no_interest",
        "opted_out",
        "wrong_number",
        "returned",
        "bounced",
        "meeting_missed",
        "quote_refused",
        "customer_lost",
        "silent",
    ];

    pub const fn code(&self) -> &'static str {
        match self {
            LossReason::NoInterest => "no_interest",
            LossReason::OptedOut => "opted_out",
            LossReason::WrongNumber => "wrong_number",
            LossReason::Returned => "returned",
            LossReason::Bounced => "bounced",
            LossReason::MeetingMissed => "meeting_missed",
            LossReason::QuoteRefused(_) => "quote_refused",
            LossReason::CustomerLost(_) => "customer_lost",
            LossReason::Silent => "silent",
        }
    }

    /// The reason of a code, with what was said where its kind of reason has words.
    pub fn from_code(code: &str, said: &str) -> Option<LossReason> {
        Some(match code {
            "no_interest" => LossReason::NoInterest,
            "opted_out" => LossReason::OptedOut,
            "wrong_number" => LossReason::WrongNumber,
            "returned" => LossReason::Returned,
            "bounced" => LossReason::Bounced,
            "meeting_missed" => LossReason::MeetingMissed,
            "quote_refused" => LossReason::QuoteRefused(fold(said)),
            "customer_lost" => LossReason::CustomerLost(fold(said)),
            "silent" => LossReason::Silent,
            _ => return None,
        })
    }

    /// What was typed, folded; `None` where the kind of reason has no words or none were typed.
    pub fn said(&self) -> Option<&str> {
        match self {
            LossReason::QuoteRefused(said) | LossReason::CustomerLost(said) if !said.is_empty() => Some(said),
            _ => None,
        }
    }

    /// The reason that an event gives, if it is one to stop.
    pub(super) fn of(event: &Event) -> Option<LossReason> {
        let said = || fold(event.note.as_deref().unwrap_or_default());
        Some(match event.kind {
            EventKind::NoInterest => LossReason::NoInterest,
            EventKind::OptedOut => LossReason::OptedOut,
            EventKind::CallMade if event.outcome == Some(CallOutcome::WrongNumber) => LossReason::WrongNumber,
            EventKind::LetterReturned => LossReason::Returned,
            EventKind::EmailBounced => LossReason::Bounced,
            EventKind::MeetingMissed => LossReason::MeetingMissed,
            EventKind::QuoteRefused => LossReason::QuoteRefused(said()),
            EventKind::CustomerLost => LossReason::CustomerLost(said()),
            _ => return None,
        })
    }

    /// Whether what we sent or dialled did not arrive; another try takes such a reason away.
    pub(super) const fn is_failed_contact(&self) -> bool {
        matches!(self, LossReason::WrongNumber | LossReason::Returned | LossReason::Bounced)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        for code in LossReason::CODES {
            assert_eq!(LossReason::from_code(code, "").map(|reason| reason.code()), Some(code));
        }
        assert_eq!(LossReason::from_code("fax", ""), None);
        let dear = LossReason::from_code("quote_refused", "Trop  CHER");
        assert_eq!(dear.as_ref().and_then(LossReason::said), Some("trop cher"));
        assert_eq!(LossReason::QuoteRefused(String::new()).said(), None);
        let json = serde_json::to_string(&dear).expect("written");
        assert_eq!(json, r#"{"reason":"quote_refused","said":"trop cher"}"#);
    }
}
