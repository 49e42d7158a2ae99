//! The time zone of France, by the rule in force since 1996 (directive 2000/84/CE).

use std::io::{self, Write};

use super::lines::Lines;

pub const ID: &str = "Europe/Paris";

const DEFINITION: [(&str, &str); 15] = [
    ("BEGIN", "VTIMEZONE"),
    ("TZID", ID),
    ("BEGIN", "DAYLIGHT"),
    ("DTSTART", "19960331T020000"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    ("TZOFFSETFROM", "+0100"),
    ("TZOFFSETTO", "+0200"),
    ("TZNAME", "CEST"),
    ("END", "DAYLIGHT"),
    ("BEGIN", "STANDARD"),
    ("DTSTART", "19961027T030000"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
    ("TZOFFSETFROM", "+0200"),
    ("TZOFFSETTO", "+0100"),
    ("TZNAME", "CET"),
];

pub fn write<W: Write>(lines: &mut Lines<W>) -> io::Result<()> {
    for (name, value) in DEFINITION {
        lines.raw(name, value)?;
    }
    lines.raw("END", "STANDARD")?;
    lines.raw("END", "VTIMEZONE")
}
