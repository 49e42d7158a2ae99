//! OpenDocument texts, packed or flat.
mod body;
pub mod condition;
mod data_style;
mod flat;
mod package;
mod pages;
mod write;

pub use flat::flat_to_package;
pub use package::{Odt, read};
pub use write::{write_each, write_one};
