//! Letters written beside their place, and moved there when all else is done.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use filon_merge::{MergeError, Merged, Message, Options, Record, Template, merge_each, merge_to_one, pdf};

use super::people::Stack;
use super::template::ending;
use crate::answer::LetterWarning;
use crate::{Actor, AppError, Result};

/// Letters that are written and wait to be put in place.
#[derive(Debug)]
pub(crate) struct Prepared {
    /// Where they are, where they go.
    moves: Vec<(PathBuf, PathBuf)>,
    /// A folder that is empty once they are moved.
    work: Option<PathBuf>,
    pub letters: u64,
    pub warnings: Vec<LetterWarning>,
    done: bool,
}

impl Prepared {
    /// Puts the letters in place; the names of the files.
    pub fn place(mut self, actor: &Actor) -> Result<Vec<String>> {
        let mut files = Vec::with_capacity(self.moves.len());
        for (from, to) in &self.moves {
            fs::rename(from, to).map_err(|error| AppError::file(actor.language, to, &error))?;
            files.push(to.display().to_string());
        }
        self.done = true;
        if let Some(work) = &self.work {
            let _ = fs::remove_dir(work);
        }
        Ok(files)
    }
}

impl Drop for Prepared {
    /// Letters that were not recorded are not left behind.
    fn drop(&mut self) {
        if !self.done {
            for (from, _) in &self.moves {
                let _ = fs::remove_file(from);
            }
            if let Some(work) = &self.work {
                let _ = fs::remove_dir(work);
            }
        }
    }
}

/// The hidden name beside `out` under which letters wait; `mark` tells one launch from another.
pub(crate) fn waiting(out: &Path, mark: &str) -> PathBuf {
    let name = out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    out.with_file_name(format!(".{name}.{mark}.part"))
}

/// Writes all letters into one document, of the kind that the ending of `out` says.
pub(crate) fn prepare(
    actor: &Actor,
    template: &Template,
    stack: &Stack,
    out: &Path,
    mark: &str,
    options: &Options,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Prepared> {
    let own = ending(template);
    let asked = out.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if asked != own && asked != "pdf" {
        return Err(AppError::usage((actor.words().letters.wrong_ending)(&asked, own)));
    }
    make_parent(actor, out)?;
    let waiting = waiting(out, mark);
    // Made before anything is written, so that whatever fails takes it away again.
    let mut prepared = Prepared {
        moves: vec![(waiting.clone(), out.to_owned())],
        work: None,
        letters: 0,
        warnings: Vec::new(),
        done: false,
    };
    let document = if asked == "pdf" { waiting.with_extension(own) } else { waiting.clone() };
    let merged = write(actor, template, stack, &document, options, progress);
    let merged = match merged {
        Ok(merged) if asked == "pdf" => {
            let converted = pdf::to_pdf(&document, &waiting);
            let _ = fs::remove_file(&document);
            converted.map_err(|error| AppError::refused(error.text(actor.language.of_merge())))?;
            merged
        }
        Err(error) => {
            let _ = fs::remove_file(&document);
            return Err(error);
        }
        Ok(merged) => merged,
    };
    prepared.letters = merged.letters as u64;
    prepared.warnings = worded(actor, stack, &merged);
    Ok(prepared)
}

fn write(
    actor: &Actor,
    template: &Template,
    stack: &Stack,
    document: &Path,
    options: &Options,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Merged> {
    let failed = |error: std::io::Error| AppError::file(actor.language, document, &error);
    let file = File::create(document).map_err(failed)?;
    let records = told(&stack.records, progress);
    let mut buffer = BufWriter::new(&file);
    let merged = merge_to_one(template, &stack.columns, records, options, &mut buffer)
        .map_err(|error| refused(actor, document, error))?;
    buffer.flush().map_err(failed)?;
    file.sync_all().map_err(failed)?;
    Ok(merged)
}

/// Writes one document for each letter into a folder.
pub(crate) fn prepare_each(
    actor: &Actor,
    template: &Template,
    stack: &Stack,
    folder: &Path,
    mark: &str,
    options: &Options,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Prepared> {
    make_parent(actor, folder)?;
    let work = waiting(folder, mark);
    fs::create_dir_all(folder).map_err(|error| AppError::file(actor.language, folder, &error))?;
    fs::create_dir_all(&work).map_err(|error| AppError::file(actor.language, &work, &error))?;
    let mut prepared = Prepared {
        moves: Vec::new(),
        work: Some(work.clone()),
        letters: 0,
        warnings: Vec::new(),
        done: false,
    };
    let digits = stack.records.len().to_string().len().max(3);
    let records = told(&stack.records, progress);
    let merged = merge_each(template, &stack.columns, records, options, &mut |letter, record, bytes| {
        let who = stack.files.get(record).map(|name| file_name(name)).unwrap_or_default();
        let name = format!("{:0digits$}-{who}.{}", letter + 1, ending(template));
        let place = work.join(&name);
        fs::write(&place, bytes)?;
        prepared.moves.push((place, folder.join(name)));
        Ok(())
    });
    let merged = merged.map_err(|error| refused(actor, folder, error))?;
    prepared.letters = merged.letters as u64;
    prepared.warnings = worded(actor, stack, &merged);
    Ok(prepared)
}

/// The records, counted as they are taken.
fn told<'r>(
    records: &'r [Record],
    progress: &'r mut dyn FnMut(u64, u64),
) -> impl Iterator<Item = Record> + 'r {
    let total = records.len() as u64;
    records.iter().enumerate().map(move |(place, record)| {
        progress(place as u64, total);
        record.clone()
    })
}

/// A name that every file system takes.
fn file_name(name: &str) -> String {
    let plain: String = filon_core::text::fold(name)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-").chars().take(60).collect()
}

fn make_parent(actor: &Actor, out: &Path) -> Result<()> {
    match out.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        Some(parent) => {
            fs::create_dir_all(parent).map_err(|error| AppError::file(actor.language, parent, &error))
        }
        None => Ok(()),
    }
}

fn refused(actor: &Actor, out: &Path, error: MergeError) -> AppError {
    match error {
        MergeError::Template(error) => AppError::refused(error.text(actor.language.of_merge())),
        MergeError::Io(error) => AppError::file(actor.language, out, &error),
        MergeError::Zip(error) => {
            AppError::file(actor.language, out, &std::io::Error::other(error.to_string()))
        }
        MergeError::NoLetter => AppError::refused(actor.words().letters.nobody),
    }
}

/// What the merge remarks; fields without a column are told with their nearest name already.
fn worded(actor: &Actor, stack: &Stack, merged: &Merged) -> Vec<LetterWarning> {
    let mut warnings = stack.warnings.clone();
    let others = merged.warnings.iter().filter(|warning| warning.message != Message::NoColumn);
    warnings.extend(others.map(|warning| LetterWarning {
        account: warning.record.and_then(|record| stack.names.get(record).cloned()),
        field: warning.field.clone(),
        message: warning.message.text(actor.language.of_merge()),
    }));
    warnings
}
