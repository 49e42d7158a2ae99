//! A million rows of CSV read once, with the peak of memory: `cargo bench -p filon-formats --bench million`.

use std::io::Write;
use std::ops::ControlFlow;
use std::time::Instant;

use filon_formats::TableFile;

const HEADER: &str = "id;societe;siret;naf;civilite;prenom;nom;email;telephone;adresse;cp;ville;effectif";
const ROWS: u64 = 1_000_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut file = tempfile::NamedTempFile::new()?;
    let mut out = std::io::BufWriter::new(file.as_file_mut());
    writeln!(out, "{HEADER}")?;
    for n in 0..ROWS {
        writeln!(
            out,
            "{n};SARL Lefèvre {n};123 456 789 {n:05};43.22A;Mme;Gaëlle;Petit;gaelle.petit{n}@roc.fr;05 56 00 00 00;\
             \"{n}, rue de l'Église\";33000;Saint-Étienne;12"
        )?;
    }
    out.flush()?;
    drop(out);
    let start = Instant::now();
    let mut table = TableFile::open(file.path()).map_err(|error| error.text(false))?;
    let (mut rows, mut bytes) = (0_u64, 0);
    let problems = table
        .rows(&mut |row| {
            rows += 1;
            bytes += row.cells.iter().map(|c| c.text.len()).sum::<usize>();
            ControlFlow::Continue(())
        })
        .map_err(|error| error.text(false))?;
    let took = start.elapsed();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM: ?");
    println!("{rows} rows, {bytes} bytes of text, {} problems in {took:?}; {peak}", problems.len());
    Ok(())
}
