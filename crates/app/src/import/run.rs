//! A contact file brought in.

use filon_core::{AccountKind, Id};
use filon_store::imports;

use super::Input;
use super::add::Common;
use super::plan::{Counts, plan};
use super::read::{Reading, read};
use super::write::{Writing, write};
use crate::answer::{ImportAnswer, Notice};
use crate::{Actor, App, Result};

/// What the accounts of the file are already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AsStage {
    Suspect,
    /// Clients before Filon knew them.
    Client,
}

/// What happens to a row that meets an account already there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum OnDuplicate {
    /// It adds to the account.
    #[default]
    Merge,
    /// It is left out.
    Skip,
    /// It becomes an account of its own.
    Create,
}

impl OnDuplicate {
    pub const ALL: [OnDuplicate; 3] = [OnDuplicate::Merge, OnDuplicate::Skip, OnDuplicate::Create];

    pub const fn code(self) -> &'static str {
        match self {
            OnDuplicate::Merge => "merge",
            OnDuplicate::Skip => "skip",
            OnDuplicate::Create => "create",
        }
    }

    pub fn from_code(code: &str) -> Option<OnDuplicate> {
        OnDuplicate::ALL.into_iter().find(|policy| policy.code() == code)
    }
}

/// How a contact file is to be taken.
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub source: Option<String>,
    pub as_stage: Option<AsStage>,
    pub kind: Option<AccountKind>,
    /// `(header, field)` pairs that overrule the proposed mapping; the field `ignore` leaves a column out.
    pub map: Vec<(String, String)>,
    pub on_duplicate: OnDuplicate,
    /// Counts, and writes nothing.
    pub dry_run: bool,
}

/// Brings a file in, as one batch and in one transaction: all of it, or nothing.
pub fn run(
    app: &App,
    actor: &Actor,
    input: Input<'_>,
    options: &Options,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<ImportAnswer> {
    let started = app.now();
    let reading = read(actor, input, options, progress)?;
    let mut answer = bring_in(app, actor, input, reading, options)?;
    answer.seconds = seconds_since(app, started);
    Ok(answer)
}

/// Writes what was read, or counts it in a dry run.
pub(super) fn bring_in(
    app: &App,
    actor: &Actor,
    input: Input<'_>,
    mut reading: Reading,
    options: &Options,
) -> Result<ImportAnswer> {
    // Rows are moved into accounts, never copied: a transaction that has to run again reads them again.
    let mut ready = Some(std::mem::take(&mut reading.candidates));
    let mut candidates = || match ready.take() {
        Some(candidates) => Ok(candidates),
        None => read(actor, input, options, &mut |_, _| {}).map(|reading| reading.candidates),
    };
    let reading = &reading;
    if options.dry_run {
        let common = common(app, reading, options, None);
        let next = || app.next_id();
        let plan = app.read(actor, |tx| Ok(plan(tx, candidates()?, &common, options.on_duplicate, next)?))?;
        return Ok(answer(reading, plan.counts, None, Vec::new()));
    }
    let batch = app.next_id();
    let common = common(app, reading, options, Some(batch));
    let secret = app.secret();
    let (counts, objected) = app.write(actor, |tx| {
        let next = || app.next_id();
        let plan = plan(tx, candidates()?, &common, options.on_duplicate, next)?;
        let writing = Writing {
            batch: &record_of(batch, actor, reading, options, plan.counts, &common),
            by: actor.user,
            at: common.at,
            as_stage: options.as_stage,
            words: actor.words(),
            secret,
        };
        let counts = plan.counts;
        let objected = write(tx, plan.pool, &writing, &common, next)?;
        Ok((counts, objected))
    })?;
    let message = actor.words().import.suppressed_notice;
    let notice = |row: usize| Notice { row, column: None, value: String::new(), message: message.to_owned() };
    Ok(answer(reading, counts, Some(batch), objected.into_iter().map(notice).collect()))
}

fn common(app: &App, reading: &Reading, options: &Options, batch: Option<Id>) -> Common {
    let source = options.source.as_deref().map(str::trim).filter(|source| !source.is_empty());
    Common {
        batch,
        at: app.now(),
        source: source.map(str::to_owned),
        file: reading.file.clone(),
        kind: options.kind,
    }
}

fn answer(reading: &Reading, counts: Counts, batch: Option<Id>, more: Vec<Notice>) -> ImportAnswer {
    let mut notices = reading.notices.clone();
    notices.extend(more);
    ImportAnswer {
        batch: batch.map(|id| id.to_string()),
        rows: reading.rows,
        created: counts.created,
        merged: counts.merged,
        skipped: counts.skipped,
        rejected: reading.rejected.clone(),
        format: format_code(reading),
        encoding: reading.sniffed.encoding,
        separator: reading.sniffed.separator.map(String::from),
        mapping: reading.columns.answer(),
        seconds: 0.0,
        notices,
    }
}

fn format_code(reading: &Reading) -> &'static str {
    use filon_formats::Format;
    match reading.sniffed.format {
        Format::Csv => "csv",
        Format::Tsv => "tsv",
        Format::Xlsx => "xlsx",
        Format::Ods => "ods",
        Format::Vcard => "vcard",
    }
}

/// The batch as it is kept, with what is needed to show its answer again.
fn record_of(
    id: Id,
    actor: &Actor,
    reading: &Reading,
    options: &Options,
    counts: Counts,
    common: &Common,
) -> imports::Batch {
    imports::Batch {
        id,
        file_name: reading.file.clone(),
        by: actor.user,
        rows: crate::signed(reading.rows),
        created: crate::signed(counts.created),
        merged: crate::signed(counts.merged),
        skipped: crate::signed(counts.skipped),
        options: serde_json::json!({
            "source": common.source.as_ref().unwrap_or(&reading.file),
            "format": format_code(reading),
            "encoding": reading.sniffed.encoding,
            "mapping": reading.columns.answer(),
            "on_duplicate": options.on_duplicate.code(),
        }),
        rejected: serde_json::to_value(&reading.rejected).unwrap_or_default(),
        created_at: common.at,
        undone_at: None,
    }
}

pub(crate) fn seconds_since(app: &App, started: filon_core::Moment) -> f64 {
    (app.now().millis() - started.millis()).max(0) as f64 / 1000.0
}
