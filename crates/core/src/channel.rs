//! The ways in which a company contacts people.

use serde::{Deserialize, Serialize};

/// A channel (canal).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Letter,
    Email,
    Phone,
    Visit,
    Fair,
    Other,
}

impl Channel {
    pub const ALL: [Channel; 6] =
        [Channel::Letter, Channel::Email, Channel::Phone, Channel::Visit, Channel::Fair, Channel::Other];

    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            Channel::Letter => "letter",
            Channel::Email => "email",
            Channel::Phone => "phone",
            Channel::Visit => "visit",
            Channel::Fair => "fair",
            Channel::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<Channel> {
        Channel::ALL.into_iter().find(|channel| channel.code() == code)
    }
}
