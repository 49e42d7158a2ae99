//! How fast letters are written: run with `cargo test --release -p filon-merge -- --ignored --nocapture`.
use super::build::*;
use filon_merge::*;
use std::io::Cursor;

#[test]
#[ignore = "a measure, not a check"]
fn letters_per_second() {
    let line = p(&(t("Nous vous proposons notre offre annuelle, ")
        + &f(r"MERGEFIELD Nom \* Upper")
        + &t(", au prix de ")
        + &f(r##"MERGEFIELD Prix \# "# ##0,00 €""##)));
    let body = line.repeat(4)
        + &p(&f(r#"IF {MERGEFIELD Civilité} = "Mme" "Madame," "Monsieur,""#))
        + &p(&t("Veuillez agréer nos salutations distinguées.")).repeat(6);
    let template = Template::read(&docx(&body)).unwrap();
    let columns = Columns(vec!["Nom".into(), "Prix".into(), "Civilité".into()]);
    let n = 40_000;
    let records = (0..n).map(|i| Record(vec![format!("Nom{i}"), format!("{},5", 1000 + i), "Mme".into()]));
    let start = std::time::Instant::now();
    let mut out = Cursor::new(Vec::new());
    let merged = merge_to_one(&template, &columns, records, &options(), &mut out).unwrap();
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{} letters in {seconds:.2} s: {:.0}/s, {} bytes",
        merged.letters,
        n as f64 / seconds,
        out.get_ref().len()
    );
}
