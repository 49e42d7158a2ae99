//! Tells stories to the built binary: files in, arguments, answers out.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc)]

pub mod company;
pub mod filon;
pub mod hostile_files;
