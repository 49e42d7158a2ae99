//! The journal: appended, never changed.

mod append;
mod history;
mod read;

pub(crate) use append::{STAND_MANY, sheets, stand_again};
pub use append::{append, append_once};
pub use history::{Base, History, each_history};
pub(crate) use read::{event_columns, read as read_event};
pub use read::{get, latest, of_account, of_accounts, of_campaign, of_key};

/// The statements of the journal, for the test that prepares every one.
pub(crate) const STATEMENTS: &[&[(&str, &str)]] =
    &[append::STATEMENTS, history::STATEMENTS, read::STATEMENTS];
