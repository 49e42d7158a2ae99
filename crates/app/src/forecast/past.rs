//! The company's own past on a channel.

use filon_core::Channel;
use filon_core::forecast::Observed;
use filon_store::Tx;
use jiff::civil::Date;

use crate::fail::Fail;
use crate::stats::{Fold, Ground};

/// An action that a forecast rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastAction {
    pub name: String,
    pub launched_on: Date,
    pub contacted: u64,
}

/// What the launched actions of a channel came to, summed, and which they were.
pub(super) struct Past {
    pub observed: Observed,
    /// The first launched first.
    pub actions: Vec<PastAction>,
}

pub(super) fn past(tx: &mut Tx<'_>, channel: Channel) -> std::result::Result<Past, Fail> {
    let ground = Ground::load(tx)?;
    let (mut observed, mut actions) = (Observed::default(), Vec::new());
    for (campaign, _) in ground.campaigns.iter().filter(|(campaign, _)| campaign.channel == channel) {
        let Some(launched_on) = campaign.launched_on else { continue };
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
        actions.push(PastAction { name: campaign.name.clone(), launched_on, contacted: figures.contacted });
    }
    actions.sort_by_key(|action| action.launched_on);
    Ok(Past { observed, actions })
}
