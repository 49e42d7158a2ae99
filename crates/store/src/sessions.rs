//! Sessions of the web, and the throttle of sign-in attempts.

use filon_core::{Id, Moment};

use crate::{Result, Tx};

/// An open session. The token itself is never stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Hash of the token, in hexadecimal.
    pub token_hash: String,
    pub user: Id,
    pub csrf: String,
    pub created_at: Moment,
    pub seen_at: Moment,
    pub expires_at: Moment,
}

pub fn insert(tx: &mut Tx<'_>, session: &Session) -> Result<()> {
    todo!()
}

/// The session of a token hash, where it has not expired by `now`.
pub fn find(tx: &mut Tx<'_>, token_hash: &str, now: Moment) -> Result<Option<Session>> {
    todo!()
}

/// Moves the last sight and the expiry.
pub fn touch(tx: &mut Tx<'_>, token_hash: &str, seen_at: Moment, expires_at: Moment) -> Result<()> {
    todo!()
}

pub fn delete(tx: &mut Tx<'_>, token_hash: &str) -> Result<()> {
    todo!()
}

/// Ends a user's sessions, except one.
pub fn delete_of_user(tx: &mut Tx<'_>, user: Id, except: Option<&str>) -> Result<()> {
    todo!()
}

/// Forgets sessions expired by `now` and sign-in attempts older than a day.
pub fn purge(tx: &mut Tx<'_>, now: Moment) -> Result<()> {
    todo!()
}

/// Counts a failed attempt under a key (a folded name, an address).
pub fn record_failure(tx: &mut Tx<'_>, key: &str, at: Moment) -> Result<()> {
    todo!()
}

/// How many failures a key has since a moment, and when the last one was.
pub fn failures(tx: &mut Tx<'_>, key: &str, since: Moment) -> Result<(i64, Option<Moment>)> {
    todo!()
}

/// Forgets the failures of a key, after a success.
pub fn clear_failures(tx: &mut Tx<'_>, key: &str) -> Result<()> {
    todo!()
}
