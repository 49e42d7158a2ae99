//! Somebody to call: the next one, or one that the caller picks. Two callers never get the same.

use filon_core::call::{NotNow, call_queue};
use filon_core::{Id, Moment};
use filon_store::call_lists::CallList;
use filon_store::{Tx, call_drafts, claims, scripts, users};

use super::cockpit::{Cockpit, cockpit};
use super::draft::{Kept, held_until, read, write};
use super::list::open;
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
        let list = open(tx, actor, list)?;
        let mine = unfinished(tx, actor, &list, now)?;
        let held: Vec<Id> = claims::held(tx, now)?
            .into_iter()
            .filter(|claim| claim.caller != actor.user)
            .map(|claim| claim.account)
            .collect();
        let standing = standing(tx, actor, &list, now)?;
        let ready = standing.queue.ready().iter().map(|queued| queued.candidate.candidate.account.id);
        let order: Vec<Id> = ready.filter(|id| !held.contains(id)).collect();
        Ok((mine, order))
    })?;
    let found = app.write(actor, |tx| {
        let list = open(tx, actor, list)?;
        for (account, has_begun) in &mine {
            // A call that has begun is concluded, whatever the hour.
            if (*has_begun || is_ready(tx, *account, now)?) && take(tx, actor, &list, *account, now)? {
                return Ok(Some(*account));
            }
        }
        for account in &order {
            if is_ready(tx, *account, now)? && take(tx, actor, &list, *account, now)? {
                return Ok(Some(*account));
            }
        }
        Ok(None)
    })?;
    found.map(|account| cockpit(app, actor, list, account)).transpose()
}

/// Somebody of the list whom the caller chose. Refused where a rule forbids the call, or where somebody else
/// has them now.
pub fn pick(app: &App, actor: &Actor, list: Id, account: Id) -> Result<Cockpit> {
    let now = app.now();
    app.write(actor, |tx| {
        let list = open(tx, actor, list)?;
        let words = &actor.words().call;
        if !members(tx, actor, &list, now)?.contains(&account) {
            return Err(AppError::not_found((words.not_in_list)(&list.name)).into());
        }
        let begun = begun(tx, actor, account)?;
        let (_, waiting) = call_queue(standers(tx, &[account])?, now, &rules()).into_parts();
        if let Some(waiting) = waiting.first()
            && let NotNow::Rule(_) = waiting.why
            && !begun
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

/// The accounts of the list that the caller has, or has typed on, and whether their call has begun.
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
            found.push((claim.account, begun(tx, actor, claim.account)?));
        }
    }
    for draft in drafts.into_iter().filter(|draft| draft.list == Some(list.id)) {
        let account = draft.account;
        let kept = read(Some(draft));
        if !kept.set_aside && !found.iter().any(|(known, _)| *known == account) {
            found.push((account, kept.draft.started_at.is_some()));
        }
    }
    Ok(found)
}

fn begun(tx: &mut Tx<'_>, actor: &Actor, account: Id) -> std::result::Result<bool, Fail> {
    Ok(read(call_drafts::get(tx, account, actor.user)?).draft.started_at.is_some())
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
