//! Private addresses of calendars that others subscribe to. The token itself is never stored.

use filon_core::{Id, Moment};

use crate::db::{Row, statements, values};
use crate::{Result, Tx};

/// The feed of a user, or of everybody where Filon is used without users.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedToken {
    /// Hash of the token, in hexadecimal.
    pub token_hash: String,
    pub user: Option<Id>,
    pub created_at: Moment,
    pub revoked_at: Option<Moment>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT token_hash, user_id, created_at, revoked_at FROM feed_tokens ", $rest)
    };
}

statements! {
    INSERT = "INSERT INTO feed_tokens (token_hash, user_id, created_at, revoked_at) VALUES ($1, $2, $3, $4)";
    FIND = select!("WHERE token_hash = $1 AND revoked_at IS NULL");
    OF_USER = select!("WHERE COALESCE(user_id, '') = $1 AND revoked_at IS NULL ORDER BY created_at DESC, token_hash");
    REVOKE = "UPDATE feed_tokens SET revoked_at = $2 WHERE COALESCE(user_id, '') = $1 AND revoked_at IS NULL";
}

/// Adds a token.
pub fn insert(tx: &mut Tx<'_>, token: &FeedToken) -> Result<()> {
    let FeedToken { token_hash, user, created_at, revoked_at } = token;
    tx.execute(INSERT, values![token_hash, *user, *created_at, *revoked_at]).map(|_| ())
}

/// The token of a hash, unless it was revoked.
pub fn find(tx: &mut Tx<'_>, token_hash: &str) -> Result<Option<FeedToken>> {
    tx.first(FIND, values![token_hash], read)
}

/// The token that a user has now.
pub fn of_user(tx: &mut Tx<'_>, user: Option<Id>) -> Result<Option<FeedToken>> {
    tx.first(OF_USER, values![crate::claims::word(user)], read)
}

/// Ends a user's tokens for ever; answers whether there were any.
pub fn revoke(tx: &mut Tx<'_>, user: Option<Id>, at: Moment) -> Result<bool> {
    Ok(tx.execute(REVOKE, values![crate::claims::word(user), at])? > 0)
}

fn read(row: &Row) -> Result<FeedToken> {
    let mut columns = row.columns();
    Ok(FeedToken {
        token_hash: columns.string()?,
        user: columns.opt_id()?,
        created_at: columns.moment()?,
        revoked_at: columns.opt_moment()?,
    })
}
