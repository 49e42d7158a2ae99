//! iCalendar (RFC 5545): one meeting to be opened, or a feed to be subscribed to.

mod event;
mod lines;
mod zone;

pub use event::{IcsEvent, IcsWhen};

use std::io::{self, Write};

use lines::Lines;

/// The calendar around the events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IcsCalendar<'a> {
    /// Who wrote it, as `-//Filon//Filon 0.1//FR`.
    pub product: &'a str,
    /// The name under which programs list it; empty for a file of one meeting.
    pub name: &'a str,
    /// For a feed: how often programs should look again, in minutes.
    pub refresh_minutes: Option<u32>,
}

/// Writes a calendar; answers how many events it holds. Times are those of Europe/Paris, whose
/// definition is included where an event has an hour.
pub fn write_calendar<W: Write>(out: W, calendar: &IcsCalendar<'_>, events: &[IcsEvent]) -> io::Result<u64> {
    let mut lines = Lines::new(io::BufWriter::new(out));
    lines.raw("BEGIN", "VCALENDAR")?;
    lines.raw("VERSION", "2.0")?;
    lines.text("PRODID", calendar.product)?;
    lines.raw("CALSCALE", "GREGORIAN")?;
    // Without it, Outlook takes the file for an answer to an invitation.
    lines.raw("METHOD", "PUBLISH")?;
    if !calendar.name.is_empty() {
        lines.text("NAME", calendar.name)?;
        lines.text("X-WR-CALNAME", calendar.name)?;
        lines.raw("X-WR-TIMEZONE", zone::ID)?;
    }
    if let Some(minutes) = calendar.refresh_minutes {
        // RFC 7986, then the older word that Outlook knows.
        lines.raw("REFRESH-INTERVAL;VALUE=DURATION", &format!("PT{minutes}M"))?;
        lines.raw("X-PUBLISHED-TTL", &format!("PT{minutes}M"))?;
    }
    if events.iter().any(|event| matches!(event.when, IcsWhen::At { .. })) {
        zone::write(&mut lines)?;
    }
    for event in events {
        event::write(&mut lines, event)?;
    }
    lines.raw("END", "VCALENDAR")?;
    lines.flush()?;
    Ok(events.len() as u64)
}
