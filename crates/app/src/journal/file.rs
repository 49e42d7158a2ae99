//! Outcomes in bulk, from a file.

use std::collections::HashMap;
use std::ops::ControlFlow;

use filon_core::account::normalise;
use filon_core::{Event, Id};
use filon_store::{accounts, events};
use sha2::{Digest, Sha256};

use super::columns::{Column, Columns};
use super::line::{Line, read};
use super::objection::suppress;
use crate::answer::{RecordAnswer, Rejected};
use crate::campaigns::find_in;
use crate::import::Input;
use crate::{Actor, App, Result, hex};

/// How a file of outcomes is to be taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordOptions {
    /// The action that the rows belong to, where they name none.
    pub campaign: Option<String>,
}

/// Records the outcomes of a file in one transaction; rows that cannot be are listed.
///
/// A line is known again by all that it says and by how often the file has said it before, so that the
/// same file records nothing twice, and two equal calls on one day are two calls.
pub fn record_file(
    app: &App,
    actor: &Actor,
    input: Input<'_>,
    options: &RecordOptions,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<RecordAnswer> {
    let words = &actor.words().record;
    let mut file = input.open(actor)?;
    let columns = Columns::find(&file.sniffed().headers, words)?;
    let (total, today) = (file.size_hint(), app.today());
    let (mut lines, mut rejected, mut rows) = (Vec::new(), Vec::new(), 0u64);
    let problems = file
        .rows(&mut |row| {
            rows += 1;
            let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_ref()).collect();
            match read(&columns, words, today, row.number, &cells) {
                Ok(line) => lines.push(line),
                Err(refusal) => rejected.push(refusal),
            }
            if rows.is_multiple_of(1_000) {
                progress(row.progress.min(total), total);
            }
            ControlFlow::Continue(())
        })
        .map_err(|error| input.refused(actor, &error))?;
    for problem in problems {
        rows += u64::from(problem.message.row_is_lost());
        let loses = problem.message.row_is_lost()
            || matches!(problem.message, filon_formats::Message::ExtraCells { .. });
        if loses && !rejected.iter().any(|refusal| refusal.row == problem.row) {
            lines.retain(|line| line.row != problem.row);
            let message = problem.message.text(actor.language.is_french());
            rejected.push(Rejected {
                row: problem.row,
                column: problem.column,
                value: problem.value,
                message,
            });
        }
    }
    let (recorded, unknown) = write(app, actor, &lines, &columns, options)?;
    rejected.extend(unknown);
    rejected.sort_by_key(|refusal| refusal.row);
    Ok(RecordAnswer { rows, recorded, rejected })
}

/// Looks accounts and actions up and appends the lines; how many were new, and those without an account.
fn write(
    app: &App,
    actor: &Actor,
    lines: &[Line],
    columns: &Columns,
    options: &RecordOptions,
) -> Result<(u64, Vec<Rejected>)> {
    let words = &actor.words().record;
    let spelt: HashMap<&str, String> =
        lines.iter().map(|line| (line.account.as_str(), spelt(&line.account))).collect();
    let texts: Vec<&str> = spelt.iter().flat_map(|(text, spelt)| [*text, spelt.as_str()]).collect();
    let (now, secret) = (app.now(), app.secret());
    app.write(actor, |tx| {
        let default = options.campaign.as_deref().map(|name| find_in(tx, actor, name)).transpose()?;
        let mut named: HashMap<&str, Id> = HashMap::new();
        for name in lines.iter().filter_map(|line| line.campaign.as_deref()) {
            if !named.contains_key(name) {
                named.insert(name, find_in(tx, actor, name)?.id);
            }
        }
        let known = accounts::resolve(tx, &texts)?;
        let (mut keyed, mut unknown) = (Vec::with_capacity(lines.len()), Vec::new());
        let mut seen: HashMap<String, u32> = HashMap::new();
        for line in lines {
            let text = line.account.as_str();
            let found = known.get(text).or_else(|| spelt.get(text).and_then(|spelt| known.get(spelt)));
            let Some(account) = found.copied() else {
                unknown.push(Rejected {
                    row: line.row,
                    column: columns.header(Column::Account).map(str::to_owned),
                    value: line.account.clone(),
                    message: (words.account_unknown)(&line.account),
                });
                continue;
            };
            let campaign = line.campaign.as_deref().and_then(|name| named.get(name).copied());
            let campaign = campaign.or(default.as_ref().map(|campaign| campaign.id));
            let said = said(line, account, campaign);
            let times = seen.entry(said.clone()).or_default();
            *times += 1;
            let key = format!("file:{}", hex(&Sha256::digest(format!("{said}#{times}"))));
            keyed.push((key, event(app.next_id(), line, account, campaign, actor.user, now)));
        }
        let new = events::append_once(tx, &keyed)?;
        let appended: Vec<&Event> =
            keyed.iter().zip(&new).filter(|(_, new)| **new).map(|((_, event), _)| event).collect();
        suppress(tx, &appended, secret)?;
        Ok((appended.len() as u64, unknown))
    })
}

/// The text as the base would spell it: a SIRET without its spaces, an e-mail in small letters.
fn spelt(text: &str) -> String {
    match normalise::siret(text) {
        Ok(siret) => siret.digits,
        Err(_) => normalise::email(text).unwrap_or_else(|_| text.to_owned()),
    }
}

/// All that a line says, as one text.
fn said(line: &Line, account: Id, campaign: Option<Id>) -> String {
    format!(
        "{account}|{}|{:?}|{:?}|{}|{:?}|{:?}|{:?}|{:?}|{:?}|{:?}",
        line.kind.code(),
        line.channel,
        line.outcome,
        line.on,
        line.amount,
        line.margin,
        line.minutes,
        line.kilometres,
        line.note,
        campaign.map(|id| id.to_string()),
    )
}

fn event(
    id: Id,
    line: &Line,
    account: Id,
    campaign: Option<Id>,
    by: Option<Id>,
    now: filon_core::Moment,
) -> Event {
    Event {
        id,
        account,
        person: None,
        kind: line.kind,
        channel: line.channel,
        campaign,
        on: line.on,
        at: None,
        by,
        outcome: line.outcome,
        minutes: line.minutes,
        kilometres: line.kilometres,
        amount: line.amount,
        margin: line.margin,
        note: line.note.clone(),
        voids: None,
        recorded_at: now,
    }
}
