//! Text tables of other projects.

use crate::support::{Read, read_fixture};

/// Name, separator, encoding, header row, data rows, problems.
type Expected = (&'static str, Option<char>, &'static str, usize, usize, usize);

const FILES: &[Expected] = &[
    ("baseadressenationale__aliases.csv", Some(';'), "utf-8", 1, 1, 0),
    ("baseadressenationale__auto-detect-1.4.csv", Some(';'), "utf-8", 1, 1, 0),
    ("baseadressenationale__sample.csv", Some(';'), "utf-8", 1, 15, 0),
    ("datagouv__a_test_file.csv", Some(';'), "utf-8", 1, 406, 0),
    ("datagouv__b_test_file.csv", Some(','), "utf-8", 1, 6, 0),
    ("datagouv__csv_file", Some(','), "utf-8", 1, 6, 0),
    ("dathere__FCOServices_TransparencySpend_May2011.csv", Some(','), "utf-8", 1, 4, 0),
    ("dathere__progetti_sample_10.csv", Some(';'), "utf-8", 1, 10, 0),
    ("frictionlessdata__accent.csv", Some(';'), "utf-8", 1, 2, 0),
    ("frictionlessdata__bom.csv", Some(','), "utf-8", 1, 2, 0),
    ("frictionlessdata__issue-1066-smallcellsize.csv", Some(','), "utf-8", 1, 12, 0),
    ("frictionlessdata__issue-1232.csv", Some(';'), "utf-8", 1, 5, 0),
    ("frictionlessdata__table-with-accents.csv", Some(';'), "windows-1252", 1, 638, 0),
    ("maxogden__comma_in_quotes.csv", Some(','), "utf-8", 1, 1, 0),
    ("maxogden__newlines_crlf.csv", Some(','), "utf-8", 1, 3, 0),
    ("maxogden__quotes_and_newlines.csv", Some(','), "utf-8", 1, 2, 0),
    ("maxogden__utf8.csv", Some(','), "utf-8", 1, 2, 0),
    ("phpoffice__line_break_in_enclosure_with_escaped_quotes.csv", Some(','), "utf-8", 1, 4, 0),
    ("phpoffice__premiere.utf16lebom.csv", Some(','), "utf-16le", 1, 1, 0),
    ("phpoffice__premiere.win1252.csv", Some(','), "windows-1252", 1, 1, 0),
    ("univocity__essential-mac.csv", Some(','), "utf-8", 4, 15, 0),
    ("univocity__european.csv", Some(';'), "utf-8", 1, 5, 0),
];

#[test]
fn every_file_is_understood() {
    for (name, separator, encoding, header_row, rows, problems) in FILES {
        let read = read_fixture(name);
        let found = (read.sniffed.separator, read.sniffed.encoding, read.sniffed.header_row);
        assert_eq!(found, (*separator, *encoding, *header_row), "{name}");
        assert_eq!((read.rows.len(), read.problems.len()), (*rows, *problems), "{name}: {:?}", read.problems);
    }
}

#[test]
fn spectrum_files_read_as_their_json_says() {
    for name in ["comma_in_quotes", "newlines_crlf", "quotes_and_newlines", "utf8"] {
        let read = read_fixture(&format!("maxogden__{name}.csv"));
        let json =
            std::fs::read_to_string(crate::support::fixture(&format!("maxogden__{name}.json"))).unwrap();
        let wanted: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(&json).unwrap();
        assert_eq!(as_objects(&read), as_objects_of(&wanted), "{name}");
    }
}

fn as_objects(read: &Read) -> Vec<Vec<(String, String)>> {
    let headers = &read.sniffed.headers;
    let pair = |row: &Vec<String>| headers.iter().cloned().zip(row.iter().cloned()).collect();
    read.rows.iter().map(|(_, row)| pair(row)).collect()
}

fn as_objects_of(rows: &[serde_json::Map<String, serde_json::Value>]) -> Vec<Vec<(String, String)>> {
    // The files were stored with plain line ends, the expectations with CRLF.
    let text = |v: &serde_json::Value| v.as_str().unwrap().replace('\r', "");
    rows.iter().map(|row| row.iter().map(|(k, v)| (k.clone(), text(v))).collect()).collect()
}

/// Another reader sees the same cells in every file whose lines it can cut the same way.
#[test]
fn the_csv_crate_agrees() {
    for (name, separator, encoding, header_row, _, _) in FILES {
        if *encoding != "utf-8" || *header_row != 1 || name.contains("european") {
            continue;
        }
        let read = read_fixture(name);
        let mut other = csv::ReaderBuilder::new()
            .delimiter(separator.map_or(b',', |c| u8::try_from(c).unwrap()))
            .flexible(true)
            .from_path(crate::support::fixture(name))
            .unwrap();
        let theirs: Vec<Vec<String>> =
            other.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect();
        let ours: Vec<Vec<String>> = read.rows.into_iter().map(|(_, row)| row).collect();
        assert_eq!(ours, theirs, "{name}");
    }
}

#[test]
fn a_mac_file_is_numbered_as_a_spreadsheet_shows_it() {
    let read = read_fixture("univocity__essential-mac.csv");
    assert_eq!(read.sniffed.headers, ["Year", "Make", "Model", "Description", "Price"]);
    assert_eq!(read.rows[3].0, 8);
    assert_eq!(read.rows[3].1[3], "MUST SELL!\rair, moon roof, loaded");
}

#[test]
fn backslashes_before_quotes_are_understood() {
    let read = read_fixture("univocity__european.csv");
    assert_eq!(read.rows[3].1[2], "Venture \"Extended Edition; Very Large\"");
}

#[test]
fn accents_survive() {
    let read = read_fixture("phpoffice__premiere.utf16lebom.csv");
    assert_eq!(read.texts(), [["Quatrième", "cinquième", "sixième"]]);
    assert_eq!(read_fixture("phpoffice__premiere.win1252.csv").texts(), read.texts());
    assert_eq!(read_fixture("frictionlessdata__table-with-accents.csv").sniffed.headers[3], "Année");
}
