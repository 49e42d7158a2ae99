//! Letters from a template and people: from a file, or from the base with the right of each checked.

mod data;
mod files;
mod merge;
mod people;
mod template;
mod text;

pub(crate) use merge::options_at;
pub use merge::{Out, Source, merge};

pub(crate) use files::{Prepared, prepare, prepare_each, waiting};
pub(crate) use people::{Stack, stack};
pub(crate) use template::{field_states, read_template};
pub(crate) use text::words_of;
