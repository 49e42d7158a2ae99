//! The courses' other ratios, under the denominators that they are taught with.

use std::collections::HashMap;

use filon_core::ratio::{CourseFigures, CourseRatio, CourseTally};
use filon_store::{Tx, calls};

use super::behind::Behind;
use super::explained::{Explained, Side, Sign, explain};
use super::{Fold, Ground, Scope};
use crate::fail::Fail;
use crate::words::{percent, quantity};
use crate::{Actor, App, Result};

/// The sixteen ratios of the courses beyond the four; one whose denominator is 0 has no value.
pub fn more(app: &App, actor: &Actor, scope: &Scope) -> Result<Vec<Explained>> {
    let words = &actor.words().ratios;
    let figures = app.read(actor, |tx| {
        let ground = Ground::load(tx)?;
        let fold = Fold::of(app, tx, actor, scope)?;
        counted(tx, &ground, &fold)
    })?;
    let explained = |ratio: CourseRatio| {
        let (over, under) = ratio.of();
        let side = |counted| Side {
            label: (words.counted)(counted),
            shown: quantity(actor.language, figures.count(counted)),
            people: Some(Behind::Counted(counted)),
        };
        let share = figures.share(ratio);
        let shown = share.value().map(|value| percent(actor.language, value));
        let name = (ratio.code(), (words.course)(ratio));
        explain(actor, name, Sign::Share(share), shown, side(over), side(under))
    };
    Ok(CourseRatio::ALL.into_iter().map(explained).collect())
}

/// What the courses count, in a scope.
pub(super) fn counted(
    tx: &mut Tx<'_>,
    ground: &Ground,
    fold: &Fold,
) -> std::result::Result<CourseFigures, Fail> {
    let scope = &fold.scope;
    let made = calls::standing(
        tx,
        &calls::CallScope {
            campaign: scope.campaign,
            from: scope.from,
            to: scope.to.and_then(|day| day.yesterday().ok()),
            ..calls::CallScope::default()
        },
    )?;
    let progress: HashMap<_, _> =
        made.into_iter().map(|made| (made.call.event, made.call.progress)).collect();
    let mut tally = CourseTally::new(scope.clone(), ground.rules.clone(), progress);
    fold.each(tx, &mut |subject| {
        tally.add(subject);
    })?;
    Ok(tally.figures())
}
