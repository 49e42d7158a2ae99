//! Folding of text for search, sorting and matching.

mod fold;
mod nearest;

pub use fold::fold;
pub use nearest::nearest;
