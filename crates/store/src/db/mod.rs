//! The two engines behind one door.

mod bulk;
mod list;
mod pool;
mod postgres;
mod row;
mod sheet;
mod sqlite;
mod statements;
mod tx;
mod value;

use std::path::Path;
use std::sync::Arc;

pub(crate) use bulk::ahead;
pub(crate) use list::with_list;
pub(crate) use row::{Columns, Row};
pub(crate) use sheet::Sheet;
pub(crate) use statements::statements;
pub use tx::Tx;
pub(crate) use value::{Value, values};

use crate::{Result, StoreError, migrations};

/// Which engine keeps the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// An open database. Clones share its connections.
#[derive(Clone)]
pub struct Db {
    backend: Arc<Backend>,
}

enum Backend {
    Sqlite(sqlite::Sqlite),
    Postgres(postgres::Postgres),
}

impl Db {
    /// Opens a database and brings its schema up to date: a path (an SQLite file, created on first use)
    /// or `postgres://…`.
    pub fn open(url: &str) -> Result<Db> {
        let db = Db::connect(url)?;
        migrations::run(&db)?;
        Ok(db)
    }

    /// Opens without looking at the schema.
    pub(crate) fn connect(url: &str) -> Result<Db> {
        if url.trim().is_empty() {
            return Err(StoreError::Address(url.to_owned()));
        }
        let backend = if is_postgres(url) {
            Backend::Postgres(postgres::Postgres::open(url)?)
        } else {
            Backend::Sqlite(sqlite::Sqlite::open(Path::new(url))?)
        };
        Ok(Db { backend: Arc::new(backend) })
    }

    /// The engine that keeps the data.
    pub fn engine(&self) -> Engine {
        match *self.backend {
            Backend::Sqlite(_) => Engine::Sqlite,
            Backend::Postgres(_) => Engine::Postgres,
        }
    }

    /// The SQLite file, where there is one.
    pub fn path(&self) -> Option<&Path> {
        match &*self.backend {
            Backend::Sqlite(sqlite) => Some(&sqlite.path),
            Backend::Postgres(_) => None,
        }
    }

    /// Runs `f` on one unchanging view of the data. Blocks: the web calls it on the blocking pool.
    pub fn read<T, E: From<StoreError>>(
        &self,
        f: impl FnMut(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        match &*self.backend {
            Backend::Sqlite(sqlite) => sqlite.read(f),
            Backend::Postgres(postgres) => postgres.read(f),
        }
    }

    /// Runs `f` in a transaction that is kept if it answers `Ok`, and leaves nothing otherwise. `f` may
    /// run again when two writers met on PostgreSQL: nothing outside the database may happen in it.
    pub fn write<T, E: From<StoreError>>(
        &self,
        f: impl FnMut(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        match &*self.backend {
            Backend::Sqlite(sqlite) => sqlite.write(f),
            Backend::Postgres(postgres) => postgres.write(f),
        }
    }
}

/// Whether an address means PostgreSQL; anything else is a path.
pub(crate) fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres://") || url.starts_with("postgresql://")
}
