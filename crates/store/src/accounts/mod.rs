//! Accounts (fiches).

mod columns;
mod derive;
mod detail;
mod find;
mod insert;
mod list;
mod merge;
mod read;
mod update;

use filon_core::journal::Standing;
use filon_core::{Account, Event, Person};

pub(crate) use columns::{DERIVED_COLUMNS, STANDING_COLUMNS, derived_values, standing_values};
pub(crate) use derive::Derived;
pub use detail::{custom_fields, tags};
pub use find::{Key, find, resolve};
pub use insert::{insert_many, insert_parts};
pub use list::{Counts, Direction, Page, Sort, count, counts, each, ids, page};
pub use merge::merge;
pub use read::{each_of, get, many, merged_into};
pub use update::update;
pub(crate) use update::{derive_again, touch};

/// A new account with its persons and the events that came with it (such as `ClientKnown`).
#[derive(Debug, Clone)]
pub struct Draft {
    pub account: Account,
    pub persons: Vec<Person>,
    pub events: Vec<Event>,
}

/// An account as it stands: its persons (the primary one first) and what its journal says.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountRecord {
    pub account: Account,
    pub persons: Vec<Person>,
    pub standing: Standing,
}

/// The statements of accounts, for the test that prepares every one.
pub(crate) const STATEMENTS: &[&[(&str, &str)]] = &[
    detail::STATEMENTS,
    find::STATEMENTS,
    insert::STATEMENTS,
    merge::STATEMENTS,
    read::STATEMENTS,
    update::STATEMENTS,
];
