//! Consents and oppositions that stand, from the journal. Events in its order.

use crate::{Channel, Event, EventKind};

/// The opposition that stands against a channel, if any: one of the channel or of all, after which
/// no consent to that very channel was given. It never lapses.
pub fn standing_opt_out<'a, E>(events: E, channel: Channel) -> Option<&'a Event>
where
    E: IntoIterator<Item = &'a Event, IntoIter: DoubleEndedIterator>,
{
    events.into_iter().rev().find_map(|event| match event.kind {
        EventKind::ConsentGiven if event.channel() == Some(channel) => Some(None),
        EventKind::OptedOut if event.channel().is_none_or(|of| of == channel) => Some(Some(event)),
        _ => None,
    })?
}

/// Whether an opposition stands against a channel.
pub fn is_opted_out<'a, E>(events: E, channel: Channel) -> bool
where
    E: IntoIterator<Item = &'a Event, IntoIter: DoubleEndedIterator>,
{
    standing_opt_out(events, channel).is_some()
}

/// The last consent to a channel, or to being contacted where it names no channel, that no
/// opposition to the channel or to all came after.
pub fn standing_consent<'a, E>(events: E, channel: Channel) -> Option<&'a Event>
where
    E: IntoIterator<Item = &'a Event, IntoIter: DoubleEndedIterator>,
{
    events.into_iter().rev().find_map(|event| match event.kind {
        EventKind::OptedOut if event.channel().is_none_or(|of| of == channel) => Some(None),
        EventKind::ConsentGiven if event.channel().is_none_or(|of| of == channel) => Some(Some(event)),
        _ => None,
    })?
}

/// Whether a consent to a channel stands.
pub fn consents_to<'a, E>(events: E, channel: Channel) -> bool
where
    E: IntoIterator<Item = &'a Event, IntoIter: DoubleEndedIterator>,
{
    standing_consent(events, channel).is_some()
}
