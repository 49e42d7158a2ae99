//! What a planned action should bring, before any money is spent.

use filon_core::{Cents, Channel};

use crate::answer::ForecastAnswer;
use crate::{Actor, App, Result};

/// A planned action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request {
    pub channel: Channel,
    pub audience: u64,
    /// Of the whole action.
    pub cost_cents: Cents,
    /// Of one order.
    pub margin_cents: Cents,
    /// Orders that are wanted: the audience needed is then computed.
    pub target: Option<u64>,
}

/// The forecast, from the company's own past on the channel or from published rates.
pub fn forecast(_app: &App, _actor: &Actor, _request: &Request) -> Result<ForecastAnswer> {
    crate::error::pending()
}
