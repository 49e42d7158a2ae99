//! Two actions, callers or scripts set against each other, and whether the difference is real.

use filon_core::call::Progress;
use filon_core::ratio::{Comparison, Figures, Share, compare};
use filon_core::{Cents, Id};
use filon_store::{Tx, calls, scripts, users};
use jiff::civil::Date;

use super::named::Named;
use super::{Fold, Ground, Scope};
use crate::fail::Fail;
use crate::{Actor, App, AppError, Result};

/// One of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contender {
    /// Name or identifier of an action.
    Action(String),
    Caller(Id),
    /// A script, or one version of it.
    Script(Id, Option<u32>),
}

/// Both sides, ratio by ratio.
#[derive(Debug, Clone)]
pub struct Versus {
    pub a: String,
    pub b: String,
    /// Of two actions the four ratios; where a caller is among them, those of the people contacted; of two
    /// scripts how far calls got.
    pub rows: Vec<VersusRow>,
    /// Coût d'acquisition, which only an action has.
    pub cac: [Option<Cents>; 2],
    /// The two costs in words; `None` unless both are actions.
    pub cost_sentence: Option<String>,
}

/// One ratio of both.
#[derive(Debug, Clone, PartialEq)]
pub struct VersusRow {
    /// Its word in an address.
    pub code: &'static str,
    pub label: &'static str,
    pub comparison: Comparison,
    /// Both, and whether the difference is real.
    pub sentence: String,
}

/// What one side brings to the comparison.
struct Measured {
    name: String,
    shares: Vec<(&'static str, &'static str, Share)>,
    cac: Option<Cents>,
}

/// Sets two sides against each other, within a period where one is given. A script is only compared
/// with a script.
pub fn versus(
    app: &App,
    actor: &Actor,
    a: &Contender,
    b: &Contender,
    period: (Option<Date>, Option<Date>),
) -> Result<Versus> {
    let words = &actor.words().versus;
    let is_script = |one: &Contender| matches!(one, Contender::Script(..));
    if is_script(a) != is_script(b) {
        return Err(AppError::usage(words.unlike));
    }
    if a == b {
        return Err(AppError::usage(words.same));
    }
    let [a, b] = app
        .read(actor, |tx| Ok([measured(app, tx, actor, a, period)?, measured(app, tx, actor, b, period)?]))?;
    let rows = a.shares.iter().filter_map(|(code, label, share)| {
        let (.., other) = b.shares.iter().find(|(other, ..)| other == code)?;
        let comparison = compare(*share, *other);
        let sentence = (words.compared)(label, [&a.name, &b.name], &comparison);
        Some(VersusRow { code, label, comparison, sentence })
    });
    Ok(Versus {
        rows: rows.collect(),
        cac: [a.cac, b.cac],
        cost_sentence: a.cac.or(b.cac).map(|_| (words.cost)([&a.name, &b.name], [a.cac, b.cac])),
        a: a.name,
        b: b.name,
    })
}

fn measured(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    one: &Contender,
    (from, to): (Option<Date>, Option<Date>),
) -> std::result::Result<Measured, Fail> {
    let scope = Scope { from, to, ..Scope::default() };
    match one {
        Contender::Action(name) => {
            let scope = Scope { campaign: Some(name.clone()), ..scope };
            let (name, figures) = figures(app, tx, actor, &scope)?;
            let all = [
                (Named::ProspectingRate, figures.prospecting_rate),
                (Named::ProspectingEffectiveness, figures.prospecting_effectiveness),
            ];
            let mut shares = named(actor, &all);
            shares.extend(of_contacted(actor, &figures));
            Ok(Measured { name: name.unwrap_or_default(), shares, cac: figures.cac })
        }
        Contender::Caller(user) => {
            let Some(found) = users::get(tx, *user)? else {
                return Err(AppError::not_found(actor.words().versus.caller_unknown).into());
            };
            let (_, figures) = figures(app, tx, actor, &Scope { user: Some(*user), ..scope })?;
            // Expenses are those of actions, and say nothing of who works in them.
            Ok(Measured { name: found.name, shares: of_contacted(actor, &figures), cac: None })
        }
        Contender::Script(script, version) => {
            let Some(found) = scripts::get(tx, *script)? else {
                return Err(AppError::not_found(actor.words().script.unknown).into());
            };
            let to = to.and_then(|day| day.yesterday().ok());
            let asked = calls::CallScope { script: Some(*script), from, to, ..calls::CallScope::default() };
            let mut made = calls::standing(tx, &asked)?;
            made.retain(|made| version.is_none_or(|version| made.call.script == Some((*script, version))));
            let share = |least: Progress| {
                let got = made.iter().filter(|made| made.call.progress >= least).count();
                Share::new(got as u64, made.len() as u64)
            };
            let steps = [Progress::Reached, Progress::Argued, Progress::Interested, Progress::Meeting];
            let name = match version {
                Some(version) => (actor.words().call.version_label)(&found.name, *version),
                None => found.name,
            };
            let label = actor.words().versus.progress;
            let shares = steps.into_iter().map(|step| (step.code(), label(step), share(step)));
            Ok(Measured { name, shares: shares.collect(), cac: None })
        }
    }
}

/// The figures of a scope, with the name of its action.
fn figures(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    scope: &Scope,
) -> std::result::Result<(Option<String>, Figures), Fail> {
    let ground = Ground::load(tx)?;
    let fold = Fold::of(app, tx, actor, scope)?;
    let tally = fold.tally(tx, &ground, &mut |_| {})?;
    let figures = ground.figures_with(&tally, None);
    Ok((fold.campaign.map(|campaign| campaign.name), figures))
}

fn of_contacted(actor: &Actor, figures: &Figures) -> Vec<(&'static str, &'static str, Share)> {
    named(
        actor,
        &[
            (Named::ProspectorEffectiveness, figures.prospector_effectiveness),
            (Named::SuccessRate, figures.success_rate),
        ],
    )
}

fn named(actor: &Actor, shares: &[(Named, Share)]) -> Vec<(&'static str, &'static str, Share)> {
    let words = &actor.words().ratios;
    shares
        .iter()
        .map(|(name, share)| {
            let [label, ..] = (words.named)(*name);
            (name.code(), label, *share)
        })
        .collect()
}
