//! The crate as its users see it: files in, rows out, and back.
#![allow(clippy::unwrap_used)]

mod support;

mod corpus_csv;
