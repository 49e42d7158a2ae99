//! Call lists: whom to call, with which script. Who stands in one is worked out when it is looked at.

use std::collections::HashMap;

use filon_core::{Id, Moment};

use crate::db::{Row, statements, values};
use crate::{Result, StoreError, Tx};

/// A call list. Its accounts come from one of query, segment, campaign and step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallList {
    pub id: Id,
    pub name: String,
    /// A selection as it was typed.
    pub query: Option<String>,
    /// The name of a saved selection.
    pub segment: Option<String>,
    /// The target of an action; with `step`, the action of the step.
    pub campaign: Option<Id>,
    pub step: Option<Id>,
    pub script: Option<Id>,
    pub by: Option<Id>,
    pub created_at: Moment,
    pub closed_at: Option<Moment>,
}

/// What was done with a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Accounts with a standing call of it.
    pub called: u32,
    /// Standing calls that ended in a meeting.
    pub meetings: u32,
    /// Users who made them, in no order.
    pub callers: Vec<Id>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, query, segment, campaign, step, script, created_by, created_at, closed_at \
             FROM call_lists ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO call_lists (id, name, query, segment, campaign, step, script, created_by, created_at, \
        closed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    GET = select!("WHERE id = $1");
    LIST = select!("ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, id DESC");
    CLOSE = "UPDATE call_lists SET closed_at = $2 WHERE id = $1";
    DONE = "SELECT c.list, COUNT(DISTINCT e.holder), SUM(CASE c.progress WHEN 'meeting' THEN 1 ELSE 0 END) \
        FROM calls c JOIN events e ON e.id = c.event WHERE e.voided_by IS NULL AND c.list IS NOT NULL \
        GROUP BY c.list";
    CALLERS = "SELECT DISTINCT c.list, e.actor FROM calls c JOIN events e ON e.id = c.event \
        WHERE e.voided_by IS NULL AND c.list IS NOT NULL AND e.actor IS NOT NULL";
}

/// Opens a list.
pub fn insert(tx: &mut Tx<'_>, list: &CallList) -> Result<()> {
    let values = values![
        list.id,
        &list.name,
        list.query.as_ref(),
        list.segment.as_ref(),
        list.campaign,
        list.step,
        list.script,
        list.by,
        list.created_at,
        list.closed_at,
    ];
    tx.execute(INSERT, values).map(|_| ())
}

/// The list, where it is there.
pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<CallList>> {
    tx.first(GET, values![id], read)
}

/// Every list: open ones first, then the newest.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<CallList>> {
    tx.query(LIST, &[], read)
}

/// Closes a list, or opens it again with `None`. Claims end by themselves: a call that goes on is concluded.
pub fn close(tx: &mut Tx<'_>, id: Id, at: Option<Moment>) -> Result<()> {
    match tx.execute(CLOSE, values![id, at])? {
        0 => Err(StoreError::not_found("call list", id)),
        _ => Ok(()),
    }
}

/// What was done with each list; one without any standing call is left out.
pub fn progress(tx: &mut Tx<'_>) -> Result<HashMap<Id, Progress>> {
    let mut lists: HashMap<Id, Progress> = HashMap::new();
    tx.each(DONE, &[], |row| {
        let mut columns = row.columns();
        let list = lists.entry(columns.id()?).or_default();
        (list.called, list.meetings) = (columns.count()?, columns.count()?);
        Ok(())
    })?;
    tx.each(CALLERS, &[], |row| {
        let mut columns = row.columns();
        lists.entry(columns.id()?).or_default().callers.push(columns.id()?);
        Ok(())
    })?;
    Ok(lists)
}

fn read(row: &Row) -> Result<CallList> {
    let mut columns = row.columns();
    Ok(CallList {
        id: columns.id()?,
        name: columns.string()?,
        query: columns.opt_string()?,
        segment: columns.opt_string()?,
        campaign: columns.opt_id()?,
        step: columns.opt_id()?,
        script: columns.opt_id()?,
        by: columns.opt_id()?,
        created_at: columns.moment()?,
        closed_at: columns.opt_moment()?,
    })
}
