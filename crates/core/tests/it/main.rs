//! Integration tests of the rules.
#![allow(clippy::unwrap_used)]

mod board;
mod call;
mod consent;
mod cost;
mod forecast;
mod meeting;
mod normalise;
mod order;
mod quote;
mod ratio;
mod segment;
mod story;
mod visit;
