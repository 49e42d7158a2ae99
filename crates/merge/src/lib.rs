//! Mail merge of DOCX and ODT letters, without Word or LibreOffice.
//!
//! A template is compiled once into a list of pieces (bytes to copy, fields to evaluate); each record then
//! walks that list and appends bytes. No XML is parsed per record. See `README.md` beside this crate.

mod context;
mod data;
mod docx;
mod emit;
mod error;
mod feed;
mod field;
mod format;
mod matching;
mod merge;
mod message;
mod odt;
mod package;
pub mod pdf;
mod piece;
mod template;
mod xml;

pub use data::{Columns, Language, Options, Record};
pub use error::{MergeError, TemplateError};
pub use matching::FieldMatch;
pub use merge::{merge_each, merge_to_one};
pub use message::{Merged, Message, Warning};
pub use template::{Template, TemplateKind};
