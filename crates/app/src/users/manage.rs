//! People who may come in.

use filon_core::{Id, Moment};
use filon_store::{Tx, sessions, settings, users};
use serde_json::Value;

use super::password;
use crate::fail::Fail;
use crate::{Actor, App, AppError, ErrorKind, Language, Result};

/// What a person may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Everything, users and settings included.
    Owner,
    /// Everything but users and settings.
    Manager,
    /// Works with accounts and records what happens.
    Sales,
    /// Reads.
    Reader,
}

impl Role {
    pub const ALL: [Role; 4] = [Role::Owner, Role::Manager, Role::Sales, Role::Reader];

    pub const fn code(self) -> &'static str {
        match self {
            Role::Owner => "owner",
            Role::Manager => "manager",
            Role::Sales => "sales",
            Role::Reader => "reader",
        }
    }

    pub fn from_code(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }

    pub const fn may_write(self) -> bool {
        !matches!(self, Role::Reader)
    }

    /// May launch actions, import and undo, take data out.
    pub const fn may_manage(self) -> bool {
        matches!(self, Role::Owner | Role::Manager)
    }

    pub const fn may_administer(self) -> bool {
        matches!(self, Role::Owner)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub id: Id,
    pub name: String,
    pub email: Option<String>,
    pub role: Role,
    pub language: Language,
    pub created_at: Moment,
    pub disabled_at: Option<Moment>,
}

/// A person just added, with the password to hand over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUser {
    pub id: Id,
    pub password: String,
}

/// Adds a person with a first password drawn by chance. Only an owner may, or whoever holds the console.
pub fn add(app: &App, actor: &Actor, name: &str, role: Role) -> Result<NewUser> {
    let name = name.trim();
    if name.is_empty() {
        return Err(AppError::usage(actor.words().access.nameless));
    }
    app.read(actor, |tx| may_administer(tx, actor))?;
    let password = drawn_password(app);
    let user = users::User {
        id: app.next_id(),
        name: name.to_owned(),
        email: None,
        role: role.code().to_owned(),
        password_hash: Some(password::hash(app, actor, &password)?),
        created_at: app.now(),
        disabled_at: None,
    };
    app.write(actor, |tx| {
        may_administer(tx, actor)?;
        unlike_others(tx, actor, &user.name)?;
        users::insert(tx, &user)?;
        Ok(NewUser { id: user.id, password: password.clone() })
    })
}

/// Everybody, by name.
pub fn list(app: &App, actor: &Actor) -> Result<Vec<User>> {
    app.read(actor, |tx| {
        let mut all = Vec::new();
        for user in users::list(tx)? {
            let Some(role) = Role::from_code(&user.role) else { continue };
            all.push(User {
                id: user.id,
                name: user.name,
                email: user.email,
                role,
                language: language_of(tx, user.id)?,
                created_at: user.created_at,
                disabled_at: user.disabled_at,
            });
        }
        Ok(all)
    })
}

/// Gives a person another role; the last owner stays one.
pub fn set_role(app: &App, actor: &Actor, user: Id, role: Role) -> Result<()> {
    change(app, actor, user, |found| role.code().clone_into(&mut found.role))
}

/// Closes the door to a person and ends their sessions; the journal keeps the name.
pub fn disable(app: &App, actor: &Actor, user: Id) -> Result<()> {
    let now = app.now();
    change(app, actor, user, |found| found.disabled_at = Some(now))
}

fn change(app: &App, actor: &Actor, user: Id, mut change: impl FnMut(&mut users::User)) -> Result<()> {
    app.write(actor, |tx| {
        may_administer(tx, actor)?;
        let mut found = get(tx, actor, user)?;
        change(&mut found);
        users::update(tx, &found)?;
        if owner_in(tx)?.is_none() {
            return Err(AppError::refused(actor.words().access.last_owner).into());
        }
        if found.disabled_at.is_some() {
            sessions::delete_of_user(tx, user, None)?;
        }
        Ok(())
    })
}

/// The language of the actor's own pages and messages.
pub fn set_language(app: &App, actor: &Actor, language: Language) -> Result<()> {
    let user = actor.user.ok_or_else(|| AppError::new(ErrorKind::Forbidden, actor.words().access.nobody))?;
    let value = Value::String(language.code().to_owned());
    app.write(actor, |tx| Ok(settings::set(tx, &language_key(user), &value)?))
}

/// Changes the actor's own password and ends their other sessions.
pub fn change_password(app: &App, actor: &Actor, old: &str, new: &str) -> Result<()> {
    let words = &actor.words().access;
    let id = actor.user.ok_or_else(|| AppError::new(ErrorKind::Forbidden, words.nobody))?;
    let user = app.read(actor, |tx| get(tx, actor, id))?;
    if !password::is_right(app, actor, old, user.password_hash.as_deref())? {
        return Err(AppError::new(ErrorKind::Forbidden, words.wrong_old_password));
    }
    password::check(actor, &user.name, new)?;
    let hash = password::hash(app, actor, new)?;
    app.write(actor, |tx| {
        let found = get(tx, actor, id)?;
        users::update(tx, &users::User { password_hash: Some(hash.clone()), ..found })?;
        Ok(sessions::delete_of_user(tx, id, None)?)
    })
}

/// The first owner who may come in.
pub(super) fn owner_in(tx: &mut Tx<'_>) -> std::result::Result<Option<users::User>, Fail> {
    let owner = |user: &users::User| user.role == Role::Owner.code() && user.disabled_at.is_none();
    Ok(users::list(tx)?.into_iter().filter(owner).min_by_key(|user| user.id))
}

pub(crate) fn language_of(tx: &mut Tx<'_>, user: Id) -> std::result::Result<Language, Fail> {
    let stored = settings::get(tx, &language_key(user))?;
    Ok(stored.and_then(|value| Language::from_code(value.as_str()?)).unwrap_or_default())
}

pub(super) fn unlike_others(tx: &mut Tx<'_>, actor: &Actor, name: &str) -> std::result::Result<(), Fail> {
    match users::by_name(tx, name)? {
        Some(_) => Err(AppError::conflict(actor.words().access.name_taken).into()),
        None => Ok(()),
    }
}

fn language_key(user: Id) -> String {
    format!("language.{user}")
}

fn get(tx: &mut Tx<'_>, actor: &Actor, user: Id) -> std::result::Result<users::User, Fail> {
    let missing = || AppError::not_found((actor.words().store.not_found)(&user.to_string())).into();
    users::get(tx, user)?.ok_or_else(missing)
}

/// The console acts for the owner; a person must be one.
fn may_administer(tx: &mut Tx<'_>, actor: &Actor) -> std::result::Result<(), Fail> {
    let Some(id) = actor.user else { return Ok(()) };
    let role = Role::from_code(&get(tx, actor, id)?.role);
    if role.is_some_and(Role::may_administer) {
        return Ok(());
    }
    Err(AppError::new(ErrorKind::Forbidden, actor.words().access.only_owner).into())
}

/// Four groups of letters and digits that are not taken for each other: 80 bits.
fn drawn_password(app: &App) -> String {
    const SIGNS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz234567899";
    let drawn = app.secret();
    let signs: Vec<char> =
        drawn.iter().take(16).map(|byte| char::from(SIGNS[usize::from(*byte) % SIGNS.len()])).collect();
    signs.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}
