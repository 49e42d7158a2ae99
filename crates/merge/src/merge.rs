//! The two merges.
use crate::context::Context;
use crate::feed::Feed;
use crate::template::Inner;
use crate::{Columns, MergeError, Merged, Options, Record, Template, docx, odt};
use std::io::{Seek, Write};

/// One document holding every letter, written to `out`.
///
/// # Errors
/// An ambiguous field, no letter at all, or a failure of `out` (which then holds an unfinished file).
pub fn merge_to_one<W: Write + Seek>(
    template: &Template,
    columns: &Columns,
    records: impl Iterator<Item = Record>,
    options: &Options,
    out: W,
) -> Result<Merged, MergeError> {
    run(template, columns, records, options, |cx| match &template.inner {
        Inner::Docx(docx) => docx::write_one(docx, cx, out),
        Inner::Odt(odt) => odt::write_one(odt, cx, out),
    })
}

/// One document per letter; `sink(letter, record, bytes)` is called for each, both numbers from 0.
///
/// # Errors
/// An ambiguous field, no letter at all, or a failure of `sink`.
pub fn merge_each(
    template: &Template,
    columns: &Columns,
    records: impl Iterator<Item = Record>,
    options: &Options,
    sink: &mut dyn FnMut(usize, usize, Vec<u8>) -> std::io::Result<()>,
) -> Result<Merged, MergeError> {
    run(template, columns, records, options, |cx| match &template.inner {
        Inner::Docx(docx) => docx::write_each(docx, cx, sink),
        Inner::Odt(odt) => odt::write_each(odt, cx, sink),
    })
}

fn run(
    template: &Template,
    columns: &Columns,
    mut records: impl Iterator<Item = Record>,
    options: &Options,
    write: impl FnOnce(&mut Context<'_>) -> Result<usize, MergeError>,
) -> Result<Merged, MergeError> {
    let plan = template.plan(columns)?;
    let (language, ids) = match &template.inner {
        Inner::Docx(docx) => (docx.language, docx.ids),
        Inner::Odt(odt) => (odt.language, Default::default()),
    };
    let mut cx = Context::new(Feed::new(&mut records), &plan, options, language, ids);
    let letters = write(&mut cx)?;
    if letters == 0 {
        return Err(MergeError::NoLetter);
    }
    Ok(Merged { letters, warnings: cx.warnings })
}
