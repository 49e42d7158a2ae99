//! Whether there is anywhere to write or call to.

use super::{ContactFacts, Rule};
use crate::{Channel, Person};

/// The rule that says which coordinate of the channel is missing, if one is.
pub(super) fn missing(facts: &ContactFacts<'_>, channel: Channel) -> Option<Rule> {
    let there_is = match channel {
        Channel::Letter => has_address(facts),
        Channel::Email => has(facts, facts.account.email.as_deref(), |person| !person.email.is_empty()),
        Channel::Phone => has(facts, facts.account.phone.as_deref(), |person| {
            !person.phone.is_empty() || !person.mobile.is_empty()
        }),
        Channel::Visit | Channel::Fair | Channel::Other => true,
    };
    let rule = match channel {
        Channel::Letter => Rule::NoAddress,
        Channel::Email => Rule::NoEmail,
        _ => Rule::NoPhone,
    };
    (!there_is).then_some(rule)
}

/// Postcode and town; abroad a town is enough.
fn has_address(facts: &ContactFacts<'_>) -> bool {
    let filled = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    let address = &facts.account.address;
    let is_abroad = !matches!(address.country.as_str(), "" | "FR");
    filled(&address.city) && (is_abroad || filled(&address.postcode))
}

/// The house's coordinate, or one of the person meant, or of anybody where nobody is meant.
fn has(facts: &ContactFacts<'_>, house: Option<&str>, of_person: fn(&Person) -> bool) -> bool {
    let meant = |person: &&Person| facts.person.is_none_or(|id| person.id == id);
    house.is_some_and(|text| !text.is_empty()) || facts.persons.iter().filter(meant).any(of_person)
}
