//! The first start: one owner, made with a secret that only the console shows.

use filon_core::Id;
use filon_store::{Tx, settings, users};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::Role;
use super::manage::unlike_others;
use super::password;
use crate::fail::Fail;
use crate::{Actor, App, AppError, ErrorKind, Result, hex};

const SETTING: &str = "setup_secret";

/// Whether nobody can come in yet.
pub fn is_first_start(app: &App) -> Result<bool> {
    app.read(&Actor::default(), |tx| Ok(users::count(tx)? == 0))
}

/// The secret that [`create_owner`] asks for, made anew at each call and kept hashed; the server prints it.
/// Once there is an owner it opens nothing.
pub fn setup_secret(app: &App) -> Result<String> {
    let actor = Actor::default();
    let text = hex(&app.secret()[..10]);
    let hash = Value::String(digest(&text));
    app.write(&actor, |tx| Ok(settings::set(tx, SETTING, &hash)?))?;
    let groups: Vec<&str> = [0, 5, 10, 15].iter().filter_map(|at| text.get(*at..at + 5)).collect();
    Ok(groups.join("-"))
}

/// Makes the owner; only the first of many at once succeeds, and the secret serves once.
pub fn create_owner(
    app: &App,
    actor: &Actor,
    setup_secret: &str,
    name: &str,
    email: Option<&str>,
    password: &str,
) -> Result<Id> {
    let given = digest(setup_secret);
    app.read(actor, |tx| is_open(tx, actor, &given))?;
    let name = name.trim();
    if name.is_empty() {
        return Err(AppError::usage(actor.words().access.nameless));
    }
    password::check(actor, name, password)?;
    let hash = password::hash(app, actor, password)?;
    let user = users::User {
        id: app.next_id(),
        name: name.to_owned(),
        email: email.map(str::trim).filter(|email| !email.is_empty()).map(str::to_owned),
        role: Role::Owner.code().to_owned(),
        password_hash: Some(hash),
        created_at: app.now(),
        disabled_at: None,
    };
    app.write(actor, |tx| {
        is_open(tx, actor, &given)?;
        unlike_others(tx, actor, &user.name)?;
        settings::delete(tx, SETTING)?;
        users::insert(tx, &user)?;
        Ok(user.id)
    })
}

/// Nobody is there yet, and the secret is the right one.
fn is_open(tx: &mut Tx<'_>, actor: &Actor, given: &str) -> std::result::Result<(), Fail> {
    if users::count(tx)? > 0 {
        return Err(AppError::conflict(actor.words().access.setup_over).into());
    }
    match settings::get(tx, SETTING)? {
        Some(Value::String(hash)) if hash == given => Ok(()),
        _ => Err(AppError::new(ErrorKind::Forbidden, actor.words().access.wrong_secret).into()),
    }
}

/// Hyphens and case do not count: it is typed from a screen.
fn digest(secret: &str) -> String {
    let plain: String = secret.chars().filter(char::is_ascii_alphanumeric).collect();
    hex(&Sha256::digest(plain.to_ascii_lowercase()))
}
