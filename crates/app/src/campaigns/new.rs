//! A new action, and changes to it before its launch.

use filon_core::{Campaign, Channel, Id, Purpose};
use filon_store::{Tx, campaigns, templates};
use jiff::civil::Date;

use super::find_in;
use crate::fail::Fail;
use crate::query::{read_query, saved};
use crate::{Actor, App, AppError, Result};

/// An action to make: a selection typed in, or a saved one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct New {
    pub name: String,
    pub channel: Channel,
    pub purpose: Purpose,
    pub query: Option<String>,
    pub segment: Option<String>,
    pub from: Option<Date>,
    pub to: Option<Date>,
}

/// Makes an action; its name is unlike every other.
pub fn new(app: &App, actor: &Actor, new: &New) -> Result<Campaign> {
    let words = &actor.words().campaign;
    let name = new.name.trim();
    if name.is_empty() {
        return Err(AppError::usage(words.nameless));
    }
    check_dates(actor, new.from, new.to)?;
    let (id, created_at) = (app.next_id(), app.now());
    app.write(actor, |tx| {
        if campaigns::by_name(tx, name)?.is_some() {
            return Err(AppError::conflict((words.name_taken)(name)).into());
        }
        let selection = selection(app, tx, actor, new.query.as_deref(), new.segment.as_deref())?;
        let Some((query, segment)) = selection else {
            return Err(AppError::usage(actor.words().query.none_given).into());
        };
        let campaign = Campaign {
            id,
            name: name.to_owned(),
            channel: new.channel,
            purpose: new.purpose,
            query,
            segment,
            from: new.from,
            to: new.to,
            template: None,
            launched_on: None,
            closed_on: None,
            verdict: None,
            verdict_reason: None,
            created_at,
        };
        campaigns::insert(tx, &campaign)?;
        Ok(campaign)
    })
}

/// What is to change in an action that is not launched; `None` leaves as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    pub name: Option<String>,
    pub channel: Option<Channel>,
    pub purpose: Option<Purpose>,
    pub query: Option<String>,
    pub segment: Option<String>,
    pub template: Option<Option<Id>>,
    pub from: Option<Option<Date>>,
    pub to: Option<Option<Date>>,
}

/// Changes an action before its launch.
pub fn plan(app: &App, actor: &Actor, campaign: &str, plan: &Plan) -> Result<Campaign> {
    let words = &actor.words().campaign;
    app.write(actor, |tx| {
        let mut found = find_in(tx, actor, campaign)?;
        if let Some(on) = found.launched_on {
            return Err(AppError::conflict((words.launched_already)(&found.name, on)).into());
        }
        if let Some(name) = plan.name.as_deref().map(str::trim) {
            let other = campaigns::by_name(tx, name)?;
            match other {
                _ if name.is_empty() => return Err(AppError::usage(words.nameless).into()),
                Some(other) if other.id != found.id => {
                    return Err(AppError::conflict((words.name_taken)(name)).into());
                }
                _ => name.clone_into(&mut found.name),
            }
        }
        let selection = selection(app, tx, actor, plan.query.as_deref(), plan.segment.as_deref())?;
        if let Some((query, segment)) = selection {
            (found.query, found.segment) = (query, segment);
        }
        if let Some(template) = plan.template {
            if let Some(id) = template
                && templates::get(tx, id)?.is_none()
            {
                return Err(AppError::not_found((words.template_unknown)(&id.to_string(), None)).into());
            }
            found.template = template;
        }
        found.channel = plan.channel.unwrap_or(found.channel);
        found.purpose = plan.purpose.unwrap_or(found.purpose);
        found.from = plan.from.unwrap_or(found.from);
        found.to = plan.to.unwrap_or(found.to);
        check_dates(actor, found.from, found.to)?;
        campaigns::update(tx, &found)?;
        Ok(found)
    })
}

fn check_dates(actor: &Actor, from: Option<Date>, to: Option<Date>) -> Result<()> {
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        return Err(AppError::usage(actor.words().campaign.dates_crossed));
    }
    Ok(())
}

/// The query of the action, checked, and the saved selection that it comes from.
fn selection(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    query: Option<&str>,
    segment: Option<&str>,
) -> std::result::Result<Option<(String, Option<String>)>, Fail> {
    match (query, segment) {
        (Some(_), Some(_)) => Err(AppError::usage(actor.words().query.both_given).into()),
        (Some(query), None) => {
            read_query(app, actor, query)?;
            Ok(Some((query.trim().to_owned(), None)))
        }
        (None, Some(name)) => {
            let segment = saved(tx, actor, name)?;
            Ok(Some((segment.query, Some(segment.name))))
        }
        (None, None) => Ok(None),
    }
}
