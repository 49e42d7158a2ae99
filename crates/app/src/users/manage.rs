//! People who may come in.

use filon_core::{Id, Moment};

use crate::{Actor, App, Language, Result};

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
    pub last_seen_at: Option<Moment>,
}

/// A person just added, with the password to hand over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUser {
    pub id: Id,
    pub password: String,
}

/// Adds a person with a first password drawn by chance.
pub fn add(_app: &App, _actor: &Actor, _name: &str, _role: Role) -> Result<NewUser> {
    crate::error::pending()
}

pub fn list(_app: &App, _actor: &Actor) -> Result<Vec<User>> {
    crate::error::pending()
}

pub fn set_language(_app: &App, _actor: &Actor, _language: Language) -> Result<()> {
    crate::error::pending()
}

/// Changes the actor's own password.
pub fn change_password(_app: &App, _actor: &Actor, _old: &str, _new: &str) -> Result<()> {
    crate::error::pending()
}
