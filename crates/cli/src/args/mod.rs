//! The command line, declared once: parser, help and usage errors come from it.

mod campaign;
mod contacts;
mod letters;
mod values;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand};
use jiff::civil::Date;

pub use campaign::{CampaignCommand, CostArgs, LaunchArgs, NewArgs};
pub use contacts::{
    AsStage, ContactsArgs, Format, ImportArgs, ImportsCommand, Kind, OnDuplicate, SegmentCommand,
};
pub use letters::MergeArgs;
pub use values::{cents, channel};

/// From a contact file to signed orders, and whether it paid
#[derive(Debug, Parser)]
#[command(name = "filon", version, propagate_version = true, arg_required_else_help = true)]
pub struct Args {
    /// Prints one JSON document on standard output
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of messages: fr or en (default: the locale, else fr)
    #[arg(long, global = true, value_parser = ["fr", "en"])]
    pub lang: Option<String>,
    /// A file (SQLite, made on first use) or postgres://…
    #[arg(long, global = true, env = "FILON_DATABASE", value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes a fresh example company, prints its results, serves it
    Demo {
        /// The address to listen on
        #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7310")]
        listen: SocketAddr,
        /// Makes and prints, and does not serve
        #[arg(long)]
        no_serve: bool,
    },
    /// Serves the web application and the JSON interface
    Serve {
        /// The address to listen on
        #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7310")]
        listen: SocketAddr,
    },
    /// Brings a file of contacts in: CSV, TSV, XLSX, ODS, vCard
    Import(ImportArgs),
    /// Lists the batches that were brought in, or takes one back
    Imports {
        #[command(subcommand)]
        command: Option<ImportsCommand>,
    },
    /// Lists, counts or exports a selection
    Contacts(ContactsArgs),
    /// Saved selections
    Segment {
        #[command(subcommand)]
        command: SegmentCommand,
    },
    /// Merges a letter with people
    Merge(MergeArgs),
    /// Actions: new, cost, launch, show, list
    Campaign {
        #[command(subcommand)]
        command: CampaignCommand,
    },
    /// Records outcomes in bulk: columns account, event, date, amount, margin, note
    Record {
        file: PathBuf,
        #[arg(long, value_name = "NAME")]
        campaign: Option<String>,
    },
    /// Ratios, funnel, costs, decision
    Stats(StatsArgs),
    /// What an action would bring, before any money is spent
    Forecast(ForecastArgs),
    /// Recomputes everything from the journal; exit 1 on any difference
    Check,
    /// Writes a backup, verified by restoring it
    Backup { file: PathBuf },
    /// Restores a backup
    Restore { file: PathBuf },
    /// Copies everything to another database
    Copy {
        #[arg(long, value_name = "URL")]
        to: String,
    },
    /// People who may come in
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Tokens of the JSON interface
    Token {
        #[command(subcommand)]
        command: TokenCommand,
    },
}

#[derive(Debug, clap::Args)]
pub struct StatsArgs {
    #[arg(long, value_name = "NAME")]
    pub campaign: Option<String>,
    #[arg(long, value_parser = channel, value_name = "CHANNEL")]
    pub channel: Option<filon_core::Channel>,
    #[arg(long, value_name = "NAME")]
    pub segment: Option<String>,
    /// First day of the period
    #[arg(long, value_name = "DAY")]
    pub from: Option<Date>,
    /// First day after the period
    #[arg(long, value_name = "DAY")]
    pub to: Option<Date>,
    /// As it stood on that day
    #[arg(long, value_name = "DAY")]
    pub as_of: Option<Date>,
}

#[derive(Debug, clap::Args)]
pub struct ForecastArgs {
    #[arg(long, value_parser = channel, value_name = "CHANNEL")]
    pub channel: filon_core::Channel,
    /// Accounts that will be contacted
    #[arg(long, value_name = "N")]
    pub audience: u64,
    /// Budget of the action, in euros
    #[arg(long, value_parser = cents, value_name = "AMOUNT")]
    pub cost: i64,
    /// Margin of one client, in euros
    #[arg(long, value_parser = cents, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub margin: i64,
    /// Orders wanted: the audience needed is then computed
    #[arg(long, value_name = "N")]
    pub target: Option<u64>,
}

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Adds a person and prints the first password
    Add {
        name: String,
        #[arg(long, value_name = "ROLE", value_parser = ["owner", "manager", "sales", "reader"])]
        role: String,
    },
    /// Lists the people
    List,
}

#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    /// Makes a token and prints it, once
    New {
        name: String,
        #[arg(long, value_name = "SCOPE", value_parser = ["read", "write"])]
        scope: String,
    },
    /// Lists the tokens
    List,
}
