//! The same table in every encoding and with every line end.

use filon_formats::Message;

use crate::support::read_bytes;

const TABLE: &str = "Société;Prénom;Ville\nÉts Lefèvre;Gaëlle;Saint-Étienne\n« Œuvre »;Loïc;Nîmes\n";

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    let units = format!("{mark}{text}");
    units.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
}

fn cp1252(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

#[test]
fn every_encoding_and_line_end_reads_alike() {
    for end in ["\n", "\r\n", "\r"] {
        let text = TABLE.replace('\n', end);
        for (bytes, label) in [
            (text.clone().into_bytes(), "utf-8"),
            (format!("\u{feff}{text}").into_bytes(), "utf-8"),
            (utf16(&text, false, true), "utf-16le"),
            (utf16(&text, true, true), "utf-16be"),
            (utf16(&text, false, false), "utf-16le"),
            (utf16(&text, true, false), "utf-16be"),
            (cp1252(&text), "windows-1252"),
        ] {
            let read = read_bytes("contacts.csv", bytes);
            assert_eq!(read.sniffed.encoding, label, "{end:?}");
            assert_eq!(read.sniffed.headers, ["Société", "Prénom", "Ville"], "{label} {end:?}");
            assert_eq!(
                read.texts(),
                [["Éts Lefèvre", "Gaëlle", "Saint-Étienne"], ["« Œuvre »", "Loïc", "Nîmes"]]
            );
            assert_eq!(read.numbers(), [2, 3]);
            assert!(read.problems.is_empty());
        }
    }
}

/// The first accent stands after more bytes than any sample holds.
#[test]
fn an_accent_on_the_last_line_decides() {
    let mut text = "nom;ville\n".to_owned();
    for _ in 0..80_000 {
        text.push_str("Martin;Bordeaux\n");
    }
    text.push_str("Lefèvre;Orléans\n");
    for (bytes, label) in [(text.clone().into_bytes(), "utf-8"), (cp1252(&text), "windows-1252")] {
        let read = read_bytes("long.csv", bytes);
        assert_eq!(read.sniffed.encoding, label);
        assert_eq!(read.rows.last().unwrap().1, ["Lefèvre", "Orléans"]);
        assert_eq!(read.rows.last().unwrap().0, 80_002);
    }
}

#[test]
fn one_bad_byte_does_not_spoil_the_accents_of_a_whole_file() {
    let mut bytes = "nom;ville\n".as_bytes().to_vec();
    for _ in 0..20 {
        bytes.extend_from_slice("Lefèvre;Orléans\n".as_bytes());
    }
    bytes.extend_from_slice(b"Th\xe9r\xe8se;Metz\nNo\xc3\xabl;Lens\n");
    let read = read_bytes("mixed.csv", bytes);
    assert_eq!(read.sniffed.encoding, "utf-8");
    assert_eq!(read.rows[0].1, ["Lefèvre", "Orléans"]);
    assert_eq!(read.rows[20].1, ["Thérèse", "Metz"]);
    assert_eq!(read.rows[21].1, ["Noël", "Lens"]);
    assert_eq!(read.problems.len(), 1);
    assert_eq!((read.problems[0].row, &read.problems[0].message), (22, &Message::BadBytes));
}

#[test]
fn characters_cut_by_a_chunk_are_whole() {
    for shift in 0..4 {
        let mut text = format!("nom;note\n{}", "x".repeat(shift));
        while text.len() < 400_000 {
            text.push_str("é€𝄞;ü\n");
        }
        let read = read_bytes("chunks.csv", text.clone());
        assert_eq!(read.sniffed.encoding, "utf-8");
        assert!(read.rows.iter().skip(1).all(|(_, row)| row == &["é€𝄞", "ü"]));
        let read = read_bytes("chunks.csv", utf16(&text, false, true));
        assert!(read.rows.iter().skip(1).all(|(_, row)| row == &["é€𝄞", "ü"]));
    }
}
