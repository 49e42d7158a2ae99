//! One event.

use std::io::{self, Write};

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::lines::Lines;
use super::zone;

/// A meeting or a follow-up. Empty texts are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IcsEvent {
    /// The same for ever: programs know the event by it (`01J…@filon`).
    pub uid: String,
    pub when: IcsWhen,
    pub summary: String,
    pub location: String,
    pub description: String,
    /// Where the fiche is.
    pub url: String,
    /// Counts up with each change of time or place.
    pub sequence: u32,
    pub cancelled: bool,
    /// A reminder so many minutes before.
    pub alarm_minutes: Option<u32>,
    /// Milliseconds since 1970-01-01 UTC.
    pub created: i64,
    pub modified: i64,
}

/// When it takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IcsWhen {
    /// From a local time of Europe/Paris on.
    At { start: DateTime, minutes: u32 },
    /// On a day, without an hour; leaves the day free.
    Day(Date),
}

pub fn write<W: Write>(lines: &mut Lines<W>, event: &IcsEvent) -> io::Result<()> {
    lines.raw("BEGIN", "VEVENT")?;
    lines.text("UID", &event.uid)?;
    // When the event was last put down: with METHOD, DTSTAMP says no more than that.
    lines.raw("DTSTAMP", &utc(event.modified))?;
    when(lines, event.when)?;
    lines.text("SUMMARY", &event.summary)?;
    for (name, value) in [("LOCATION", &event.location), ("DESCRIPTION", &event.description)] {
        if !value.is_empty() {
            lines.text(name, value)?;
        }
    }
    if !event.url.is_empty() {
        lines.raw("URL", &event.url)?;
    }
    lines.raw("SEQUENCE", &event.sequence.to_string())?;
    lines.raw("STATUS", if event.cancelled { "CANCELLED" } else { "CONFIRMED" })?;
    let busy = matches!(event.when, IcsWhen::At { .. }) && !event.cancelled;
    lines.raw("TRANSP", if busy { "OPAQUE" } else { "TRANSPARENT" })?;
    lines.raw("CREATED", &utc(event.created))?;
    lines.raw("LAST-MODIFIED", &utc(event.modified))?;
    if let Some(minutes) = event.alarm_minutes.filter(|_| !event.cancelled) {
        lines.raw("BEGIN", "VALARM")?;
        lines.raw("ACTION", "DISPLAY")?;
        lines.text("DESCRIPTION", &event.summary)?;
        lines.raw("TRIGGER", &format!("-PT{minutes}M"))?;
        lines.raw("END", "VALARM")?;
    }
    lines.raw("END", "VEVENT")
}

fn when<W: Write>(lines: &mut Lines<W>, when: IcsWhen) -> io::Result<()> {
    match when {
        IcsWhen::At { start, minutes } => {
            let name = |property: &str| format!("{property};TZID={}", zone::ID);
            lines.raw(&name("DTSTART"), &local(start))?;
            lines.raw(&name("DTEND"), &local(end(start, minutes)))
        }
        IcsWhen::Day(day) => {
            // The end is the first day outside.
            let next = day.tomorrow().unwrap_or(day);
            lines.raw("DTSTART;VALUE=DATE", &compact(day))?;
            lines.raw("DTEND;VALUE=DATE", &compact(next))
        }
    }
}

/// So many minutes later, also through a night on which the clocks change.
fn end(start: DateTime, minutes: u32) -> DateTime {
    let span = i64::from(minutes).minutes();
    let zone = TimeZone::get(zone::ID).unwrap_or(TimeZone::UTC);
    let later = start.to_zoned(zone).and_then(|start| start.checked_add(span));
    later.map_or(start, |later| later.datetime())
}

fn local(at: DateTime) -> String {
    format!("{}T{:02}{:02}{:02}", compact(at.date()), at.hour(), at.minute(), at.second())
}

fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn utc(millis: i64) -> String {
    let at = Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH);
    format!("{}Z", local(TimeZone::UTC.to_datetime(at)))
}
