//! Before spending: what a plan should bring, and what has to be true for it to pay.

use filon_core::forecast::{Plan, break_even, published};
use filon_core::{Cents, Channel};

use super::{Past, PastAction, Request, answered, planned};
use crate::answer::ForecastAnswer;
use crate::{Actor, App, Result};

/// What the page Simuler shows.
#[derive(Debug, Clone)]
pub struct Simulation {
    /// Expected figures with their 80 % intervals.
    pub foreseen: ForecastAnswer,
    /// What it rests on, with its days.
    pub basis: String,
    /// The own actions that it rests on, the first launched first; none where it rests on published rates.
    pub actions: Vec<PastAction>,
    pub must: MustBeTrue,
    /// How many to contact for the orders that are wanted, where any are.
    pub target_sentence: Option<String>,
}

/// The conditions under which the plan pays for itself, each with the rest of it as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct MustBeTrue {
    /// New clients needed; `None` where a client brings no margin.
    pub clients: Option<u64>,
    /// Success rate needed; above 1 it cannot be.
    pub rate: Option<f64>,
    /// Margin per new client needed, with the orders expected.
    pub margin_cents: Option<Cents>,
    /// The most that the action may cost, with the orders expected.
    pub cost_cents: Cents,
    /// That it pays.
    pub probability: Option<f64>,
    pub sentence: String,
}

/// The forecast with all that stands around it.
pub fn simulate(app: &App, actor: &Actor, request: &Request) -> Result<Simulation> {
    let words = &actor.words().simulate;
    let (plan, past) = planned(app, actor, request)?;
    let foreseen = answered(actor, request.channel, &plan, &past);
    let must = must_be_true(actor, request.channel, &plan, &past);
    let actions = if foreseen.basis.kind == "own" { past.actions } else { Vec::new() };
    let basis = match (actions.first(), actions.last()) {
        (Some(first), Some(last)) => {
            (words.dated)(&foreseen.basis.source, first.launched_on, last.launched_on)
        }
        _ => foreseen.basis.source.clone(),
    };
    let target_sentence = request.target.map(|target| (words.needed)(target, foreseen.audience_needed));
    Ok(Simulation { foreseen, basis, actions, must, target_sentence })
}

/// What has to be true for the plan to pay for itself, and how likely that is.
pub fn what_must_be_true(app: &App, actor: &Actor, request: &Request) -> Result<MustBeTrue> {
    let (plan, past) = planned(app, actor, request)?;
    Ok(must_be_true(actor, request.channel, &plan, &past))
}

fn must_be_true(actor: &Actor, channel: Channel, plan: &Plan, past: &Past) -> MustBeTrue {
    let found = break_even(plan, &past.observed, &published(channel));
    MustBeTrue {
        clients: found.clients,
        rate: found.rate,
        margin_cents: found.margin,
        cost_cents: found.cost,
        probability: found.probability,
        sentence: (actor.words().simulate.must)(plan, &found),
    }
}
