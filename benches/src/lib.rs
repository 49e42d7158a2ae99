//! The same work for Filon and for what stands beside it, alternating, medians of five.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often each side works.
pub const ROUNDS: usize = 5;

const HEADER: &str =
    "id;societe;siret;naf;civilite;prenom;nom;email;telephone;adresse;cp;ville;effectif;source\r\n";
const TOWNS: [(&str, &str); 6] = [
    ("33000", "Bordeaux"),
    ("44000", "Nantes"),
    ("75011", "Paris"),
    ("69003", "Lyon"),
    ("31000", "Toulouse"),
    ("59000", "Lille"),
];
const TRADES: [&str; 6] = ["Plomberie", "Café", "Maçonnerie", "Boulangerie", "Garage", "Conseil"];

/// A file of contacts, every one different, in UTF-8 with semicolons.
pub fn contacts(folder: &Path, rows: u32) -> anyhow::Result<PathBuf> {
    let mut text = String::from(HEADER);
    for n in 0..rows {
        let (postcode, city) = TOWNS[n as usize % TOWNS.len()];
        let trade = TRADES[(n / 7) as usize % TRADES.len()];
        let siret = siret(n);
        write!(
            text,
            "C{n:07};{trade} Lefèvre {n};{siret};43.22A;Mme;Zoé;Durand{n};zoe.durand{n}@exemple{}.fr;\
             05 {:02} {:02} {:02} {:02};{} rue de l’Église;{postcode};{city};{};salon\r\n",
            n % 1000,
            n / 1_000_000 % 100,
            n / 10_000 % 100,
            n / 100 % 100,
            n % 100,
            n % 200,
            n % 250
        )?;
    }
    let path = folder.join("contacts.csv");
    std::fs::write(&path, text)?;
    Ok(path)
}

/// The file that the variable `FILON_BENCH_CONTACTS` names, or else one made in the folder.
pub fn given_or_made(folder: &Path, rows: u32) -> anyhow::Result<PathBuf> {
    std::env::var_os("FILON_BENCH_CONTACTS").map_or_else(|| contacts(folder, rows), |path| Ok(path.into()))
}

/// A SIRET that passes Luhn's check.
fn siret(number: u32) -> String {
    let siren = with_key(&format!("{:08}", 10_000_000 + number));
    with_key(&format!("{siren}0001"))
}

fn with_key(digits: &str) -> String {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| match u32::from(byte - b'0') * (2 - place as u32 % 2) {
            doubled if doubled > 9 => doubled - 9,
            kept => kept,
        })
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

/// How long a piece of work takes.
pub fn timed<T>(work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<(Duration, T)> {
    let start = Instant::now();
    let answer = work()?;
    Ok((start.elapsed(), answer))
}

pub fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
