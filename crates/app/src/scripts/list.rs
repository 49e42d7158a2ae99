//! The scripts, and one of them whole.

use std::collections::HashMap;

use filon_core::account::mapping::Target;
use filon_core::call::{CallScript, Goal, Place, Problem, problems};
use filon_core::{Id, Moment};
use filon_store::{Tx, accounts, scripts, users};

use crate::fail::Fail;
use crate::{Actor, App, AppError, Result};

/// One line of the list of scripts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptRow {
    pub id: Id,
    pub name: String,
    pub goal: Goal,
    /// The current version.
    pub version: u32,
    pub versions: u32,
    /// Standing calls, over all versions.
    pub calls: u64,
    pub blocking_problems: usize,
    /// The two versions that are being compared.
    pub comparison: Option<(u32, u32)>,
    pub archived: bool,
}

/// A version in the list of versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionRow {
    pub version: u32,
    pub saved_at: Moment,
    /// Name of the user who wrote it last.
    pub by: Option<String>,
    pub calls: u64,
}

/// A script in one of its versions.
#[derive(Debug, Clone)]
pub struct ScriptShown {
    pub script: CallScript,
    /// The last first.
    pub versions: Vec<VersionRow>,
    /// What is wrong with it, worded, in the order of the call.
    pub problems: Vec<(Place, Problem, String)>,
    /// This version served in a call, or is being compared: saving writes the next one.
    pub served: bool,
    pub comparison: Option<(u32, u32)>,
    pub archived: bool,
}

/// Every script by name, archived ones last.
pub fn list(app: &App, actor: &Actor) -> Result<Vec<ScriptRow>> {
    app.read(actor, |tx| {
        let own = own_fields_in(tx)?;
        let row = |summary: scripts::Summary| {
            let found = problems(&summary.body, &known_fields(&summary.body, &own));
            ScriptRow {
                id: summary.script.id,
                name: summary.script.name,
                goal: summary.body.goal,
                version: summary.script.version,
                versions: summary.versions,
                calls: u64::from(summary.calls),
                blocking_problems: found.iter().filter(|(_, problem)| problem.is_blocking()).count(),
                comparison: summary.script.compared.map(|compared| (compared.a, compared.b)),
                archived: summary.script.archived_at.is_some(),
            }
        };
        let mut rows: Vec<ScriptRow> = scripts::list(tx)?.into_iter().map(row).collect();
        rows.sort_by_key(|row| row.archived);
        Ok(rows)
    })
}

/// A script in a version; `None` = the current one.
pub fn get(app: &App, actor: &Actor, id: Id, version: Option<u32>) -> Result<ScriptShown> {
    app.read(actor, |tx| {
        let (kept, script) = script_in(tx, actor, id, version)?;
        let names: HashMap<Id, String> =
            users::list(tx)?.into_iter().map(|user| (user.id, user.name)).collect();
        let row = |version: scripts::Version| VersionRow {
            version: version.version,
            saved_at: version.saved_at,
            by: version.by.and_then(|by| names.get(&by).cloned()),
            calls: u64::from(version.calls),
        };
        let versions: Vec<VersionRow> = scripts::versions(tx, id)?.into_iter().map(row).collect();
        let comparison = kept.compared.map(|compared| (compared.a, compared.b));
        let compared = comparison.is_some_and(|(a, b)| [a, b].contains(&script.version));
        let called = versions.iter().any(|row| row.version == script.version && row.calls > 0);
        Ok(ScriptShown {
            problems: worded(actor, &script, &own_fields_in(tx)?),
            served: called || compared,
            comparison,
            archived: kept.archived_at.is_some(),
            versions,
            script,
        })
    })
}

/// What is wrong with a script that is being written, worded, in the order of the call.
pub fn check(app: &App, actor: &Actor, script: &CallScript) -> Result<Vec<(Place, Problem, String)>> {
    app.read(actor, |tx| Ok(worded(actor, script, &own_fields_in(tx)?)))
}

/// Names of the company's own fields, which answers can fill and texts can say.
pub fn own_fields(app: &App, actor: &Actor) -> Result<Vec<String>> {
    app.read(actor, own_fields_in)
}

fn worded(actor: &Actor, script: &CallScript, own: &[String]) -> Vec<(Place, Problem, String)> {
    let said = actor.words().script.problem;
    let found = problems(script, &known_fields(script, own)).into_iter();
    let worded = found.map(|(place, problem)| {
        let said = said(&problem);
        (place, problem, said)
    });
    worded.collect()
}

/// A script and the texts of a version; `None` = the current one.
pub(crate) fn script_in(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id,
    version: Option<u32>,
) -> std::result::Result<(scripts::Script, CallScript), Fail> {
    let words = &actor.words().script;
    let kept = scripts::get(tx, id)?.ok_or_else(|| AppError::not_found(words.unknown))?;
    let wanted = version.unwrap_or(kept.version);
    let body = scripts::body(tx, id, wanted)?;
    let body = body.ok_or_else(|| AppError::not_found((words.version_unknown)(wanted)))?;
    Ok((kept, body))
}

pub(super) fn own_fields_in(tx: &mut Tx<'_>) -> std::result::Result<Vec<String>, Fail> {
    Ok(accounts::custom_fields(tx)?.into_iter().map(|(name, _)| name).collect())
}

/// The company's own fields, and those that the answers to the script's questions will make.
pub(crate) fn known_fields(script: &CallScript, own: &[String]) -> Vec<String> {
    let made = script.questions().filter_map(|question| match question.fills.as_ref()?.target() {
        Target::Custom(name) => Some(name.clone()),
        _ => None,
    });
    own.iter().cloned().chain(made).collect()
}
