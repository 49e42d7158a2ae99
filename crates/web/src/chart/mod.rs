//! Charts as numbers: where each bar stands. Templates draw them as SVG, beside the table of the same figures.

mod funnel;
mod trend;
mod whisker;

pub use funnel::{FunnelBar, funnel, mini};
pub use trend::{ColumnChart, columns};
pub use whisker::{Whisker, whisker};
