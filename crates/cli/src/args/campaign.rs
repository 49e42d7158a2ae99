//! Arguments about actions.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand, ValueEnum};
use filon_core::Channel;
use filon_core::campaign::Unit;
use filon_core::{Micros, Purpose};
use jiff::civil::Date;

use super::letters::SortBy;
use super::values::{channel, money};

#[derive(Debug, Subcommand)]
pub enum CampaignCommand {
    /// Makes an action
    New(NewArgs),
    /// Adds a cost line
    Cost(CostArgs),
    /// Freezes the audience, makes the letters, writes the journal
    Launch(LaunchArgs),
    /// One action with its figures
    Show { name: String },
    /// Every action
    List,
}

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("people").required(true).args(["query", "segment"])))]
pub struct NewArgs {
    pub name: String,
    #[arg(long, value_parser = channel, value_name = "CHANNEL")]
    pub channel: Channel,
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true, value_parser = super::contacts::query)]
    pub query: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub segment: Option<String>,
    #[arg(long, value_enum, default_value = "acquisition")]
    pub purpose: PurposeArg,
    #[arg(long, value_name = "DAY")]
    pub from: Option<Date>,
    #[arg(long, value_name = "DAY")]
    pub to: Option<Date>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum PurposeArg {
    Acquisition,
    Retention,
}

impl From<PurposeArg> for Purpose {
    fn from(purpose: PurposeArg) -> Purpose {
        match purpose {
            PurposeArg::Acquisition => Purpose::Acquisition,
            PurposeArg::Retention => Purpose::Retention,
        }
    }
}

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("amount").required(true).args(["fixed", "unit"])))]
pub struct CostArgs {
    pub name: String,
    #[arg(long, value_name = "TEXT")]
    pub label: String,
    /// The whole amount, in euros
    #[arg(long, value_parser = money, value_name = "AMOUNT")]
    pub fixed: Option<Micros>,
    /// The price of one, in euros
    #[arg(long, value_parser = money, value_name = "AMOUNT", requires = "per")]
    pub unit: Option<Micros>,
    /// One what
    #[arg(long, value_parser = unit, value_name = "UNIT", conflicts_with = "fixed")]
    pub per: Option<Unit>,
    /// How many; taken from the journal where nothing is said
    #[arg(long, value_parser = quantity, value_name = "N", conflicts_with = "fixed")]
    pub quantity: Option<i64>,
    #[arg(long)]
    pub planned: bool,
}

#[derive(Debug, Args)]
pub struct LaunchArgs {
    pub name: String,
    /// The letter: .docx, .odt or .fodt
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
    /// One document with a section per letter: .docx, .odt or .pdf
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// One file per letter in this folder
    #[arg(long, value_name = "DIR")]
    pub each: Option<PathBuf>,
    /// The day of posting; today where nothing is said
    #[arg(long, value_name = "DAY")]
    pub on: Option<Date>,
    #[arg(long, value_enum)]
    pub sort: Option<SortBy>,
}

fn unit(text: &str) -> Result<Unit, String> {
    Unit::from_code(text).ok_or_else(|| {
        let known: Vec<&str> = Unit::ALL.iter().map(|unit| unit.code()).collect();
        format!("one of: {}", known.join(", "))
    })
}

/// A quantity such as `12` or `6,5`, in thousandths.
fn quantity(text: &str) -> Result<i64, String> {
    money(text).map(|millionths| millionths.0 / 1000).map_err(|_| "un nombre, a number: 12 or 6,5".to_owned())
}
