//! Workbooks made to break readers.

use filon_formats::FileError;

use crate::hostile::{Noise, survive};
use crate::support::fixture;
use crate::workbooks::{ods_bytes, xlsx_bytes, zipped};

const ROW: &str = "<row><c t=\"str\"><v>Nom</v></c><c t=\"str\"><v>Ville</v></c></row><row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row>";
const ODS_ROW: &str =
    "<table:table-row><table:table-cell><text:p>Nom</text:p></table:table-cell></table:table-row>";

#[test]
fn truncated_and_altered_workbooks() {
    let mut noise = Noise(7);
    let mut tried = 0;
    for name in
        ["tafia__issues.xlsx", "tafia__date.ods", "datagouv__xlsx_file", "phpoffice__RepeatedCells.ods"]
    {
        let bytes = std::fs::read(fixture(name)).unwrap();
        for end in (0..bytes.len()).step_by(1 + bytes.len() / 60) {
            let _ = survive(name, bytes[..end].to_vec());
            tried += 1;
        }
        for _ in 0..100 {
            let mut altered = bytes.clone();
            for _ in 0..1 + noise.next() % 8 {
                let at = usize::try_from(noise.next()).unwrap() % altered.len();
                altered[at] = u8::try_from(noise.next() & 0xff).unwrap();
            }
            let _ = survive(name, altered);
            tried += 1;
        }
    }
    assert!(tried >= 600);
}

/// Alterations inside the XML, which a checksum would hide from the reader in a real container.
#[test]
fn altered_xml() {
    let mut noise = Noise(9);
    let alphabet = b"<>/=\"'&;#x0r c\xff\x00";
    for n in 0..150 {
        let mut rows = ROW.as_bytes().to_vec();
        for _ in 0..1 + n % 5 {
            let at = usize::try_from(noise.next()).unwrap() % rows.len();
            rows[at] = alphabet[usize::try_from(noise.next()).unwrap() % alphabet.len()];
        }
        let rows = String::from_utf8_lossy(&rows).into_owned();
        let _ = survive("altered.xlsx", xlsx_bytes(&rows, "<sst/>"));
        let _ = survive(
            "altered.ods",
            ods_bytes(
                &rows
                    .replace("row", "table:table-row")
                    .replace("<c", "<table:table-cell")
                    .replace("</c", "</table:table-cell"),
            ),
        );
    }
}

#[test]
fn document_types_and_entities_are_refused() {
    for dtd in [
        "<!DOCTYPE sst [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>",
        "<!DOCTYPE sst SYSTEM \"file:///etc/passwd\"><sst/>",
        "<!DOCTYPE sst [<!ENTITY x SYSTEM \"http://127.0.0.1/\">]><sst><si><t>&x;</t></si></sst>",
        "<sst><si><t>&nobody;</t></si></sst>",
    ] {
        let error = survive("dtd.xlsx", xlsx_bytes(ROW, dtd)).unwrap_err();
        assert!(matches!(error, FileError::Dtd { .. }), "{error:?}");
    }
    let error = survive(
        "dtd.ods",
        ods_bytes(
            "<table:table-row><table:table-cell><text:p>&x;</text:p></table:table-cell></table:table-row>",
        ),
    );
    assert!(matches!(error, Err(FileError::Dtd { .. })), "{error:?}");
    let odd = "<?xml version=\"1.0\" encoding=\"UTF-7\"?><sst/>";
    assert!(matches!(survive("utf7.xlsx", xlsx_bytes(ROW, odd)), Err(FileError::Damaged { .. })));
}

#[test]
fn nesting_is_limited() {
    let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    assert!(matches!(survive("deep.xlsx", xlsx_bytes(&deep, "<sst/>")), Err(FileError::TooDeep { .. })));
    assert!(matches!(survive("deep.ods", ods_bytes(&deep)), Err(FileError::TooDeep { .. })));
}

