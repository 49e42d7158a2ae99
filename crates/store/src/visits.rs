//! Reports of visits (comptes rendus). Every revision stays, so that a report changed in two places can be
//! merged from the one that both had seen.

use filon_core::visit::VisitReport;
use filon_core::{Id, Moment};

use crate::db::{Columns, statements, values};
use crate::{Result, StoreError, Tx};

/// A report as it was saved last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub report: VisitReport,
    /// From 1.
    pub revision: u32,
    /// The line of the visit.
    pub event: Id,
    pub by: Option<Id>,
    pub saved_at: Moment,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT r.account, r.revision, r.event, v.body, v.saved_by, v.saved_at FROM visit_reports r \
             JOIN visit_revisions v ON v.report = r.id AND v.revision = r.revision ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO visit_reports (id, account, event, revision) VALUES ($1, $2, $3, 1) \
        ON CONFLICT (id) DO NOTHING";
    SUCCEED = "UPDATE visit_reports SET account = $3, event = $4, revision = revision + 1 \
        WHERE id = $1 AND revision = $2";
    ADD = "INSERT INTO visit_revisions (report, revision, body, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5)";
    GET = select!("WHERE r.id = $1");
    BY_EVENT = select!("WHERE r.event = $1 ORDER BY r.id");
    OF_ACCOUNT = select!("WHERE r.account = $1 ORDER BY r.id");
    REVISION = "SELECT r.account, v.body FROM visit_reports r JOIN visit_revisions v ON v.report = r.id \
        WHERE r.id = $1 AND v.revision = $2";
    DELETE_REVISIONS = "DELETE FROM visit_revisions WHERE report = $1";
    DELETE = "DELETE FROM visit_reports WHERE id = $1";
}

/// Saves a report written on the revision `seen` (0 = it is new) and answers its revision. Where somebody
/// saved another one since, it is a conflict: read both, merge, save again. `event` is the line of the visit.
pub fn save(
    tx: &mut Tx<'_>,
    report: &VisitReport,
    seen: u32,
    event: Id,
    by: Option<Id>,
    at: Moment,
) -> Result<u32> {
    let id = report.id;
    let touched = match seen {
        0 => tx.execute(INSERT, values![id, report.account, event])?,
        seen => tx.execute(SUCCEED, values![id, seen, report.account, event])?,
    };
    if touched == 0 {
        return Err(match get(tx, id)? {
            Some(found) => StoreError::conflict(format!("the report has revision {}", found.revision)),
            None => StoreError::not_found("visit report", id),
        });
    }
    let revision = seen.saturating_add(1);
    let body = serde_json::to_string(report)
        .map_err(|error| StoreError::value("visit report", error.to_string()))?;
    tx.execute(ADD, values![id, revision, body, by, at])?;
    Ok(revision)
}

/// The report as it was saved last, where it is there.
pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<Visit>> {
    tx.first(GET, values![id], |row| read(&mut row.columns()))
}

/// The report of a line.
pub fn by_event(tx: &mut Tx<'_>, event: Id) -> Result<Option<Visit>> {
    tx.first(BY_EVENT, values![event], |row| read(&mut row.columns()))
}

/// A revision, where it is there.
pub fn revision(tx: &mut Tx<'_>, id: Id, revision: u32) -> Result<Option<VisitReport>> {
    tx.first(REVISION, values![id, revision], |row| {
        let mut columns = row.columns();
        let account = columns.id()?;
        body(account, &mut columns)
    })
}

/// The reports of an account, the last visit first.
pub fn of_account(tx: &mut Tx<'_>, account: Id) -> Result<Vec<Visit>> {
    let mut visits = tx.query(OF_ACCOUNT, values![account], |row| read(&mut row.columns()))?;
    visits.sort_by_key(|visit| std::cmp::Reverse((visit.report.on, visit.report.id)));
    Ok(visits)
}

/// Takes a report away with its revisions; `false` where there was none.
pub fn delete(tx: &mut Tx<'_>, id: Id) -> Result<bool> {
    tx.execute(DELETE_REVISIONS, values![id])?;
    Ok(tx.execute(DELETE, values![id])? > 0)
}

fn read(columns: &mut Columns<'_>) -> Result<Visit> {
    let (account, revision, event) = (columns.id()?, columns.count()?, columns.id()?);
    let report = body(account, columns)?;
    Ok(Visit { report, revision, event, by: columns.opt_id()?, saved_at: columns.moment()? })
}

/// A report is of the account that holds it now, whichever it was written on.
fn body(account: Id, columns: &mut Columns<'_>) -> Result<VisitReport> {
    let report: VisitReport = columns.code(|text| serde_json::from_str(text).ok())?;
    Ok(VisitReport { account, ..report })
}
