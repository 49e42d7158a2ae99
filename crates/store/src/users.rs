//! Users.

use filon_core::text::fold;
use filon_core::{Id, Moment};

use crate::db::{Row, Value, statements, values};
use crate::{Result, StoreError, Tx};

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

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT id, name, email, role, password_hash, created_at, disabled_at FROM users ", $rest)
    };
}

statements! {
    INSERT = "INSERT INTO users (id, name, name_key, email, role, password_hash, created_at, disabled_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (name_key) DO NOTHING";
    UPDATE = "UPDATE users SET name = $2, name_key = $3, email = $4, role = $5, password_hash = $6, \
        created_at = $7, disabled_at = $8 WHERE id = $1";
    GET = select!("WHERE id = $1");
    BY_NAME = select!("WHERE name_key = $1");
    LIST = select!("ORDER BY name_key");
    COUNT = "SELECT COUNT(*) FROM users";
}

/// Adds a user. A name already taken (accents and case apart) is a conflict.
pub fn insert(tx: &mut Tx<'_>, user: &User) -> Result<()> {
    match tx.execute(INSERT, &written(user))? {
        0 => Err(StoreError::conflict(&user.name)),
        _ => Ok(()),
    }
}

/// Rewrites a user.
pub fn update(tx: &mut Tx<'_>, user: &User) -> Result<()> {
    match tx.execute(UPDATE, &written(user))? {
        0 => Err(StoreError::not_found("user", user.id)),
        _ => Ok(()),
    }
}

fn written(user: &User) -> [Value<'_>; 8] {
    [
        user.id.into(),
        Value::from(&user.name),
        fold(&user.name).into(),
        user.email.as_ref().into(),
        Value::from(&user.role),
        user.password_hash.as_ref().into(),
        user.created_at.into(),
        user.disabled_at.into(),
    ]
}

/// The user, where it is there.
pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<User>> {
    tx.first(GET, values![id], read)
}

/// By name, accents and case apart.
pub fn by_name(tx: &mut Tx<'_>, name: &str) -> Result<Option<User>> {
    tx.first(BY_NAME, values![fold(name)], read)
}

/// Every user, by name.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<User>> {
    tx.query(LIST, &[], read)
}

/// How many users there are: none means that the first one is to be made.
pub fn count(tx: &mut Tx<'_>) -> Result<i64> {
    tx.number(COUNT, &[])
}

fn read(row: &Row) -> Result<User> {
    let mut columns = row.columns();
    Ok(User {
        id: columns.id()?,
        name: columns.string()?,
        email: columns.opt_string()?,
        role: columns.string()?,
        password_hash: columns.opt_string()?,
        created_at: columns.moment()?,
        disabled_at: columns.opt_moment()?,
    })
}
