//! Tokens of the programming interface.

use filon_core::{Id, Moment};

use crate::db::{Row, statements, values};
use crate::{Result, StoreError, Tx};

/// A token. The secret itself is never stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub id: Id,
    pub name: String,
    pub user: Option<Id>,
    /// Hash of the secret, in hexadecimal.
    pub hash: String,
    pub scope: String,
    pub created_at: Moment,
    pub expires_at: Option<Moment>,
    pub last_used_at: Option<Moment>,
    pub revoked_at: Option<Moment>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, user_id, hash, scope, created_at, expires_at, last_used_at, revoked_at \
             FROM tokens ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO tokens (id, name, user_id, hash, scope, created_at, expires_at, last_used_at, \
        revoked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    FIND = select!("WHERE hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)");
    LIST = select!("ORDER BY id DESC");
    TOUCH = "UPDATE tokens SET last_used_at = $2 WHERE id = $1";
    REVOKE = "UPDATE tokens SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL";
}

/// Adds a token.
pub fn insert(tx: &mut Tx<'_>, token: &Token) -> Result<()> {
    let values = values![
        token.id,
        &token.name,
        token.user,
        &token.hash,
        &token.scope,
        token.created_at,
        token.expires_at,
        token.last_used_at,
        token.revoked_at,
    ];
    tx.execute(INSERT, values).map(|_| ())
}

/// The token of a hash, where it is neither expired by `now` nor revoked.
pub fn find(tx: &mut Tx<'_>, hash: &str, now: Moment) -> Result<Option<Token>> {
    tx.first(FIND, values![hash, now], read)
}

/// Notes that it was used.
pub fn touch(tx: &mut Tx<'_>, id: Id, at: Moment) -> Result<()> {
    tx.execute(TOUCH, values![id, at]).map(|_| ())
}

/// Ends a token for ever.
pub fn revoke(tx: &mut Tx<'_>, id: Id, at: Moment) -> Result<()> {
    match tx.execute(REVOKE, values![id, at])? {
        0 => Err(StoreError::not_found("token", id)),
        _ => Ok(()),
    }
}

/// Every token, newest first.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Token>> {
    tx.query(LIST, &[], read)
}

fn read(row: &Row) -> Result<Token> {
    let mut columns = row.columns();
    Ok(Token {
        id: columns.id()?,
        name: columns.string()?,
        user: columns.opt_id()?,
        hash: columns.string()?,
        scope: columns.string()?,
        created_at: columns.moment()?,
        expires_at: columns.opt_moment()?,
        last_used_at: columns.opt_moment()?,
        revoked_at: columns.opt_moment()?,
    })
}
