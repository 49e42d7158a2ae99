//! People's files in and out: tables (CSV and TSV, XLSX, ODS, vCard), and calendars written (iCalendar).
//!
//! Invariants: no input makes this crate panic or hold a whole CSV in memory; a cell that is not handed
//! over is always told in a `Problem`; a file written here is read back unchanged; every refusal is a
//! sentence, in French and in English, that says what to do.

mod cell;
mod csv;
mod error;
mod folded;
mod format;
mod header;
mod ics;
mod limits;
mod message;
mod ods;
mod office;
mod problems;
mod source;
mod table;
mod vcard;
mod xlsx;

pub use cell::{Cell, CellKind, Row, column_letters};
pub use csv::write::write_csv;
pub use error::FileError;
pub use format::Format;
pub use ics::{IcsCalendar, IcsEvent, IcsWhen, write_calendar};
pub use message::{Message, Problem};
pub use ods::write::write_ods;
pub use table::{Sniffed, TableFile};
pub use vcard::write::{VcardPerson, write_vcards};
pub use xlsx::write::write_xlsx;
