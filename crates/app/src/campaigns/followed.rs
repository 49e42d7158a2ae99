//! The Suivi tab: each account of an action and how far it came.

use std::collections::HashMap;

use filon_core::consent::Rule;
use filon_core::journal::standing;
use filon_core::text::fold;
use filon_core::{Campaign, Event, EventKind, Id};
use filon_store::{Tx, accounts, campaigns, events};
use jiff::civil::Date;

use super::find_in;
use crate::audience::reason;
use crate::fail::Fail;
use crate::follow_ups::next_days;
use crate::stats::{Fold, Ground};
use crate::{Actor, App, Result};

/// How far an account came in an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FunnelLevel {
    Targeted,
    Contacted,
    Interested,
    Meeting,
    Quote,
    Order,
}

impl FunnelLevel {
    pub const ALL: [FunnelLevel; 6] = [
        FunnelLevel::Targeted,
        FunnelLevel::Contacted,
        FunnelLevel::Interested,
        FunnelLevel::Meeting,
        FunnelLevel::Quote,
        FunnelLevel::Order,
    ];

    /// The contract's word for the step.
    pub const fn code(self) -> &'static str {
        match self {
            FunnelLevel::Targeted => "targeted",
            FunnelLevel::Contacted => "contacted",
            FunnelLevel::Interested => "interested",
            FunnelLevel::Meeting => "meeting",
            FunnelLevel::Quote => "quote",
            FunnelLevel::Order => "order",
        }
    }

    pub fn from_code(code: &str) -> Option<FunnelLevel> {
        FunnelLevel::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// Which accounts of the action to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FollowFilter {
    /// Exactly this step as the furthest.
    pub furthest: Option<FunnelLevel>,
    /// Words in the name, the person or the town.
    pub text: String,
    pub offset: usize,
    pub limit: Option<usize>,
}

/// One account of the action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowRow {
    pub account: Id,
    pub name: String,
    pub person: String,
    pub city: Option<String>,
    pub phone: String,
    pub furthest: FunnelLevel,
    /// Last event of the action with it, and its day.
    pub last: Option<(EventKind, Date)>,
    /// The last event itself, to take it back.
    pub last_event: Option<Id>,
    pub next_step_on: Option<Date>,
    /// The rule that refused it, worded.
    pub refused: Option<String>,
}

/// The accounts of an action, those who went furthest first.
pub fn followed(app: &App, actor: &Actor, campaign: &str, filter: &FollowFilter) -> Result<Vec<FollowRow>> {
    app.read(actor, |tx| {
        let found = find_in(tx, actor, campaign)?;
        let targets = campaigns::targets(tx, found.id)?;
        let lines = events::of_campaign(tx, found.id)?;
        let mut of_account: HashMap<Id, Vec<&Event>> = HashMap::new();
        for line in standing(&lines, None) {
            of_account.entry(line.account).or_default().push(line);
        }
        let levels = levels(tx, &found)?;
        let ids: Vec<Id> = targets.iter().map(|target| target.account).collect();
        let refused: HashMap<Id, &str> =
            targets.iter().filter_map(|target| Some((target.account, target.refused.as_deref()?))).collect();
        let next = next_days(tx, &ids)?;
        let wanted = fold(&filter.text);
        let mut rows = Vec::new();
        for record in accounts::many(tx, &ids)? {
            let id = record.account.id;
            let events = of_account.get(&id).map_or(&[][..], Vec::as_slice);
            let furthest = events
                .iter()
                .map(|event| level_of(event.kind))
                .chain(levels.get(&id).copied())
                .max()
                .unwrap_or(FunnelLevel::Targeted);
            let refusal = refused.get(&id).copied().and_then(Rule::from_code).map(|rule| reason(actor, rule));
            let row = row(record, furthest, events.last().copied(), next.get(&id).copied(), refusal);
            if filter.furthest.is_none_or(|level| level == row.furthest) && row.says(&wanted) {
                rows.push(row);
            }
        }
        rows.sort_by_key(|row| (row.refused.is_some(), std::cmp::Reverse(row.furthest)));
        let limit = filter.limit.unwrap_or(usize::MAX);
        Ok(rows.into_iter().skip(filter.offset).take(limit).collect())
    })
}

/// How far each account came by the rules of the figures, which also credit what names no action.
fn levels(tx: &mut Tx<'_>, campaign: &Campaign) -> std::result::Result<HashMap<Id, FunnelLevel>, Fail> {
    let ground = Ground::load(tx)?;
    let mut levels = HashMap::new();
    Fold::of_campaign(campaign).tally(tx, &ground, &mut |place| {
        let furthest = (0..FunnelLevel::ALL.len()).rev().find(|step| place.got_to(*step)).unwrap_or(0);
        levels.insert(place.id, FunnelLevel::ALL[furthest]);
    })?;
    Ok(levels)
}

fn level_of(kind: EventKind) -> FunnelLevel {
    match kind.funnel_level() {
        Some(level) => FunnelLevel::ALL.get(level + 1).copied().unwrap_or(FunnelLevel::Order),
        None if kind.is_outgoing() => FunnelLevel::Contacted,
        None => FunnelLevel::Targeted,
    }
}

fn row(
    record: accounts::AccountRecord,
    furthest: FunnelLevel,
    last: Option<&Event>,
    next_step_on: Option<Date>,
    refused: Option<String>,
) -> FollowRow {
    let person = record.persons.first();
    let phone = person.map(|person| if person.phone.is_empty() { &person.mobile } else { &person.phone });
    let phone = phone.filter(|phone| !phone.is_empty()).or(record.account.phone.as_ref()).cloned();
    FollowRow {
        account: record.account.id,
        person: person.map(filon_core::Person::full_name).unwrap_or_default(),
        phone: phone.unwrap_or_default(),
        name: record.account.name,
        city: record.account.address.city,
        furthest,
        last: last.map(|event| (event.kind, event.on)),
        last_event: last.map(|event| event.id),
        next_step_on,
        refused,
    }
}

impl FollowRow {
    fn says(&self, wanted: &str) -> bool {
        let texts = [self.name.as_str(), &self.person, self.city.as_deref().unwrap_or_default()];
        wanted.is_empty() || texts.iter().any(|text| fold(text).contains(wanted))
    }
}
