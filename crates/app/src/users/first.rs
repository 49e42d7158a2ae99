//! The first start: one owner, made with a secret that only the console shows.

use filon_core::Id;

use crate::{Actor, App, Result};

/// Whether nobody can come in yet.
pub fn is_first_start(_app: &App) -> Result<bool> {
    crate::error::pending()
}

/// The secret that [`create_owner`] asks for, made anew at each call and kept hashed; the server prints it.
pub fn setup_secret(_app: &App) -> Result<String> {
    crate::error::pending()
}

/// Makes the owner; only the first of many at once succeeds.
pub fn create_owner(
    _app: &App,
    _actor: &Actor,
    _setup_secret: &str,
    _name: &str,
    _email: Option<&str>,
    _password: &str,
) -> Result<Id> {
    crate::error::pending()
}
