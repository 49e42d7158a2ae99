//! What a user can do: functions, one file per verb or small family.
//!
//! Both the web and the command line call these, and nothing else. Each takes the application, the
//! actor (who does it, and in which language answers are worded) and what was asked; each answers with
//! a type of [`answer`] or of its own module. No function here knows SQL, a terminal or a page.

pub mod accounts;
pub mod answer;
mod app;
mod audience;
pub mod backup;
pub mod calls;
pub mod campaigns;
pub mod check;
pub mod clients;
mod error;
pub mod example;
mod fail;
pub mod follow_ups;
pub mod forecast;
pub mod import;
pub mod journal;
mod language;
pub mod letters;
pub mod meetings;
mod query;
pub mod scripts;
pub mod segments;
pub mod settings;
pub mod stats;
mod suppression;
pub mod templates;
pub mod today;
pub mod users;
pub mod visits;
pub mod words;

pub use app::App;
pub use error::{AppError, ErrorKind};
pub use language::{Actor, Language};

/// What every verb returns.
pub type Result<T> = std::result::Result<T, AppError>;

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// After every moment that anything is planned for.
pub(crate) const END_OF_TIME: filon_core::Moment = filon_core::Moment::from_millis(i64::MAX);

/// A count of the store, which is never negative.
pub(crate) fn unsigned(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}

/// A count for the store.
pub(crate) fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
