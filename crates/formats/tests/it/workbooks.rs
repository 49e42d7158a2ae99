//! Workbooks made here, to say what no sample says.

use std::io::{Cursor, Write};

use filon_formats::{CellKind, FileError, Message, TableFile};
use zip::write::SimpleFileOptions;

use crate::support::{Read, read_bytes};

pub fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="Vide" r:id="a"/><sheet name="Clients" r:id="b"/></sheets></workbook>"#;
const RELS: &str = r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="170" formatCode="00000"/><numFmt numFmtId="171" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>"#;

/// A workbook whose first sheet is empty and whose second holds these rows.
pub fn xlsx_bytes(rows: &str, strings: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    zipped(&[
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELS),
        ("xl/styles.xml", STYLES),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"),
        ("xl/worksheets/sheet2.xml", &sheet),
    ])
}

fn xlsx(rows: &str) -> Read {
    let strings =
        "<sst><si><t>Nom</t></si><si><r><t>Vil</t></r><r><t>le</t></r><rPh><t>x</t></rPh></si></sst>";
    read_bytes("t.xlsx", xlsx_bytes(rows, strings))
}

pub fn ods_bytes(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet>\
         <table:table table:name=\"Vide\"/><table:table table:name=\"Clients\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

const HEADER: &str = r#"<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><t>Date</t></is></c></row>"#;

#[test]
fn the_first_sheet_with_rows_is_read_with_its_row_numbers() {
    let read = xlsx(&format!(
        "{HEADER}<row r=\"5\"><c r=\"A5\" t=\"str\"><v>L&amp;a</v></c><c r=\"B5\" s=\"1\"><v>1000</v></c><c r=\"C5\" s=\"2\"><v>44197</v></c></row>\
         <row><c t=\"b\"><v>1</v></c><c><v>33000</v></c><c t=\"e\"><v>#N/A</v></c></row>"
    ));
    assert_eq!(read.sniffed.sheet.as_deref(), Some("Clients"));
    assert_eq!(
        (read.sniffed.header_row, &read.sniffed.headers[..]),
        (3, &["Nom", "Ville", "Date"].map(String::from)[..])
    );
    assert_eq!(read.texts(), [["L&a", "01000", "2021-01-01"], ["true", "33000", ""]]);
    assert_eq!(read.numbers(), [5, 6]);
    assert_eq!(read.kinds[1], [CellKind::Bool, CellKind::Number, CellKind::Error]);
    let problem = &read.problems[0];
    assert_eq!((problem.row, problem.column.as_deref(), problem.value.as_str()), (6, Some("Date"), "#N/A"));
}

#[test]
fn a_cell_in_the_last_corner_costs_nothing() {
    let read = xlsx(&format!(
        "{HEADER}<row r=\"4\"><c r=\"A4\" t=\"str\"><v>a</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>loin</v></c></row>"
    ));
    assert_eq!(read.texts(), [["a", "", ""]]);
    assert_eq!(read.problems[0].row, 1_048_576);
    assert_eq!(read.problems[0].message, Message::BeyondColumns { limit: 1_024 });
}

#[test]
fn repeated_cells_of_an_ods_count_and_repeated_blanks_cost_nothing() {
    let read = read_bytes(
        "t.ods",
        ods_bytes(
            "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Nom</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Ville</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Note</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16381\"/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"float\" office:value=\"1000\"><office:annotation><text:p>non</text:p></office:annotation><text:p>01000</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"string\"><text:p>a<text:s text:c=\"2\"/>b</text:p><text:p>c</text:p></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048571\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
        ),
    );
    assert_eq!(read.sniffed.sheet.as_deref(), Some("Clients"));
    assert_eq!(read.texts(), [["01000", "a  b\nc", "a  b\nc"]; 2]);
    assert_eq!(read.numbers(), [4, 5]);
    assert!(read.problems.is_empty());
}

#[test]
fn a_password_of_libreoffice_is_named() {
    let bytes = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>"),
        ("content.xml", "garbage"),
    ]);
    assert_eq!(TableFile::from_bytes("t.ods", bytes).err(), Some(FileError::Encrypted));
}

#[test]
fn other_office_files_are_named() {
    for (part, word) in [
        ("word/document.xml", "document texte"),
        ("xl/workbook.bin", ".xlsb"),
        ("ppt/presentation.xml", "présentation"),
        ("Index/Document.iwa", "Numbers"),
        ("readme.txt", "archive zip"),
    ] {
        let error = TableFile::from_bytes("t.xlsx", zipped(&[(part, "x")])).err().unwrap();
        assert!(error.text(true).contains(word), "{error}");
    }
}

#[test]
fn a_hidden_sheet_is_not_preferred() {
    let sheet = |text: &str| {
        format!(
            "<worksheet><sheetData><row><c t=\"str\"><v>Nom</v></c></row><row><c t=\"str\"><v>{text}</v></c></row></sheetData></worksheet>"
        )
    };
    let (lists, people) = (sheet("liste"), sheet("Petit"));
    let bytes = zipped(&[
        ("xl/workbook.xml", &BOOK.replace("name=\"Vide\"", "name=\"Listes\" state=\"hidden\"")),
        ("xl/_rels/workbook.xml.rels", RELS),
        ("xl/worksheets/sheet1.xml", &lists),
        ("xl/worksheets/sheet2.xml", &people),
    ]);
    let read = read_bytes("t.xlsx", bytes);
    assert_eq!(read.sniffed.sheet.as_deref(), Some("Clients"));
    assert_eq!(read.texts(), [["Petit"]]);
}
