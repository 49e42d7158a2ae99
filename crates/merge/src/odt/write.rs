//! Writing OpenDocument letters: one file each, or one file for all.
use super::package::{MANIFEST, Odt, is_macro};
use crate::MergeError;
use crate::context::Context;
use crate::emit::emit;
use crate::piece::Once;
use std::io::{Cursor, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const CONTENT: &str = "content.xml";
const STYLES: &str = "styles.xml";

/// LibreOffice refuses entries announced as larger than 4 GiB, so none is.
fn deflate() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(3))
}

fn put<W: Write + Seek>(zip: &mut ZipWriter<W>, name: &str, parts: &[&[u8]]) -> Result<(), MergeError> {
    zip.start_file(name, deflate())?;
    for part in parts {
        zip.write_all(part)?;
    }
    Ok(())
}

/// `mimetype` first and stored, as it was: every part that the merge does not change keeps its place and its bytes.
fn copy_others<W: Write + Seek>(odt: &Odt, zip: &mut ZipWriter<W>) -> Result<(), MergeError> {
    let mut archive = odt.package.archive()?;
    for index in 0..archive.len() {
        let name = odt.package.names.get(index).map_or("", String::as_str);
        if name == CONTENT || name == STYLES && odt.pages.is_some() {
            continue;
        }
        if let Some(manifest) = &odt.manifest {
            if name == MANIFEST {
                put(zip, MANIFEST, &[manifest.as_bytes()])?;
            }
            if name == MANIFEST || is_macro(name) {
                continue;
            }
        }
        zip.raw_copy_file(archive.by_index_raw(index)?)?;
    }
    Ok(())
}

pub fn write_each(
    odt: &Odt,
    cx: &mut Context<'_>,
    sink: &mut dyn FnMut(usize, usize, Vec<u8>) -> std::io::Result<()>,
) -> Result<usize, MergeError> {
    let mut letters = 0;
    while cx.start_copy(letters, true) {
        let record = cx.feed.index();
        let mut body = Vec::new();
        emit(&odt.pieces, cx, &mut body);
        cx.feed.rewind_copy();
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        copy_others(odt, &mut zip)?;
        put(&mut zip, CONTENT, &[&odt.head, &odt.middle, &body, &odt.after])?;
        if let Some(pages) = &odt.pages {
            let mut masters = Vec::new();
            emit(&pages.masters, cx, &mut masters);
            put(&mut zip, STYLES, &[&pages.before, &masters, &pages.after])?;
        }
        sink(letters, record, zip.finish()?.into_inner())?;
        letters += 1;
    }
    Ok(letters)
}

pub fn write_one<W: Write + Seek>(odt: &Odt, cx: &mut Context<'_>, out: W) -> Result<usize, MergeError> {
    let mut zip = ZipWriter::new(out);
    copy_others(odt, &mut zip)?;
    let varying = odt.pages.as_ref().is_some_and(|p| p.varies);
    let mut masters = Vec::new();
    let mut letters = 0;
    if varying {
        // Styles stand before the text that uses them, and each letter has its own: the text waits.
        let (mut styles, mut body) = (Vec::new(), Vec::new());
        while letter(odt, cx, letters, &mut body, &mut styles, &mut masters) {
            letters += 1;
        }
        put(&mut zip, CONTENT, &[&odt.head, &styles, &odt.middle, &body, &odt.after])?;
    } else {
        zip.start_file(CONTENT, deflate())?;
        zip.write_all(&odt.head)?;
        let mut once = Vec::new();
        emit(&odt.styles_once, cx, &mut once);
        zip.write_all(&once)?;
        zip.write_all(&odt.middle)?;
        let mut body = Vec::new();
        while letter(odt, cx, letters, &mut body, &mut Vec::new(), &mut masters) {
            zip.write_all(&body)?;
            body.clear();
            letters += 1;
        }
        zip.write_all(&odt.after)?;
    }
    if let Some(pages) = &odt.pages {
        put(&mut zip, STYLES, &[&pages.before, &masters, &pages.after])?;
    }
    zip.finish()?;
    Ok(letters)
}

fn letter(
    odt: &Odt,
    cx: &mut Context<'_>,
    copy: usize,
    body: &mut Vec<u8>,
    styles: &mut Vec<u8>,
    masters: &mut Vec<u8>,
) -> bool {
    if !cx.start_copy(copy, false) {
        return false;
    }
    emit(&odt.pieces, cx, body);
    if !cx.had.contains(&Once::Start) {
        // A first letter whose record hides everything is a page too.
        body.extend_from_slice(b"<text:p/>");
    }
    cx.feed.rewind_copy();
    if let Some(pages) = odt.pages.as_ref().filter(|p| p.varies || copy == 0) {
        if copy > 0 {
            emit(&odt.styles_each, cx, styles);
        }
        emit(&pages.masters, cx, masters);
    }
    true
}
