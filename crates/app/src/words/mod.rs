//! What the application says, once in each language. A message missing in one does not compile.

mod en;
mod fr;

pub use en::EN;
pub use fr::FR;

/// The messages, by what they are about.
pub struct Words {
    /// A file that could not be read or written: path, detail.
    pub file_failed: fn(&str, &str) -> String,
}
