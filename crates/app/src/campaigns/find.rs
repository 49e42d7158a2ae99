//! An action by its name or identifier.

use filon_core::text::nearest;
use filon_core::{Campaign, Id};
use filon_store::{Tx, campaigns};

use crate::fail::Fail;
use crate::{Actor, App, AppError, Result};

/// The action of that name (accents and case ignored) or identifier; else the nearest name is proposed.
pub fn find(app: &App, actor: &Actor, name_or_id: &str) -> Result<Campaign> {
    app.read(actor, |tx| find_in(tx, actor, name_or_id))
}

pub(crate) fn find_in(
    tx: &mut Tx<'_>,
    actor: &Actor,
    name_or_id: &str,
) -> std::result::Result<Campaign, Fail> {
    if let Some(found) = campaigns::by_name(tx, name_or_id)? {
        return Ok(found);
    }
    if let Ok(id) = name_or_id.parse::<Id>()
        && let Some(found) = campaigns::get(tx, id)?
    {
        return Ok(found);
    }
    let names: Vec<String> = campaigns::list(tx)?.into_iter().map(|summary| summary.campaign.name).collect();
    let near = nearest(name_or_id, names.iter().map(String::as_str)).map(str::to_owned);
    let message = (actor.words().record.campaign_unknown)(name_or_id, near.as_deref());
    Err(AppError::not_found(message).with_nearest(near).into())
}
