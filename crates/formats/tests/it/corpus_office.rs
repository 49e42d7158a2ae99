//! Workbooks of other projects, and what calamine reads in them.

use calamine::{Data, Reader};
use filon_formats::{CellKind, FileError, Format, TableFile};

use crate::support::{fixture, read_fixture};

#[test]
fn every_workbook_is_understood() {
    for (name, format, sheet, header_row, rows) in [
        ("datagouv__file.ods", Format::Ods, "Laureats du concours Dataconnexions_anonyme", 1, 3),
        ("datagouv__file.xls", Format::Ods, "FRUP_au_1er_avril_2021", 1, 5),
        ("datagouv__xlsx_file", Format::Xlsx, "Notice", 1, 6),
        ("frictionlessdata__multiline-headers.xlsx", Format::Xlsx, "Лист1", 1, 3),
        ("phpoffice__56_MixedDateFormats.ods", Format::Ods, "Sheet1", 0, 7),
        ("phpoffice__RepeatedCells.ods", Format::Ods, "Sheet1", 1, 0),
        ("tafia__date.ods", Format::Ods, "Sheet1", 0, 4),
        ("tafia__date.xlsx", Format::Xlsx, "Sheet1", 0, 3),
        ("tafia__date_iso.xlsx", Format::Xlsx, "Sheet", 0, 6),
        ("tafia__errors.xlsx", Format::Xlsx, "Feuil1", 0, 7),
        ("tafia__issues.xlsx", Format::Xlsx, "datatypes", 0, 6),
        ("tafia__merged_range.xlsx", Format::Xlsx, "Sheet1", 1, 2),
        ("tafia__special_cells.ods", Format::Ods, "sheet1", 1, 4),
    ] {
        let read = read_fixture(name);
        assert_eq!(read.sniffed.format, format, "{name}");
        assert_eq!(read.sniffed.sheet.as_deref(), Some(sheet), "{name}");
        assert_eq!((read.sniffed.header_row, read.rows.len()), (header_row, rows), "{name}");
    }
}

#[test]
fn an_empty_workbook_and_an_old_one_are_refused_with_advice() {
    let refused = |name: &str| TableFile::open(&fixture(name)).err().unwrap();
    assert_eq!(refused("tafia__empty_sheet.xlsx"), FileError::NoRows);
    assert_eq!(refused("tafia__date.xls"), FileError::OldExcel);
    assert!(refused("tafia__date.xls").text(true).contains(".xlsx"));
}

#[test]
fn dates_numbers_and_errors_say_what_they_were() {
    let read = read_fixture("tafia__date.xlsx");
    assert_eq!(read.texts(), [["2021-01-01", "15"], ["2021-01-02", "16"], ["255:10:10", "17"]]);
    assert_eq!(read.kinds[0], [CellKind::Date, CellKind::Number]);
    let read = read_fixture("tafia__errors.xlsx");
    let errors: Vec<&str> = read.problems.iter().map(|p| p.value.as_str()).collect();
    assert_eq!(errors, ["#DIV/0!", "#NAME?", "#VALUE!", "#NULL!", "#REF!", "#NUM!", "#N/A"]);
    assert!(read.rows.iter().all(|(_, row)| row[0].is_empty()));
}

#[test]
fn spaces_of_an_ods_are_all_there() {
    let read = read_fixture("tafia__special_cells.ods");
    let texts: Vec<&str> = read.texts().into_iter().flatten().collect();
    assert_eq!(texts[0], "Value  With spaces");
    assert_eq!(texts[1], "Value   With 3 spaces");
    assert!(texts[2].starts_with(' ') && texts[2].ends_with(' '));
}

/// Text, whole numbers and booleans of every first sheet, cell by cell.
#[test]
fn calamine_agrees() {
    for name in [
        "datagouv__file.ods",
        "frictionlessdata__multiline-headers.xlsx",
        "tafia__issues.xlsx",
        "tafia__merged_range.xlsx",
        "phpoffice__RepeatedCells.ods",
    ] {
        let read = read_fixture(name);
        let mut other = calamine::open_workbook_auto(fixture(name)).unwrap();
        let range = other.worksheet_range(read.sniffed.sheet.as_deref().unwrap()).unwrap();
        let mut compared = 0;
        for (number, row) in &read.rows {
            for (column, ours) in row.iter().enumerate() {
                let position = (u32::try_from(number - 1).unwrap(), u32::try_from(column).unwrap());
                let theirs = match range.get_value(position) {
                    Some(Data::String(text)) => text.clone(),
                    Some(Data::Float(number)) => number.to_string(),
                    Some(Data::Int(number)) => number.to_string(),
                    Some(Data::Bool(yes)) => yes.to_string(),
                    Some(Data::Empty) | None => String::new(),
                    Some(_) => continue,
                };
                assert_eq!(*ours, theirs, "{name} {number} {column}");
                compared += 1;
            }
        }
        assert_eq!(compared > 0, !read.rows.is_empty(), "{name}");
    }
}
