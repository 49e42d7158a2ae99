//! What Filon keeps: the only crate that knows SQL.
//!
//! One SQL text serves SQLite and PostgreSQL. Every function takes a transaction ([`Tx`]); the caller
//! opens it with [`Db::read`] or [`Db::write`], so that what must happen together does. Time and chance
//! come from the caller. Errors are typed ([`StoreError`]) and hold no prose for people.

pub mod accounts;
pub mod backup;
pub mod call_drafts;
pub mod call_lists;
pub mod calls;
pub mod campaigns;
pub mod check;
pub mod claims;
mod db;
mod error;
pub mod events;
pub mod feed_tokens;
pub mod follow_ups;
pub mod imports;
pub mod meetings;
mod migrations;
pub mod persons;
pub mod retired_numbers;
pub mod scripts;
mod segment_sql;
pub mod segments;
pub mod sessions;
pub mod settings;
pub mod steps;
pub mod suppressions;
pub mod templates;
pub mod tokens;
pub mod users;
pub mod visits;

pub use db::{Db, Engine, Tx};
pub use error::{Result, StoreError};

/// What tests look at, and nobody else.
#[doc(hidden)]
pub mod testing;
