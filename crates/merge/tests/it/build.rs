//! Small documents made on the spot, and the merges of the tests.
use super::read::Doc;
use filon_merge::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

pub const NS: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w10=\"urn:schemas-microsoft-com:office:word\"";

pub fn zip_of(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Body, then other parts as (file in word/, relationship kind, content).
pub fn docx_with(body: &str, others: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>".to_owned();
    let mut rels =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">".to_owned();
    for (file, kind, _) in others.iter().filter(|o| !o.1.is_empty()) {
        types += &format!(
            "<Override PartName=\"/word/{file}\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml\"/>"
        );
        rels += &format!(
            "<Relationship Id=\"r{}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{file}\"/>",
            file.trim_end_matches(".xml")
        );
    }
    types += "</Types>";
    rels += "</Relationships>";
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document {NS}><w:body>{body}</w:body></w:document>"
    );
    let names: Vec<String> = others.iter().map(|(f, ..)| format!("word/{f}")).collect();
    let mut parts = vec![
        ("[Content_Types].xml", types.as_str()),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
        ),
        ("word/document.xml", document.as_str()),
        ("word/_rels/document.xml.rels", rels.as_str()),
    ];
    parts.extend(names.iter().zip(others).map(|(n, (_, _, text))| (n.as_str(), *text)));
    zip_of(&parts)
}

pub fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

pub fn p(content: &str) -> String {
    format!("<w:p>{content}</w:p>")
}
pub fn t(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}
/// A complex field: `{…}` inside the code is a nested one.
pub fn f(code: &str) -> String {
    let char = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let instr = |text: &str| {
        if text.is_empty() {
            String::new()
        } else {
            format!(
                "<w:r><w:instrText xml:space=\"preserve\">{}</w:instrText></w:r>",
                text.replace('&', "&amp;").replace('<', "&lt;")
            )
        }
    };
    let mut out = char("begin");
    let mut text = String::new();
    let mut rest = code.chars();
    while let Some(c) = rest.next() {
        if c == '{' {
            let (mut depth, mut inner) = (1, String::new());
            for c in rest.by_ref() {
                depth += i32::from(c == '{') - i32::from(c == '}');
                if depth == 0 {
                    break;
                }
                inner.push(c);
            }
            out += &instr(&std::mem::take(&mut text));
            out += &f(&inner);
        } else {
            text.push(c);
        }
    }
    out + &instr(&text) + &char("separate") + &t("«ancien»") + &char("end")
}

pub fn options() -> Options {
    Options { now: jiff::civil::datetime(2025, 3, 3, 9, 5, 0, 0), language: Language::French, recto: false }
}

pub fn data(header: &str, rows: &[&str]) -> (Columns, Vec<Record>) {
    let split = |line: &str| line.split('|').map(str::to_owned).collect::<Vec<_>>();
    (Columns(split(header)), rows.iter().map(|r| Record(split(r))).collect())
}

pub fn one(template: &[u8], header: &str, rows: &[&str]) -> (Doc, Merged) {
    let template = Template::read(template).unwrap();
    let (columns, records) = data(header, rows);
    let mut out = Cursor::new(Vec::new());
    let merged = merge_to_one(&template, &columns, records.into_iter(), &options(), &mut out).unwrap();
    (Doc::open(out.get_ref()), merged)
}

pub fn each(template: &[u8], header: &str, rows: &[&str]) -> Vec<Doc> {
    let template = Template::read(template).unwrap();
    let (columns, records) = data(header, rows);
    let mut out = Vec::new();
    merge_each(&template, &columns, records.into_iter(), &options(), &mut |_, _, bytes| {
        out.push(Doc::open(&bytes));
        Ok(())
    })
    .unwrap();
    out
}

/// Text of a one-paragraph letter with this content, for one record.
pub fn said(content: &str, header: &str, row: &str) -> String {
    each(&docx(&p(content)), header, &[row]).remove(0).text().trim_end_matches('\n').to_owned()
}
