//! The figures month by month.

use filon_core::ratio;
use jiff::ToSpan;
use jiff::civil::Date;

use super::{Fold, Ground, Scope, answer, usual_margin};
use crate::answer::StatsAnswer;
use crate::{Actor, App, Result};

/// The figures of each of the last months, the current one last, by their first day.
pub fn monthly(app: &App, actor: &Actor, scope: &Scope, months: u32) -> Result<Vec<(Date, StatsAnswer)>> {
    let firsts = first_days(scope.as_of.unwrap_or(app.today()), months.min(120));
    app.read(actor, |tx| {
        let ground = Ground::load(tx)?;
        let fold = Fold::of(app, tx, actor, scope)?;
        let within = |first: &Date| Scope {
            from: Some(*first),
            to: first.checked_add(1.month()).ok(),
            ..scope.clone()
        };
        let months: Vec<Scope> = firsts.iter().map(within).collect();
        let scopes: Vec<ratio::Scope> = months
            .iter()
            .map(|month| ratio::Scope { from: month.from, to: month.to, ..fold.scope.clone() })
            .collect();
        let tallies = fold.tallies(tx, &ground, &scopes)?;
        let usual = usual_margin(tx, scope.as_of)?;
        let answers = tallies.iter().zip(&months).map(|(tally, month)| {
            answer::worded(actor, month, fold.campaign.as_ref(), &ground.figures_with(tally, usual))
        });
        Ok(firsts.iter().copied().zip(answers).collect())
    })
}

fn first_days(today: Date, months: u32) -> Vec<Date> {
    let current = today.first_of_month();
    let back = |months: u32| current.checked_sub(i64::from(months).months()).ok();
    (0..months).rev().filter_map(back).collect()
}
