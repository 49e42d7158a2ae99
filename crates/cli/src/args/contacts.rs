//! Arguments about the contact file.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use filon_core::Channel;

use super::values::channel;

#[derive(Debug, Args)]
pub struct ImportArgs {
    pub file: PathBuf,
    /// Where the data come from
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    /// What they are to the company already
    #[arg(long = "as", value_enum, value_name = "STAGE")]
    pub as_stage: Option<AsStage>,
    #[arg(long, value_enum)]
    pub kind: Option<Kind>,
    /// Gives a column to a field: "Header=field"; the field "ignore" leaves it out
    #[arg(long, value_name = "HEADER=FIELD", value_parser = pair)]
    pub map: Vec<(String, String)>,
    /// What happens to a row that meets an account already there
    #[arg(long, value_enum, default_value = "merge")]
    pub on_duplicate: OnDuplicate,
    /// Counts, and writes nothing
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum AsStage {
    Suspect,
    Client,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Kind {
    Company,
    Individual,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum OnDuplicate {
    Merge,
    Skip,
    Create,
}

#[derive(Debug, Subcommand)]
pub enum ImportsCommand {
    /// Takes a batch back; accounts worked on since are kept and listed
    Undo { id: filon_core::Id },
}

#[derive(Debug, Args)]
pub struct ContactsArgs {
    /// For instance: ville:Bordeaux naf:43* effectif:>=10 -contacté:<90j
    #[arg(allow_hyphen_values = true, value_parser = query)]
    pub query: Option<String>,
    /// Only the number
    #[arg(long)]
    pub count: bool,
    #[arg(long, value_name = "N")]
    pub limit: Option<u64>,
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Only those whom the right to contact allows on this channel; the others are listed with the reason
    #[arg(long = "for", value_name = "CHANNEL", value_parser = channel, requires = "out")]
    pub channel: Option<Channel>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Table,
    Csv,
    Xlsx,
    Ods,
    Vcf,
}

#[derive(Debug, Subcommand)]
pub enum SegmentCommand {
    /// Saves a selection under a name
    Save {
        name: String,
        #[arg(allow_hyphen_values = true, value_parser = query)]
        query: String,
    },
    List,
    Delete {
        name: String,
    },
}

/// A selection may start with `-ville:Pau`, and never with two: that is an option that does not exist.
pub(super) fn query(text: &str) -> Result<String, String> {
    if text.starts_with("--") {
        return Err(format!("option inconnue, unknown option: {text}; filon contacts --help"));
    }
    Ok(text.to_owned())
}

fn pair(text: &str) -> Result<(String, String), String> {
    text.rsplit_once('=')
        .map(|(header, field)| (header.trim().to_owned(), field.trim().to_owned()))
        .ok_or_else(|| "Header=field".to_owned())
}
