//! Somebody to call: the next one, or one that the caller picks. Two callers never get the same.

use filon_core::call::{NotNow, call_queue};
use filon_core::{EventKind, Id, Moment};
use filon_store::call_drafts::{self, CallDraft};
use filon_store::call_lists::CallList;
use filon_store::{Tx, claims, scripts, users};

use super::cockpit::{Cockpit, cockpit};
use super::draft::{HELD_MILLIS, Kept, held_until, read, write};
use super::list::{found, going_on, open};
use super::queue::said;
use super::standers::{members, rules, standers, standing};
use crate::fail::Fail;
use crate::{Actor, App, AppError, Result};

/// The first who may be called now and whom nobody else has. Whom the caller has already comes back first,
/// with what was typed. `None` where nobody is ready.
pub fn next(app: &App, actor: &Actor, list: Id) -> Result<Option<Cockpit>> {
    let now = app.now();
    // The order is worked out over the whole list before anything is locked; what it says of the one that is
    // taken is asked again in the transaction that takes him.
    let (mine, order) = app.read(actor, |tx| {
        let list = found(tx, actor, list)?;
        let mine = unfinished(tx, actor, &list, now)?;
        let held: Vec<Id> = claims::held(tx, now)?
            .into_iter()
            .filter(|claim| claim.caller != actor.user)
            .map(|claim| claim.account)
            .collect();
        let standing = standing(tx, actor, &list, now)?;
        let ready = standing.queue.ready().iter().map(|queued| queued.candidate.candidate.account.id);
        let order: Vec<Id> = ready.filter(|id| !held.contains(id)).collect();
        // Whoever was called since, or has left the list, is no longer unfinished.
        let mine = mine.into_iter().filter(|(account, goes_on)| *goes_on || order.contains(account));
        Ok((mine.collect::<Vec<_>>(), order))
    })?;
    let taken = app.write(actor, |tx| {
        let kept = found(tx, actor, list)?;
        for (account, _) in &mine {
            // A call that goes on is concluded, whatever the hour.
            let may = goes_on(tx, actor, *account, now)? || is_ready(tx, *account, now)?;
            if may && take(tx, actor, &kept, *account, now)? {
                return Ok(Some(*account));
            }
        }
        let list = open(tx, actor, list)?;
        for account in &order {
            if is_ready(tx, *account, now)? && take(tx, actor, &list, *account, now)? {
                return Ok(Some(*account));
            }
        }
        Ok(None)
    })?;
    taken.map(|account| cockpit(app, actor, list, account)).transpose()
}

/// Somebody of the list whom the caller chose. Refused where a rule forbids the call, or where somebody else
/// has them now.
pub fn pick(app: &App, actor: &Actor, list: Id, account: Id) -> Result<Cockpit> {
    let now = app.now();
    app.write(actor, |tx| {
        let list = going_on(tx, actor, list, account, now)?;
        let words = &actor.words().call;
        let goes_on = goes_on(tx, actor, account, now)?;
        if !goes_on && !members(tx, actor, &list, now)?.contains(&account) {
            return Err(AppError::not_found((words.not_in_list)(&list.name)).into());
        }
        let (_, waiting) = call_queue(standers(tx, &[account])?, now, &rules()).into_parts();
        if let Some(waiting) = waiting.first()
            && let NotNow::Rule(_) = waiting.why
            && !goes_on
        {
            let (why, source) = said(actor, waiting.why);
            return Err(AppError::refused((words.not_now)(&why, &source, waiting.until)).into());
        }
        if !take(tx, actor, &list, account, now)? {
            let holder = claims::of_account(tx, account, now)?.and_then(|claim| claim.caller);
            let name = match holder {
                Some(user) => users::get(tx, user)?.map(|user| user.name),
                None => None,
            };
            let name = name.unwrap_or_else(|| words.somebody.to_owned());
            return Err(AppError::conflict((words.held_by)(&name)).into());
        }
        Ok(())
    })?;
    cockpit(app, actor, list, account)
}

/// Passes on: the account is free for others, and what was typed stays for whoever typed it.
pub fn release(app: &App, actor: &Actor, list: Id, account: Id) -> Result<()> {
    let now = app.now();
    app.write(actor, |tx| {
        if let Some(draft) = call_drafts::get(tx, account, actor.user)? {
            let kept = Kept { set_aside: true, ..read(Some(draft)) };
            write(tx, actor, Some(list), account, &kept, now)?;
        }
        claims::release(tx, account, actor.user)?;
        Ok(())
    })
}

/// The accounts of the list that the caller has, or has typed on, and whether their call goes on.
fn unfinished(
    tx: &mut Tx<'_>,
    actor: &Actor,
    list: &CallList,
    now: Moment,
) -> std::result::Result<Vec<(Id, bool)>, Fail> {
    let mut found: Vec<(Id, bool)> = Vec::new();
    let drafts = call_drafts::of_caller(tx, actor.user)?;
    for claim in claims::of_caller(tx, actor.user, now)? {
        if claim.list == Some(list.id) {
            found.push((claim.account, goes_on(tx, actor, claim.account, now)?));
        }
    }
    for draft in drafts.into_iter().filter(|draft| draft.list == Some(list.id)) {
        let account = draft.account;
        if !read(Some(draft)).set_aside && !found.iter().any(|(known, _)| *known == account) {
            found.push((account, goes_on(tx, actor, account, now)?));
        }
    }
    Ok(found)
}

/// Whether the caller is on the telephone with an account: a call began, something was saved within the time
/// that holds an account, and since it began nobody's call ended there and no opposition was noted. After that
/// the right to call is asked again.
fn goes_on(tx: &mut Tx<'_>, actor: &Actor, account: Id, now: Moment) -> std::result::Result<bool, Fail> {
    let Some(draft) = call_drafts::get(tx, account, actor.user)? else { return Ok(false) };
    let CallDraft { saved_at, .. } = draft;
    let Some(began) = read(Some(draft)).draft.started_at else { return Ok(false) };
    if now.millis().saturating_sub(saved_at.millis()) > HELD_MILLIS {
        return Ok(false);
    }
    let since = began.min(saved_at);
    let ended = standers(tx, &[account])?.into_iter().flat_map(|one| one.candidate.events).any(|event| {
        matches!(event.kind, EventKind::CallMade | EventKind::OptedOut) && event.recorded_at >= since
    });
    Ok(!ended)
}

fn is_ready(tx: &mut Tx<'_>, account: Id, now: Moment) -> std::result::Result<bool, Fail> {
    Ok(!call_queue(standers(tx, &[account])?, now, &rules()).ready().is_empty())
}

/// Takes an account for the caller; one that is new to a comparison of scripts enters it.
fn take(
    tx: &mut Tx<'_>,
    actor: &Actor,
    list: &CallList,
    account: Id,
    now: Moment,
) -> std::result::Result<bool, Fail> {
    if !claims::take(tx, account, Some(list.id), actor.user, now, held_until(now))? {
        return Ok(false);
    }
    if let Some(script) = list.script
        && let Some(compared) = scripts::get(tx, script)?.and_then(|script| script.compared)
    {
        scripts::arm(tx, script, &compared, account)?;
    }
    Ok(true)
}
