//! Integration tests of the rules.
#![allow(clippy::unwrap_used)]

mod ratio;
mod segment;
mod story;
