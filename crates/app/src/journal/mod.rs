//! The journal: one event recorded or taken back, or a whole file of outcomes.

mod columns;
mod file;
mod line;
mod objection;
mod one;

pub use file::{RecordOptions, record_file};
pub(crate) use line::check_day;
pub(crate) use objection::suppress;
pub use one::{NewEvent, NewFollowUp, record_one, void};
pub(crate) use one::{void_in, void_line};
