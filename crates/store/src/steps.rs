//! The waves of an action (étapes): by which channel, with which letter or script, how long after the
//! one before.
//!
//! Every action has its first step from the moment it is made. That step has the action's own id, and
//! follows its channel, template and days; only its script is its own.

use filon_core::{Campaign, Channel, Id};
use jiff::civil::Date;

use crate::db::{Row, Value, statements, values};
use crate::{Result, StoreError, Tx};

/// A wave of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub id: Id,
    pub campaign: Id,
    /// From 0; `add` gives the next.
    pub position: u32,
    pub channel: Channel,
    pub template: Option<Id>,
    /// Of a step by telephone.
    pub script: Option<Id>,
    /// Days after the step before; 0 for the first.
    pub after_days: u32,
    /// Planned first day, where it is fixed.
    pub from: Option<Date>,
    pub launched_on: Option<Date>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, campaign, position, channel, template, script, after_days, from_day, launched_on \
             FROM steps ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO steps (id, campaign, position, channel, template, script, after_days, from_day, \
        launched_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    FOLLOW = "UPDATE steps SET channel = $2, template = $3, from_day = $4, launched_on = $5 \
        WHERE campaign = $1 AND position = 0";
    NEXT = "SELECT COALESCE(MAX(position), -1) + 1 FROM steps WHERE campaign = $1";
    GET = select!("WHERE id = $1");
    OF_CAMPAIGN = select!("WHERE campaign = $1 ORDER BY position");
    SET_SCRIPT = "UPDATE steps SET script = $2 WHERE id = $1";
    LAUNCH = "UPDATE steps SET launched_on = $2 WHERE id = $1 AND launched_on IS NULL AND position > 0";
    REMOVE = "DELETE FROM steps WHERE id = $1 AND position > 0 AND launched_on IS NULL";
    REMOVE_ALL = "DELETE FROM steps WHERE campaign = $1";
    LEAVE = "UPDATE steps SET template = NULL WHERE template = $1";
}

/// Adds the first step of an action that is being made.
pub(crate) fn first(tx: &mut Tx<'_>, campaign: &Campaign) -> Result<()> {
    let step = Step {
        id: campaign.id,
        campaign: campaign.id,
        position: 0,
        channel: campaign.channel,
        template: campaign.template,
        script: None,
        after_days: 0,
        from: campaign.from,
        launched_on: campaign.launched_on,
    };
    tx.execute(INSERT, &written(&step)).map(|_| ())
}

/// Brings the first step in line with its action.
pub(crate) fn follow(tx: &mut Tx<'_>, campaign: &Campaign) -> Result<()> {
    let Campaign { id, channel, template, from, launched_on, .. } = campaign;
    tx.execute(FOLLOW, values![*id, channel.code(), *template, *from, *launched_on]).map(|_| ())
}

/// Takes a template that goes away out of every step.
pub(crate) fn leave_template(tx: &mut Tx<'_>, template: Id) -> Result<()> {
    tx.execute(LEAVE, values![template]).map(|_| ())
}

/// Takes away the steps of an action that goes away.
pub(crate) fn remove_all(tx: &mut Tx<'_>, campaign: Id) -> Result<()> {
    tx.execute(REMOVE_ALL, values![campaign]).map(|_| ())
}

/// Adds a step after the others of its action; answers its position (that of `step` is not looked at).
pub fn add(tx: &mut Tx<'_>, step: &Step) -> Result<u32> {
    let next = tx.first(NEXT, values![step.campaign], |row| row.columns().count())?;
    let position = next.unwrap_or_default();
    tx.execute(INSERT, &written(&Step { position, ..step.clone() }))?;
    Ok(position)
}

fn written(step: &Step) -> [Value<'static>; 9] {
    [
        step.id.into(),
        step.campaign.into(),
        step.position.into(),
        step.channel.code().into(),
        step.template.into(),
        step.script.into(),
        step.after_days.into(),
        step.from.into(),
        step.launched_on.into(),
    ]
}

/// The step, where it is there.
pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<Step>> {
    tx.first(GET, values![id], read)
}

/// The steps of an action, in their order: one at least.
pub fn of_campaign(tx: &mut Tx<'_>, campaign: Id) -> Result<Vec<Step>> {
    tx.query(OF_CAMPAIGN, values![campaign], read)
}

/// Gives a step its script, or none.
pub fn set_script(tx: &mut Tx<'_>, id: Id, script: Option<Id>) -> Result<()> {
    match tx.execute(SET_SCRIPT, values![id, script])? {
        0 => Err(StoreError::not_found("step", id)),
        _ => Ok(()),
    }
}

/// Marks a later step as launched; the first is launched with its action. Twice is a conflict.
pub fn mark_launched(tx: &mut Tx<'_>, id: Id, on: Date) -> Result<()> {
    match tx.execute(LAUNCH, values![id, on])? {
        0 => Err(refused(tx, id)?),
        _ => Ok(()),
    }
}

/// Takes a step away. The first one, one that was launched and one that a call list names are conflicts.
pub fn remove(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    match tx.execute(REMOVE, values![id])? {
        0 => Err(refused(tx, id)?),
        _ => Ok(()),
    }
}

fn refused(tx: &mut Tx<'_>, id: Id) -> Result<StoreError> {
    Ok(match get(tx, id)? {
        Some(step) if step.position == 0 => StoreError::conflict("the first step goes with its action"),
        Some(_) => StoreError::conflict("the step was launched"),
        None => StoreError::not_found("step", id),
    })
}

fn read(row: &Row) -> Result<Step> {
    let mut columns = row.columns();
    Ok(Step {
        id: columns.id()?,
        campaign: columns.id()?,
        position: columns.count()?,
        channel: columns.code(Channel::from_code)?,
        template: columns.opt_id()?,
        script: columns.opt_id()?,
        after_days: columns.count()?,
        from: columns.opt_date()?,
        launched_on: columns.opt_date()?,
    })
}
