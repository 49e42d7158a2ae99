//! The forecast, before any money is spent.

mod basis;
mod beta_binomial;
mod break_even;
mod estimate;

pub use basis::{Observed, Prior, published};
pub use break_even::{BreakEven, break_even};
pub use estimate::{Estimate, Forecast, Plan, forecast};
