//! The one function that answers whether somebody may be contacted.

use jiff::ToSpan;
use jiff::civil::Date;

use super::hours::{has_local_holidays, is_calling_time, local_time, next_calling_day};
use super::phone::{calls_in_window, rest_ends};
use super::{ContactFacts, Rule, Rules, coordinates, retention_ends, standing_consent, standing_opt_out};
use crate::{Channel, EventKind, Moment, Stage};

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    Allowed,
    Refused(Refusal),
}

impl Right {
    pub fn is_allowed(self) -> bool {
        self == Right::Allowed
    }
}

/// A rule that stands against the contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    pub rule: Rule,
    /// The first day on which this rule will not stand against it any more, where time will do.
    pub until: Option<Date>,
}

/// Whether whoever `facts` mean may be contacted on a channel at a moment: allowed, or refused by
/// the first rule of [`refusals`].
pub fn right_to_contact(
    facts: &ContactFacts<'_>,
    channel: Channel,
    moment: Moment,
    settings: &Rules,
) -> Right {
    match refusals(facts, channel, moment, settings).into_iter().next() {
        None => Right::Allowed,
        Some(refusal) => Right::Refused(refusal),
    }
}

/// Every rule that stands against the contact, the most lasting first. Only what the journal knew
/// at the moment counts, so that the answer of a past day can be given again.
pub fn refusals(
    facts: &ContactFacts<'_>,
    channel: Channel,
    moment: Moment,
    settings: &Rules,
) -> Vec<Refusal> {
    let day = moment.day();
    let mut found = Vec::new();
    let mut refuse = |rule: Rule, until: Option<Date>| {
        if rule.is_in_force(day) {
            found.push(Refusal { rule, until });
        }
    };
    let stage = facts.stage_on(day);
    let is_client = stage == Stage::Client;
    let was_client = matches!(stage, Stage::Client | Stage::FormerClient);

    if is_opposed(facts, channel, day) {
        refuse(Rule::OptedOut, None);
    }
    if facts.account.partial_diffusion {
        refuse(Rule::SirenePartial, None);
    }
    // Those who answered belong to the company, not to the file's owner.
    let answered = was_client || facts.known_on(day).any(|event| event.kind.is_inbound());
    if facts.rented.is_some_and(|file| file.uses_made >= file.uses_paid) && !answered {
        refuse(Rule::RentedFileUsed, None);
    }
    if retention_ends(facts, day).is_some_and(|last| day > last) {
        refuse(Rule::Retention, None);
    }
    // A client gave the data himself.
    if !was_client && facts.account.source.as_deref().is_none_or(|source| source.trim().is_empty()) {
        refuse(Rule::SourceUnknown, None);
    }
    if let Some(rule) = coordinates::missing(facts, channel) {
        refuse(rule, None);
    }
    if facts.is_consumer(settings) {
        match channel {
            Channel::Email
                if !is_client && standing_consent(facts.known_on(day), Channel::Email).is_none() =>
            {
                refuse(Rule::ConsumerEmailConsent, None);
            }
            Channel::Phone => {
                if !is_client && !has_fresh_phone_consent(facts, day) {
                    refuse(Rule::ConsumerPhoneConsent, None);
                }
                if let Some(ends) = rest_ends(facts.known_on(day), day) {
                    refuse(Rule::ConsumerPhoneRest, Some(ends));
                }
                if let (_, Some(until)) = calls_in_window(facts.known_on(day), day) {
                    refuse(Rule::ConsumerPhoneFrequency, Some(until));
                }
                let address = &facts.account.address;
                let local = local_time(moment, address);
                let more_holidays = has_local_holidays(address, settings);
                if !settings.planning && !is_calling_time(local, more_holidays) {
                    refuse(Rule::ConsumerPhoneHours, next_calling_day(local, more_holidays));
                }
            }
            _ => {}
        }
    }
    if !settings.sender_mentions && matches!(channel, Channel::Letter | Channel::Email) {
        refuse(Rule::SenderMentions, None);
    }
    found
}

/// An opposition of the journal or of the list that outlives erasure, lifted only by a later consent
/// to that very channel.
fn is_opposed(facts: &ContactFacts<'_>, channel: Channel, day: Date) -> bool {
    if standing_opt_out(facts.known_on(day), channel).is_some() {
        return true;
    }
    // No opposition of the journal stands, so the last consent to the channel holds, whatever consent
    // to everything came after it.
    let consented_since = |since: Date| {
        facts.known_on(day).any(|event| {
            event.kind == EventKind::ConsentGiven && event.channel() == Some(channel) && event.on > since
        })
    };
    facts
        .suppressed
        .iter()
        .filter(|hit| hit.channel.is_none_or(|of| of == channel))
        .any(|hit| !consented_since(hit.since))
}

/// A consent that stands and is one year old at most (C. conso., art. R223-1).
fn has_fresh_phone_consent(facts: &ContactFacts<'_>, day: Date) -> bool {
    standing_consent(facts.known_on(day), Channel::Phone)
        .and_then(|consent| consent.on.checked_add(1.year()).ok())
        .is_some_and(|last| day <= last)
}
