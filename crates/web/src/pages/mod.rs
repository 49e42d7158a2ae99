//! The pages, one file for each noun.

pub mod account;
pub mod act;
pub mod agenda;
pub mod call;
pub mod dash;
pub mod door;
pub mod figures;
pub mod file;
pub mod go;
pub mod import;
pub mod job;
pub mod mailing;
pub mod model;
pub mod preference;
pub mod query_line;
pub mod script;
pub mod segment;
pub mod settings;
pub mod today;
pub mod trouble;
pub mod undo;
pub mod visit;
pub mod waiting;
