//! The end of an action: a verdict kept with its reason, and the next one made from it.

use filon_core::{Campaign, CostLine};
use filon_store::campaigns;

use super::find_in;
use crate::answer::Verdict;
use crate::{Actor, App, AppError, Result};

/// Keeps somebody's verdict on an action, with the reason.
pub fn decide(app: &App, actor: &Actor, campaign: &str, verdict: Verdict, reason: &str) -> Result<Campaign> {
    let words = &actor.words().campaign;
    let code = match verdict {
        Verdict::Renew => "renew",
        Verdict::Adjust => "adjust",
        Verdict::Stop => "stop",
        Verdict::TooEarly => return Err(AppError::usage(words.verdict_open)),
    };
    app.write(actor, |tx| {
        let found = find_in(tx, actor, campaign)?;
        if found.launched_on.is_none() {
            return Err(AppError::refused((words.not_launched)(&found.name)).into());
        }
        let reason = Some(reason.trim()).filter(|reason| !reason.is_empty());
        campaigns::set_verdict(tx, found.id, Some(code), reason)?;
        find_in(tx, actor, &found.name)
    })
}

/// Takes a verdict back.
pub fn undecide(app: &App, actor: &Actor, campaign: &str) -> Result<Campaign> {
    app.write(actor, |tx| {
        let found = find_in(tx, actor, campaign)?;
        campaigns::set_verdict(tx, found.id, None, None)?;
        find_in(tx, actor, &found.name)
    })
}

/// Closes an action: nothing more is expected of it.
pub fn close(app: &App, actor: &Actor, campaign: &str) -> Result<Campaign> {
    let today = app.today();
    app.write(actor, |tx| {
        let found = find_in(tx, actor, campaign)?;
        campaigns::mark_closed(tx, found.id, Some(today))?;
        find_in(tx, actor, &found.name)
    })
}

/// Opens a closed action again.
pub fn reopen(app: &App, actor: &Actor, campaign: &str) -> Result<Campaign> {
    app.write(actor, |tx| {
        let found = find_in(tx, actor, campaign)?;
        campaigns::mark_closed(tx, found.id, None)?;
        find_in(tx, actor, &found.name)
    })
}

/// Makes the next action from this one: same channel, purpose, selection and template; its costs become planned ones.
pub fn renew(app: &App, actor: &Actor, campaign: &str, new_name: &str) -> Result<Campaign> {
    let words = &actor.words().campaign;
    let name = new_name.trim();
    if name.is_empty() {
        return Err(AppError::usage(words.nameless));
    }
    let (id, now) = (app.next_id(), app.now());
    app.write(actor, |tx| {
        let model = find_in(tx, actor, campaign)?;
        if campaigns::by_name(tx, name)?.is_some() {
            return Err(AppError::conflict((words.name_taken)(name)).into());
        }
        let next = Campaign {
            id,
            name: name.to_owned(),
            from: None,
            to: None,
            launched_on: None,
            closed_on: None,
            verdict: None,
            verdict_reason: None,
            created_at: now,
            ..model.clone()
        };
        campaigns::insert(tx, &next)?;
        for line in campaigns::costs(tx, model.id)?.into_iter().filter(|line| !line.planned) {
            let planned =
                CostLine { id: app.next_id(), campaign: id, planned: true, created_at: now, ..line };
            campaigns::add_cost(tx, &planned)?;
        }
        Ok(next)
    })
}
