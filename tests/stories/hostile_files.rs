//! Makes files that nobody should be able to hurt Filon with.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;

use crate::company::{contacts, letter, windows_1252};

/// A file by its name and content.
#[derive(Debug, Clone)]
pub struct HostileFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

fn file(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> HostileFile {
    HostileFile { name: name.into(), bytes: bytes.into() }
}

/// Over 200 tables: cut, bent, swollen, mislabelled.
pub fn tables() -> Vec<HostileFile> {
    let good_csv = windows_1252(&contacts("SUS", 30), &[]);
    let good_xlsx = workbook("<row r=\"1\"><c t=\"inlineStr\"><is><t>Nom</t></is></c></row>");
    let mut files = text_tables();
    files.extend(cuts("table.csv", &good_csv, 30));
    files.extend(cuts("table.xlsx", &good_xlsx, 40));
    files.extend(bent("tordu.xlsx", &good_xlsx, 40));
    files.extend(bent("tordu.csv", &good_csv, 40));
    for ending in ["csv", "xlsx", "ods", "vcf", "tsv", "xls", "txt"] {
        files.push(file(format!("vide.{ending}"), ""));
        files.push(file(format!("bruit.{ending}"), noise(4096, ending.len() as u64)));
        files.push(file(format!("zeros.{ending}"), vec![0; 70_000]));
        files.push(file(format!("faux.{ending}"), letter()));
    }
    files.extend(swollen_tables());
    files
}

/// Over 100 letters.
pub fn documents() -> Vec<HostileFile> {
    let good = letter();
    let mut files = cuts("lettre.docx", &good, 40);
    files.extend(bent("tordue.docx", &good, 40));
    for ending in ["docx", "odt", "fodt"] {
        files.push(file(format!("vide.{ending}"), ""));
        files.push(file(format!("bruit.{ending}"), noise(4096, 7)));
        files.push(file(format!("zeros.{ending}"), vec![0; 70_000]));
        files.push(file(format!("table.{ending}"), workbook("")));
        files.push(file(format!("texte.{ending}"), "Bonjour «Nom»"));
    }
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let deep = "<w:sdt><w:sdtContent>".repeat(30_000);
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>";
    for (name, body) in [
        ("profond", deep),
        ("ouvert", begin.repeat(3_000)),
        ("fermé", "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>".repeat(3_000)),
        ("attribut", format!("<w:p w:x=\"{}\"/>", "a".repeat(2_000_000))),
        ("coupé", "<w:p><w:r><w:t>Bon".to_owned()),
        ("entité", "<w:p><w:r><w:t>&inconnue;&#0;&#xFFFF;&#x110000;</w:t></w:r></w:p>".to_owned()),
    ] {
        let xml = format!("<w:document {w}><w:body>{body}</w:body></w:document>");
        files.push(file(format!("{name}.docx"), docx(&xml)));
    }
    let dtd = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
    files.push(file("dtd.docx", docx(&format!("{dtd}<w:document {w}><w:body>&b;</w:body></w:document>"))));
    files.push(file(
        "externe.docx",
        docx(&format!("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><w:document {w}/>")),
    ));
    files.push(file("bombe.docx", bomb("word/document.xml")));
    files.push(file("bombe.odt", bomb("content.xml")));
    files.push(file("entrées.docx", many_entries()));
    files.push(file("sans-document.docx", archive(&[("a.txt", b"rien")])));
    files.push(file("macro.docx", archive(&[("word/vbaProject.bin", b"x"), ("word/document.xml", b"<a/>")])));
    files
}

fn text_tables() -> Vec<HostileFile> {
    let header = "Nom;Ville;Courriel\n";
    vec![
        file("guillemet.csv", format!("{header}\"Durand;Pau;a@b.fr\nMartin;Pau;c@d.fr\n")),
        file("guillemets.csv", "\"".repeat(100_001)),
        file("colonnes.csv", format!("{}\n{}\n", "a;".repeat(1_000_000), "b;".repeat(1_000_000))),
        file("ligne.csv", format!("{header}{};Pau;\n", "x".repeat(20_000_000))),
        file("lignes.csv", format!("{header}{}", "\n".repeat(500_000))),
        file("en-têtes.csv", format!("{}\n1;2;3\n", "Nom;".repeat(900))),
        file("nul.csv", format!("{header}Du\0rand;P\0au;\0\n")),
        file(
            "mélange.csv",
            [header.as_bytes(), b"Lef\xe8vre;Pau;\nLef\xc3\xa8vre;Pau;\n\xff\xfe;x;y\n"].concat(),
        ),
        file("utf16-impair.csv", [b"\xff\xfeN\0o\0m".as_slice(), b"\0\n\0x"].concat()),
        file("utf16-seul.csv", b"\xff\xfe".as_slice()),
        file("substitut.csv", b"\xff\xfeN\0\n\0\x00\xd8\n\0".as_slice()),
        file("formule.csv", format!("{header}=cmd|'/c calc'!A1;@SUM(A1);+33\n")),
        file("html.csv", format!("{header}<script>alert(1)</script>;Pau;x\n")),
        file("requête.csv", format!("{header}'; DROP TABLE accounts; --;Pau;x@y.fr\n")),
        file("carte.vcf", "BEGIN:VCARD\nN:Durand".to_owned()),
        file("cartes.vcf", "BEGIN:VCARD\n".repeat(50_000)),
        file("pli.vcf", format!("BEGIN:VCARD\nFN:a\n{}END:VCARD\n", " b\n".repeat(200_000))),
        file("qp.vcf", "BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:=E9=\n=Z=\nEND:VCARD\n"),
    ]
}

fn swollen_tables() -> Vec<HostileFile> {
    let dtd = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    vec![
        file("bombe.xlsx", bomb("xl/worksheets/sheet1.xml")),
        file("bombe.ods", bomb("content.xml")),
        file("entrées.xlsx", many_entries()),
        file("loin.xlsx", workbook("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")),
        file("hors.xlsx", workbook("<row r=\"9999999\"><c r=\"ZZZZ9999999\"><v>1</v></c></row>")),
        file("erreurs.xlsx", workbook("<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#N/A</v></c></row>")),
        file("chaînes.xlsx", workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>4000000</v></c></row>")),
        file(
            "dtd.xlsx",
            archive(&[("xl/worksheets/sheet1.xml", format!("{dtd}<worksheet>&b;</worksheet>").as_bytes())]),
        ),
        file(
            "dtd.ods",
            archive(&[
                ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", format!("{dtd}<a>&b;</a>").as_bytes()),
            ]),
        ),
        file(
            "répété.ods",
            ods(
                "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>",
            ),
        ),
        file(
            "négatif.ods",
            ods(
                "<table:table-row table:number-rows-repeated=\"-5\"><table:table-cell table:number-columns-repeated=\"99999999999\"/></table:table-row>",
            ),
        ),
        file("traversée.xlsx", archive(&[("../../../tmp/évadé", b"x")])),
    ]
}

/// The first parts of a file, of growing length.
fn cuts(name: &str, bytes: &[u8], count: usize) -> Vec<HostileFile> {
    (0..count).map(|n| file(format!("coupé-{n}-{name}"), &bytes[..bytes.len() * n / count])).collect()
}

/// A file with a few bytes changed.
fn bent(name: &str, bytes: &[u8], count: u64) -> Vec<HostileFile> {
    (0..count)
        .map(|n| {
            let mut bent = bytes.to_vec();
            for (place, byte) in noise(16, n + 1)
                .chunks(2)
                .map(|pair| (usize::from(pair[0]) * 7 + usize::from(pair[1]), pair[1]))
            {
                let length = bent.len();
                bent[place * 31 % length] = byte;
            }
            file(format!("{n}-{name}"), bent)
        })
        .collect()
}

/// Bytes without sense, the same each time.
fn noise(length: usize, seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 24) as u8
    })
    .take(length)
    .collect()
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// One entry that unpacks to 2 GiB.
fn bomb(name: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, SimpleFileOptions::default()).unwrap();
    let block = vec![b' '; 1 << 20];
    for _ in 0..2048 {
        zip.write_all(&block).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn many_entries() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..60_000 {
        zip.start_file(format!("{n}"), SimpleFileOptions::default()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn workbook(rows: &str) -> Vec<u8> {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let r = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    archive(&[
        ("[Content_Types].xml", b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
        ("_rels/.rels", format!("<Relationships {package}><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>").as_bytes()),
        ("xl/workbook.xml", format!("<workbook {main} {r}><sheets><sheet name=\"F\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>").as_bytes()),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships {package}><Relationship Id=\"rId1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>").as_bytes()),
        ("xl/worksheets/sheet1.xml", format!("<worksheet {main}><sheetData>{rows}</sheetData></worksheet>").as_bytes()),
    ])
}

fn ods(rows: &str) -> Vec<u8> {
    let names = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
                 xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
                 xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
    let content = format!(
        "<office:document-content {names}><office:body><office:spreadsheet><table:table table:name=\"F\">{rows}\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ])
}

fn docx(document: &str) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
        ("_rels/.rels", b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/document.xml", document.as_bytes()),
    ])
}
