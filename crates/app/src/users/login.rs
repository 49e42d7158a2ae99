//! Sessions.

use filon_core::{Id, Moment};
use filon_store::{Tx, sessions, users};
use sha2::{Digest, Sha256};

use super::manage::language_of;
use super::{Role, password, throttle};
use crate::fail::Fail;
use crate::{Actor, App, AppError, ErrorKind, Language, Result, hex};

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

/// A session ends after two weeks without a request.
const LIFE_MILLIS: i64 = 14 * 24 * 60 * 60 * 1000;
/// The end is moved at most once a minute, so that reading pages seldom writes.
const TOUCH_MILLIS: i64 = 60 * 1000;

/// Checks a name and a password; `address` is where the request comes from, for throttling.
pub fn login(app: &App, actor: &Actor, name: &str, password: &str, address: &str) -> Result<Session> {
    let words = &actor.words().access;
    let now = app.now();
    if let Some(seconds) = app.write(actor, |tx| Ok(throttle::take(tx, name, address, now)?))? {
        return Err(AppError::new(ErrorKind::Busy, (words.wait)(seconds)));
    }
    let user = app.read(actor, |tx| Ok(users::by_name(tx, name)?))?;
    let user = user.filter(|user| user.disabled_at.is_none());
    let hash = user.as_ref().and_then(|user| user.password_hash.as_deref());
    let right = password::is_right(app, actor, password, hash)?;
    match user {
        Some(user) if right => {
            let session = fresh(app, user.id);
            app.write(actor, |tx| {
                throttle::succeeded(tx, name)?;
                sessions::purge(tx, now)?;
                Ok(sessions::insert(tx, &session.1)?)
            })?;
            Ok(session.0)
        }
        _ => {
            app.write(actor, |tx| Ok(throttle::failed(tx, address, now)?))?;
            Err(AppError::new(ErrorKind::Forbidden, words.wrong_login))
        }
    }
}

/// A session of the owner without a password, for whoever holds the console (the example's sign-in link).
pub fn open_owner_session(app: &App, actor: &Actor) -> Result<Session> {
    app.write(actor, |tx| {
        let owner = super::manage::owner_in(tx)?;
        let owner = owner.ok_or_else(|| AppError::not_found(actor.words().access.nobody))?;
        let session = fresh(app, owner.id);
        sessions::insert(tx, &session.1)?;
        Ok(session.0)
    })
}

/// Who holds this token now, if anybody; a role that was changed counts at once.
pub fn session(app: &App, token: &str) -> Result<Option<Who>> {
    let actor = Actor::default();
    let (hash, now) = (token_hash(token), app.now());
    let found = app.read(&actor, |tx| {
        let Some(session) = sessions::find(tx, &hash, now)? else { return Ok(None) };
        let who = who(tx, session.user, session.csrf)?;
        Ok(who.map(|who| (who, session.seen_at)))
    })?;
    let Some((who, seen_at)) = found else { return Ok(None) };
    if now.millis() - seen_at.millis() > TOUCH_MILLIS {
        let end = Moment::from_millis(now.millis() + LIFE_MILLIS);
        app.write(&actor, |tx| Ok(sessions::touch(tx, &hash, now, end)?))?;
    }
    Ok(Some(who))
}

/// Ends a session.
pub fn logout(app: &App, token: &str) -> Result<()> {
    let hash = token_hash(token);
    app.write(&Actor::default(), |tx| Ok(sessions::delete(tx, &hash)?))
}

/// The person of a session or token, unless they may no longer come in.
pub(super) fn who(tx: &mut Tx<'_>, user: Id, csrf: String) -> std::result::Result<Option<Who>, Fail> {
    let Some(user) = users::get(tx, user)?.filter(|user| user.disabled_at.is_none()) else { return Ok(None) };
    let Some(role) = Role::from_code(&user.role) else { return Ok(None) };
    let language = language_of(tx, user.id)?;
    Ok(Some(Who { user: user.id, name: user.name, role, csrf, language }))
}

pub(super) fn token_hash(token: &str) -> String {
    hex(&Sha256::digest(token))
}

fn fresh(app: &App, user: Id) -> (Session, sessions::Session) {
    let (token, csrf, now) = (hex(&app.secret()), hex(&app.secret()[..16]), app.now());
    let stored = sessions::Session {
        token_hash: token_hash(&token),
        user,
        csrf: csrf.clone(),
        created_at: now,
        seen_at: now,
        expires_at: Moment::from_millis(now.millis() + LIFE_MILLIS),
    };
    (Session { token, csrf, user }, stored)
}
