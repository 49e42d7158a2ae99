//! The two engines behind one door.

use crate::{Result, StoreError};

/// Which engine keeps the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// An open database. Clones share its connections.
#[derive(Clone)]
pub struct Db {}

/// A transaction: every function of the store takes one.
pub struct Tx<'a> {
    held: std::marker::PhantomData<&'a ()>,
}

impl Db {
    /// Opens a database and brings its schema up to date: a path (an SQLite file, created on first use)
    /// or `postgres://…`.
    pub fn open(url: &str) -> Result<Db> {
        todo!()
    }

    pub fn engine(&self) -> Engine {
        todo!()
    }

    /// Runs `f` on one unchanging view of the data. Blocks: the web calls it on the blocking pool.
    pub fn read<T, E: From<StoreError>>(
        &self,
        f: impl FnMut(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        todo!()
    }

    /// Runs `f` in a transaction that is kept if it answers `Ok`, and leaves nothing otherwise. `f` may
    /// run again when two writers met on PostgreSQL: nothing outside the database may happen in it.
    pub fn write<T, E: From<StoreError>>(
        &self,
        f: impl FnMut(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        todo!()
    }
}
