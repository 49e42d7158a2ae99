//! A contact file looked at before it is brought in.

use filon_core::Stage;
use filon_core::account::mapping::Target as Place;

use super::add::{Common, draft};
use super::read::read;
use super::run::bring_in;
use super::{Input, Options};
use crate::accounts::answer_of;
use crate::answer::{AccountAnswer, ImportAnswer};
use crate::{Actor, App, Result};

/// One column of the file and where it would go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedColumn {
    pub header: String,
    /// Code of the field; `custom.NAME` where the column is kept under its own name, `ignore` where left out.
    pub target: String,
    pub samples: Vec<String>,
}

/// A field that a column can be given to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub code: String,
    pub label: String,
}

/// What would happen.
#[derive(Debug, Clone)]
pub struct Preview {
    pub mapping: Vec<MappedColumn>,
    pub targets: Vec<Target>,
    /// The first rows, as they would be stored.
    pub rows: Vec<AccountAnswer>,
    /// The answer of a dry run, with the rows that would be rejected and the notices.
    pub counts: ImportAnswer,
}

const SHOWN: usize = 20;

/// Reads the file, proposes a mapping, and counts what an import would do; nothing is written.
pub fn preview(app: &App, actor: &Actor, input: Input<'_>, options: &Options) -> Result<Preview> {
    let started = app.now();
    let reading = read(actor, input, options, &mut |_, _| {})?;
    let options = Options { dry_run: true, ..options.clone() };
    let common = Common {
        batch: None,
        at: started,
        source: options.source.clone(),
        file: reading.file.clone(),
        kind: options.kind,
    };
    let stage = if options.as_stage == Some(super::AsStage::Client) { Stage::Client } else { Stage::Suspect };
    let first = reading.candidates.rows.iter().take(SHOWN).map(|row| row.packed.unpack());
    let rows: Vec<AccountAnswer> = first
        .map(|candidate| {
            let working = draft(candidate, &common, app.next_id(), &mut || app.next_id());
            answer_of(&working.account, &working.persons, stage)
        })
        .collect();
    let columns = reading.columns.headers.iter().zip(&reading.columns.targets).zip(&reading.samples);
    let mapping = columns
        .map(|((header, target), samples)| MappedColumn {
            header: header.clone(),
            target: target.code(),
            samples: samples.clone(),
        })
        .collect();
    let mut counts = bring_in(app, actor, input, reading, &options)?;
    counts.seconds = super::run::seconds_since(app, started);
    Ok(Preview { mapping, targets: targets(actor), rows, counts })
}

fn targets(actor: &Actor) -> Vec<Target> {
    let label = actor.words().import.target;
    Place::FIXED
        .iter()
        .chain(&[Place::Ignore])
        .map(|place| Target { code: place.code(), label: label(place).to_owned() })
        .collect()
}
