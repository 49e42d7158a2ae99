//! Tokens of the JSON interface: shown once, kept hashed, with an end.

use filon_core::{Id, Moment};

use super::Who;
use crate::{Actor, App, Result};

/// A token just made: the only time that its text is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewToken {
    pub id: Id,
    pub token: String,
    pub expires_at: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenInfo {
    pub id: Id,
    pub name: String,
    pub scope: String,
    pub created_at: Moment,
    pub expires_at: Moment,
    pub last_used_at: Option<Moment>,
}

/// Makes a token; `scope` is `read` or `write`.
pub fn new_token(_app: &App, _actor: &Actor, _name: &str, _scope: &str) -> Result<NewToken> {
    crate::error::pending()
}

pub fn list_tokens(_app: &App, _actor: &Actor) -> Result<Vec<TokenInfo>> {
    crate::error::pending()
}

pub fn revoke_token(_app: &App, _actor: &Actor, _id: Id) -> Result<()> {
    crate::error::pending()
}

/// Who the token acts for, and whether it may write.
pub fn verify_token(_app: &App, _token: &str) -> Result<Option<(Who, bool)>> {
    crate::error::pending()
}
