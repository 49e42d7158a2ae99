//! The four ratios, the funnel, costs, retention and the decision; losses, and every figure with its formula.

mod answer;
mod behind;
mod explained;
mod fold;
mod losses;
mod monthly;
mod more;
mod named;
mod people;
mod scope;
mod versus;

use filon_store::Tx;

pub(crate) use answer::worded;
pub use behind::{Behind, people_behind};
pub use explained::{Explained, Side, explained};
pub(crate) use fold::{Fold, Ground, usual_margin};
pub use losses::{LossRow, StepLost, losses, people_lost};
pub use monthly::monthly;
pub use more::more;
pub use named::Named;
pub use people::{Figure, people};
pub use scope::Scope;
pub use versus::{Contender, Versus, VersusRow, versus};

use crate::answer::StatsAnswer;
use crate::fail::Fail;
use crate::{Actor, App, Result};

/// All figures of a scope.
pub fn stats(app: &App, actor: &Actor, scope: &Scope) -> Result<StatsAnswer> {
    app.read(actor, |tx| stats_in(app, tx, actor, scope))
}

pub(crate) fn stats_in(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    scope: &Scope,
) -> std::result::Result<StatsAnswer, Fail> {
    let ground = Ground::load(tx)?;
    let fold = Fold::of(app, tx, actor, scope)?;
    let tally = fold.tally(tx, &ground, &mut |_| {})?;
    let figures = ground.figures(tx, &tally, &fold.scope)?;
    Ok(worded(actor, scope, fold.campaign.as_ref(), &figures))
}
