//! Letters from a template and people: from a file, or from the base with the right of each checked.

mod merge;

pub use merge::{Out, Source, merge};
