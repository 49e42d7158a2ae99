//! Selections: one typed tree, read as a predicate here and as SQL in the store.

mod tree;

pub use tree::{Bounds, Condition, DateBounds, Field, Pattern, Query, Test};
