//! Writing letters: one file each, or one file for all.
use super::package::{Docx, Header};
use super::relations::rels_name;
use super::section::{EMPTY_FOOTER, EMPTY_HEADER};
use crate::MergeError;
use crate::context::Context;
use crate::emit::emit;
use crate::package::Archive;
use crate::piece::Slot;
use std::io::{Cursor, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const TYPES: &str = "[Content_Types].xml";

/// LibreOffice refuses entries announced as larger than 4 GiB, so none is; no letter file is that large.
fn deflate() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(3))
}

fn put<W: Write + Seek>(zip: &mut ZipWriter<W>, name: &str, bytes: &[u8]) -> Result<(), MergeError> {
    zip.start_file(name, deflate())?;
    zip.write_all(bytes)?;
    Ok(())
}

/// Static parts keep their packed bytes; those rewritten at reading are written again.
fn copy_static<W: Write + Seek>(
    docx: &Docx,
    archive: &mut Archive,
    index: usize,
    zip: &mut ZipWriter<W>,
) -> Result<(), MergeError> {
    let name = docx.package.names.get(index).map_or("", String::as_str);
    if docx.dropped.contains(name) {
        return Ok(());
    }
    match docx.replaced.get(name) {
        Some(bytes) => put(zip, name, bytes),
        None => Ok(zip.raw_copy_file(archive.by_index_raw(index)?)?),
    }
}

fn part_bytes(before: &[u8], pieces: &[crate::piece::Piece], after: &[u8], cx: &mut Context<'_>) -> Vec<u8> {
    let mut out = before.to_vec();
    emit(pieces, cx, &mut out);
    out.extend_from_slice(after);
    out
}

/// One document per letter.
pub fn write_each(
    docx: &Docx,
    cx: &mut Context<'_>,
    sink: &mut dyn FnMut(usize, usize, Vec<u8>) -> std::io::Result<()>,
) -> Result<usize, MergeError> {
    let mut archive = docx.package.archive()?;
    cx.keep_blank_lines = docx.keep_blank_lines;
    let mut letters = 0;
    while cx.start_copy(letters, true) {
        let record = cx.feed.index();
        let mut body = part_bytes(&docx.body.before, &docx.body.pieces, &[], cx);
        if cx.skipped {
            continue;
        }
        emit(&docx.section, cx, &mut body);
        body.extend_from_slice(&docx.body.after);
        let mut done: Vec<(&str, Vec<u8>)> = vec![(&docx.body.name, body)];
        for notes in &docx.notes {
            let mut bytes = part_bytes(&[], &notes.head, &[], cx);
            emit(&notes.notes, cx, &mut bytes);
            bytes.extend_from_slice(&notes.tail);
            done.push((&notes.name, bytes));
        }
        cx.feed.rewind_copy();
        for header in &docx.headers {
            done.push((
                &header.part.name,
                part_bytes(&header.part.before, &header.part.pieces, &header.part.after, cx),
            ));
        }
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        put(&mut zip, TYPES, docx.content_types.as_bytes())?;
        for index in 0..archive.len() {
            let name = docx.package.names.get(index).map_or("", String::as_str);
            match done.iter().find(|(n, _)| *n == name) {
                Some((name, bytes)) => put(&mut zip, name, bytes)?,
                None if name == TYPES => {}
                None => copy_static(docx, &mut archive, index, &mut zip)?,
            }
        }
        let bytes = zip.finish()?.into_inner();
        sink(letters, record, bytes)?;
        letters += 1;
    }
    Ok(letters)
}

/// Copies of headers that hold fields, with what names them.
#[derive(Default)]
struct Clones {
    zip: Option<ZipWriter<Cursor<Vec<u8>>>>,
    relations: String,
    types: String,
}

/// One document for all letters.
pub fn write_one<W: Write + Seek>(docx: &Docx, cx: &mut Context<'_>, out: W) -> Result<usize, MergeError> {
    cx.keep_blank_lines = docx.keep_blank_lines;
    let clones_needed = docx.headers.iter().any(|h| h.varies) && !docx.catalog;
    let mut zip = ZipWriter::new(out);
    let mut notes: Vec<Vec<u8>> = vec![Vec::new(); docx.notes.len()];
    let mut first_headers: Vec<Vec<u8>> = Vec::new();
    let mut clones = Clones::default();
    let letters;
    if clones_needed {
        // The list of content types comes first and must name every copy, so the body waits in memory, packed.
        clones.zip = Some(ZipWriter::new(Cursor::new(Vec::new())));
        let mut spool = ZipWriter::new(Cursor::new(Vec::new()));
        spool.start_file(docx.body.name.as_str(), deflate())?;
        letters = body(docx, cx, &mut spool, &mut clones, &mut first_headers, &mut notes)?;
        let spooled = spool.finish()?;
        statics(docx, &mut zip, &clones, &first_headers, letters)?;
        zip.merge_archive(ZipArchive::new(spooled)?)?;
        if let Some(copies) = clones.zip.take() {
            zip.merge_archive(ZipArchive::new(copies.finish()?)?)?;
        }
    } else {
        statics_before(docx, &mut zip)?;
        zip.start_file(docx.body.name.as_str(), deflate())?;
        letters = body(docx, cx, &mut zip, &mut clones, &mut first_headers, &mut notes)?;
        statics_after(docx, &mut zip, &clones, &first_headers, letters)?;
    }
    for (part, bytes) in docx.notes.iter().zip(&notes) {
        zip.start_file(part.name.as_str(), deflate())?;
        zip.write_all(bytes)?;
        zip.write_all(&part.tail)?;
    }
    zip.finish()?;
    if letters == 0 { Err(MergeError::NoLetter) } else { Ok(letters) }
}

