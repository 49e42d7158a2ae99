//! The forecast, before any money is spent.

mod basis;
mod beta_binomial;
mod estimate;

pub use basis::{Observed, Prior, published};
pub use estimate::{Estimate, Forecast, Plan, forecast};
