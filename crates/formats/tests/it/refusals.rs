//! Files that are something else: a sentence in both languages, with advice.

use filon_formats::{FileError, Message, TableFile};

fn refused(name: &str, bytes: impl Into<Vec<u8>>) -> FileError {
    TableFile::from_bytes(name, bytes.into()).err().unwrap_or_else(|| panic!("{name} was accepted"))
}

#[test]
fn other_kinds_are_named() {
    for (name, bytes, word) in [
        ("a.csv", &b"%PDF-1.7\n..."[..], "PDF"),
        ("a.xlsx", b"\x89PNG\r\n\x1a\n....", "PNG"),
        ("a.xls", b"<html><table><tr><td>nom</td></tr></table>", "page web"),
        ("a.xls", b"\n  <table><tr><td>nom</td></tr></table>", "page web"),
        ("a.xml", b"<?xml version=\"1.0\"?><a/>", "XML"),
        ("a.csv", b"\x1f\x8b\x08\x00aaaa", "gzip"),
        ("a.csv", b"{\\rtf1 nom;ville}", "RTF"),
    ] {
        let text = refused(name, bytes).text(true);
        assert!(text.contains(word) && text.contains(".xlsx"), "{text}");
    }
}

#[test]
fn nothing_inside() {
    assert_eq!(refused("a.csv", ""), FileError::Empty);
    assert_eq!(refused("a.csv", "\n\n  \r\n"), FileError::NoRows);
    assert_eq!(refused("a.csv", ";;;\n;;;\n"), FileError::NoRows);
    assert_eq!(refused("a.csv", "\u{feff}"), FileError::NoRows);
    assert_eq!(refused("a.csv", vec![0xff, 0xfe]), FileError::NoRows);
}

#[test]
fn a_password_is_told_from_an_old_workbook() {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.extend(vec![0; 600]);
    assert_eq!(refused("a.xls", bytes.clone()), FileError::OldExcel);
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused("a.xlsx", bytes), FileError::Encrypted);
}

#[test]
fn what_is_not_there_is_told() {
    let error = TableFile::open(std::path::Path::new("/nowhere/contacts.csv")).err().unwrap();
    assert!(matches!(error, FileError::Unreadable { .. }));
    let folder = tempfile::tempdir().unwrap();
    let error = TableFile::open(folder.path()).err().unwrap();
    assert!(matches!(error, FileError::Unreadable { .. }), "{error}");
}

/// No sentence is empty, unfinished or the same in both languages.
#[test]
fn every_sentence_says_something_in_both_languages() {
    let part = || "xl/a.xml".to_owned();
    let errors = [
        FileError::Unreadable { detail: "x".into() },
        FileError::Empty,
        FileError::OtherKind { kind: ("un PDF", "a PDF") },
        FileError::Binary,
        FileError::OldExcel,
        FileError::Encrypted,
        FileError::TooManyParts { limit: 2_000 },
        FileError::PartTooLarge { part: part(), limit_mib: 256 },
        FileError::TooManyCells { limit: 50 },
        FileError::TooDeep { part: part() },
        FileError::Dtd { part: part() },
        FileError::Damaged { part: part() },
        FileError::NoRows,
        FileError::NoLineEnd,
        FileError::TooManyRows { limit: 3 },
    ];
    let messages = [
        Message::ExtraCells { expected: 1, found: 2 },
        Message::UnclosedQuote,
        Message::CellError,
        Message::CellCut { limit: 1 },
        Message::LineTooLong { limit: 1 },
        Message::BadBytes,
        Message::BeyondColumns { limit: 1 },
        Message::UnfinishedCard,
        Message::More { count: 1 },
    ];
    let texts = errors.iter().map(|e| (e.text(true), e.text(false)));
    let texts = texts.chain(messages.iter().map(|m| (m.text(true), m.text(false))));
    for (french, english) in texts {
        for text in [&french, &english] {
            assert!(text.len() > 40 && text.ends_with('.') && !text.contains("  "), "{text}");
        }
        assert_ne!(french, english);
    }
}
