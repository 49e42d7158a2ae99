//! The whole product, told through the command line.

#![allow(clippy::unwrap_used)]

mod chain;
mod edges;
mod hostile;
mod killed;
