//! Those who may be contacted: loaded from the base, asked by `filon_core::consent`, refusals worded.

use filon_core::consent::{
    Audience, ContactFacts, Contactable, Refused, Rule, Rules, SuppressionHit, standing_opt_out,
};
use filon_core::journal::standing;
use filon_core::{Account, Channel, Event, Id, Moment, Person};
use filon_store::{StoreError, Tx, accounts, events, suppressions};

use crate::Actor;
use crate::answer::RefusedAnswer;
use crate::suppression::Hasher;

/// An account with what its right to be contacted depends on.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub account: Account,
    pub persons: Vec<Person>,
    pub events: Vec<Event>,
    pub suppressed: Vec<SuppressionHit>,
}

impl Contactable for Candidate {
    fn contact_facts(&self) -> ContactFacts<'_> {
        ContactFacts::new(&self.account, &self.persons, &self.events).with_suppressed(self.suppressed.clone())
    }
}

impl Candidate {
    /// What the account is called in answers: its reference, else its identifier.
    pub fn shown_as(&self) -> String {
        self.account.reference.clone().unwrap_or_else(|| self.account.id.to_string())
    }
}

/// The accounts of these identifiers, in the order given, with what a channel needs to know.
pub(crate) fn candidates(
    tx: &mut Tx<'_>,
    ids: &[Id],
    channel: Channel,
) -> Result<Vec<Candidate>, StoreError> {
    let records = accounts::many(tx, ids)?;
    let mut journals = events::of_accounts(tx, ids)?;
    let mut all: Vec<Candidate> = records
        .into_iter()
        .map(|record| {
            let journal = journals.remove(&record.account.id).unwrap_or_default();
            let events: Vec<Event> = standing(&journal, None).into_iter().cloned().collect();
            // What is dated back is printed today all the same: an opposition that is known counts, also
            // one of a day after the date of the letters.
            let opposed = standing_opt_out(&events, channel)
                .map(|event| SuppressionHit { channel: Some(channel), since: event.on });
            let suppressed = opposed.into_iter().collect();
            Candidate { account: record.account, persons: record.persons, events, suppressed }
        })
        .collect();
    if suppressions::count(tx)? > 0
        && let Some(hasher) = Hasher::existing(tx)?
    {
        let known: Vec<(&Account, &[Person])> =
            all.iter().map(|candidate| (&candidate.account, candidate.persons.as_slice())).collect();
        let hits = hasher.hits(tx, &known, channel)?;
        for (candidate, hits) in all.iter_mut().zip(hits) {
            candidate.suppressed.extend(hits);
        }
    }
    Ok(all)
}

/// Whether what is made carries the sender's mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SenderMentions {
    /// On the letter, in the settings, or on the paper as somebody said.
    Carried,
    /// Nothing is made yet: the launch asks.
    AskedAtLaunch,
    Missing,
}

/// Asks the right of each. Letters and lists are drawn up for later, so that hours do not stand
/// against them.
pub(crate) fn select(
    candidates: Vec<Candidate>,
    channel: Channel,
    moment: Moment,
    alsace_moselle: bool,
    mentions: SenderMentions,
) -> Audience<Candidate> {
    let sender_mentions = mentions != SenderMentions::Missing;
    let rules = Rules { planning: true, alsace_moselle, sender_mentions, ..Rules::default() };
    Audience::select(candidates, channel, moment, &rules)
}

/// The refused ones, worded.
pub(crate) fn refused_answers(actor: &Actor, refused: &[Refused<Candidate>]) -> Vec<RefusedAnswer> {
    let answer = |one: &Refused<Candidate>| RefusedAnswer {
        account: one.candidate.shown_as(),
        name: one.candidate.account.name.clone(),
        rule: one.refusal.rule.code().to_owned(),
        reason: reason(actor, one.refusal.rule),
    };
    refused.iter().map(answer).collect()
}

/// The sentence of a rule with its source; one that was not read says so.
pub(crate) fn reason(actor: &Actor, rule: Rule) -> String {
    let sentence = (actor.words().consent.rule)(rule);
    match source(actor, rule) {
        source if source.is_empty() => sentence.to_owned(),
        source => format!("{sentence} ({source})"),
    }
}

/// The text that a rule comes from, and whether it is still to be checked; empty where it is no law.
pub(crate) fn source(actor: &Actor, rule: Rule) -> String {
    let words = &actor.words().consent;
    match rule.source() {
        Some(source) if rule.checked() => source.to_owned(),
        Some(source) => format!("{source}{}{}", words.separator, words.to_be_checked),
        None => String::new(),
    }
}
