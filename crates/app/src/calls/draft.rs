//! What is typed during a call, kept at once: a page that closes loses nothing.

use std::collections::BTreeMap;

use filon_core::call::ObjectionMet;
use filon_core::{Id, Moment};
use filon_store::{Tx, accounts, call_drafts, call_lists, claims};
use serde::{Deserialize, Serialize};

use super::cockpit::in_use;
use super::number::NumberBefore;
use crate::fail::Fail;
use crate::{Actor, App, AppError, Result};

/// A call while it is going on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub started_at: Option<Moment>,
    /// Length so far.
    pub seconds: u32,
    pub note: String,
    /// By question, as typed.
    pub answers: BTreeMap<Id, String>,
    pub objections: Vec<ObjectionMet>,
    /// The arguments were said.
    pub argued: bool,
    /// One of `CallResult::CODES`.
    pub result: Option<String>,
    /// What was typed of the next step, under the page's own names; nothing here reads it.
    pub fields: BTreeMap<String, String>,
}

/// What the base keeps of a draft.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Kept {
    pub draft: Draft,
    /// The version of the script that is read from.
    pub version: Option<u32>,
    /// The caller passed on to somebody else, and comes back to it only by choice.
    pub set_aside: bool,
    /// What the answers changed in the fiche, so that taking the call back restores it.
    pub before: Vec<Before>,
    /// What became of a wrong number, for the same reason.
    pub number: Option<NumberBefore>,
}

/// A field of the fiche before and after an answer filled it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Before {
    /// The code of its target.
    pub field: String,
    pub person: Option<Id>,
    pub old: String,
    pub new: String,
}

/// An account stays with whoever calls it for so long; each save lengthens it.
pub(super) const HELD_MILLIS: i64 = 20 * 60_000;

pub(super) fn held_until(now: Moment) -> Moment {
    Moment::from_millis(now.millis().saturating_add(HELD_MILLIS))
}

/// Keeps what is typed, and the account with the caller; answers until when. Where somebody else took the
/// account meanwhile, what was typed is kept all the same, and the refusal says so. What arrives after the
/// call was concluded (a late autosave) opens nothing again.
pub fn keep(app: &App, actor: &Actor, list: Id, account: Id, draft: &Draft) -> Result<Moment> {
    let now = app.now();
    let until = held_until(now);
    let mine = app.write(actor, |tx| {
        let before = call_drafts::get(tx, account, actor.user)?;
        // Also a claim that has ended by itself: its page is still there.
        let taken = claims::of_account(tx, account, Moment::from_millis(0))?;
        let was_mine = taken.is_some_and(|claim| claim.caller == actor.user);
        if before.is_none() && !was_mine {
            return Err(AppError::conflict(actor.words().call.call_ended).into());
        }
        if accounts::get(tx, account)?.is_none() {
            let missing = (actor.words().store.not_found)(&account.to_string());
            return Err(AppError::not_found(missing).into());
        }
        let version = match read(before).version {
            Some(version) => Some(version),
            None => match call_lists::get(tx, list)? {
                Some(list) => in_use(tx, &list, account)?.map(|(version, _)| version),
                None => None,
            },
        };
        let kept = Kept { draft: draft.clone(), version, ..Kept::default() };
        write(tx, actor, Some(list), account, &kept, now)?;
        Ok(claims::take(tx, account, Some(list), actor.user, now, until)?)
    })?;
    if mine { Ok(until) } else { Err(AppError::conflict(actor.words().call.taken_meanwhile)) }
}

pub(super) fn write(
    tx: &mut Tx<'_>,
    actor: &Actor,
    list: Option<Id>,
    account: Id,
    kept: &Kept,
    now: Moment,
) -> std::result::Result<(), Fail> {
    let body = serde_json::to_value(kept).map_err(|error| AppError::internal(error.to_string()))?;
    let draft = call_drafts::CallDraft { account, caller: actor.user, list, body, saved_at: now };
    Ok(call_drafts::keep(tx, &draft)?)
}

/// What the base kept; a draft that this program does not understand is an empty one.
pub(super) fn read(draft: Option<call_drafts::CallDraft>) -> Kept {
    draft.and_then(|draft| serde_json::from_value(draft.body).ok()).unwrap_or_default()
}