/// A letter's bytes, and where its section goes.
type Waiting = (Vec<u8>, Option<(usize, Slot)>);

/// The letters, each waiting for the next one to exist before its section is placed: the last letter's section is
/// the document's own, and nothing follows it.
fn body<W: Write>(
    docx: &Docx,
    cx: &mut Context<'_>,
    out: &mut W,
    clones: &mut Clones,
    first_headers: &mut Vec<Vec<u8>>,
    notes: &mut [Vec<u8>],
) -> Result<usize, MergeError> {
    out.write_all(&docx.body.before)?;
    let mut pending: Option<Waiting> = None;
    let mut section = Vec::new();
    let mut letter = Vec::new();
    let mut letters = 0;
    while cx.start_copy(letters, false) {
        letter.clear();
        emit(&docx.body.pieces, cx, &mut letter);
        if cx.skipped {
            continue;
        }
        let slot = cx.slot;
        for (part, bytes) in docx.notes.iter().zip(notes.iter_mut()) {
            if letters == 0 {
                emit(&part.head, cx, bytes);
            }
            emit(&part.notes, cx, bytes);
        }
        cx.feed.rewind_copy();
        headers(docx, cx, letters, clones, first_headers)?;
        if docx.catalog {
            // Records follow each other in the first one's section.
            out.write_all(&letter)?;
            if letters == 0 {
                emit(&docx.section, cx, &mut section);
            }
            letters += 1;
            continue;
        }
        let mut spare = Vec::new();
        if let Some((previous, slot)) = pending.take() {
            place(docx, &previous, slot, &section, out)?;
            spare = previous;
        }
        section.clear();
        emit(&docx.section, cx, &mut section);
        pending = Some((std::mem::replace(&mut letter, spare), slot));
        letters += 1;
    }
    if let Some((last, _)) = pending {
        out.write_all(&last)?;
    }
    out.write_all(&section)?;
    out.write_all(&docx.body.after)?;
    Ok(letters)
}

fn place<W: Write>(
    docx: &Docx,
    letter: &[u8],
    slot: Option<(usize, Slot)>,
    section: &[u8],
    out: &mut W,
) -> Result<(), MergeError> {
    let words = &docx.paragraph;
    let (p, ppr) = (words.name("p"), words.name("pPr"));
    let (at, slot) = slot.unwrap_or((letter.len(), Slot::AfterAll));
    out.write_all(letter.get(..at).unwrap_or(letter))?;
    match slot {
        Slot::InProperties => out.write_all(section)?,
        Slot::InParagraph => {
            write!(out, "<{ppr}>")?;
            out.write_all(section)?;
            write!(out, "</{ppr}>")?;
        }
        Slot::AfterAll => {
            // As low as a line can be: a full page must not spill over.
            let (spacing, val) = (words.name("spacing"), words.attribute("val"));
            let (line, rule, before, after) = (
                words.attribute("line"),
                words.attribute("lineRule"),
                words.attribute("before"),
                words.attribute("after"),
            );
            write!(
                out,
                "<{p}><{ppr}><{spacing} {before}=\"0\" {after}=\"0\" {line}=\"20\" {rule}=\"exact\"/>"
            )?;
            write!(
                out,
                "<{rpr}><{sz} {val}=\"2\"/></{rpr}>",
                rpr = words.name("rPr"),
                sz = words.name("sz")
            )?;
            out.write_all(section)?;
            write!(out, "</{ppr}></{p}>")?;
        }
    }
    out.write_all(letter.get(at..).unwrap_or(&[]))?;
    Ok(())
}

fn copy_name(name: &str, copy: usize) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}_{copy}.{extension}"),
        None => format!("{name}_{copy}"),
    }
}

fn content_type(footer: bool) -> &'static str {
    if footer {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
    } else {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    }
}

fn relation_type(footer: bool) -> &'static str {
    if footer {
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"
    } else {
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    }
}

