//! `filon contacts`, `filon segment`.

use std::fs::File;
use std::io::{BufWriter, Write};

use anyhow::Context as _;
use filon_app::accounts::{self, ExportFormat, ListRequest, Order};
use filon_app::segments;
use serde_json::json;

use crate::args::{ContactsArgs, Format, SegmentCommand};
use crate::context::Context;
use crate::out;
use crate::print;

/// Rows shown on a terminal where nothing is said.
const SCREENFUL: u64 = 50;

pub fn contacts(context: &Context, args: &ContactsArgs) -> anyhow::Result<()> {
    let app = context.open()?;
    let query = args.query.clone().unwrap_or_default();
    if args.count {
        let count = accounts::count(&app, &context.actor, &query)?;
        if context.json {
            return print::json(&json!({ "count": count }));
        }
        out!("{count}");
        return Ok(());
    }
    if let Some(format) = args.format.and_then(export_format).or_else(|| by_ending(args)) {
        return export(context, &app, &query, args, format);
    }
    let limit = args.limit.unwrap_or(if context.json { u64::MAX } else { SCREENFUL });
    let request = ListRequest { query, order: Order::default(), offset: 0, limit };
    if context.json {
        return print::json(&accounts::list(&app, &context.actor, &request)?);
    }
    let table = accounts::table(&app, &context.actor, &request)?;
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| {
            let place = [row.postcode.as_deref(), row.city.as_deref()];
            vec![
                row.reference.clone().unwrap_or_default(),
                row.name.clone(),
                (context.words().stage)(row.stage).to_owned(),
                row.person.clone(),
                place.into_iter().flatten().collect::<Vec<_>>().join(" "),
                row.phone.clone(),
                row.email.clone(),
            ]
        })
        .collect();
    print::table(&context.words().contact_headers, &rows, &[]);
    out!("{}", (context.words().shown)(rows.len() as u64, table.count));
    Ok(())
}

fn export_format(format: Format) -> Option<ExportFormat> {
    match format {
        Format::Table => None,
        Format::Csv => Some(ExportFormat::Csv),
        Format::Xlsx => Some(ExportFormat::Xlsx),
        Format::Ods => Some(ExportFormat::Ods),
        Format::Vcf => Some(ExportFormat::Vcf),
    }
}

/// The format that the ending of `--out` says, where `--format` says nothing.
fn by_ending(args: &ContactsArgs) -> Option<ExportFormat> {
    let ending = args.out.as_ref()?.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "xlsx" => Some(ExportFormat::Xlsx),
        "ods" => Some(ExportFormat::Ods),
        "vcf" => Some(ExportFormat::Vcf),
        _ => Some(ExportFormat::Csv),
    }
    .filter(|_| args.format.is_none())
}

fn export(
    context: &Context,
    app: &filon_app::App,
    query: &str,
    args: &ContactsArgs,
    format: ExportFormat,
) -> anyhow::Result<()> {
    let Some(path) = &args.out else {
        let mut out = BufWriter::new(std::io::stdout().lock());
        accounts::export(app, &context.actor, query, args.limit, format, &mut out)?;
        return Ok(out.flush()?);
    };
    let file = File::create(path).with_context(|| path.display().to_string())?;
    let mut out = BufWriter::new(file);
    let (count, refused) = match args.channel {
        None => (accounts::export(app, &context.actor, query, args.limit, format, &mut out)?, Vec::new()),
        Some(channel) => {
            let made =
                accounts::export_for(app, &context.actor, query, args.limit, format, channel, &mut out)?;
            (made.accounts, made.refused)
        }
    };
    out.flush().with_context(|| path.display().to_string())?;
    if context.json {
        let file = path.display().to_string();
        return print::json(&json!({ "count": count, "file": file, "refused": refused }));
    }
    out!("{}", (context.words().exported)(count, &path.display().to_string()));
    if !refused.is_empty() {
        out!("{}", (context.words().may_not_be_contacted)(refused.len()));
    }
    for one in &refused {
        out!("  {} · {} : {}", one.account, one.name, one.reason);
    }
    Ok(())
}

pub fn segment(context: &Context, command: SegmentCommand) -> anyhow::Result<()> {
    let app = context.open()?;
    let list = match command {
        SegmentCommand::Save { name, query } => vec![segments::save(&app, &context.actor, &name, &query)?],
        SegmentCommand::List => segments::list(&app, &context.actor)?,
        SegmentCommand::Delete { name } => {
            segments::delete(&app, &context.actor, &name)?;
            if context.json {
                return print::json(&json!({ "deleted": name }));
            }
            out!("{}", (context.words().deleted)(&name));
            return Ok(());
        }
    };
    if context.json {
        let list: Vec<_> = list
            .iter()
            .map(|segment| json!({ "name": segment.name, "query": segment.query, "count": segment.count }))
            .collect();
        return print::json(&json!({ "segments": list }));
    }
    let rows: Vec<Vec<String>> =
        list.iter().map(|s| vec![s.name.clone(), s.count.to_string(), s.query.clone()]).collect();
    print::table(&context.words().segment_headers, &rows, &[1]);
    Ok(())
}
