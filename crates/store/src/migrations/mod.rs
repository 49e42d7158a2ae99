//! Bringing a schema up to date: numbered texts, applied once each, in order, and never edited afterwards.

mod copy;
mod translate;

use sha2::{Digest, Sha256};

use crate::db::values;
use crate::{Db, Engine, Result, StoreError, Tx};

/// One step of the schema.
pub(crate) struct Migration {
    pub(crate) number: i64,
    pub(crate) name: &'static str,
    /// SQLite's spelling.
    pub(crate) sql: &'static str,
    /// PostgreSQL's text, where substituting words does not give it.
    pub(crate) postgres: Option<&'static str>,
}

/// Every step. A landed one is never edited: its checksum is in people's data.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 1,
        name: "first",
        sql: include_str!("../../migrations/0001_first.sql"),
        postgres: None,
    },
    Migration {
        number: 2,
        name: "append_only",
        sql: include_str!("../../migrations/0002_append_only.sql"),
        postgres: Some(include_str!("../../migrations/0002_append_only.postgres.sql")),
    },
    Migration {
        number: 3,
        name: "telephone",
        sql: include_str!("../../migrations/0003_telephone.sql"),
        postgres: None,
    },
];

const MAKE_TABLE: &str = "CREATE TABLE IF NOT EXISTS migrations (number INTEGER NOT NULL PRIMARY KEY, \
    name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT";
const APPLIED: &str = "SELECT number, checksum FROM migrations ORDER BY number";
const RECORD: &str = "INSERT INTO migrations (number, name, checksum) VALUES ($1, $2, $3)";
/// Tables that are there: what is asked is whether the database is new, ours or somebody else's.
const SQLITE_TABLES: &str =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name";
const POSTGRES_TABLES: &str = "SELECT CAST(relname AS TEXT) FROM pg_catalog.pg_class \
    WHERE relkind = 'r' AND relnamespace = CAST(current_schema() AS regnamespace) ORDER BY 1";
/// Nodes that start together wait for each other here.
const POSTGRES_TURN: &str = "SELECT pg_advisory_xact_lock(7310)";

/// Applies what is missing. A database that is newer, altered or not ours is refused before any write.
pub(crate) fn run(db: &Db) -> Result<()> {
    run_list(db, MIGRATIONS)
}

/// Applies the first steps only.
pub(crate) fn run_first(db: &Db, count: usize) -> Result<()> {
    run_list(db, &MIGRATIONS[..count.min(MIGRATIONS.len())])
}

pub(crate) fn run_list(db: &Db, list: &[Migration]) -> Result<()> {
    let applied = db.read(|tx| verify(tx, list))?;
    if applied == list.len() {
        return Ok(());
    }
    if let (Some(path), true) = (db.path(), applied > 0) {
        copy::before_migrating(path, list[applied].number)?;
    }
    db.write(|tx| {
        if tx.engine() == Engine::Postgres {
            tx.script(POSTGRES_TURN)?;
        }
        let applied = verify(tx, list)?;
        tx.script(&text_for(tx.engine(), MAKE_TABLE))?;
        for migration in &list[applied..] {
            tx.script(&migration.text(tx.engine()))?;
            tx.execute(RECORD, values![migration.number, migration.name, migration.checksum()])?;
        }
        Ok(())
    })
}

/// How many steps the database has, all of them as this program knows them.
fn verify(tx: &mut Tx<'_>, list: &[Migration]) -> Result<usize> {
    let tables = match tx.engine() {
        Engine::Sqlite => tx.query(SQLITE_TABLES, &[], |row| row.columns().string())?,
        Engine::Postgres => tx.query(POSTGRES_TABLES, &[], |row| row.columns().string())?,
    };
    let known = list.last().map_or(0, |migration| migration.number);
    if !tables.iter().any(|table| table == "migrations") {
        return match tables.is_empty() {
            true => Ok(0),
            false => Err(StoreError::Foreign),
        };
    }
    let applied = tx.query(APPLIED, &[], |row| {
        let mut columns = row.columns();
        Ok((columns.int()?, columns.string()?))
    })?;
    for (place, (number, checksum)) in applied.iter().enumerate() {
        match list.get(place) {
            None => return Err(StoreError::Newer { found: *number, known }),
            Some(migration) if migration.number != *number || migration.checksum() != *checksum => {
                return Err(StoreError::Altered { number: *number });
            }
            Some(_) => {}
        }
    }
    Ok(applied.len())
}

impl Migration {
    fn text(&self, engine: Engine) -> String {
        match (engine, self.postgres) {
            (Engine::Postgres, Some(text)) => text.to_owned(),
            (engine, _) => text_for(engine, self.sql),
        }
    }

    /// Of SQLite's text on both engines, so that a copy from one to the other keeps it.
    fn checksum(&self) -> String {
        hex(&Sha256::digest(self.sql.as_bytes()))
    }
}

fn text_for(engine: Engine, sql: &str) -> String {
    match engine {
        Engine::Sqlite => sql.to_owned(),
        Engine::Postgres => translate::to_postgres(sql),
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings;

    const LATER: Migration = Migration {
        number: 4,
        name: "later",
        sql: "ALTER TABLE settings ADD COLUMN extra TEXT; CREATE TABLE more (id TEXT NOT NULL PRIMARY KEY) STRICT;",
        postgres: None,
    };
    const BROKEN: Migration = Migration {
        number: 4,
        name: "broken",
        sql: "CREATE TABLE half (id TEXT) STRICT; CREATE TABLE;",
        postgres: None,
    };

    fn with(last: Migration) -> Vec<Migration> {
        let known = MIGRATIONS.iter();
        let mut list: Vec<Migration> = known
            .map(|m| Migration { number: m.number, name: m.name, sql: m.sql, postgres: m.postgres })
            .collect();
        list.push(last);
        list
    }

    fn filled(folder: &std::path::Path) -> Db {
        let db = Db::open(&folder.join("filon.db").display().to_string()).unwrap();
        db.write(|tx| settings::set(tx, "name", &"Atelier".into())).unwrap();
        db
    }

    #[test]
    fn a_populated_file_is_copied_before_it_is_migrated() {
        let folder = tempfile::tempdir().unwrap();
        let db = filled(folder.path());
        run_list(&db, &with(LATER)).unwrap();
        assert_eq!(db.read(|tx| verify(tx, &with(LATER))).unwrap(), 4);

        let copy = folder.path().join("filon.db.before-0004");
        let old = Db::open(&copy.display().to_string()).unwrap();
        assert_eq!(old.read(|tx| settings::get(tx, "name")).unwrap(), Some("Atelier".into()));
        // The program of before refuses the file of after.
        let refused = run(&db).unwrap_err();
        assert!(matches!(refused, StoreError::Newer { found: 4, known: 3 }), "{refused:?}");
    }

    #[test]
    fn a_migration_that_fails_leaves_the_schema_of_before() {
        let folder = tempfile::tempdir().unwrap();
        let db = filled(folder.path());
        assert!(run_list(&db, &with(BROKEN)).is_err());
        run(&db).unwrap();
        assert_eq!(db.read(|tx| settings::get(tx, "name")).unwrap(), Some("Atelier".into()));
        let halves = "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'half'";
        assert_eq!(db.read(|tx| tx.number(halves, &[])).unwrap(), 0);
    }

    #[test]
    fn numbers_only_grow() {
        assert!(MIGRATIONS.windows(2).all(|pair| pair[0].number < pair[1].number));
    }
}
