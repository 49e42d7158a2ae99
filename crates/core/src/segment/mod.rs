//! Selections: one line of text, one typed tree, read as a predicate here and as SQL in the store.

mod compare;
mod cursor;
mod days;
mod error;
mod facts;
mod fields;
mod parser;
mod predicate;
mod print;
mod tree;
mod values;

pub use compare::normal_form;
pub use error::{Expected, QueryError, QueryProblem};
pub use facts::Facts;
pub use fields::field_names;
pub use parser::parse;
pub use predicate::matches;
pub use print::{Wording, to_text, to_text_in};
pub use tree::{Bounds, Condition, DateBounds, Field, Pattern, Query, Test};
