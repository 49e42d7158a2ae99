//! Call lists: opened from a selection, an action or one of its waves.

use std::collections::HashMap;

use filon_core::call::problems;
use filon_core::{Channel, Id, Moment};
use filon_store::call_lists::{self, CallList};
use filon_store::{Tx, accounts, call_drafts, campaigns, claims, scripts, steps, users};

use super::standers::{members, selection};
use crate::campaigns::find_in;
use crate::fail::Fail;
use crate::query::{read_query_in, saved};
use crate::scripts::{known_fields, script_in};
use crate::{Actor, App, AppError, Result};

/// Where the accounts of a list come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// Name or identifier of a launched action: its frozen target.
    Campaign(String),
    /// A wave of a launched action.
    Step(Id),
    /// A selection as it is typed; live.
    Query(String),
    /// Name of a saved selection; live.
    Segment(String),
}

/// A list to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewList {
    /// `None` takes the name of what it is made from.
    pub name: Option<String>,
    pub from: From,
    /// `None` takes the script of the wave, where it has one.
    pub script: Option<Id>,
}

/// What a page about a list says at its top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListHead {
    pub id: Id,
    pub name: String,
    pub script: Option<Id>,
    pub script_name: Option<String>,
    /// Name of the action.
    pub campaign: Option<String>,
    pub closed: bool,
}

/// One line of the list of lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    pub id: Id,
    pub name: String,
    /// Name of the script.
    pub script: Option<String>,
    pub campaign: Option<String>,
    pub total: u64,
    /// Not called yet, whoever of them may be called now: that is worked out where the list is opened.
    pub left: u64,
    /// Accounts called.
    pub called: u64,
    pub meetings: u64,
    /// Names of those who called, or are calling.
    pub callers: Vec<String>,
    pub closed: bool,
}

/// Opens a list. A script that cannot serve, a selection of nobody or of too many are refused.
pub fn open_list(app: &App, actor: &Actor, new: &NewList) -> Result<Id> {
    let words = &actor.words().call;
    let (id, now) = (app.next_id(), app.now());
    app.write(actor, |tx| {
        let mut list = CallList {
            id,
            name: String::new(),
            query: None,
            segment: None,
            campaign: None,
            step: None,
            script: new.script,
            by: actor.user,
            created_at: now,
            closed_at: None,
        };
        let usual = match &new.from {
            From::Campaign(name) => of_campaign(tx, actor, &mut list, name)?,
            From::Step(step) => of_step(tx, actor, &mut list, *step, now.day())?,
            From::Query(query) => {
                read_query_in(app, tx, actor, query)?;
                list.query = Some(query.trim().to_owned());
                Some(query.trim()).filter(|query| !query.is_empty()).unwrap_or(words.everybody).to_owned()
            }
            From::Segment(name) => {
                let name = saved(tx, actor, name)?.name;
                list.segment = Some(name.clone());
                name
            }
        };
        let given = new.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
        list.name = given.map_or(usual, str::to_owned);
        if let Some(script) = list.script {
            can_serve(tx, actor, script)?;
        }
        if members(tx, actor, &list, now)?.is_empty() {
            return Err(AppError::refused(words.nobody).into());
        }
        call_lists::insert(tx, &list)?;
        Ok(id)
    })
}

fn of_campaign(
    tx: &mut Tx<'_>,
    actor: &Actor,
    list: &mut CallList,
    name: &str,
) -> std::result::Result<String, Fail> {
    let found = find_in(tx, actor, name)?;
    if found.launched_on.is_none() {
        return Err(AppError::refused((actor.words().campaign.not_launched)(&found.name)).into());
    }
    list.campaign = Some(found.id);
    if list.script.is_none() {
        let waves = steps::of_campaign(tx, found.id)?;
        list.script = waves.iter().find_map(|step| step.script);
    }
    Ok(found.name)
}

fn of_step(
    tx: &mut Tx<'_>,
    actor: &Actor,
    list: &mut CallList,
    step: Id,
    today: jiff::civil::Date,
) -> std::result::Result<String, Fail> {
    let words = &actor.words().call;
    let wave = steps::get(tx, step)?.ok_or_else(|| AppError::not_found(words.step_unknown))?;
    if wave.channel != Channel::Phone {
        return Err(AppError::refused(words.step_of_other_channel).into());
    }
    let name = of_campaign(tx, actor, list, &wave.campaign.to_string())?;
    list.step = Some(step);
    list.script = list.script.or(wave.script);
    if wave.launched_on.is_none() && wave.position > 0 {
        steps::mark_launched(tx, step, today)?;
    }
    Ok((words.step_name)(&name, wave.position.saturating_add(1)))
}

