//! A selection read as a predicate: what the store's SQL must agree with.

use jiff::civil::Date;

use super::{Bounds, Condition, DateBounds, Facts, Field, Query, Test, normal_form};
use crate::account::keys;
use crate::consent::{consents_to, is_opted_out};
use crate::text::fold;
use crate::{Channel, EventKind};

/// Whether an account is in the selection.
pub fn matches(query: &Query, facts: &Facts) -> bool {
    match query {
        Query::All => true,
        Query::And(parts) => parts.iter().all(|part| matches(part, facts)),
        Query::Or(parts) => parts.iter().any(|part| matches(part, facts)),
        Query::Not(part) => !matches(part, facts),
        Query::Is(condition) => holds(condition, facts),
    }
}

fn holds(condition: &Condition, facts: &Facts) -> bool {
    let Condition { field, test } = condition;
    match test {
        Test::Text(patterns) => {
            let values = texts(field, facts);
            patterns.iter().any(|pattern| values.iter().any(|value| pattern.fits(value)))
        }
        Test::Number(bounds) => {
            number(field, facts).is_some_and(|value| bounds.iter().any(|bounds| bounds.hold(value)))
        }
        Test::Day(bounds) => {
            days(field, facts).into_iter().any(|day| bounds.iter().any(|bounds| bounds.hold(day)))
        }
        Test::Kinds(kinds) => kinds.contains(&facts.account.kind),
        Test::Stages(stages) => stages.contains(&crate::journal::Standing::fold(&facts.events).stage),
        Test::Channels(channels) => {
            let of_field = channels_of(field, facts);
            channels.iter().any(|channel| of_field.contains(channel))
        }
        Test::Events(kinds) => facts.events.iter().any(|event| kinds.contains(&event.kind)),
        Test::Empty => !is_filled(field, facts),
        Test::Filled => is_filled(field, facts),
    }
}

impl Bounds {
    /// Whether a number lies within.
    pub fn hold(&self, value: i64) -> bool {
        self.min.is_none_or(|min| value >= min) && self.max.is_none_or(|max| value <= max)
    }
}

impl DateBounds {
    /// Whether a day lies within.
    pub fn hold(&self, day: Date) -> bool {
        self.min.is_none_or(|min| day >= min) && self.max.is_none_or(|max| day <= max)
    }
}

/// The values of a text field in normal form, none empty.
fn texts(field: &Field, facts: &Facts) -> Vec<String> {
    let account = &facts.account;
    let persons = &facts.persons;
    let one = |text: Option<&str>| text.map(|text| normal_form(field, text)).into_iter().collect::<Vec<_>>();
    let mut values = match field {
        Field::Words => vec![keys::search_text(account, persons)],
        Field::Name => vec![keys::name_key(account)],
        Field::Siret => one(account.siret.as_deref()),
        Field::Siren => one(account.siren.as_deref()),
        Field::Naf => vec![keys::naf_key(account)],
        Field::City => vec![keys::city_key(&account.address)],
        Field::Postcode => one(account.address.postcode.as_deref()),
        Field::Dept => keys::dept(&account.address).into_iter().collect(),
        Field::Region => keys::region(&account.address).into_iter().collect(),
        Field::Country => one(Some(&account.address.country)),
        Field::Source => one(account.source.as_deref()),
        Field::List => one(facts.batch_label.as_deref()),
        Field::Owner => one(facts.owner_name.as_deref()),
        Field::Tag => account.tags.iter().map(|tag| fold(tag)).collect(),
        Field::Campaign => {
            let of_events = facts.events.iter().filter_map(|event| event.campaign);
            let names = of_events.filter_map(|id| facts.campaign_names.get(&id));
            facts.campaigns.iter().chain(names).map(|name| fold(name)).collect()
        }
        Field::Email => {
            let house = account.email.as_deref();
            let all = persons.iter().map(|person| person.email.as_str()).chain(house);
            all.map(|email| normal_form(field, email)).collect()
        }
        Field::Phone => {
            let house = account.phone.as_deref();
            let own = persons.iter().flat_map(|person| [person.phone.as_str(), person.mobile.as_str()]);
            own.chain(house).map(str::to_owned).collect()
        }
        Field::Custom(name) => {
            let found = account.custom.iter().filter(|(key, _)| fold(key) == *name);
            found.map(|(_, value)| fold(value)).collect()
        }
        _ => Vec::new(),
    };
    values.retain(|value| !value.is_empty());
    values
}

fn number(field: &Field, facts: &Facts) -> Option<i64> {
    match field {
        Field::Employees => keys::employees_min(&facts.account),
        Field::Revenue => facts.account.revenue,
        // Without an order there is no sum, as the field is empty.
        Field::Amount if is_filled(field, facts) => {
            let orders = facts.events.iter().filter(|event| event.kind == EventKind::OrderPlaced);
            Some(orders.filter_map(|event| event.amount).fold(0, i64::saturating_add))
        }
        _ => None,
    }
}

/// The kinds of events that a field of days is about.
pub(super) fn kinds_of(field: &Field) -> &'static [EventKind] {
    match field {
        Field::Meeting => &[EventKind::MeetingSet, EventKind::MeetingHeld, EventKind::MeetingMissed],
        Field::Quote => &[EventKind::QuoteSent, EventKind::QuoteAccepted, EventKind::QuoteRefused],
        Field::Order => &[EventKind::OrderPlaced],
        _ => &[],
    }
}

fn days(field: &Field, facts: &Facts) -> Vec<Date> {
    let last = |is_one: fn(EventKind) -> bool| {
        facts
            .events
            .iter()
            .filter(|event| is_one(event.kind))
            .map(|event| event.on)
            .max()
            .into_iter()
            .collect()
    };
    match field {
        Field::Created => vec![facts.account.created_at.day()],
        Field::Contacted => last(EventKind::is_outgoing),
        Field::Inbound => last(EventKind::is_inbound),
        Field::FollowUp => facts.follow_ups.clone(),
        Field::Meeting | Field::Quote | Field::Order => {
            let kinds = kinds_of(field);
            facts.events.iter().filter(|event| kinds.contains(&event.kind)).map(|event| event.on).collect()
        }
        _ => Vec::new(),
    }
}

fn channels_of(field: &Field, facts: &Facts) -> Vec<Channel> {
    let all = Channel::ALL.into_iter();
    match field {
        Field::Channel => {
            let outgoing = facts.events.iter().filter(|event| event.kind.is_outgoing());
            outgoing.filter_map(|event| event.channel()).collect()
        }
        Field::Consent => all.filter(|channel| consents_to(&facts.events, *channel)).collect(),
        Field::OptOut => all.filter(|channel| is_opted_out(&facts.events, *channel)).collect(),
        _ => Vec::new(),
    }
}

/// Whether the field has a value: some event for fields of events, an order for the amount, a
/// readable number for the head count.
fn is_filled(field: &Field, facts: &Facts) -> bool {
    match field {
        Field::Kind | Field::Stage | Field::Created => true,
        Field::Employees | Field::Revenue => number(field, facts).is_some(),
        Field::Amount => facts.events.iter().any(|event| event.kind == EventKind::OrderPlaced),
        Field::Event => !facts.events.is_empty(),
        Field::Channel | Field::Consent | Field::OptOut => !channels_of(field, facts).is_empty(),
        Field::Contacted
        | Field::Inbound
        | Field::FollowUp
        | Field::Meeting
        | Field::Quote
        | Field::Order => !days(field, facts).is_empty(),
        _ => !texts(field, facts).is_empty(),
    }
}
