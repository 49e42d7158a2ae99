//! `filon merge`.

use std::path::{Path, PathBuf};

use filon_core::{Channel, Moment};
use filon_merge::{Options, Template};
use filon_store::accounts::{self, Direction, Sort};

use super::{Stack, data, prepare, prepare_each, read_template, stack};
use crate::answer::{LettersAnswer, RefusedAnswer};
use crate::audience::{SenderMentions, candidates, refused_answers, select};
use crate::query::{read_query_in, saved};
use crate::{Actor, App, AppError, Result, settings};

/// Who gets a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The rows of a file; the query is over its own columns. Needs no base.
    Data {
        path: PathBuf,
        filter: Option<String>,
    },
    Query(String),
    Segment(String),
}

/// Where the letters go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Out {
    /// One document, a section a letter: `.docx`, `.odt` or `.pdf` by its ending.
    One(PathBuf),
    /// A folder, one file a letter.
    Each(PathBuf),
}

/// Merges a template with people and writes the letters. Nothing of it goes into the journal.
pub fn merge(
    app: Option<&App>,
    actor: &Actor,
    template: &Path,
    source: &Source,
    out: &[Out],
    sort_postcode: bool,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<LettersAnswer> {
    if out.is_empty() {
        return Err(AppError::usage(actor.words().letters.out_needed));
    }
    let bytes = std::fs::read(template).map_err(|error| AppError::file(actor.language, template, &error))?;
    let template = read_template(actor, &template.display().to_string(), &bytes)?;
    let now = app.map_or_else(machine_now, App::now);
    let (stack, refused) = match source {
        Source::Data { path, filter } => {
            (data::stack(actor, &template, path, filter.as_deref(), sort_postcode, now)?, Vec::new())
        }
        Source::Query(_) | Source::Segment(_) => {
            let app = app.ok_or_else(|| AppError::usage(actor.words().letters.base_needed))?;
            of_base(app, actor, &template, source, sort_postcode)?
        }
    };
    let options = options_at(now, actor);
    let mut answer = LettersAnswer { refused, ..LettersAnswer::default() };
    let mark = std::process::id().to_string();
    let mut prepared = Vec::new();
    for one in out {
        prepared.push(match one {
            Out::One(path) => prepare(actor, &template, &stack, path, &mark, &options, progress)?,
            Out::Each(folder) => prepare_each(actor, &template, &stack, folder, &mark, &options, progress)?,
        });
    }
    for letters in prepared {
        if answer.files.is_empty() {
            answer.letters = letters.letters;
            answer.warnings.clone_from(&letters.warnings);
        }
        answer.files.extend(letters.place(actor)?);
    }
    Ok(answer)
}

/// The options of a merge at a moment.
pub(crate) fn options_at(now: Moment, actor: &Actor) -> Options {
    Options { now: now.local(), language: actor.language.of_merge(), recto: false }
}

/// Without a base there is no application and no clock of its own.
fn machine_now() -> Moment {
    Moment::from_millis(jiff::Timestamp::now().as_millisecond())
}

fn of_base(
    app: &App,
    actor: &Actor,
    template: &Template,
    source: &Source,
    sort_postcode: bool,
) -> Result<(Stack, Vec<RefusedAnswer>)> {
    let sort = if sort_postcode { Sort::Postcode } else { Sort::Name };
    let now = app.now();
    app.read(actor, |tx| {
        let line = match source {
            Source::Segment(name) => saved(tx, actor, name)?.query,
            Source::Query(query) => query.clone(),
            Source::Data { .. } => String::new(),
        };
        let query = read_query_in(app, tx, actor, &line)?;
        let ids = accounts::ids(tx, &query, sort, Direction::Ascending)?;
        if ids.is_empty() {
            return Err(AppError::refused(actor.words().letters.nobody).into());
        }
        let settings = settings::get_in(tx)?;
        let all = candidates(tx, &ids, Channel::Letter)?;
        // Only the command line merges so; whoever holds the paper answers for its letterhead.
        let carried = SenderMentions::Carried;
        let audience = select(all, Channel::Letter, now, settings.alsace_moselle, carried);
        if audience.allowed().is_empty() {
            let message = (actor.words().letters.nobody_allowed)(audience.refused().len());
            return Err(AppError::refused(message).into());
        }
        let own: Vec<String> = accounts::custom_fields(tx)?.into_iter().map(|(name, _)| name).collect();
        let stack = stack(actor, template, &audience, &own, now.day(), "");
        Ok((stack, refused_answers(actor, audience.refused())))
    })
}
