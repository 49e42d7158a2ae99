//! Clients kept and lost: who left and why, cohorts by year, those at risk by their own rhythm, and what
//! an action to keep them did.

mod at_risk;
mod attrition;
mod cohorts;
mod habits;
mod keeping;

pub use at_risk::{AtRisk, ClientAtRisk, at_risk};
pub use attrition::{Attrition, Departed, LostClient, attrition};
pub use cohorts::{CohortRow, Cohorts, cohorts, people_of_cohort};
pub use habits::Habits;
pub use keeping::{Keeping, keeping};

use crate::settings::Settings;

/// After how many months without an order a client counts as gone, where the company says so.
fn inactivity(settings: &Settings) -> Option<u32> {
    settings.inactivity_months.and_then(|months| u32::try_from(months).ok())
}
