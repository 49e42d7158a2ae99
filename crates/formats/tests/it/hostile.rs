//! Text files made to break readers. Each gives rows, or a sentence; never a panic.

use std::ops::ControlFlow;

use filon_formats::{FileError, TableFile};

/// Deterministic noise: a failure can be replayed.
pub struct Noise(pub u64);

impl Noise {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    pub fn bytes(&mut self, len: usize) -> Vec<u8> {
        (0..len).map(|_| u8::try_from(self.next() & 0xff).unwrap()).collect()
    }
}

/// Reads everything; a refusal must be a sentence in both languages.
pub fn survive(name: &str, bytes: Vec<u8>) -> Result<usize, FileError> {
    let mut rows = 0;
    let result = TableFile::from_bytes(name, bytes).and_then(|mut file| {
        file.rows(&mut |_| {
            rows += 1;
            ControlFlow::Continue(())
        })
    });
    match result {
        Ok(problems) => {
            assert!(problems.iter().all(|p| !p.message.text(true).is_empty()), "{name}");
            Ok(rows)
        }
        Err(error) => {
            assert!(error.text(true).len() > 40 && error.text(false).len() > 40, "{name}: {error:?}");
            // `unpanicked` marks what only the last line of defence caught.
            assert_ne!(error, FileError::Damaged { part: "?".into() }, "{name} made a library panic");
            Err(error)
        }
    }
}

#[test]
fn random_bytes() {
    let mut noise = Noise(1);
    for n in 0..60 {
        let len = usize::try_from(noise.next() % 5_000).unwrap();
        let _ = survive(&format!("random{n}.csv"), noise.bytes(len));
    }
}

#[test]
fn random_punctuation() {
    const ALPHABET: &[u8] = b"\";,\t|\r\n\\' =a\xe9\xc3\xa9\x00";
    let mut noise = Noise(2);
    for n in 0..200 {
        let bytes = noise.bytes(400).into_iter().map(|b| ALPHABET[usize::from(b) % ALPHABET.len()]).collect();
        let _ = survive(&format!("punctuation{n}.csv"), bytes);
    }
}

#[test]
fn binary_junk_called_csv_is_refused() {
    let mut noise = Noise(3);
    assert_eq!(survive("junk.csv", noise.bytes(20_000)), Err(FileError::Binary));
}

#[test]
fn awkward_texts() {
    let long = "x".repeat(3 << 20);
    for (n, text) in [
        "\"".to_owned(),
        "\"\"\"".into(),
        "a;\"".into(),
        "\"\n\"\n\"".into(),
        "\0\0\0".into(),
        "a\0b;c\n".into(),
        ";".repeat(100_000),
        "\n".repeat(100_000),
        "\r".repeat(100_000),
        format!("nom;ville\n{}", ";x".repeat(5_000)),
        "a;b\n".repeat(50) + &"\"x;y\n".repeat(3),
        long.clone(),
        format!("\"{long}"),
        format!("nom;ville\n\"{long}"),
        format!("nom;ville\n{}", "\"\"\"\"".repeat(400_000)),
        "sep=".into(),
        "sep=;".into(),
        "sep=\n".into(),
        "BEGIN:VCARD".into(),
        "BEGIN:VCARD\nBEGIN:VCARD\nEND:VCARD\nEND:VCARD\nEND:VCARD".into(),
        format!("BEGIN:VCARD\nNOTE:{long}\nEND:VCARD\n"),
        format!("BEGIN:VCARD\n{}END:VCARD\n", "TEL:1\n".repeat(20_000)),
        "BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:=\n=\n=4\n=".into(),
        "BEGIN:VCARD\n:\n;:;\n.:\n\"\n;\":\nEND:VCARD".into(),
    ]
    .into_iter()
    .enumerate()
    {
        let _ = survive(&format!("awkward{n}.csv"), text.into_bytes());
    }
    assert_eq!(survive("endless.csv", long.into_bytes()), Err(FileError::NoLineEnd));
}

#[test]
fn broken_encodings() {
    for bytes in [
        b"\xff\xfea".to_vec(),
        b"\xff\xfe\x00\xd8\x00\xd8".to_vec(),
        b"\xfe\xff\xdc".to_vec(),
        b"nom;ville\n\xc3".to_vec(),
        b"\xef\xbb\xbfnom;ville\n\xff\xfe;\xc3\x28\n".to_vec(),
        b"nom;ville\n\xed\xa0\x80;\xf4\x90\x80\x80\n".to_vec(),
        b"+AFs-nom;ville\n+ACI-;x\n".to_vec(),
    ] {
        let _ = survive("broken.csv", bytes);
    }
}

#[test]
fn every_truncation_of_real_files() {
    for name in [
        "maxogden__quotes_and_newlines.csv",
        "phpoffice__premiere.utf16lebom.csv",
        "mangstadt__outlook-2007.vcf",
    ] {
        let bytes = std::fs::read(crate::support::fixture(name)).unwrap();
        for end in (0..bytes.len()).step_by(1 + bytes.len() / 120) {
            let _ = survive(name, bytes[..end].to_vec());
        }
    }
}
