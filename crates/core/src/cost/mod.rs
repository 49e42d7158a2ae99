//! What actions cost.

mod lines;
mod quantities;

pub use lines::{CampaignCosts, line_cost, total};
pub use quantities::Quantities;
