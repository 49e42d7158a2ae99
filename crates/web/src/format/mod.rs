//! Numbers, amounts and days as French and English print them.
//!
//! French: narrow no-break space between thousands and before `%`, no-break space before `€`, decimal comma.
//! The functions take what a template hands over: a value, a reference to it, or an option of it.

mod date;
mod number;
mod phone;
mod unit;

pub use number::Int;
