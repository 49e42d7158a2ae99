//! Users.

use filon_core::{Id, Moment};

use crate::{Result, Tx};

/// Somebody who works with Filon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub id: Id,
    pub name: String,
    pub email: Option<String>,
    /// The application's word for the role.
    pub role: String,
    /// Argon2 text, made by the application; `None` until a password is chosen.
    pub password_hash: Option<String>,
    pub created_at: Moment,
    pub disabled_at: Option<Moment>,
}

/// Adds a user. A name already taken (accents and case apart) is a conflict.
pub fn insert(tx: &mut Tx<'_>, user: &User) -> Result<()> {
    todo!()
}

/// Rewrites a user.
pub fn update(tx: &mut Tx<'_>, user: &User) -> Result<()> {
    todo!()
}

pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<User>> {
    todo!()
}

/// By name, accents and case apart.
pub fn by_name(tx: &mut Tx<'_>, name: &str) -> Result<Option<User>> {
    todo!()
}

/// Every user, by name.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<User>> {
    todo!()
}

pub fn count(tx: &mut Tx<'_>) -> Result<i64> {
    todo!()
}
