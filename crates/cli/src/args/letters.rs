//! Arguments of `filon merge`.

use std::path::PathBuf;

use clap::{ArgGroup, Args, ValueEnum};

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("people").required(true).args(["data", "query", "segment"])))]
#[command(group(ArgGroup::new("letters").required(true).multiple(true).args(["out", "each"])))]
pub struct MergeArgs {
    /// The letter: .docx, .odt or .fodt
    pub template: PathBuf,
    /// People from a file; no database is needed
    #[arg(long, value_name = "FILE")]
    pub data: Option<PathBuf>,
    /// A part of the file of --data
    #[arg(long, value_name = "QUERY", requires = "data", allow_hyphen_values = true, value_parser = super::contacts::query)]
    pub filter: Option<String>,
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true, value_parser = super::contacts::query)]
    pub query: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub segment: Option<String>,
    /// One document with a section per letter: .docx, .odt or .pdf
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// One file per letter in this folder
    #[arg(long, value_name = "DIR")]
    pub each: Option<PathBuf>,
    #[arg(long, value_enum)]
    pub sort: Option<SortBy>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SortBy {
    Postcode,
}