fn headers(
    docx: &Docx,
    cx: &mut Context<'_>,
    copy: usize,
    clones: &mut Clones,
    first: &mut Vec<Vec<u8>>,
) -> Result<(), MergeError> {
    use std::fmt::Write as _;
    for header in &docx.headers {
        let Header { part, footer, target, stem, varies, relations } = header;
        if copy == 0 {
            first.push(part_bytes(&part.before, &part.pieces, &part.after, cx));
            continue;
        }
        let Some(zip) = clones.zip.as_mut().filter(|_| *varies) else { continue };
        let name = copy_name(&part.name, copy);
        let bytes = part_bytes(&part.before, &part.pieces, &part.after, cx);
        put(zip, &name, &bytes)?;
        if let Some(relations) = relations {
            put(zip, &rels_name(&name), relations)?;
        }
        let (kind, target) = (relation_type(*footer), copy_name(target, copy));
        let _ = write!(
            clones.relations,
            "<Relationship Id=\"{stem}_{copy}\" Type=\"{kind}\" Target=\"{target}\"/>"
        );
        let _ = write!(
            clones.types,
            "<Override PartName=\"/{name}\" ContentType=\"{}\"/>",
            content_type(*footer)
        );
    }
    Ok(())
}

fn insert_before(text: &str, closing: &str, what: &str) -> String {
    match text.rfind(closing).and_then(|at| Some((text.get(..at)?, text.get(at..)?))) {
        Some((before, after)) => format!("{before}{what}{after}"),
        // `<Relationships …/>`
        None => match text.trim_end().strip_suffix("/>") {
            Some(open) => format!("{open}>{what}{closing}"),
            None => text.to_owned(),
        },
    }
}

/// Empty header and footer that stop a letter from showing those of the letter before.
fn empties(docx: &Docx) -> impl Iterator<Item = (String, &'static str, bool)> + '_ {
    let folder = docx.body.name.rsplit_once('/').map_or(String::new(), |(f, _)| format!("{f}/"));
    [(docx.empty_header, EMPTY_HEADER, false), (docx.empty_footer, EMPTY_FOOTER, true)]
        .into_iter()
        .filter(|(needed, ..)| *needed)
        .map(move |(_, id, footer)| {
            (format!("{folder}filon{}.xml", if footer { "Pied" } else { "Entete" }), id, footer)
        })
}

fn types_text(docx: &Docx, clones: &Clones) -> String {
    let mut more = clones.types.clone();
    for (name, _, footer) in empties(docx) {
        more.push_str(&format!("<Override PartName=\"/{name}\" ContentType=\"{}\"/>", content_type(footer)));
    }
    insert_before(&docx.content_types, "</Types>", &more)
}

fn statics<W: Write + Seek>(
    docx: &Docx,
    zip: &mut ZipWriter<W>,
    clones: &Clones,
    first: &[Vec<u8>],
    letters: usize,
) -> Result<(), MergeError> {
    put(zip, TYPES, types_text(docx, clones).as_bytes())?;
    unchanged(docx, zip)?;
    statics_after(docx, zip, clones, first, letters)
}

fn statics_before<W: Write + Seek>(docx: &Docx, zip: &mut ZipWriter<W>) -> Result<(), MergeError> {
    put(zip, TYPES, types_text(docx, &Clones::default()).as_bytes())?;
    unchanged(docx, zip)
}

/// Every part that no letter changes.
fn unchanged<W: Write + Seek>(docx: &Docx, zip: &mut ZipWriter<W>) -> Result<(), MergeError> {
    let mut archive = docx.package.archive()?;
    let rels = rels_name(&docx.body.name);
    for index in 0..archive.len() {
        let name = docx.package.names.get(index).map_or("", String::as_str);
        let own = name == TYPES
            || name == docx.body.name
            || name == rels
            || docx.headers.iter().any(|h| h.part.name == name)
            || docx.notes.iter().any(|n| n.name == name)
            || docx.numbering.as_ref().is_some_and(|n| n.part == name);
        if !own {
            copy_static(docx, &mut archive, index, zip)?;
        }
    }
    Ok(())
}

fn statics_after<W: Write + Seek>(
    docx: &Docx,
    zip: &mut ZipWriter<W>,
    clones: &Clones,
    first: &[Vec<u8>],
    letters: usize,
) -> Result<(), MergeError> {
    for (header, bytes) in docx.headers.iter().zip(first) {
        put(zip, &header.part.name, bytes)?;
    }
    if let Some(numbering) = &docx.numbering {
        put(zip, &numbering.part, &numbering.with_letters(&docx.lists, letters))?;
    }
    let mut more = clones.relations.clone();
    for (name, id, footer) in empties(docx) {
        let file = name.rsplit('/').next().unwrap_or(&name).to_owned();
        more.push_str(&format!(
            "<Relationship Id=\"{id}\" Type=\"{}\" Target=\"{file}\"/>",
            relation_type(footer)
        ));
        let root = if footer { "ftr" } else { "hdr" };
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:{root} xmlns:w=\"{}\"><w:p/></w:{root}>",
            docx.word_uri
        );
        put(zip, &name, xml.as_bytes())?;
    }
    put(
        zip,
        &rels_name(&docx.body.name),
        insert_before(&docx.relations, "</Relationships>", &more).as_bytes(),
    )
}
