//! Writes a document of one sheet as a stream, every value as text.

use std::io::{self, Seek, Write};

use crate::error::FileError;
use crate::limits::{self, ROWS};
use crate::office::zipped::{Zipped, is_xml_char, push_escaped};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;
const OASIS: &str = "urn:oasis:names:tc:opendocument:xmlns";
const TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// Writes headers and rows; answers the number of rows. Line ends inside cells become plain ones.
pub fn write_ods<W: Write + Seek>(
    out: W,
    headers: &[String],
    rows: impl Iterator<Item = Vec<String>>,
) -> io::Result<u64> {
    let mut zip = Zipped::new(out);
    zip.stored("mimetype", TYPE)?;
    zip.part(
        "META-INF/manifest.xml",
        &format!(
            "{HEAD}\n<manifest:manifest xmlns:manifest=\"{OASIS}:manifest:1.0\" manifest:version=\"1.3\">\
             <manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"{TYPE}\"/>\
             <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\
             </manifest:manifest>"
        ),
    )?;
    zip.begin("content.xml")?;
    let mut text = format!(
        "{HEAD}\n<office:document-content xmlns:office=\"{OASIS}:office:1.0\" xmlns:table=\"{OASIS}:table:1.0\" \
         xmlns:text=\"{OASIS}:text:1.0\" office:version=\"1.3\"><office:body><office:spreadsheet>\
         <table:table table:name=\"Contacts\">"
    );
    push_row(&mut text, headers);
    let mut number = 1;
    for row in rows {
        number += 1;
        if number > ROWS {
            return Err(FileError::TooManyRows { limit: ROWS - 1 }.into());
        }
        push_row(&mut text, &row);
        if text.len() > 64 << 10 {
            zip.write_all(text.as_bytes())?;
            text.clear();
        }
    }
    text.push_str("</table:table></office:spreadsheet></office:body></office:document-content>");
    zip.write_all(text.as_bytes())?;
    zip.finish()?.flush()?;
    Ok((number - 1) as u64)
}

fn push_row(out: &mut String, cells: &[String]) {
    out.push_str("<table:table-row>");
    for cell in cells {
        if cell.is_empty() {
            out.push_str("<table:table-cell/>");
            continue;
        }
        out.push_str("<table:table-cell office:value-type=\"string\">");
        let cut: String = cell.chars().take(limits::CELL_CHARS).collect();
        let plain = cut.replace("\r\n", "\n").replace('\r', "\n");
        for line in plain.split('\n') {
            out.push_str("<text:p>");
            push_line(out, line);
            out.push_str("</text:p>");
        }
        out.push_str("</table:table-cell>");
    }
    // A row needs a cell.
    if cells.is_empty() {
        out.push_str("<table:table-cell/>");
    }
    out.push_str("</table:table-row>");
}

/// Spaces that XML readers would collapse are written as elements.
fn push_line(out: &mut String, line: &str) {
    let mut after_space = true;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            ' ' if after_space || chars.peek().is_none() => out.push_str("<text:s/>"),
            '\t' => out.push_str("<text:tab/>"),
            c if is_xml_char(c) => push_escaped(out, c),
            _ => {}
        }
        after_space = c == ' ';
    }
}
