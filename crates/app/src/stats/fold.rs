//! The journal folded into figures, account by account, by the rules of `filon_core::ratio`.

use std::collections::HashMap;

use filon_core::cost::CampaignCosts;
use filon_core::journal::standing;
use filon_core::ratio::{self, Figures, Place, Rules, Subject, Tally};
use filon_core::segment::Query;
use filon_core::{Campaign, CostLine, Event, EventKind, Id};
use filon_store::events::{self, Base, History};
use filon_store::{StoreError, Tx, campaigns};
use jiff::civil::Date;

use super::Scope;
use crate::campaigns::find_in;
use crate::fail::Fail;
use crate::query::{read_on, saved};
use crate::{Actor, App, AppError, settings};

/// What all figures stand on: actions, their costs, the settings.
pub(crate) struct Ground {
    pub campaigns: Vec<(Campaign, u64)>,
    costs: HashMap<Id, Vec<CostLine>>,
    pub rules: Rules,
}

impl Ground {
    pub fn load(tx: &mut Tx<'_>) -> Result<Ground, Fail> {
        let settings = settings::get_in(tx)?;
        let list = campaigns::list(tx)?;
        let mut costs: HashMap<Id, Vec<CostLine>> = HashMap::new();
        for line in campaigns::all_costs(tx)? {
            costs.entry(line.campaign).or_default().push(line);
        }
        Ok(Ground {
            campaigns: list.into_iter().map(|one| (one.campaign, crate::unsigned(one.targeted))).collect(),
            costs,
            rules: Rules {
                credit_window_days: i32::try_from(settings.credit_window_days).unwrap_or(i32::MAX),
                lifetime_cap_years: settings.lifetime_cap_years as f64,
            },
        })
    }

    fn lines(&self) -> Vec<CampaignCosts<'_>> {
        let none: &[CostLine] = &[];
        let lines = |id: &Id| self.costs.get(id).map_or(none, Vec::as_slice);
        let entries = self.campaigns.iter();
        entries
            .map(|(campaign, targeted)| CampaignCosts {
                campaign,
                lines: lines(&campaign.id),
                targeted: *targeted,
            })
            .collect()
    }

    /// Ends a count. While nobody was won, the company's usual margin stands in for the action's own.
    pub fn figures(
        &self,
        tx: &mut Tx<'_>,
        tally: &Tally,
        scope: &ratio::Scope,
    ) -> Result<Figures, StoreError> {
        let lines = self.lines();
        let figures = tally.figures(&lines, None);
        if figures.new_clients > 0 || figures.contacted == 0 {
            return Ok(figures);
        }
        let usual = usual_margin(tx, scope.as_of)?;
        Ok(tally.figures(&lines, usual))
    }

    /// The same where the usual margin is known already.
    pub fn figures_with(&self, tally: &Tally, usual: Option<f64>) -> Figures {
        tally.figures(&self.lines(), usual)
    }

    pub fn costs_of(&self, campaign: Id) -> &[CostLine] {
        self.costs.get(&campaign).map_or(&[], Vec::as_slice)
    }

    pub fn channels(&self) -> HashMap<Id, filon_core::Channel> {
        self.campaigns.iter().map(|(campaign, _)| (campaign.id, campaign.channel)).collect()
    }
}

/// So many journals are read again with their notes by one statement.
const NOTED_AT_ONCE: usize = 500;

/// A scope with its names looked up, ready to be counted.
pub(crate) struct Fold {
    pub scope: ratio::Scope,
    pub campaign: Option<Campaign>,
    base: Base,
}

impl Fold {
    pub fn of(app: &App, tx: &mut Tx<'_>, actor: &Actor, scope: &Scope) -> Result<Fold, Fail> {
        if let (Some(from), Some(to)) = (scope.from, scope.to)
            && from > to
        {
            let said = (actor.words().query.period_backwards)(&from.to_string(), &to.to_string());
            return Err(AppError::usage(said).into());
        }
        let campaign = scope.campaign.as_deref().map(|name| find_in(tx, actor, name)).transpose()?;
        let selection = match &scope.segment {
            Some(name) => {
                let segment = saved(tx, actor, name)?;
                read_on(actor, &segment.query, app.today())?
            }
            None => Query::All,
        };
        let id = campaign.as_ref().map(|campaign| campaign.id);
        Ok(Fold {
            scope: ratio::Scope {
                campaign: id,
                channel: scope.channel,
                user: scope.user,
                from: scope.from,
                to: scope.to,
                as_of: scope.as_of,
                today: Some(app.today()),
            },
            campaign,
            base: Base { selection, campaign: id },
        })
    }

