//! Follow-ups (relances): something to do with an account at a date.

use serde::{Deserialize, Serialize};

use crate::Channel;

/// What is to be done. Why is a [`FollowUpReason`](crate::call::FollowUpReason), a free text, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpKind {
    Call,
    Email,
    Letter,
    Visit,
    Quote,
    Other,
}

impl FollowUpKind {
    pub const ALL: [FollowUpKind; 6] = [
        FollowUpKind::Call,
        FollowUpKind::Email,
        FollowUpKind::Letter,
        FollowUpKind::Visit,
        FollowUpKind::Quote,
        FollowUpKind::Other,
    ];

    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            FollowUpKind::Call => "call",
            FollowUpKind::Email => "email",
            FollowUpKind::Letter => "letter",
            FollowUpKind::Visit => "visit",
            FollowUpKind::Quote => "quote",
            FollowUpKind::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<FollowUpKind> {
        FollowUpKind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The channel whose right to contact it needs; a quote goes out by the one that was agreed on.
    pub const fn channel(self) -> Option<Channel> {
        match self {
            FollowUpKind::Call => Some(Channel::Phone),
            FollowUpKind::Email => Some(Channel::Email),
            FollowUpKind::Letter => Some(Channel::Letter),
            FollowUpKind::Visit => Some(Channel::Visit),
            FollowUpKind::Quote | FollowUpKind::Other => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        assert!(FollowUpKind::ALL.iter().all(|kind| FollowUpKind::from_code(kind.code()) == Some(*kind)));
        assert_eq!(FollowUpKind::from_code("fax"), None);
    }
}
