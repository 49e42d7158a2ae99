//! A report as its form shows it.

use std::collections::HashMap;

use filon_core::visit::VisitReport;
use filon_core::{Id, Moment};
use filon_store::{Tx, accounts, meetings, users, visits};

use crate::fail::Fail;
use crate::{Actor, App, AppError, Result};

/// A report of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub report: VisitReport,
    /// The revision that is shown, which a save names; 0 = not saved yet.
    pub revision: u32,
    pub account_name: String,
    /// Name of the user who went.
    pub by: Option<String>,
    /// When it was saved last.
    pub saved_at: Option<Moment>,
}

/// A report to begin, with what is known already: who goes, and what the meeting says.
pub fn blank(app: &App, actor: &Actor, account: Id, meeting: Option<Id>) -> Result<Shown> {
    let (id, today) = (app.next_id(), app.today());
    app.read(actor, |tx| {
        let name = account_name(tx, actor, account)?;
        let mut report = VisitReport { by: actor.user, ..VisitReport::blank(id, account, today) };
        let planned = match meeting {
            Some(meeting) => meetings::get(tx, meeting)?.map(|booked| booked.meeting),
            None => None,
        };
        if let Some(planned) = planned.filter(|planned| planned.account == account) {
            report.meeting = Some(planned.id);
            report.on = planned.starts_at.day().min(today);
            report.place = planned.place.one_line();
            report.subject.clone_from(&planned.subject);
            let persons = accounts::get(tx, account)?.map(|record| record.persons).unwrap_or_default();
            let whom = persons.iter().find(|person| Some(person.id) == planned.person);
            report.people = whom.map(filon_core::Person::full_name).unwrap_or_default();
        }
        let by = by_name(tx, actor.user)?;
        Ok(Shown { report, revision: 0, account_name: name, by, saved_at: None })
    })
}

/// A report as it was saved last.
pub fn get(app: &App, actor: &Actor, id: Id) -> Result<Shown> {
    app.read(actor, |tx| {
        let unknown = || AppError::not_found(actor.words().visit.unknown);
        let visit = visits::get(tx, id)?.ok_or_else(unknown)?;
        let account_name = account_name(tx, actor, visit.report.account)?;
        let by = by_name(tx, visit.report.by)?;
        Ok(shown(visit, account_name, by))
    })
}

/// The reports of an account, the last visit first.
pub fn list(app: &App, actor: &Actor, account: Id) -> Result<Vec<Shown>> {
    app.read(actor, |tx| {
        let name = account_name(tx, actor, account)?;
        let users: HashMap<Id, String> =
            users::list(tx)?.into_iter().map(|user| (user.id, user.name)).collect();
        let all = visits::of_account(tx, account)?.into_iter();
        let row = |visit: visits::Visit| {
            let by = visit.report.by.and_then(|by| users.get(&by).cloned());
            shown(visit, name.clone(), by)
        };
        Ok(all.map(row).collect())
    })
}

fn shown(visit: visits::Visit, account_name: String, by: Option<String>) -> Shown {
    let visits::Visit { report, revision, saved_at, .. } = visit;
    Shown { report, revision, account_name, by, saved_at: Some(saved_at) }
}

pub(super) fn account_name(tx: &mut Tx<'_>, actor: &Actor, account: Id) -> std::result::Result<String, Fail> {
    let missing = || AppError::not_found((actor.words().store.not_found)(&account.to_string()));
    Ok(accounts::get(tx, account)?.ok_or_else(missing)?.account.name)
}

fn by_name(tx: &mut Tx<'_>, user: Option<Id>) -> std::result::Result<Option<String>, Fail> {
    Ok(match user {
        Some(user) => users::get(tx, user)?.map(|user| user.name),
        None => None,
    })
}