    pub fn of_campaign(campaign: &Campaign) -> Fold {
        Fold {
            scope: ratio::Scope { campaign: Some(campaign.id), ..ratio::Scope::default() },
            base: Base { selection: Query::All, campaign: Some(campaign.id) },
            campaign: Some(campaign.clone()),
        }
    }

    /// Counts every account of the base; `each` sees where each one stands.
    pub fn tally(
        &self,
        tx: &mut Tx<'_>,
        ground: &Ground,
        each: &mut dyn FnMut(&Place),
    ) -> Result<Tally, StoreError> {
        let mut tally = Tally::new(self.scope.clone(), ground.rules.clone(), ground.channels());
        self.histories(tx, &mut |history| {
            if let Some(place) = tally.add(&self.subject(&history)) {
                each(&place);
            }
            Ok(())
        })?;
        Ok(tally)
    }

    /// The same base counted in several scopes at once.
    pub fn tallies(
        &self,
        tx: &mut Tx<'_>,
        ground: &Ground,
        scopes: &[ratio::Scope],
    ) -> Result<Vec<Tally>, StoreError> {
        let channels = ground.channels();
        let mut tallies: Vec<Tally> = scopes
            .iter()
            .map(|scope| Tally::new(scope.clone(), ground.rules.clone(), channels.clone()))
            .collect();
        self.histories(tx, &mut |history| {
            let subject = self.subject(&history);
            for tally in &mut tallies {
                tally.add(&subject);
            }
            Ok(())
        })?;
        Ok(tallies)
    }

    fn histories(
        &self,
        tx: &mut Tx<'_>,
        each: &mut dyn FnMut(History) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        events::each_history(tx, &self.base, each)
    }

    /// Hands over every account of the base, those that gave a reason last: only there are notes read.
    pub fn each_with_reasons(
        &self,
        tx: &mut Tx<'_>,
        each: &mut dyn FnMut(&Subject<'_>),
    ) -> Result<(), StoreError> {
        let gives_reason =
            |event: &Event| matches!(event.kind, EventKind::QuoteRefused | EventKind::CustomerLost);
        let mut later: Vec<History> = Vec::new();
        self.histories(tx, &mut |history| {
            if history.events.iter().any(gives_reason) {
                later.push(history);
            } else {
                each(&self.subject(&history));
            }
            Ok(())
        })?;
        for part in later.chunks_mut(NOTED_AT_ONCE) {
            let ids: Vec<Id> = part.iter().map(|history| history.account).collect();
            let mut noted = events::of_accounts(tx, &ids)?;
            for history in part {
                history.events = noted.remove(&history.account).unwrap_or_default();
                each(&self.subject(history));
            }
        }
        Ok(())
    }

    /// Hands over every account of the base.
    pub fn each(&self, tx: &mut Tx<'_>, each: &mut dyn FnMut(&Subject<'_>)) -> Result<(), StoreError> {
        self.histories(tx, &mut |history| {
            each(&self.subject(&history));
            Ok(())
        })
    }

    fn subject<'h>(&self, history: &'h History) -> Subject<'h> {
        let launched = self.campaign.as_ref().and_then(|campaign| campaign.launched_on);
        Subject {
            id: history.account,
            created_on: history.created_on,
            targeted_on: launched.filter(|_| history.targeted),
            events: &history.events,
        }
    }
}

/// Average margin of an order of the company, in cents, as of a day.
pub(crate) fn usual_margin(tx: &mut Tx<'_>, as_of: Option<Date>) -> Result<Option<f64>, StoreError> {
    let (mut orders, mut margin) = (0i64, 0i64);
    let base = Base { selection: Query::All, campaign: None };
    events::each_history(tx, &base, &mut |history| {
        for event in standing(&history.events, as_of) {
            if event.kind == EventKind::OrderPlaced {
                orders += 1;
                margin = margin.saturating_add(event.margin.unwrap_or(0));
            }
        }
        Ok(())
    })?;
    Ok((orders > 0).then(|| margin as f64 / orders as f64))
}
