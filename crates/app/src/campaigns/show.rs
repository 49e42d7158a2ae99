//! The actions and one of them, with figures.

use filon_core::Campaign;
use filon_store::Tx;
use filon_store::accounts::Sort;

use super::audience::{frozen, reached};
use super::costs::{CostShown, shown};
use super::find_in;
use crate::answer::{RefusedAnswer, StatsAnswer};
use crate::audience::{SenderMentions, refused_answers};
use crate::fail::Fail;
use crate::stats::{Fold, Ground, Scope, usual_margin, worded};
use crate::{Actor, App, Result};

/// One line of the list of actions.
#[derive(Debug, Clone)]
pub struct CampaignRow {
    pub campaign: Campaign,
    pub targeted: u64,
    pub figures: StatsAnswer,
}

/// One action with all that it has.
#[derive(Debug, Clone)]
pub struct CampaignShow {
    pub campaign: Campaign,
    pub costs: Vec<CostShown>,
    pub targeted: u64,
    pub allowed: u64,
    pub refused: Vec<RefusedAnswer>,
    pub stats: StatsAnswer,
}

/// Every action, last first.
pub fn list(app: &App, actor: &Actor) -> Result<Vec<CampaignRow>> {
    app.read(actor, |tx| list_in(tx, actor))
}

pub(crate) fn list_in(tx: &mut Tx<'_>, actor: &Actor) -> std::result::Result<Vec<CampaignRow>, Fail> {
    let ground = Ground::load(tx)?;
    let mut usual = None;
    let mut rows = Vec::new();
    for (campaign, targeted) in &ground.campaigns {
        let tally = Fold::of_campaign(campaign).tally(tx, &ground, &mut |_| {})?;
        let mut figures = ground.figures_with(&tally, None);
        if figures.new_clients == 0 && figures.contacted > 0 {
            // The company's usual margin stands in; it is counted once, and only where it is needed.
            let margin = match usual {
                Some(margin) => margin,
                None => *usual.insert(usual_margin(tx, None)?),
            };
            figures = ground.figures_with(&tally, margin);
        }
        rows.push(CampaignRow {
            campaign: campaign.clone(),
            targeted: *targeted,
            figures: worded(actor, &Scope::of_campaign(&campaign.name), Some(campaign), &figures),
        });
    }
    Ok(rows)
}

/// One action, by name or identifier; before its launch with whom it would reach now.
pub fn show(app: &App, actor: &Actor, name_or_id: &str) -> Result<CampaignShow> {
    let now = app.now();
    app.read(actor, |tx| {
        let campaign = find_in(tx, actor, name_or_id)?;
        let ground = Ground::load(tx)?;
        let fold = Fold::of_campaign(&campaign);
        let tally = fold.tally(tx, &ground, &mut |_| {})?;
        let figures = ground.figures(tx, &tally, &fold.scope)?;
        let (targeted, refused) = match campaign.launched_on {
            Some(_) => frozen(tx, actor, campaign.id)?,
            None => {
                let (ids, audience) =
                    reached(tx, actor, &campaign, now, Sort::Name, SenderMentions::AskedAtLaunch)?;
                (ids.len() as u64, refused_answers(actor, audience.refused()))
            }
        };
        let counted = tally.quantities(campaign.id);
        let costs = ground.costs_of(campaign.id).iter().map(|line| shown(line, &counted, targeted)).collect();
        let stats = worded(actor, &Scope::of_campaign(&campaign.name), Some(&campaign), &figures);
        let allowed = targeted - (refused.len() as u64).min(targeted);
        Ok(CampaignShow { costs, targeted, allowed, refused, stats, campaign })
    })
}
