//! The crate as its users see it: files in, rows out, and back.
#![allow(clippy::unwrap_used)]

mod support;

mod calendars;
mod corpus_csv;
mod corpus_office;
mod corpus_vcard;
mod encodings;
mod headers;
mod hostile;
mod hostile_office;
mod libreoffice;
mod lines;
mod refusals;
mod round_trip;
mod vcards;
mod workbooks;
