//! Campaigns (actions), their targets and costs.

mod costs;
mod targets;

use filon_core::text::fold;
use filon_core::{Campaign, Channel, Id, Purpose};
use jiff::civil::Date;

pub use costs::{add_cost, all_costs, costs, delete_cost};
pub use targets::{Target, freeze, targets};

use crate::db::{Columns, Value, statements, values};
use crate::{Result, StoreError, Tx, steps};

/// A campaign with the figures of its line in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    pub campaign: Campaign,
    pub targeted: i64,
    pub refused: i64,
    /// Accounts with a standing outgoing contact of it.
    pub contacted: i64,
    /// Standing orders that name it.
    pub orders: i64,
}

macro_rules! columns {
    () => {
        "c.id, c.name, c.channel, c.purpose, c.query, c.segment, c.from_day, c.to_day, c.template, \
         c.launched_on, c.closed_on, c.verdict, c.verdict_reason, c.created_at"
    };
}

statements! {
    INSERT = "INSERT INTO campaigns (id, name, name_key, channel, purpose, query, segment, from_day, to_day, \
        template, launched_on, closed_on, verdict, verdict_reason, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) \
        ON CONFLICT (name_key) DO NOTHING";
    UPDATE = "UPDATE campaigns SET name = $2, name_key = $3, channel = $4, purpose = $5, query = $6, \
        segment = $7, from_day = $8, to_day = $9, template = $10, launched_on = $11, closed_on = $12, \
        verdict = $13, verdict_reason = $14, created_at = $15 WHERE id = $1";
    GET = concat!("SELECT ", columns!(), " FROM campaigns c WHERE c.id = $1");
    BY_NAME = concat!("SELECT ", columns!(), " FROM campaigns c WHERE c.name_key = $1");
    LIST = concat!("SELECT ", columns!(), ", \
        (SELECT COUNT(*) FROM targets t WHERE t.campaign = c.id), \
        (SELECT COUNT(*) FROM targets t WHERE t.campaign = c.id AND t.refused IS NOT NULL), \
        (SELECT COUNT(DISTINCT e.holder) FROM events e WHERE e.campaign = c.id AND e.voided_by IS NULL \
         AND e.kind IN ('letter_posted', 'email_sent', 'call_made', 'visit_made', 'fair_met')), \
        (SELECT COUNT(*) FROM events e WHERE e.campaign = c.id AND e.voided_by IS NULL \
         AND e.kind = 'order_placed') \
        FROM campaigns c ORDER BY c.id DESC");
    LAUNCH = "UPDATE campaigns SET launched_on = $2 WHERE id = $1 AND launched_on IS NULL";
    CLOSE = "UPDATE campaigns SET closed_on = $2 WHERE id = $1";
    SET_VERDICT = "UPDATE campaigns SET verdict = $2, verdict_reason = $3 WHERE id = $1";
    DELETE_COSTS = "DELETE FROM cost_lines WHERE campaign = $1";
    DELETE = "DELETE FROM campaigns WHERE id = $1";
}

/// Adds a campaign with its first step. A name already taken (accents and case apart) is a conflict.
pub fn insert(tx: &mut Tx<'_>, campaign: &Campaign) -> Result<()> {
    match tx.execute(INSERT, &written(campaign))? {
        0 => Err(StoreError::conflict(&campaign.name)),
        _ => steps::first(tx, campaign),
    }
}

/// Rewrites a campaign; its first step follows.
pub fn update(tx: &mut Tx<'_>, campaign: &Campaign) -> Result<()> {
    found(tx.execute(UPDATE, &written(campaign))?, campaign.id)?;
    steps::follow(tx, campaign)
}

fn written(campaign: &Campaign) -> [Value<'_>; 15] {
    [
        campaign.id.into(),
        Value::from(&campaign.name),
        fold(&campaign.name).into(),
        campaign.channel.code().into(),
        campaign.purpose.code().into(),
        Value::from(&campaign.query),
        campaign.segment.as_ref().into(),
        campaign.from.into(),
        campaign.to.into(),
        campaign.template.into(),
        campaign.launched_on.into(),
        campaign.closed_on.into(),
        campaign.verdict.as_ref().into(),
        campaign.verdict_reason.as_ref().into(),
        campaign.created_at.into(),
    ]
}

/// The campaign, where it is there.
pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<Campaign>> {
    tx.first(GET, values![id], |row| read(&mut row.columns()))
}

/// By name, accents and case apart.
pub fn by_name(tx: &mut Tx<'_>, name: &str) -> Result<Option<Campaign>> {
    tx.first(BY_NAME, values![fold(name)], |row| read(&mut row.columns()))
}

/// Every campaign, newest first.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Summary>> {
    tx.query(LIST, &[], |row| {
        let mut columns = row.columns();
        Ok(Summary {
            campaign: read(&mut columns)?,
            targeted: columns.int()?,
            refused: columns.int()?,
            contacted: columns.int()?,
            orders: columns.int()?,
        })
    })
}

/// Marks the campaign as launched on a day; launching twice is a conflict.
pub fn mark_launched(tx: &mut Tx<'_>, id: Id, on: Date) -> Result<()> {
    if tx.execute(LAUNCH, values![id, on])? == 0 {
        return Err(match get(tx, id)? {
            Some(campaign) => StoreError::conflict(format!("campaign “{}” is launched", campaign.name)),
            None => StoreError::not_found("campaign", id),
        });
    }
    get(tx, id)?.map_or(Ok(()), |campaign| steps::follow(tx, &campaign))
}

/// Closes it, or opens it again with `None`.
pub fn mark_closed(tx: &mut Tx<'_>, id: Id, on: Option<Date>) -> Result<()> {
    found(tx.execute(CLOSE, values![id, on])?, id)
}

/// Freezes a verdict (`renew`, `adjust`, `stop`) and its reason, or takes it back.
pub fn set_verdict(tx: &mut Tx<'_>, id: Id, verdict: Option<&str>, reason: Option<&str>) -> Result<()> {
    found(tx.execute(SET_VERDICT, values![id, verdict, reason])?, id)
}

/// Deletes a campaign that was never launched, with its cost lines and steps. One that the journal or a
/// call list names is a conflict.
pub fn delete(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    tx.execute(DELETE_COSTS, values![id])?;
    steps::remove_all(tx, id)?;
    found(tx.execute(DELETE, values![id])?, id)
}

fn found(touched: u64, id: Id) -> Result<()> {
    match touched {
        0 => Err(StoreError::not_found("campaign", id)),
        _ => Ok(()),
    }
}

fn read(columns: &mut Columns<'_>) -> Result<Campaign> {
    Ok(Campaign {
        id: columns.id()?,
        name: columns.string()?,
        channel: columns.code(Channel::from_code)?,
        purpose: columns.code(Purpose::from_code)?,
        query: columns.string()?,
        segment: columns.opt_string()?,
        from: columns.opt_date()?,
        to: columns.opt_date()?,
        template: columns.opt_id()?,
        launched_on: columns.opt_date()?,
        closed_on: columns.opt_date()?,
        verdict: columns.opt_string()?,
        verdict_reason: columns.opt_string()?,
        created_at: columns.moment()?,
    })
}

/// The statements of campaigns, for the test that prepares every one.
pub(crate) const ALL_STATEMENTS: &[&[(&str, &str)]] = &[STATEMENTS, costs::STATEMENTS, targets::STATEMENTS];
