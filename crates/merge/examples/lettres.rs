//! `cargo run --example lettres -- modele.docx donnees.txt sortie.docx`: data with `|` between values, first line the names.
use filon_merge::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().collect();
    let [_, template, data, out] = args.as_slice() else { return Err("modele donnees sortie".into()) };
    let template = Template::read(&std::fs::read(template)?)?;
    let text = if data == "-" {
        // A value per field that shows which field it fills.
        let names = template.fields();
        let row = |n: usize| names.iter().map(|f| format!("{f}-{n}")).collect::<Vec<_>>().join("|");
        format!("{}\n{}\n{}\n{}", names.join("|"), row(1), row(2), row(3))
    } else {
        std::fs::read_to_string(data)?
    };
    let mut lines = text.lines().map(|l| l.split('|').map(str::to_owned).collect::<Vec<_>>());
    let columns = Columns(lines.next().unwrap_or_default());
    for found in template.check(&columns)? {
        println!("{found:?}");
    }
    let options = Options {
        now: jiff::civil::datetime(2025, 3, 3, 9, 5, 0, 0),
        language: Language::French,
        recto: false,
    };
    let merged = merge_to_one(&template, &columns, lines.map(Record), &options, std::fs::File::create(out)?)?;
    println!("{} letters", merged.letters);
    for warning in merged.warnings {
        println!("{:?} {:?} {}", warning.record, warning.field, warning.message.text(Language::French));
    }
    Ok(())
}
