//! Menuiserie Garonne and the people that it writes to: one small company, told once.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

/// An account of the file.
#[derive(Debug, Clone)]
pub struct Contact {
    pub reference: String,
    pub name: String,
    pub siret: String,
    pub email: String,
    pub postcode: &'static str,
    pub city: &'static str,
    pub employees: u32,
}

const TOWNS: [(&str, &str); 4] =
    [("33000", "Bordeaux"), ("44000", "Nantes"), ("01000", "Bourg-en-Bresse"), ("87000", "Limoges")];
const TRADES: [&str; 5] = ["Plomberie", "Électricité", "Maçonnerie", "Café", "Boulangerie"];

/// `count` contacts whose references start with `prefix`.
pub fn contacts(prefix: &str, count: u32) -> Vec<Contact> {
    (0..count)
        .map(|n| {
            let (postcode, city) = TOWNS[n as usize % TOWNS.len()];
            let trade = TRADES[n as usize % TRADES.len()];
            let seed = prefix.bytes().map(u32::from).sum::<u32>() % 90;
            Contact {
                reference: format!("{prefix}{n:05}"),
                name: format!("{trade} d’Été {prefix} {n}"),
                siret: siret(seed * 1_000_000 + n),
                email: format!("contact.{n}@{}.example.fr", prefix.to_lowercase()),
                postcode,
                city,
                employees: n % 60,
            }
        })
        .collect()
}

/// A SIRET that passes Luhn's check.
pub fn siret(number: u32) -> String {
    let siren = with_key(&format!("{:08}", 10_000_000 + u64::from(number) % 80_000_000));
    with_key(&format!("{siren}0001"))
}

fn with_key(digits: &str) -> String {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte - b'0');
            if place % 2 == 0 { if digit > 4 { digit * 2 - 9 } else { digit * 2 } } else { digit }
        })
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

/// The contacts as a French Excel saves them: semicolons, Windows-1252, CRLF, zeros lost.
pub fn windows_1252(contacts: &[Contact], more: &[&str]) -> Vec<u8> {
    let mut text = String::from(
        "Code client;Raison sociale;SIRET;Civilité;Prénom;Nom;Fonction;Courriel;Téléphone;Adresse;CP;Ville;Effectif\r\n",
    );
    for (n, contact) in contacts.iter().enumerate() {
        let civility = if n % 2 == 0 { "Madame" } else { "M." };
        let _ = write!(
            text,
            "{};{};{};{civility};Zoé;Lefèvre{n};Gérante;{};05 56 {:02} {:02} 00;{n} rue de l’Église;{};{};{}\r\n",
            contact.reference,
            contact.name,
            contact.siret,
            contact.email,
            n / 100 % 100,
            n % 100,
            contact.postcode.trim_start_matches('0'),
            contact.city,
            contact.employees,
        );
    }
    for row in more {
        text.push_str(row);
        text.push_str("\r\n");
    }
    text.chars()
        .map(|c| match c {
            '’' => 0x92,
            '€' => 0x80,
            'œ' => 0x9c,
            c => u8::try_from(u32::from(c)).expect("a letter of Latin 1"),
        })
        .collect()
}

/// The company's own letter, as Word writes it: fields cut over runs, a condition, a footer.
pub fn letter() -> Vec<u8> {
    let field = |name: &str| {
        let middle = name.char_indices().nth(2).map_or(0, |(at, _)| at);
        let (first, second) = name.split_at(middle);
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
             <w:r><w:instrText xml:space=\"preserve\"> MERGEFIELD {first}</w:instrText></w:r>\
             <w:r><w:instrText>{second} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>«{name}»</w:t></w:r>\
             <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let text = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let paragraph = |content: &str| format!("<w:p>{content}</w:p>");
    let body = [
        paragraph(&text("Menuiserie Garonne · 12 quai des Chartrons · 33000 Bordeaux")),
        paragraph(&field("Société")),
        paragraph(&[field("Civilité"), text(" "), field("Prénom"), text(" "), field("Nom")].concat()),
        paragraph(&field("Adresse")),
        paragraph(&[field("CP"), text(" "), field("Ville")].concat()),
        paragraph(&text("Objet : vos fenêtres, avant l’hiver")),
        paragraph(&[text("Dossier "), field("Code_client"), text(".")].concat()),
        paragraph(&text("Nous serons dans votre rue le mois prochain. Dix minutes suffisent pour un devis.")),
    ]
    .concat();
    let namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document {namespace}><w:body>{body}\
         <w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>"
    );
    let parts = [
        (
            "[Content_Types].xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
             </Types>",
        ),
        (
            "_rels/.rels",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
             </Relationships>",
        ),
        ("word/document.xml", document.as_str()),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
