//! Which column of a file, or field of a letter, is what.

mod headers;
mod propose;
mod target;
mod value;

pub use headers::recognise;
pub use propose::{propose_mapping, recognise_among};
pub use target::Target;
pub use value::value_of;
