//! Tokens of the programming interface.

use filon_core::{Id, Moment};

use crate::{Result, Tx};

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

pub fn insert(tx: &mut Tx<'_>, token: &Token) -> Result<()> {
    todo!()
}

/// The token of a hash, where it is neither expired by `now` nor revoked.
pub fn find(tx: &mut Tx<'_>, hash: &str, now: Moment) -> Result<Option<Token>> {
    todo!()
}

pub fn touch(tx: &mut Tx<'_>, id: Id, at: Moment) -> Result<()> {
    todo!()
}

pub fn revoke(tx: &mut Tx<'_>, id: Id, at: Moment) -> Result<()> {
    todo!()
}

/// Every token, newest first.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Token>> {
    todo!()
}
