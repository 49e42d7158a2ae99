//! Writes a workbook of one sheet as a stream. Every value is of string type: nothing in it can run as a
//! formula, and no postcode loses its zero.

use std::io::{self, Seek, Write};

use crate::cell::column_letters;
use crate::error::FileError;
use crate::limits::{self, ROWS};
use crate::office::zipped::{Zipped, is_xml_char, push_escaped};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Writes headers and rows; answers the number of rows.
pub fn write_xlsx<W: Write + Seek>(
    out: W,
    headers: &[String],
    rows: impl Iterator<Item = Vec<String>>,
) -> io::Result<u64> {
    let mut zip = Zipped::new(out);
    write_frame(&mut zip)?;
    zip.begin("xl/worksheets/sheet1.xml")?;
    let mut text = format!(
        "{HEAD}\n<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" \
         topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>"
    );
    push_row(&mut text, 1, headers, 1);
    let mut number = 1;
    for row in rows {
        number += 1;
        if number > ROWS {
            return Err(FileError::TooManyRows { limit: ROWS - 1 }.into());
        }
        push_row(&mut text, number, &row, 0);
        if text.len() > 64 << 10 {
            zip.write_all(text.as_bytes())?;
            text.clear();
        }
    }
    text.push_str("</sheetData></worksheet>");
    zip.write_all(text.as_bytes())?;
    zip.finish()?.flush()?;
    Ok((number - 1) as u64)
}

fn push_row(out: &mut String, number: usize, cells: &[String], style: usize) {
    out.push_str(&format!("<row r=\"{number}\">"));
    for (column, cell) in cells.iter().enumerate().filter(|(_, c)| !c.is_empty()) {
        let letters = column_letters(column);
        out.push_str(&format!(
            "<c r=\"{letters}{number}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        ));
        push_text(out, cell);
        out.push_str("</t></is></c>");
    }
    out.push_str("</row>");
}

/// Text with what XML cannot hold, and what looks like it, in the `_xHHHH_` of Excel.
fn push_text(out: &mut String, text: &str) {
    let mut before = text;
    for c in text.chars().take(limits::CELL_CHARS) {
        let looks_escaped = c == '_'
            && before.get(1..2) == Some("x")
            && before.get(6..7) == Some("_")
            && before.get(2..6).is_some_and(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        before = before.get(c.len_utf8()..).unwrap_or_default();
        if looks_escaped {
            out.push_str("_x005F_");
        } else if c == '\r' || (!is_xml_char(c) && c != '\0') {
            out.push_str(&format!("_x{:04X}_", u32::from(c)));
        } else if c != '\0' {
            push_escaped(out, c);
        }
    }
}

fn write_frame<W: Write + Seek>(zip: &mut Zipped<W>) -> io::Result<()> {
    zip.part(
        "[Content_Types].xml",
        &format!(
            "{HEAD}\n<Types xmlns=\"{PACKAGE}/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Override PartName=\"/xl/workbook.xml\" ContentType=\"{SPREADSHEET}.sheet.main+xml\"/>\
             <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{SPREADSHEET}.worksheet+xml\"/>\
             <Override PartName=\"/xl/styles.xml\" ContentType=\"{SPREADSHEET}.styles+xml\"/></Types>"
        ),
    )?;
    zip.part(
        "_rels/.rels",
        &format!(
            "{HEAD}\n<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" \
             Type=\"{DOCUMENT}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    )?;
    zip.part(
        "xl/workbook.xml",
        &format!(
            "{HEAD}\n<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"><sheets>\
             <sheet name=\"Contacts\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        ),
    )?;
    zip.part(
        "xl/_rels/workbook.xml.rels",
        &format!(
            "{HEAD}\n<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" \
             Type=\"{DOCUMENT}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" \
             Type=\"{DOCUMENT}/styles\" Target=\"styles.xml\"/></Relationships>"
        ),
    )?;
    // Format 49 is text: a value typed over keeps its zeros too.
    zip.part(
        "xl/styles.xml",
        &format!(
            "{HEAD}\n<styleSheet xmlns=\"{MAIN}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
             <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
             <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
             <fill><patternFill patternType=\"gray125\"/></fill></fills>\
             <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
             <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
             <cellXfs count=\"2\"><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" \
             applyNumberFormat=\"1\"/><xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" \
             applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>"
        ),
    )
}
