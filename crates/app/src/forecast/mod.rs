//! What a planned action should bring, before any money is spent.

mod past;
mod simulate;

use filon_core::forecast::{self as law, Plan, published};
use filon_core::{Cents, Channel};

use crate::answer::{Basis, Estimate, ForecastAnswer};
use crate::{Actor, App, AppError, Result};

pub use past::PastAction;
use past::{Past, past};
pub use simulate::{MustBeTrue, Simulation, simulate, what_must_be_true};

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

/// More than a whole country: beyond it the request is a mistake, and the sum would take long.
const MOST: u64 = 100_000_000;

/// The forecast, from the company's own past on the channel or from published rates.
pub fn forecast(app: &App, actor: &Actor, request: &Request) -> Result<ForecastAnswer> {
    let (plan, past) = planned(app, actor, request)?;
    Ok(answered(actor, request.channel, &plan, &past))
}

/// The plan of a request that makes sense, and what it is forecast from.
fn planned(app: &App, actor: &Actor, request: &Request) -> Result<(Plan, Past)> {
    let words = &actor.words().decision;
    if request.audience == 0 || request.audience > MOST {
        return Err(AppError::usage(words.audience_zero));
    }
    if request.cost_cents < 0 {
        return Err(AppError::usage(words.money_negative));
    }
    let plan = Plan {
        audience: request.audience,
        cost: request.cost_cents,
        margin: request.margin_cents,
        target: request.target,
    };
    Ok((plan, app.read(actor, |tx| past(tx, request.channel))?))
}

fn answered(actor: &Actor, channel: Channel, plan: &Plan, past: &Past) -> ForecastAnswer {
    let words = &actor.words().decision;
    let (observed, prior) = (past.observed, published(channel));
    let expected = law::forecast(plan, &observed, &prior);
    let basis = if expected.own {
        let source = (words.own_basis)(channel, observed.campaigns, observed.contacted);
        Basis { kind: "own", campaigns: observed.campaigns, observations: observed.contacted, source }
    } else {
        let source = (words.published_basis)(prior.source, observed.contacted);
        Basis { kind: "published", campaigns: observed.campaigns, observations: observed.contacted, source }
    };
    ForecastAnswer {
        contacted: expected.contacted.into(),
        interested: expected.interested.into(),
        meetings: expected.meetings.into(),
        quotes: expected.quotes.into(),
        orders: expected.orders.into(),
        cac_cents: expected.cac.into(),
        result_cents: expected.result.into(),
        basis,
        audience_needed: expected.audience_needed,
    }
}

impl From<law::Estimate> for Estimate {
    fn from(estimate: law::Estimate) -> Estimate {
        Estimate { expected: estimate.expected, low: estimate.low, high: estimate.high }
    }
}
