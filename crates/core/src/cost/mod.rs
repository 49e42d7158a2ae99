//! What actions cost: their lines, the price list, costs that they share, and the plan that they are
//! held to.

mod budget;
mod lines;
mod price;
mod quantities;
mod shared;
mod tariffs;

pub use budget::{Alarm, Budget, BudgetRow, budget};
pub use lines::{CampaignCosts, line_cost, total, variable};
pub use price::{NoPrice, Price, price_on};
pub use quantities::Quantities;
pub use shared::{Bearer, Parts, Reach, ShareRule, SharedCost, split};
pub use tariffs::{Tariff, default_prices};
