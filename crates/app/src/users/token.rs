//! Tokens of the JSON interface: shown once, kept hashed, with an end.

use filon_core::{Id, Moment};
use filon_store::tokens;

use super::Who;
use super::login::{token_hash, who};
use super::manage::owner_in;
use crate::{Actor, App, AppError, Result, hex};

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
    pub expires_at: Option<Moment>,
    pub last_used_at: Option<Moment>,
    pub revoked_at: Option<Moment>,
}

const LIFE_MILLIS: i64 = 90 * 24 * 60 * 60 * 1000;
/// Its use is noted at most once a minute.
const TOUCH_MILLIS: i64 = 60 * 1000;

/// Makes a token for the actor, or for the owner from the console; `scope` is `read` or `write`.
pub fn new_token(app: &App, actor: &Actor, name: &str, scope: &str) -> Result<NewToken> {
    let words = &actor.words().access;
    if !matches!(scope, "read" | "write") {
        return Err(AppError::usage(words.scope_unknown));
    }
    if name.trim().is_empty() {
        return Err(AppError::usage(words.nameless));
    }
    let (id, now) = (app.next_id(), app.now());
    let token = format!("filon_{}", hex(&app.secret()));
    let expires_at = Moment::from_millis(now.millis() + LIFE_MILLIS);
    app.write(actor, |tx| {
        let user = match actor.user {
            Some(user) => user,
            None => owner_in(tx)?.ok_or_else(|| AppError::not_found(words.nobody))?.id,
        };
        let stored = tokens::Token {
            id,
            name: name.trim().to_owned(),
            user: Some(user),
            hash: token_hash(&token),
            scope: scope.to_owned(),
            created_at: now,
            expires_at: Some(expires_at),
            last_used_at: None,
            revoked_at: None,
        };
        Ok(tokens::insert(tx, &stored)?)
    })?;
    Ok(NewToken { id, token, expires_at })
}

/// Every token, newest first; never its text.
pub fn list_tokens(app: &App, actor: &Actor) -> Result<Vec<TokenInfo>> {
    let tokens = app.read(actor, |tx| Ok(tokens::list(tx)?))?;
    Ok(tokens
        .into_iter()
        .map(|token| TokenInfo {
            id: token.id,
            name: token.name,
            scope: token.scope,
            created_at: token.created_at,
            expires_at: token.expires_at,
            last_used_at: token.last_used_at,
            revoked_at: token.revoked_at,
        })
        .collect())
}

pub fn revoke_token(app: &App, actor: &Actor, id: Id) -> Result<()> {
    let now = app.now();
    app.write(actor, |tx| Ok(tokens::revoke(tx, id, now)?))
}

/// Who the token acts for, and whether it may write; never more than they may themselves.
pub fn verify_token(app: &App, token: &str) -> Result<Option<(Who, bool)>> {
    let actor = Actor::default();
    let (hash, now) = (token_hash(token), app.now());
    let found = app.read(&actor, |tx| {
        let Some(stored) = tokens::find(tx, &hash, now)? else { return Ok(None) };
        let Some(user) = stored.user else { return Ok(None) };
        let who = who(tx, user, String::new())?;
        Ok(who.map(|who| (who, stored)))
    })?;
    let Some((who, stored)) = found else { return Ok(None) };
    if stored.last_used_at.is_none_or(|used| now.millis() - used.millis() > TOUCH_MILLIS) {
        app.write(&actor, |tx| Ok(tokens::touch(tx, stored.id, now)?))?;
    }
    let may_write = stored.scope == "write" && who.role.may_write();
    Ok(Some((who, may_write)))
}
