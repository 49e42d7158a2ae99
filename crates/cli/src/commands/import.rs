//! `filon import`, `filon imports`, `filon record`.

use std::path::Path;

use filon_app::answer::Rejected;
use filon_app::import::{self, AsStage, Input, OnDuplicate, Options};
use filon_app::journal::{self, RecordOptions};
use filon_core::AccountKind;
use serde_json::json;

use crate::args::{self, ImportArgs, ImportsCommand};
use crate::context::Context;
use crate::print;
use crate::{err, out};

pub fn import(context: &Context, args: &ImportArgs) -> anyhow::Result<()> {
    let words = context.words();
    let app = context.open()?;
    let options = Options {
        source: args.source.clone(),
        as_stage: args.as_stage.map(|stage| match stage {
            args::AsStage::Suspect => AsStage::Suspect,
            args::AsStage::Client => AsStage::Client,
        }),
        kind: args.kind.map(|kind| match kind {
            args::Kind::Company => AccountKind::Company,
            args::Kind::Individual => AccountKind::Individual,
        }),
        map: args.map.clone(),
        on_duplicate: match args.on_duplicate {
            args::OnDuplicate::Merge => OnDuplicate::Merge,
            args::OnDuplicate::Skip => OnDuplicate::Skip,
            args::OnDuplicate::Create => OnDuplicate::Create,
        },
        dry_run: args.dry_run,
    };
    let mut progress = context.progress(words.importing);
    let answer = import::run(&app, &context.actor, Input::Path(&args.file), &options, &mut progress)?;
    if context.json {
        return print::json(&answer);
    }
    out!(
        "{}",
        (words.imported)(answer.rows, answer.created, answer.merged, answer.skipped, answer.rejected.len())
    );
    for (header, field) in &answer.mapping {
        out!("  {header} → {field}");
    }
    say_rejected(context, &args.file, &answer.rejected);
    for notice in &answer.notices {
        let column = notice.column.as_deref().unwrap_or("");
        err!("{}", (words.row_says)(notice.row, column, &notice.value, &notice.message));
    }
    Ok(())
}

pub fn imports(context: &Context, command: Option<&ImportsCommand>) -> anyhow::Result<()> {
    let words = context.words();
    let app = context.open()?;
    if let Some(ImportsCommand::Undo { id }) = command {
        let undone = import::undo(&app, &context.actor, *id)?;
        if context.json {
            let kept: Vec<_> = undone
                .kept
                .iter()
                .map(|kept| json!({ "account": kept.id.to_string(), "name": kept.name, "reason": kept.reason }))
                .collect();
            return print::json(&json!({ "batch": id.to_string(), "removed": undone.removed, "kept": kept }));
        }
        out!("{}", (words.undone)(undone.removed, undone.kept.len()));
        for kept in &undone.kept {
            out!("  {} : {}", kept.name, kept.reason);
        }
        return Ok(());
    }
    let batches = import::batches(&app, &context.actor)?;
    if context.json {
        let list: Vec<_> = batches
            .iter()
            .map(|batch| {
                json!({
                    "batch": batch.id.to_string(), "file": batch.file, "source": batch.source,
                    "rows": batch.rows, "created": batch.created, "merged": batch.merged,
                    "skipped": batch.skipped, "rejected": batch.rejected,
                    "date": batch.imported_at.day(), "undone": batch.undone_at.map(|at| at.day()),
                })
            })
            .collect();
        return print::json(&json!({ "batches": list }));
    }
    let rows: Vec<Vec<String>> = batches
        .iter()
        .map(|batch| {
            vec![
                batch.id.to_string(),
                batch.imported_at.day().to_string(),
                batch.file.clone(),
                batch.rows.to_string(),
                batch.created.to_string(),
                batch.merged.to_string(),
                batch.rejected.to_string(),
                batch.undone_at.map(|at| at.day().to_string()).unwrap_or_default(),
            ]
        })
        .collect();
    print::table(&words.batch_headers, &rows, &[3, 4, 5, 6]);
    Ok(())
}

pub fn record(context: &Context, file: &Path, campaign: Option<String>) -> anyhow::Result<()> {
    let words = context.words();
    let app = context.open()?;
    let mut progress = context.progress(words.recording);
    let options = RecordOptions { campaign };
    let answer = journal::record_file(&app, &context.actor, Input::Path(file), &options, &mut progress)?;
    if context.json {
        return print::json(&answer);
    }
    out!("{}", (words.recorded)(answer.rows, answer.recorded, answer.rejected.len()));
    say_rejected(context, file, &answer.rejected);
    Ok(())
}

/// File, row, column, value and what to do, for every row that did not go in.
fn say_rejected(context: &Context, file: &Path, rejected: &[Rejected]) {
    for row in rejected {
        let column = row.column.as_deref().unwrap_or("");
        let said = (context.words().row_says)(row.row, column, &row.value, &row.message);
        err!("{} {said}", file.display());
    }
}
