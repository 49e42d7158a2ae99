//! Those who may be contacted, and those who may not with the reason.

use super::{ContactFacts, Refusal, Right, Rules, right_to_contact};
use crate::segment::Facts;
use crate::{Channel, Moment};

/// Somebody whose right can be asked for.
pub trait Contactable {
    fn contact_facts(&self) -> ContactFacts<'_>;
}

impl Contactable for Facts {
    fn contact_facts(&self) -> ContactFacts<'_> {
        ContactFacts::from(self)
    }
}

/// A candidate with something that travels along.
impl<T: Contactable, P> Contactable for (T, P) {
    fn contact_facts(&self) -> ContactFacts<'_> {
        self.0.contact_facts()
    }
}

/// A candidate who may not be contacted.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused<T> {
    pub candidate: T,
    pub refusal: Refusal,
}

/// The part of a target that may be contacted on a channel at a moment. Letters, e-mails, call lists
/// and exports for mailing take one of these; nothing but [`Audience::select`] makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Audience<T> {
    channel: Channel,
    moment: Moment,
    allowed: Vec<T>,
    refused: Vec<Refused<T>>,
}

impl<T: Contactable> Audience<T> {
    /// Asks the right of each candidate; both lists keep their order.
    pub fn select(
        candidates: impl IntoIterator<Item = T>,
        channel: Channel,
        moment: Moment,
        rules: &Rules,
    ) -> Audience<T> {
        let mut audience = Audience { channel, moment, allowed: Vec::new(), refused: Vec::new() };
        for candidate in candidates {
            match right_to_contact(&candidate.contact_facts(), channel, moment, rules) {
                Right::Allowed => audience.allowed.push(candidate),
                Right::Refused(refusal) => audience.refused.push(Refused { candidate, refusal }),
            }
        }
        audience
    }
}

impl<T> Audience<T> {
    pub fn channel(&self) -> Channel {
        self.channel
    }

    pub fn moment(&self) -> Moment {
        self.moment
    }

    pub fn allowed(&self) -> &[T] {
        &self.allowed
    }

    pub fn refused(&self) -> &[Refused<T>] {
        &self.refused
    }

    /// The two lists, once the audience has served.
    pub fn into_parts(self) -> (Vec<T>, Vec<Refused<T>>) {
        (self.allowed, self.refused)
    }
}
