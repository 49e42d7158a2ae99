//! What a planned action should bring, before any money is spent.

use filon_core::forecast::{self as law, Observed, Plan, published};
use filon_core::{Cents, Channel};
use filon_store::Tx;

use crate::answer::{Basis, Estimate, ForecastAnswer};
use crate::fail::Fail;
use crate::stats::{Fold, Ground};
use crate::{Actor, App, AppError, Result};

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
    let words = &actor.words().decision;
    if request.audience == 0 || request.audience > MOST {
        return Err(AppError::usage(words.audience_zero));
    }
    if request.cost_cents < 0 {
        return Err(AppError::usage(words.money_negative));
    }
    let observed = app.read(actor, |tx| observed(tx, request.channel))?;
    let prior = published(request.channel);
    let plan = Plan {
        audience: request.audience,
        cost: request.cost_cents,
        margin: request.margin_cents,
        target: request.target,
    };
    let expected = law::forecast(&plan, &observed, &prior);
    let basis = if expected.own {
        let source = (words.own_basis)(request.channel, observed.campaigns, observed.contacted);
        Basis { kind: "own", campaigns: observed.campaigns, observations: observed.contacted, source }
    } else {
        let source = (words.published_basis)(prior.source, observed.contacted);
        Basis { kind: "published", campaigns: observed.campaigns, observations: observed.contacted, source }
    };
    Ok(ForecastAnswer {
        contacted: expected.contacted.into(),
        interested: expected.interested.into(),
        meetings: expected.meetings.into(),
        quotes: expected.quotes.into(),
        orders: expected.orders.into(),
        cac_cents: expected.cac.into(),
        result_cents: expected.result.into(),
        basis,
        audience_needed: expected.audience_needed,
    })
}

/// What the launched actions of a channel came to, summed.
fn observed(tx: &mut Tx<'_>, channel: Channel) -> std::result::Result<Observed, Fail> {
    let ground = Ground::load(tx)?;
    let mut observed = Observed::default();
    let of_channel = |(campaign, _): &&(filon_core::Campaign, u64)| campaign.channel == channel;
    for (campaign, _) in ground.campaigns.iter().filter(of_channel) {
        if campaign.launched_on.is_none() {
            continue;
        }
        let tally = Fold::of_campaign(campaign).tally(tx, &ground, &mut |_| {})?;
        let figures = ground.figures_with(&tally, None);
        if figures.contacted == 0 {
            continue;
        }
        observed.campaigns += 1;
        observed.contacted += figures.contacted;
        observed.interested += figures.interested;
        observed.meetings += figures.funnel[3].count;
        observed.quotes += figures.funnel[4].count;
        observed.orders += figures.new_clients;
    }
    Ok(observed)
}

impl From<law::Estimate> for Estimate {
    fn from(estimate: law::Estimate) -> Estimate {
        Estimate { expected: estimate.expected, low: estimate.low, high: estimate.high }
    }
}
