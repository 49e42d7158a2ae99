//! 100,000 rows into SQLite: Filon (mapping, normalising, duplicates, journal, indexes) beside the barest
//! loop that reads the same file and inserts the same cells: `cargo bench -p filon-benches --bench import`.

use std::path::Path;

use anyhow::ensure;
use filon_app::import::{self, Input, Options};
use filon_app::{Actor, App};
use filon_benches::{ROUNDS, contacts, median, timed};
use rusqlite::{Connection, params_from_iter};

const ROWS: u32 = 100_000;

fn main() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let file = contacts(folder.path(), ROWS)?;
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        bare.push(timed(|| bare_loop(&file, &folder.path().join(format!("bare{round}.db"))))?.0);
        ours.push(timed(|| filon(&file, &folder.path().join(format!("filon{round}.db"))))?.0);
    }
    let (ours, bare) = (median(&mut ours), median(&mut bare));
    println!("filon import {ROWS} rows: {ours:.2?}");
    println!("bare prepared insert loop: {bare:.2?}");
    println!("ratio: {:.2}", ours.as_secs_f64() / bare.as_secs_f64());
    Ok(())
}

fn filon(file: &Path, base: &Path) -> anyhow::Result<()> {
    let app = App::open(&base.display().to_string())?;
    let options = Options::default();
    let answer = import::run(&app, &Actor::default(), Input::Path(file), &options, &mut |_, _| {})?;
    ensure!(answer.created == u64::from(ROWS), "{} created", answer.created);
    Ok(())
}

fn bare_loop(file: &Path, base: &Path) -> anyhow::Result<()> {
    let mut connection = Connection::open(base)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    let columns = "id, societe, siret, naf, civilite, prenom, nom, email, telephone, adresse, cp, ville, effectif, source";
    connection.execute_batch(&format!("CREATE TABLE contacts ({columns})"))?;
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_path(file)?;
    let transaction = connection.transaction()?;
    {
        let sql = "INSERT INTO contacts VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
        let mut insert = transaction.prepare(sql)?;
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record)? {
            insert.execute(params_from_iter(record.iter()))?;
        }
    }
    transaction.commit()?;
    Ok(())
}
