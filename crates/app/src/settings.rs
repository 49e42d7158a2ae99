//! What the company says once: its mentions, its windows.

use filon_store::{Tx, settings};
use serde::{Deserialize, Serialize};

use crate::fail::Fail;
use crate::{Actor, App, AppError, Result};

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

impl Company {
    /// The mentions of C. com. R123-237 that are missing, by the names of the fields.
    pub fn missing_mentions(&self) -> Vec<&'static str> {
        let is_sole_trader = self.form.trim().eq_ignore_ascii_case("EI");
        let needed = [
            ("name", &self.name, true),
            ("form", &self.form, true),
            ("capital", &self.capital, !is_sole_trader),
            ("siren", &self.siren, true),
            ("rcs_city", &self.rcs_city, true),
            ("city", &self.city, true),
        ];
        let missing = needed.into_iter().filter(|(_, value, needed)| *needed && value.trim().is_empty());
        missing.map(|(name, ..)| name).collect()
    }
}

const KEY: &str = "settings";

pub fn get(app: &App) -> Result<Settings> {
    app.read(&Actor::default(), get_in)
}

pub(crate) fn get_in(tx: &mut Tx<'_>) -> std::result::Result<Settings, Fail> {
    let stored = settings::get(tx, KEY)?;
    // A key that this program does not know is ignored, one that is missing takes its default.
    Ok(stored.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default())
}

/// Keeps the settings; a window that means nothing is refused.
pub fn set(app: &App, actor: &Actor, new: &Settings) -> Result<()> {
    let sane = (1..=3_650).contains(&new.credit_window_days)
        && (1..=100).contains(&new.lifetime_cap_years)
        && new.inactivity_months.is_none_or(|months| (1..=600).contains(&months));
    if !sane {
        return Err(AppError::usage(actor.words().campaign.settings_out_of_range));
    }
    app.write(actor, |tx| set_in(tx, new))
}

pub(crate) fn set_in(tx: &mut Tx<'_>, new: &Settings) -> std::result::Result<(), Fail> {
    let value = serde_json::to_value(new).map_err(|error| AppError::internal(error.to_string()))?;
    Ok(settings::set(tx, KEY, &value)?)
}
