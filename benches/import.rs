//! 100,000 rows into SQLite: Filon (mapping, normalising, duplicates, journal, indexes) beside the barest
//! loop that reads the same file and inserts the same cells: `cargo bench -p filon-benches --bench import`.
//! A second loop puts the finished rows of Filon's two tables, read from a base already filled, into tables of
//! the same columns and indexes: what SQLite alone takes for the same result, in the ordinary way.
//! The variable `FILON_BENCH_CONTACTS` names another file to bring in, in UTF-8 or Windows-1252.
//! `-- ours` lets Filon do it once, for a profiler.

use std::path::Path;

use filon_app::import::{self, Input, Options};
use filon_app::{Actor, App};
use filon_benches::{ROUNDS, given_or_made, median, timed};
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, params_from_iter};

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROWS: u32 = 100_000;

fn main() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let file = given_or_made(folder.path(), ROWS)?;
    if std::env::args().any(|argument| argument == "ours") {
        return filon(&file, &folder.path().join("filon.db"));
    }
    let (mut ours, mut bare, mut same) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        bare.push(timed(|| bare_loop(&file, &folder.path().join(format!("bare{round}.db"))))?.0);
        let filled = folder.path().join(format!("filon{round}.db"));
        ours.push(timed(|| filon(&file, &filled))?.0);
        let finished = Finished::read(&filled)?;
        same.push(timed(|| finished.insert(&folder.path().join(format!("same{round}.db"))))?.0);
    }
    let (ours, bare, same) = (median(&mut ours), median(&mut bare), median(&mut same));
    println!("filon import: {ours:.2?}");
    println!("bare prepared insert loop: {bare:.2?}");
    println!("loop of the finished rows into the same tables and indexes: {same:.2?}");
    println!("ratio to the bare loop: {:.2}", ours.as_secs_f64() / bare.as_secs_f64());
    println!("ratio to the loop of finished rows: {:.2}", ours.as_secs_f64() / same.as_secs_f64());
    Ok(())
}

fn filon(file: &Path, base: &Path) -> anyhow::Result<()> {
    let app = App::open(&base.display().to_string())?;
    let options = Options::default();
    import::run(&app, &Actor::default(), Input::Path(file), &options, &mut |_, _| {})?;
    Ok(())
}

fn bare_loop(file: &Path, base: &Path) -> anyhow::Result<()> {
    let mut connection = Connection::open(base)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // Copied cell by cell, as the file has them: Windows-1252 is not even made into UTF-8.
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_path(file)?;
    let columns = reader.byte_headers()?.iter().map(String::from_utf8_lossy).collect::<Vec<_>>().join(", ");
    let places = vec!["?"; reader.byte_headers()?.len()].join(", ");
    connection.execute_batch(&format!("CREATE TABLE contacts ({columns})"))?;
    let transaction = connection.transaction()?;
    {
        let mut insert = transaction.prepare(&format!("INSERT INTO contacts VALUES ({places})"))?;
        let mut record = csv::ByteRecord::new();
        while reader.read_byte_record(&mut record)? {
            insert.execute(params_from_iter(
                record.iter().map(|cell| ToSqlOutput::Borrowed(ValueRef::Text(cell))),
            ))?;
        }
    }
    transaction.commit()?;
    Ok(())
}

/// The rows that an import leaves, with the statements of their tables and indexes.
struct Finished {
    schema: Vec<String>,
    tables: Vec<(&'static str, Vec<Vec<Value>>)>,
}

impl Finished {
    fn read(base: &Path) -> anyhow::Result<Finished> {
        let connection = Connection::open(base)?;
        let sql =
            "SELECT sql FROM sqlite_schema WHERE tbl_name IN ('accounts', 'persons') AND sql IS NOT NULL";
        let schema = connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut tables = Vec::new();
        for table in ["accounts", "persons"] {
            let mut select = connection.prepare(&format!("SELECT * FROM {table} ORDER BY id"))?;
            let width = select.column_count();
            let rows = select.query_map([], |row| (0..width).map(|place| row.get(place)).collect())?;
            tables.push((table, rows.collect::<Result<_, _>>()?));
        }
        Ok(Finished { schema, tables })
    }

    fn insert(&self, base: &Path) -> anyhow::Result<()> {
        let mut connection = Connection::open(base)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", false)?;
        self.schema.iter().try_for_each(|sql| connection.execute_batch(sql))?;
        let transaction = connection.transaction()?;
        for (table, rows) in &self.tables {
            let places = vec!["?"; rows.first().map_or(0, Vec::len)].join(", ");
            let mut insert = transaction.prepare(&format!("INSERT INTO {table} VALUES ({places})"))?;
            for row in rows {
                insert.execute(params_from_iter(row))?;
            }
        }
        transaction.commit()?;
        Ok(())
    }
}
