//! What an action that is to keep clients did, against the clients that it did not contact.

use filon_core::Cents;
use filon_core::ratio::{self, Comparison, KeepingTally};

use super::inactivity;
use crate::answer::RatioAnswer;
use crate::campaigns::find_in;
use crate::stats::{Fold, Ground, Scope};
use crate::{Actor, App, AppError, Result, settings};

/// An action judged by whom it kept.
#[derive(Debug, Clone)]
pub struct Keeping {
    /// Still clients today ÷ clients contacted.
    pub kept: RatioAnswer,
    pub kept_others: RatioAnswer,
    /// Ordered again since the launch ÷ clients contacted.
    pub ordered: RatioAnswer,
    pub ordered_others: RatioAnswer,
    /// A = the others, B = those contacted.
    pub comparison: Comparison,
    /// Keeping …
    pub cost_per_kept: Option<Cents>,
    /// … against winning: the CAC of all actions so far.
    pub cac: Option<Cents>,
    /// Whether the action made the difference, in words.
    pub sentence: String,
}

/// Judges an action by the clients that it kept; refused before its launch.
pub fn keeping(app: &App, actor: &Actor, campaign: &str) -> Result<Keeping> {
    app.read(actor, |tx| {
        let found = find_in(tx, actor, campaign)?;
        let Some(launched_on) = found.launched_on else {
            let said = (actor.words().campaign.not_launched)(&found.name);
            return Err(AppError::refused(said).into());
        };
        let inactivity = inactivity(&settings::get_in(tx)?);
        let ground = Ground::load(tx)?;
        let of_action = Fold::of(app, tx, actor, &Scope::of_campaign(&found.name))?;
        let cost = {
            let tally = of_action.tally(tx, &ground, &mut |_| {})?;
            ground.figures_with(&tally, None).cost
        };
        let everybody = Fold::of(app, tx, actor, &Scope::default())?;
        let mut tally = KeepingTally::new(of_action.scope.clone(), launched_on, app.today(), inactivity);
        everybody.each(tx, &mut |subject| tally.add(subject.id, subject.events))?;
        let all = everybody.tally(tx, &ground, &mut |_| {})?;
        let ratio::Keeping { kept, kept_others, comparison, ordered, ordered_others, cost_per_kept, .. } =
            tally.keeping(cost);
        Ok(Keeping {
            kept: kept.into(),
            kept_others: kept_others.into(),
            ordered: ordered.into(),
            ordered_others: ordered_others.into(),
            sentence: (actor.words().clients.keeping)(&comparison),
            comparison,
            cost_per_kept,
            cac: ground.figures_with(&all, None).cac,
        })
    })
}
