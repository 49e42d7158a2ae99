//! What the writers write, the reader reads, unchanged.

use std::io::Cursor;

use filon_formats::{VcardPerson, write_csv, write_ods, write_vcards, write_xlsx};
use proptest::prelude::*;

use crate::support::{Read, read_bytes};

fn headers() -> Vec<String> {
    ["Société", "Nom", "E-mail", "Note"].map(String::from).into()
}

fn awkward() -> Vec<Vec<String>> {
    [
        ["SARL Roc", "Lefèvre", "a@roc.fr", "ligne 1\nligne 2"],
        ["=HYPERLINK(\"http://x\")", "+33 6 12 34 56 78", "-12,5", "@SUM(A1)"],
        ["'=1", "''", "\"cité\"", "a;b,c\td|e"],
        ["01000", " espaces  autour ", "<&>\"'", "_x0041_ _x000D_"],
        ["-1+2", "+cmd|' /C calc'!A0", "L'Œuvre — 中国 𝄞", "x"],
        ["\u{a0}=1", "=", "-", "'"],
    ]
    .map(|row| row.map(String::from).into())
    .into()
}

fn csv(headers: &[String], rows: &[Vec<String>]) -> Vec<u8> {
    let mut out = Vec::new();
    assert_eq!(write_csv(&mut out, headers, rows.iter().cloned()).unwrap(), rows.len() as u64);
    out
}

fn assert_same(read: &Read, rows: &[Vec<String>]) {
    assert_eq!((read.sniffed.header_row, &read.sniffed.headers), (1, &headers()));
    let ours: Vec<&Vec<String>> = read.rows.iter().map(|(_, row)| row).collect();
    assert_eq!(ours, rows.iter().collect::<Vec<_>>());
    assert!(read.problems.is_empty(), "{:?}", read.problems);
}

#[test]
fn csv_comes_back() {
    let bytes = csv(&headers(), &awkward());
    assert!(bytes.starts_with("\u{feff}Société;Nom;E-mail;Note\r\n".as_bytes()));
    assert_same(&read_bytes("out.csv", bytes), &awkward());
}

#[test]
fn no_cell_of_a_csv_is_a_formula() {
    let bytes = csv(&headers(), &awkward());
    let text = String::from_utf8(bytes).unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    for record in reader.records() {
        for cell in &record.unwrap() {
            let core = cell.trim_start_matches(['"', ' ', '\u{a0}']);
            let telephone_or_number = ["+33 6 12 34 56 78", "-12,5"].contains(&cell);
            assert!(telephone_or_number || !core.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
        }
    }
    assert!(text.contains(";+33 6 12 34 56 78;\"-12,5\";"), "numbers stay readable");
}

#[test]
fn xlsx_comes_back_and_calamine_reads_it() {
    let mut out = Cursor::new(Vec::new());
    assert_eq!(write_xlsx(&mut out, &headers(), awkward().into_iter()).unwrap(), 6);
    assert_same(&read_bytes("out.xlsx", out.get_ref().clone()), &awkward());
    let mut other: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(out.into_inner())).unwrap();
    let range = calamine::Reader::worksheet_range(&mut other, "Contacts").unwrap();
    assert_eq!(range.get_value((2, 0)), Some(&calamine::Data::String("=HYPERLINK(\"http://x\")".into())));
    assert_eq!(range.get_value((4, 0)), Some(&calamine::Data::String("01000".into())));
    assert!(range.used_cells().all(|(_, _, v)| matches!(v, calamine::Data::String(_))), "only strings");
}

#[test]
fn ods_comes_back_and_calamine_reads_it() {
    let mut out = Cursor::new(Vec::new());
    assert_eq!(write_ods(&mut out, &headers(), awkward().into_iter()).unwrap(), 6);
    assert_same(&read_bytes("out.ods", out.get_ref().clone()), &awkward());
    let mut other: calamine::Ods<_> = calamine::open_workbook_from_rs(Cursor::new(out.into_inner())).unwrap();
    let range = calamine::Reader::worksheet_range(&mut other, "Contacts").unwrap();
    assert_eq!(range.get_value((4, 1)), Some(&calamine::Data::String(" espaces  autour ".into())));
}

