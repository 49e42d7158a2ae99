//! Whole documents through the crate.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod build;
mod corpus;
mod docx_fields;
mod docx_merged;
mod hostile;
mod odt;
mod pdf;
mod pdf_names;
mod pdf_pages;
mod read;
