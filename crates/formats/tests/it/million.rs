//! A million rows, by hand: `cargo test --release -p filon-formats -- --ignored --nocapture million`.

use std::io::Write;
use std::ops::ControlFlow;
use std::time::Instant;

use filon_formats::TableFile;

#[test]
#[ignore = "takes seconds and 160 MB of disk"]
fn a_million_rows_stream() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    {
        let mut out = std::io::BufWriter::new(file.as_file_mut());
        writeln!(out, "id;societe;siret;naf;civilite;prenom;nom;email;telephone;adresse;cp;ville;effectif")
            .unwrap();
        for n in 0..1_000_000 {
            writeln!(
                out,
                "{n};SARL Lefèvre {n};123 456 789 {n:05};43.22A;Mme;Gaëlle;Petit;gaelle.petit{n}@roc.fr;05 56 00 00 00;\"{n}, rue de l'Église\";33000;Saint-Étienne;12"
            )
            .unwrap();
        }
        out.flush().unwrap();
    }
    let start = Instant::now();
    let mut table = TableFile::open(file.path()).unwrap();
    let opened = start.elapsed();
    let (mut rows, mut bytes) = (0_u64, 0);
    let problems = table
        .rows(&mut |row| {
            rows += 1;
            bytes += row.cells.iter().map(|c| c.text.len()).sum::<usize>();
            ControlFlow::Continue(())
        })
        .unwrap();
    let whole = start.elapsed();
    let peak = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = peak.lines().find(|l| l.starts_with("VmHWM")).unwrap_or("").to_owned();
    println!(
        "{} bytes, opened {opened:?}, whole {whole:?}, {bytes} bytes of text, {peak}",
        table.size_hint()
    );
    assert_eq!(rows, 1_000_000);
    assert!(problems.is_empty());
}
