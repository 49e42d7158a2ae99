//! Sessions.

use filon_core::Id;

use super::Role;
use crate::{Actor, App, Language, Result};

/// A session just begun. The token goes into the cookie and is kept nowhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub token: String,
    pub csrf: String,
    pub user: Id,
}

/// The person behind a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    pub user: Id,
    pub name: String,
    pub role: Role,
    pub csrf: String,
    pub language: Language,
}

/// Checks a name and a password; `address` is where the request comes from, for throttling.
pub fn login(_app: &App, _actor: &Actor, _name: &str, _password: &str, _address: &str) -> Result<Session> {
    crate::error::pending()
}

/// Who holds this token now, if anybody.
pub fn session(_app: &App, _token: &str) -> Result<Option<Who>> {
    crate::error::pending()
}

/// Ends a session.
pub fn logout(_app: &App, _token: &str) -> Result<()> {
    crate::error::pending()
}
