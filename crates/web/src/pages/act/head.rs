//! What stands above every step of an action.

use filon_app::campaigns::{self, CampaignShow, CostShown};
use filon_core::campaign::Unit;
use filon_core::{Campaign, Cents, Channel};

use crate::failure::Failure;
use crate::page::Page;
use crate::words::Words;

/// The action and where one stands in it.
pub struct Head {
    pub campaign: Campaign,
    pub steps: Vec<Step>,
    pub has_costs: bool,
}

pub struct Step {
    pub path: &'static str,
    pub label: String,
    pub done: bool,
    pub here: bool,
}

impl Head {
    pub fn of(w: &Words, show: &CampaignShow, here: &'static str) -> Head {
        let campaign = &show.campaign;
        let launched = campaign.launched_on.is_some();
        let has_costs = !show.costs.is_empty();
        let message = launched || campaign.template.is_some() || !needs_letter(campaign);
        let all = [
            ("cible", w.act.step_target, launched || show.targeted > 0),
            ("message", w.act.step_message, message),
            ("budget", w.act.step_budget, has_costs),
            ("lancement", w.act.step_launch, launched),
            ("suivi", w.act.step_follow, campaign.closed_on.is_some() || campaign.verdict.is_some()),
            ("bilan", w.act.step_review, campaign.verdict.is_some()),
        ];
        let steps = all.into_iter().map(|(path, label, done)| {
            let here = path == here;
            Step { path, label: label.to_string(), done: done && !here, here }
        });
        Head { campaign: campaign.clone(), steps: steps.collect(), has_costs }
    }
}

/// Letters are made for this channel alone.
pub fn needs_letter(campaign: &Campaign) -> bool {
    campaign.channel == Channel::Letter
}

/// What an action that is not launched will cost: its lines as they are, a price per letter, call or contact
/// taken for each who may be contacted. The planned lines count where there is no other.
pub fn expected_cost(show: &CampaignShow) -> Cents {
    let each = |cost: &CostShown| match (cost.line.unit, cost.line.quantity) {
        (Some(Unit::Letter | Unit::Email | Unit::Call | Unit::Contact), None) => {
            let people = i64::try_from(show.allowed).unwrap_or(i64::MAX);
            cost.line.amount.times(people.saturating_mul(1000))
        }
        _ => cost.amount_cents,
    };
    let sum =
        |planned| show.costs.iter().filter(|cost| cost.line.planned == planned).map(each).sum::<Cents>();
    if show.costs.iter().any(|cost| !cost.line.planned) { sum(false) } else { sum(true) }
}

impl Page {
    /// The action of an address, with its figures.
    pub async fn act(&self, id: &str) -> Result<CampaignShow, Failure> {
        let id = id.to_owned();
        self.call(move |app, actor| campaigns::show(app, actor, &id)).await
    }
}
