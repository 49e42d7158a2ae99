//! What the company says once: its mentions, its windows.

use serde::{Deserialize, Serialize};

use crate::{Actor, App, Result};

/// The settings of a base.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub company: Company,
    /// An order is credited to the last action that contacted the account within so many days.
    pub credit_window_days: i64,
    /// Cap on the expected years of a client.
    pub lifetime_cap_years: i64,
    /// A client without an order for so many months counts as lost; `None` = only a recorded loss does.
    pub inactivity_months: Option<i64>,
    /// The two public holidays more of Alsace and Moselle.
    pub alsace_moselle: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            company: Company::default(),
            credit_window_days: 180,
            lifetime_cap_years: 10,
            inactivity_months: None,
            alsace_moselle: false,
        }
    }
}

/// The sender: who signs the letters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Company {
    pub name: String,
    /// `SARL`, `SAS`, `EI` …
    pub form: String,
    pub capital: String,
    pub siren: String,
    /// Town of the register: `RCS Bordeaux`.
    pub rcs_city: String,
    pub address: Vec<String>,
    pub postcode: String,
    pub city: String,
    pub phone: String,
    pub email: String,
    pub website: String,
    /// More mentions: liquidation, approved body, VAT exemption.
    pub mentions: String,
}

pub fn get(_app: &App) -> Result<Settings> {
    crate::error::pending()
}

pub fn set(_app: &App, _actor: &Actor, _settings: &Settings) -> Result<()> {
    crate::error::pending()
}
