//! The whole file read into candidates, before the base is looked at.

use std::mem;
use std::ops::ControlFlow;
use std::panic::resume_unwind;
use std::sync::mpsc::sync_channel;
use std::thread;

use filon_core::Moment;
use filon_core::account::mapping::Target;
use filon_formats::{Cell, Message, Problem, Sniffed};

use super::add::Common;
use super::columns::Columns;
use super::marks::{Candidate, Candidates, Marker};
use super::row::{self, RowReader};
use super::{Input, Options};
use crate::answer::{Notice, Rejected};
use crate::{Actor, AppError, Result};

/// What a file says.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub file: String,
    pub sniffed: Sniffed,
    pub columns: Columns,
    /// Filled cells of the first rows, for the preview: by column.
    pub samples: Vec<Vec<String>>,
    pub candidates: Candidates,
    pub rejected: Vec<Rejected>,
    pub notices: Vec<Notice>,
    /// Filled rows below the header.
    pub rows: u64,
}

const SAMPLES: usize = 3;
/// Rows that cross to the thread that packs them together, and how many such parts may wait.
const PART: usize = 256;
const WAITING: usize = 4;
/// What a file may weigh in memory, in bytes, so that a sheet gone wrong is refused and not suffered.
const HEAVIEST: usize = 320 << 20;
/// A field of the company's own carries its name and a place in a tree.
const OWN_FIELD: usize = 128;

/// Reads every row; rows that cannot go in are listed, never guessed at.
pub(super) fn read(
    actor: &Actor,
    input: Input<'_>,
    options: &Options,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Reading> {
    let mut file = input.open(actor)?;
    let sniffed = file.sniffed().clone();
    let total = file.size_hint();
    let columns = Columns::new(&sniffed.headers, &options.map, actor.words())?;
    // No mark depends on the batch, its moment or its source.
    let at = Moment::from_millis(0);
    let common = Common { batch: None, at, source: None, file: input.name(), kind: options.kind };
    let marker = Marker::default();
    let mut reader = RowReader::new(&columns, actor.words());
    let mut samples: Vec<Vec<String>> = vec![Vec::new(); columns.headers.len()];
    let (mut rejected, mut rows, mut weight) = (Vec::new(), 0u64, 0usize);
    let (read, mut candidates) = thread::scope(|scope| {
        let (sender, receiver) = sync_channel::<Vec<row::Candidate>>(WAITING);
        let pack = || {
            let rows = receiver.into_iter().flatten();
            rows.map(|row| marker.candidate(row, &common)).collect::<Vec<Candidate>>()
        };
        let packing = scope.spawn(pack);
        let mut part = Vec::with_capacity(PART);
        let read = file.rows(&mut |row| {
            rows += 1;
            for (samples, cell) in samples.iter_mut().zip(row.cells) {
                if samples.len() < SAMPLES && !cell.is_blank() {
                    samples.push(cell.text.trim().to_owned());
                }
            }
            match reader.read(row.number, row.cells.iter().map(|cell| cell.text.as_ref())) {
                Ok(candidate) => part.push(candidate),
                Err(refusal) => rejected.push(refusal),
            }
            weight += weight_of(&columns, row.cells);
            let is_lost =
                part.len() >= PART && sender.send(mem::replace(&mut part, Vec::with_capacity(PART))).is_err();
            if is_lost || weight > HEAVIEST {
                return ControlFlow::Break(());
            }
            if rows.is_multiple_of(1_000) {
                progress(row.progress.min(total), total);
            }
            ControlFlow::Continue(())
        });
        // The other thread ends before its time only by a panic, which goes on here.
        let _ = sender.send(part);
        drop(sender);
        (read, packing.join().unwrap_or_else(|panic| resume_unwind(panic)))
    });
    let problems = read.map_err(|error| input.refused(actor, &error))?;
    if weight > HEAVIEST {
        return Err(AppError::refused(actor.words().import.too_heavy));
    }
    for problem in problems {
        rows += u64::from(problem.message.row_is_lost());
        take(actor, problem, &mut reader, &mut candidates, &mut rejected);
    }
    rejected.sort_by_key(|refusal| refusal.row);
    let notices = reader.finish();
    let candidates = Candidates { rows: candidates, marker };
    Ok(Reading { file: common.file, sniffed, samples, candidates, rejected, notices, rows, columns })
}

/// Nearly what the filled cells of a row take while they wait to be written.
fn weight_of(columns: &Columns, cells: &[Cell<'_>]) -> usize {
    let filled = cells.iter().zip(&columns.targets).filter(|(cell, _)| !cell.is_blank());
    filled
        .map(|(cell, target)| match target {
            Target::Ignore => 0,
            Target::Custom(_) => cell.text.len() + 8 + OWN_FIELD,
            _ => cell.text.len() + 8,
        })
        .sum()
}

/// A row of which something would be lost does not go in; lesser problems are remarks.
fn take(
    actor: &Actor,
    problem: Problem,
    reader: &mut RowReader<'_>,
    candidates: &mut Vec<Candidate>,
    rejected: &mut Vec<Rejected>,
) {
    let message = problem.message.text(actor.language.is_french());
    let loses = matches!(
        problem.message,
        Message::ExtraCells { .. }
            | Message::BeyondColumns { .. }
            | Message::CellCut { .. }
            | Message::LineTooLong { .. }
    );
    if !loses {
        reader.notice(problem.row, problem.column.as_deref(), &problem.value, message);
        return;
    }
    let already = rejected.iter().any(|refusal| refusal.row == problem.row);
    if let Ok(at) = candidates.binary_search_by_key(&problem.row, |row| row.packed.row()) {
        candidates.remove(at);
    }
    if !already {
        rejected.push(Rejected { row: problem.row, column: problem.column, value: problem.value, message });
    }
}