#[test]
fn vcards_come_back() {
    let lea = VcardPerson {
        company: "Roc, Fils; Cie".into(),
        civility: "Mme".into(),
        first_name: "Léa".into(),
        last_name: "Lefèvre-Saint-Étienne de la Très Longue Maison d'à Côté, de Bordeaux".into(),
        role: "Gérante".into(),
        email: "lea@roc.fr".into(),
        phone: "05 56 00 00 00".into(),
        mobile: "+33 6 12 34 56 78".into(),
        address: "3, rue du Four".into(),
        complement: "Bât. B".into(),
        postcode: "01000".into(),
        city: "Bourg-en-Bresse".into(),
        country: "France".into(),
        website: "https://roc.fr".into(),
        note: "un\ndeux \\ trois".into(),
        categories: "client, salon 2026".into(),
    };
    let roc = VcardPerson { company: "SARL Roc".into(), ..VcardPerson::default() };
    let mail = VcardPerson { email: "x@y.fr".into(), ..VcardPerson::default() };
    let people = [lea, roc, mail];
    let mut out = Vec::new();
    assert_eq!(write_vcards(&mut out, people.iter().cloned()).unwrap(), 3);
    assert!(out.split(|b| *b == b'\n').all(|line| line.len() <= 76));
    let read = read_bytes("out.vcf", out);
    for ((_, row), p) in read.rows.iter().zip(&people) {
        let wanted = [
            &p.company,
            &p.civility,
            &p.first_name,
            &p.last_name,
            &p.role,
            &p.email,
            &p.phone,
            &p.mobile,
            &p.address,
            &p.complement,
            &p.postcode,
            &p.city,
            &p.country,
            &p.website,
            &p.note,
            &p.categories,
        ];
        assert_eq!(row.iter().collect::<Vec<_>>(), wanted);
    }
}

/// Any text but zeros, which no database keeps; awkward characters often.
fn cell() -> impl Strategy<Value = String> {
    let awkward = prop::sample::select(vec![
        '"', '\'', ';', ',', '\t', '|', '\n', '\r', '=', '+', '-', '@', ' ', 'a', 'é', '1', '\\', '<', '&',
        '_', 'x', '\u{a0}', '\u{feff}',
    ]);
    let any = any::<char>().prop_filter("no zero", |c| *c != '\0');
    prop::collection::vec(prop_oneof![4 => awkward, 1 => any], 0..12).prop_map(|c| c.into_iter().collect())
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    let row = prop::collection::vec(cell(), 4);
    prop::collection::vec(
        row.prop_filter("blank rows are not data", |r| r.iter().any(|c| !c.trim().is_empty())),
        0..12,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_csv_comes_back(rows in table()) {
        assert_same(&read_bytes("out.csv", csv(&headers(), &rows)), &rows);
    }

    #[test]
    fn any_xlsx_comes_back(rows in table()) {
        let mut out = Cursor::new(Vec::new());
        write_xlsx(&mut out, &headers(), rows.iter().cloned()).unwrap();
        assert_same(&read_bytes("out.xlsx", out.into_inner()), &rows);
    }

    #[test]
    fn any_ods_comes_back_but_for_control_characters(rows in table()) {
        let plain = |c: &String| c.replace("\r\n", "\n").replace('\r', "\n");
        let kept = |c: &String| plain(c).chars().filter(|c| matches!(c, '\t' | '\n' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)).collect();
        let rows: Vec<Vec<String>> = rows.iter().map(|r| r.iter().map(kept).collect()).collect();
        prop_assume!(rows.iter().all(|r| r.iter().any(|c: &String| !c.trim().is_empty())));
        let mut out = Cursor::new(Vec::new());
        write_ods(&mut out, &headers(), rows.iter().cloned()).unwrap();
        assert_same(&read_bytes("out.ods", out.into_inner()), &rows);
    }
}
