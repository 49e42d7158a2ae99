//! Sessions of the web, and the throttle of sign-in attempts.

use filon_core::{Id, Moment};

use crate::db::{statements, values};
use crate::{Result, Tx};

/// A failed attempt is forgotten after a day.
const ATTEMPTS_KEPT_MS: i64 = 24 * 3_600_000;

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

statements! {
    INSERT = "INSERT INTO sessions (token_hash, user_id, csrf, created_at, seen_at, expires_at) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    FIND = "SELECT token_hash, user_id, csrf, created_at, seen_at, expires_at FROM sessions \
        WHERE token_hash = $1 AND expires_at > $2";
    TOUCH = "UPDATE sessions SET seen_at = $2, expires_at = $3 WHERE token_hash = $1";
    DELETE = "DELETE FROM sessions WHERE token_hash = $1";
    DELETE_OF_USER = "DELETE FROM sessions WHERE user_id = $1 AND token_hash <> $2";
    PURGE = "DELETE FROM sessions WHERE expires_at <= $1";
    PURGE_FAILURES = "DELETE FROM login_failures WHERE at <= $1";
    RECORD_FAILURE = "INSERT INTO login_failures (key, at) VALUES ($1, $2)";
    FAILURES = "SELECT COUNT(*), MAX(at) FROM login_failures WHERE key = $1 AND at >= $2";
    CLEAR_FAILURES = "DELETE FROM login_failures WHERE key = $1";
}

/// Opens a session.
pub fn insert(tx: &mut Tx<'_>, session: &Session) -> Result<()> {
    let Session { token_hash, user, csrf, created_at, seen_at, expires_at } = session;
    let values = values![token_hash, *user, csrf, *created_at, *seen_at, *expires_at];
    tx.execute(INSERT, values).map(|_| ())
}

/// The session of a token hash, where it has not expired by `now`.
pub fn find(tx: &mut Tx<'_>, token_hash: &str, now: Moment) -> Result<Option<Session>> {
    tx.first(FIND, values![token_hash, now], |row| {
        let mut columns = row.columns();
        Ok(Session {
            token_hash: columns.string()?,
            user: columns.id()?,
            csrf: columns.string()?,
            created_at: columns.moment()?,
            seen_at: columns.moment()?,
            expires_at: columns.moment()?,
        })
    })
}

/// Moves the last sight and the expiry.
pub fn touch(tx: &mut Tx<'_>, token_hash: &str, seen_at: Moment, expires_at: Moment) -> Result<()> {
    tx.execute(TOUCH, values![token_hash, seen_at, expires_at]).map(|_| ())
}

/// Ends a session.
pub fn delete(tx: &mut Tx<'_>, token_hash: &str) -> Result<()> {
    tx.execute(DELETE, values![token_hash]).map(|_| ())
}

/// Ends a user's sessions, except one.
pub fn delete_of_user(tx: &mut Tx<'_>, user: Id, except: Option<&str>) -> Result<()> {
    tx.execute(DELETE_OF_USER, values![user, except.unwrap_or("")]).map(|_| ())
}

/// Forgets sessions expired by `now` and sign-in attempts older than a day.
pub fn purge(tx: &mut Tx<'_>, now: Moment) -> Result<()> {
    tx.execute(PURGE, values![now])?;
    tx.execute(PURGE_FAILURES, values![now.millis() - ATTEMPTS_KEPT_MS]).map(|_| ())
}

/// Counts a failed attempt under a key (a folded name, an address).
pub fn record_failure(tx: &mut Tx<'_>, key: &str, at: Moment) -> Result<()> {
    tx.execute(RECORD_FAILURE, values![key, at]).map(|_| ())
}

/// How many failures a key has since a moment, and when the last one was.
pub fn failures(tx: &mut Tx<'_>, key: &str, since: Moment) -> Result<(i64, Option<Moment>)> {
    let failures = tx.first(FAILURES, values![key, since], |row| {
        let mut columns = row.columns();
        Ok((columns.int()?, columns.opt_moment()?))
    })?;
    Ok(failures.unwrap_or((0, None)))
}

/// Forgets the failures of a key, after a success.
pub fn clear_failures(tx: &mut Tx<'_>, key: &str) -> Result<()> {
    tx.execute(CLEAR_FAILURES, values![key]).map(|_| ())
}