fn can_serve(tx: &mut Tx<'_>, actor: &Actor, script: Id) -> std::result::Result<(), Fail> {
    let words = actor.words();
    let (kept, body) = script_in(tx, actor, script, None)?;
    if kept.archived_at.is_some() {
        return Err(AppError::refused((words.call.script_archived)(&kept.name)).into());
    }
    let own: Vec<String> = accounts::custom_fields(tx)?.into_iter().map(|(name, _)| name).collect();
    let found = problems(&body, &known_fields(&body, &own));
    match found.iter().find(|(_, problem)| problem.is_blocking()) {
        Some((_, problem)) => {
            let said = (words.script.problem)(problem);
            Err(AppError::refused((words.call.script_blocked)(&kept.name, &said)).into())
        }
        None => Ok(()),
    }
}

/// Every list: open ones first, then the newest. Counts only, so that many long lists are no matter.
pub fn lists(app: &App, actor: &Actor) -> Result<Vec<ListRow>> {
    let now = app.now();
    app.read(actor, |tx| {
        let users: HashMap<Id, String> =
            users::list(tx)?.into_iter().map(|user| (user.id, user.name)).collect();
        let actions = campaigns::list(tx)?.into_iter();
        let targeted: HashMap<Id, u64> =
            actions.map(|action| (action.campaign.id, crate::unsigned(action.targeted))).collect();
        let mut progress = call_lists::progress(tx)?;
        let mut rows = Vec::new();
        for list in call_lists::list(tx)? {
            let head = head(tx, &list)?;
            let done = progress.remove(&list.id).unwrap_or_default();
            let mut callers = done.callers;
            callers.extend(claims::of_list(tx, list.id, now)?.iter().filter_map(|claim| claim.caller));
            callers.sort_unstable();
            callers.dedup();
            let called = u64::from(done.called);
            let total = match list.campaign {
                Some(campaign) => targeted.get(&campaign).copied().unwrap_or(called),
                // A list whose selection can no longer be read still stands here.
                None => match selection(tx, actor, &list, now) {
                    Ok(query) => crate::unsigned(accounts::count(tx, &query)?),
                    Err(_) => called,
                },
            };
            rows.push(ListRow {
                id: list.id,
                name: head.name,
                script: head.script_name,
                campaign: head.campaign,
                total,
                left: total.saturating_sub(called),
                called,
                meetings: u64::from(done.meetings),
                callers: callers.iter().filter_map(|caller| users.get(caller).cloned()).collect(),
                closed: head.closed,
            });
        }
        Ok(rows)
    })
}

/// Closes a list; calls that go on may be concluded.
pub fn close_list(app: &App, actor: &Actor, id: Id) -> Result<()> {
    let now = app.now();
    app.write(actor, |tx| Ok(call_lists::close(tx, id, Some(now))?))
}

/// Opens a closed list again.
pub fn reopen_list(app: &App, actor: &Actor, id: Id) -> Result<()> {
    app.write(actor, |tx| Ok(call_lists::close(tx, id, None)?))
}

pub(super) fn found(tx: &mut Tx<'_>, actor: &Actor, id: Id) -> std::result::Result<CallList, Fail> {
    let unknown = || AppError::not_found(actor.words().call.list_unknown).into();
    call_lists::get(tx, id)?.ok_or_else(unknown)
}

/// The list, which must be open to call with it.
pub(super) fn open(tx: &mut Tx<'_>, actor: &Actor, id: Id) -> std::result::Result<CallList, Fail> {
    let list = found(tx, actor, id)?;
    if list.closed_at.is_some() {
        return Err(AppError::refused((actor.words().call.list_closed)(&list.name)).into());
    }
    Ok(list)
}

/// The list in which the caller is on the telephone with an account: open, or closed since.
pub(super) fn going_on(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id,
    account: Id,
    now: Moment,
) -> std::result::Result<CallList, Fail> {
    let claim = claims::of_account(tx, account, now)?;
    let holds = claim.is_some_and(|claim| claim.caller == actor.user && claim.list == Some(id));
    let typed = call_drafts::get(tx, account, actor.user)?.is_some_and(|draft| draft.list == Some(id));
    if holds || typed { found(tx, actor, id) } else { open(tx, actor, id) }
}

pub(super) fn head(tx: &mut Tx<'_>, list: &CallList) -> std::result::Result<ListHead, Fail> {
    let script_name = match list.script {
        Some(script) => scripts::get(tx, script)?.map(|script| script.name),
        None => None,
    };
    let campaign = match list.campaign {
        Some(campaign) => campaigns::get(tx, campaign)?.map(|campaign| campaign.name),
        None => None,
    };
    Ok(ListHead {
        id: list.id,
        name: list.name.clone(),
        script: list.script,
        script_name,
        campaign,
        closed: list.closed_at.is_some(),
    })
}
