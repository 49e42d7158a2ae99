//! Folding of text for search, sorting and matching.

mod fold;

pub use fold::fold;
