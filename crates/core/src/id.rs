//! Identifiers: ULIDs, so that they sort by the time at which they were made.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ulid::Ulid;

use crate::Moment;

/// An identifier: 26 characters of Crockford base 32, the first ten of them the millisecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Id(Ulid);

impl Id {
    /// The identifier of a millisecond and of 80 bits drawn by the caller.
    pub fn new(at: Moment, chance: u128) -> Id {
        Id(Ulid::from_parts(at.millis().max(0).unsigned_abs(), chance))
    }

    /// Its 128 bits, for what is drawn by account.
    pub(crate) const fn bits(self) -> u128 {
        self.0.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The text was not an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an identifier")]
pub struct NotAnId(pub String);

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Id, NotAnId> {
        Ulid::from_string(text).map(Id).map_err(|_| NotAnId(text.to_owned()))
    }
}

impl From<Id> for String {
    fn from(id: Id) -> String {
        id.0.to_string()
    }
}

impl TryFrom<String> for Id {
    type Error = NotAnId;

    fn try_from(text: String) -> Result<Id, NotAnId> {
        text.parse()
    }
}

/// Hands out identifiers that only grow, so that the journal keeps the order of entry even for
/// thousands of lines written in one millisecond.
#[derive(Debug, Clone)]
pub struct IdSource {
    next: Ulid,
}

impl IdSource {
    /// Starts at a moment, with 80 bits drawn by the caller.
    pub fn new(at: Moment, chance: u128) -> IdSource {
        IdSource { next: Id::new(at, chance).0 }
    }

    /// The next identifier, greater than every one before.
    pub fn next_id(&mut self) -> Id {
        let id = self.next;
        self.next = id.increment().unwrap_or(Ulid(id.0.wrapping_add(1)));
        Id(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_grow_within_one_millisecond_and_read_back() {
        let mut source = IdSource::new(Moment::from_millis(1_790_000_000_000), u128::MAX);
        let ids: Vec<Id> = (0..1000).map(|_| source.next_id()).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1] && pair[0].to_string() < pair[1].to_string()));
        assert_eq!(ids[7].to_string().parse(), Ok(ids[7]));
        assert!("pas un ULID".parse::<Id>().is_err());
    }
}
