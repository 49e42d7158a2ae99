//! Letters per second into one DOCX: `cargo bench -p filon-benches --bench letters`.

use std::io::{Cursor, Write as _};

use anyhow::{anyhow, ensure};
use filon_benches::{ROUNDS, median, timed};
use filon_merge::{Columns, Language, Options, Record, Template, merge_to_one};

const LETTERS: usize = 5_000;

fn main() -> anyhow::Result<()> {
    let letter = letter()?;
    let columns = Columns(["Nom", "Prix", "Civilité"].map(str::to_owned).into());
    let now = "2026-11-24T09:00:00".parse()?;
    let options = Options { now, language: Language::French, recto: false };
    let mut times = Vec::new();
    let mut bytes = 0;
    for _ in 0..ROUNDS {
        let records = (0..LETTERS)
            .map(|n| Record(vec![format!("Nom{n}"), format!("{},5", 1000 + n), "Mme".to_owned()]));
        let (time, length) = timed(|| {
            let template = Template::read(&letter).map_err(|error| anyhow!("{error:?}"))?;
            let mut out = Cursor::new(Vec::new());
            let merged = merge_to_one(&template, &columns, records, &options, &mut out)
                .map_err(|error| anyhow!("{error:?}"))?;
            ensure!(merged.letters == LETTERS, "{} letters", merged.letters);
            Ok(out.into_inner().len())
        })?;
        times.push(time);
        bytes = length;
    }
    let time = median(&mut times);
    println!(
        "{LETTERS} letters: {time:.1?}, {:.0} letters/s, {bytes} bytes",
        LETTERS as f64 / time.as_secs_f64()
    );
    Ok(())
}

/// A page of text with six fields, one of them nested in a condition.
fn letter() -> anyhow::Result<Vec<u8>> {
    let text = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let code = |code: &str| format!("<w:r><w:instrText xml:space=\"preserve\"> {code} </w:instrText></w:r>");
    let field = |inside: &str| [&mark("begin"), inside, &mark("end")].concat();
    let name = field(&code("MERGEFIELD Nom \\* Upper"));
    let price = field(&code("MERGEFIELD Prix \\# &quot;# ##0,00 €&quot;"));
    let civility = field(&code("MERGEFIELD Civilité"));
    let hello = field(
        &[code("IF "), civility, code("= &quot;Mme&quot; &quot;Madame,&quot; &quot;Monsieur,&quot;")]
            .concat(),
    );
    let offer =
        [text("Notre offre de l’année, "), name, text(", est au prix de "), price, text(".")].concat();
    let lines = [hello, offer.clone(), text(&"Veuillez agréer nos salutations. ".repeat(8)), offer];
    let body: String = lines.iter().map(|line| format!("<w:p>{line}</w:p>")).collect();
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}\
         <w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>"
    );
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
        ),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
        ),
        ("word/document.xml", document.as_str()),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default())?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