#[test]
fn bombs_are_stopped_by_what_they_unpack_to() {
    let spaces = " ".repeat(1 << 20);
    // One run of text of 40 MiB.
    let error =
        survive("run.xlsx", xlsx_bytes(ROW, &format!("<sst><si><t>{}</t></si></sst>", spaces.repeat(40))));
    assert!(matches!(error, Err(FileError::Damaged { .. })), "{error:?}");
    // Many runs, more strings than are kept.
    let many = format!("<sst>{}</sst>", format!("<si><t>{}</t></si>", "x".repeat(32_000)).repeat(2_200));
    let error = survive("strings.xlsx", xlsx_bytes(ROW, &many));
    assert!(matches!(error, Err(FileError::PartTooLarge { limit_mib: 64, .. })), "{error:?}");
    // Repetitions instead of bytes.
    let cell =
        "<table:table-cell table:number-columns-repeated=\"1000\"><text:p>x</text:p></table:table-cell>";
    let rows = format!("<table:table-row table:number-rows-repeated=\"1000000\">{cell}</table:table-row>");
    assert!(matches!(survive("repeat.ods", ods_bytes(&rows)), Err(FileError::TooManyCells { .. })));
    // One long string, shared by many cells, and spaces that take long to find blank.
    let long =
        format!("<sst><si><t>{}</t></si><si><t>{}</t></si></sst>", "x".repeat(32_000), " ".repeat(32_000));
    let shared = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(1_000)).repeat(100);
    let error = survive("shared.xlsx", xlsx_bytes(&format!("{ROW}{shared}"), &long));
    assert!(matches!(error, Err(FileError::TooManyCells { .. })), "{error:?}");
    let blank =
        format!("<row>{}<c><v>1</v></c></row>", "<c t=\"s\"><v>1</v></c>".repeat(1_000)).repeat(1_000);
    assert!(survive("blank.xlsx", xlsx_bytes(&format!("{ROW}{blank}"), &long)).is_ok());
    let spaces = "<table:table-row><table:table-cell><text:p>x<text:s text:c=\"4294967295\"/></text:p></table:table-cell></table:table-row>";
    assert!(survive("spaces.ods", ods_bytes(&spaces.repeat(3))).is_ok());
}

#[test]
fn too_many_parts_are_counted_before_anything_is_built() {
    let names: Vec<String> = (0..2_100).map(|n| format!("xl/{n}.xml")).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|n| (n.as_str(), "")).collect();
    assert_eq!(survive("parts.xlsx", zipped(&parts)), Err(FileError::TooManyParts { limit: 2_000 }));
}

#[test]
fn names_outside_the_container_are_only_names() {
    let bytes = zipped(&[
        ("../../etc/passwd", "x"),
        ("/xl/workbook.xml", "<workbook/>"),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"../../../etc/passwd\"/></Relationships>",
        ),
    ]);
    assert_eq!(survive("names.xlsx", bytes), Err(FileError::NoRows));
}

#[test]
fn impossible_references() {
    for row in [
        "<row r=\"0\"><c r=\"A0\"><v>1</v></c></row>",
        "<row r=\"99999999999999999999\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"18446744073709551615\"><c><v>1</v></c></row><row><c><v>1</v></c></row>",
        "<row><c r=\"ZZZZZZZZZZ1\"><v>1</v></c><c r=\"1\"><v>2</v></c><c r=\"\"><v>3</v></c></row>",
        "<row><c t=\"s\"><v>99999999999</v></c><c t=\"s\"><v>-1</v></c><c s=\"99999999\"><v>1</v></c></row>",
        "<row><c><v>1e999</v></c><c><v>NaN</v></c><c><v>-inf</v></c><c><v>1e308</v></c></row>",
        "<row><c s=\"2\"><v>1e300</v></c><c s=\"2\"><v>-5</v></c><c s=\"1\"><v>1e14</v></c></row>",
        "<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row><row r=\"1\"><c><v>1</v></c></row>",
    ] {
        let _ = survive("odd.xlsx", xlsx_bytes(&format!("{ROW}{row}"), "<sst/>"));
        let _ = survive("odd.xlsx", xlsx_bytes(row, "<sst/>"));
    }
    for repeat in ["0", "-1", "99999999999999999999", "18446744073709551615", "x"] {
        let row = format!(
            "<table:table-row table:number-rows-repeated=\"{repeat}\"><table:table-cell table:number-columns-repeated=\"{repeat}\"/><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
        );
        let _ = survive("odd.ods", ods_bytes(&format!("{ODS_ROW}{row}{ODS_ROW}")));
    }
}
