//! The waves of an action (étapes): a letter, then a call a week later.

use filon_core::{Channel, Id};
use filon_store::{scripts, steps};
use jiff::civil::Date;

use super::find_in;
use crate::{Actor, App, AppError, Result};

/// A wave of an action, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRow {
    pub id: Id,
    /// From 0.
    pub position: u32,
    pub channel: Channel,
    /// Days after the wave before.
    pub after_days: u32,
    pub script: Option<Id>,
    /// Name of the script.
    pub script_name: Option<String>,
    pub launched_on: Option<Date>,
}

/// A wave to add after the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewStep {
    pub channel: Channel,
    pub after_days: u32,
    pub script: Option<Id>,
}

/// More is a mistake.
const MOST_DAYS: u32 = 730;

/// The waves of an action, in their order.
pub fn steps(app: &App, actor: &Actor, campaign: &str) -> Result<Vec<StepRow>> {
    app.read(actor, |tx| {
        let found = find_in(tx, actor, campaign)?;
        let mut rows = Vec::new();
        for step in steps::of_campaign(tx, found.id)? {
            let script = match step.script {
                Some(id) => scripts::get(tx, id)?,
                None => None,
            };
            rows.push(StepRow {
                id: step.id,
                position: step.position,
                channel: step.channel,
                after_days: step.after_days,
                script: step.script,
                script_name: script.map(|script| script.name),
                launched_on: step.launched_on,
            });
        }
        Ok(rows)
    })
}

/// Adds a wave after the others.
pub fn add_step(app: &App, actor: &Actor, campaign: &str, new: &NewStep) -> Result<Id> {
    if new.after_days > MOST_DAYS {
        return Err(AppError::usage((actor.words().campaign.step_days)(MOST_DAYS)));
    }
    let id = app.next_id();
    app.write(actor, |tx| {
        let found = find_in(tx, actor, campaign)?;
        if let Some(script) = new.script
            && scripts::get(tx, script)?.is_none()
        {
            return Err(AppError::not_found(actor.words().script.unknown).into());
        }
        let step = steps::Step {
            id,
            campaign: found.id,
            position: 0,
            channel: new.channel,
            template: None,
            script: new.script.filter(|_| new.channel == Channel::Phone),
            after_days: new.after_days,
            from: None,
            launched_on: None,
        };
        steps::add(tx, &step)?;
        Ok(id)
    })
}

/// Gives a wave its script, or none.
pub fn set_step_script(app: &App, actor: &Actor, step: Id, script: Option<Id>) -> Result<()> {
    app.write(actor, |tx| Ok(steps::set_script(tx, step, script)?))
}

/// Takes a wave away; the first one, one that was launched and one that is being called stay.
pub fn remove_step(app: &App, actor: &Actor, step: Id) -> Result<()> {
    app.write(actor, |tx| match steps::remove(tx, step) {
        Err(filon_store::StoreError::Conflict { .. }) => {
            Err(AppError::conflict(actor.words().campaign.step_stays).into())
        }
        done => Ok(done?),
    })
}
