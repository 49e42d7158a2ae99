//! Integration tests of the rules.
#![allow(clippy::unwrap_used)]

mod consent;
mod ratio;
mod segment;
mod story;
