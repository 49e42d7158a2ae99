//! Consents and oppositions that stand, from the journal.

use jiff::civil::Date;

use crate::{Channel, Event, EventKind};

/// The opposition that stands against a channel, if any: one of the channel or of all, after which
/// no consent to that very channel was given. Events in the order of the journal.
pub fn standing_opt_out(events: &[Event], channel: Channel) -> Option<&Event> {
    events.iter().rev().find_map(|event| match event.kind {
        EventKind::ConsentGiven if event.channel() == Some(channel) => Some(None),
        EventKind::OptedOut if event.channel().is_none_or(|of| of == channel) => Some(Some(event)),
        _ => None,
    })?
}

/// Whether an opposition stands against a channel.
pub fn is_opted_out(events: &[Event], channel: Channel) -> bool {
    standing_opt_out(events, channel).is_some()
}

/// The last consent to a channel (or to being contacted, without a channel) that no opposition to
/// the channel or to all came after. Events in the order of the journal.
pub fn standing_consent(events: &[Event], channel: Channel) -> Option<&Event> {
    events.iter().rev().find_map(|event| match event.kind {
        EventKind::OptedOut if event.channel().is_none_or(|of| of == channel) => Some(None),
        EventKind::ConsentGiven if event.channel().is_none_or(|of| of == channel) => Some(Some(event)),
        _ => None,
    })?
}

/// Whether a consent to a channel stands.
pub fn consents_to(events: &[Event], channel: Channel) -> bool {
    standing_consent(events, channel).is_some()
}

/// The day on which consent to a channel was given, where it stands.
pub fn consent_day(events: &[Event], channel: Channel) -> Option<Date> {
    standing_consent(events, channel).map(|event| event.on)
}
