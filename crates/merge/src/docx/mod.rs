//! Word documents.
mod atoms;
mod branch;
mod compile;
mod fields;
mod ids;
mod notes;
mod numbering;
mod package;
mod part;
mod relations;
mod section;
mod settings;
mod styles;
mod tags;
mod tree;
mod write;

pub use package::{Docx, read};
pub use write::{write_each, write_one};
