//! Who stopped at each step of the funnel, and why.

use filon_core::Id;
use filon_core::ratio::{
    Ending, LossReason, LossTally, Quartiles, SILENT_AFTER_DAYS, STEPS, Share, StepLosses, Tally,
};

use super::{Fold, Ground, Scope};
use crate::accounts::{Row, rows_of};
use crate::answer::RatioAnswer;
use crate::{Actor, App, Result};

/// A step of the funnel and what became of those who got to it:
/// `count = next + clients + open + Σ losses`.
#[derive(Debug, Clone)]
pub struct StepLost {
    /// One of [`STEPS`].
    pub step: &'static str,
    pub label: &'static str,
    pub count: u64,
    /// Those who got further.
    pub next: u64,
    /// Clients before they entered the scope; only at the first step.
    pub clients: u64,
    /// Still on their way; at the last step, won and kept.
    pub open: u64,
    /// The most frequent reason first.
    pub losses: Vec<LossRow>,
    /// Days since the step before.
    pub days: Option<Quartiles>,
}

/// Those who stopped at a step for one reason.
#[derive(Debug, Clone)]
pub struct LossRow {
    pub reason: LossReason,
    /// Worded, with what was said.
    pub label: String,
    /// Of those who got to the step.
    pub share: RatioAnswer,
}

/// What became of those who got to each step, from the target to the order.
pub fn losses(app: &App, actor: &Actor, scope: &Scope) -> Result<Vec<StepLost>> {
    let words = &actor.words().losses;
    app.read(actor, |tx| {
        let ground = Ground::load(tx)?;
        let fold = Fold::of(app, tx, actor, scope)?;
        let mut lost = LossTally::new(fold.scope.clone(), ground.rules.clone(), SILENT_AFTER_DAYS);
        let mut tally = Tally::new(fold.scope.clone(), ground.rules.clone(), ground.channels());
        fold.each_with_reasons(tx, &mut |subject| {
            lost.add(subject);
            tally.add(subject);
        })?;
        let funnel = ground.figures_with(&tally, None).funnel;
        let steps = lost.losses().into_iter().zip(funnel);
        Ok(steps
            .map(|(StepLosses { step, count, next, clients, open, losses }, timed)| StepLost {
                step,
                label: (words.step)(step),
                count,
                next,
                clients,
                open: open.len() as u64,
                losses: losses
                    .into_iter()
                    .map(|loss| LossRow {
                        label: (words.reason)(&loss.reason, loss.said.as_deref()),
                        share: Share::new(loss.count, count).into(),
                        reason: loss.reason,
                    })
                    .collect(),
                days: timed.days,
            })
            .collect())
    })
}

/// The accounts that stopped at a step for a reason; for `None`, those still on their way there. An
/// unknown step has nobody.
pub fn people_lost(
    app: &App,
    actor: &Actor,
    scope: &Scope,
    step: &str,
    reason: Option<&LossReason>,
) -> Result<Vec<Row>> {
    let Some(step) = STEPS.iter().position(|known| *known == step) else { return Ok(Vec::new()) };
    let ids = app.read(actor, |tx| {
        let ground = Ground::load(tx)?;
        let fold = Fold::of(app, tx, actor, scope)?;
        let mut lost = LossTally::new(fold.scope.clone(), ground.rules.clone(), SILENT_AFTER_DAYS);
        let mut ids: Vec<Id> = Vec::new();
        fold.each_with_reasons(tx, &mut |subject| {
            let Some((place, ending)) = lost.add(subject).filter(|(place, _)| place.furthest() == step)
            else {
                return;
            };
            let wanted = match ending {
                Ending::Client => false,
                Ending::Open => reason.is_none(),
                Ending::Lost { reason: found, .. } => reason == Some(&found),
            };
            if wanted {
                ids.push(place.id);
            }
        })?;
        ids.sort_unstable();
        Ok(ids)
    })?;
    rows_of(app, actor, &ids)
}
