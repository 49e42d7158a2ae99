//! What Filon keeps: the only crate that knows SQL.
//!
//! One SQL text serves SQLite and PostgreSQL. Every function takes a transaction ([`Tx`]); the caller
//! opens it with [`Db::read`] or [`Db::write`], so that what must happen together does. Time and chance
//! come from the caller. Errors are typed ([`StoreError`]) and hold no prose for people.

pub mod accounts;
pub mod backup;
pub mod campaigns;
pub mod check;
mod db;
mod error;
pub mod events;
pub mod follow_ups;
pub mod imports;
mod migrations;
pub mod persons;
mod segment_sql;
pub mod segments;
pub mod sessions;
pub mod settings;
pub mod suppressions;
pub mod templates;
pub mod tokens;
pub mod users;

pub use db::{Db, Engine, Tx};
pub use error::{Result, StoreError};

/// What tests look at, and nobody else.
#[doc(hidden)]
pub mod testing;
