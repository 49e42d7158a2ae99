//! A small read-only XML tree whose nodes remember where they stand in the source, so that what is not
//! understood is copied byte for byte.
pub mod dom;
pub mod escape;

pub use dom::{Dom, Kind, NodeId};
