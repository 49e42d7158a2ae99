//! The switches of a field: `\*`, `\#`, `\@`.
pub mod date;
pub mod date_read;
pub mod number;
pub mod number_read;
pub mod numeral;
pub mod picture;
pub mod text_case;
