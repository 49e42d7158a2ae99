//! Calendars: what RFC 5545 asks of every line, and what a library nobody here wrote reads back.

use filon_formats::{IcsCalendar, IcsEvent, IcsWhen, write_calendar};
use icalendar::{Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, EventLike};
use jiff::civil::{DateTime, date};
use proptest::prelude::*;

const FEED: IcsCalendar<'static> =
    IcsCalendar { product: "-//Filon//Filon 0.1//FR", name: "Filon : Sophie", refresh_minutes: Some(60) };

fn meeting(start: DateTime) -> IcsEvent {
    IcsEvent {
        uid: "01JD8ZB0Q3ZJ6W8E6XG2W5S4T1@filon".into(),
        when: IcsWhen::At { start, minutes: 45 },
        summary: "Rendez-vous : Garage Dupont, Mme Martin".into(),
        location: "12 rue Pasteur, 33000 Bordeaux".into(),
        description: "Apporter trois fiches de contrôle ;\nsonner à l'accueil\\atelier".into(),
        url: "https://filon.local/fiches/01JD8Z?a=1,2".into(),
        sequence: 2,
        cancelled: false,
        alarm_minutes: Some(30),
        created: 1_795_000_000_000,
        modified: 1_795_086_400_000,
    }
}

fn written(calendar: &IcsCalendar<'_>, events: &[IcsEvent]) -> String {
    let mut out = Vec::new();
    assert_eq!(write_calendar(&mut out, calendar, events).unwrap(), events.len() as u64);
    let text = String::from_utf8(out).unwrap();
    for line in text.strip_suffix("\r\n").unwrap().split("\r\n") {
        assert!(line.len() <= 75 && !line.is_empty(), "{line}");
        assert!(!line.contains(['\r', '\n']), "{line}");
    }
    text
}

fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

fn read(text: &str) -> Vec<icalendar::Event> {
    let calendar: Calendar = text.parse().unwrap();
    let events = calendar.components.into_iter().filter_map(|component| match component {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    events.collect()
}

#[test]
fn a_file_of_one_meeting_line_by_line() {
    let start = date(2026, 12, 1).at(10, 0, 0, 0);
    let file = IcsCalendar { name: "", refresh_minutes: None, ..FEED };
    let lines = unfolded(&written(&file, &[meeting(start)]));
    let zone = lines.iter().position(|line| line == "END:VTIMEZONE").unwrap();
    assert_eq!(
        lines[..6],
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Filon//Filon 0.1//FR",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "BEGIN:VTIMEZONE",
        ]
    );
    assert_eq!(
        lines[zone + 1..],
        [
            "BEGIN:VEVENT",
            "UID:01JD8ZB0Q3ZJ6W8E6XG2W5S4T1@filon",
            "DTSTAMP:20261119T110640Z",
            "DTSTART;TZID=Europe/Paris:20261201T100000",
            "DTEND;TZID=Europe/Paris:20261201T104500",
            "SUMMARY:Rendez-vous : Garage Dupont\\, Mme Martin",
            "LOCATION:12 rue Pasteur\\, 33000 Bordeaux",
            "DESCRIPTION:Apporter trois fiches de contrôle \\;\\nsonner à l'accueil\\\\atelier",
            "URL:https://filon.local/fiches/01JD8Z?a=1,2",
            "SEQUENCE:2",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
            "CREATED:20261118T110640Z",
            "LAST-MODIFIED:20261119T110640Z",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:Rendez-vous : Garage Dupont\\, Mme Martin",
            "TRIGGER:-PT30M",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
        ]
    );
}

#[test]
fn the_zone_says_what_the_tables_say() {
    // Last Sundays of March and October, at one o'clock UTC, which the tables of jiff confirm.
    let zone = jiff::tz::TimeZone::get("Europe/Paris").unwrap();
    for (year, spring, autumn) in [(2026, 29, 25), (2027, 28, 31), (2028, 26, 29)] {
        for (day, before, after) in [(date(year, 3, spring), 1, 2), (date(year, 10, autumn), 2, 1)] {
            let at = day.at(1, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
            let hours =
                |seconds: i64| zone.to_offset(at + jiff::SignedDuration::from_secs(seconds)).seconds() / 3600;
            assert_eq!((hours(-1), hours(0)), (before, after), "{day}");
        }
    }
    let lines = unfolded(&written(&FEED, &[meeting(date(2026, 12, 1).at(10, 0, 0, 0))]));
    for rule in ["RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"] {
        assert!(lines.iter().any(|line| line == rule));
    }
}

#[test]
fn another_library_reads_the_feed() {
    let call = IcsEvent {
        uid: "relance@filon".into(),
        when: IcsWhen::Day(date(2026, 12, 31)),
        alarm_minutes: None,
        ..meeting(DateTime::MIN)
    };
    let missed =
        IcsEvent { cancelled: true, uid: "annule@filon".into(), ..meeting(date(2026, 12, 2).at(9, 5, 0, 0)) };
    let text = written(&FEED, &[meeting(date(2026, 12, 1).at(10, 0, 0, 0)), call, missed]);
    let calendar: Calendar = text.parse().unwrap();
    assert_eq!(calendar.get_name(), Some("Filon : Sophie"));
    assert_eq!(calendar.property_value("METHOD"), Some("PUBLISH"));
    assert_eq!(calendar.property_value("REFRESH-INTERVAL"), Some("PT60M"));
    let events = read(&text);
    assert_eq!(events.len(), 3);
    let first = &events[0];
    assert_eq!(first.get_summary(), Some("Rendez-vous : Garage Dupont, Mme Martin"));
    assert_eq!(first.get_location(), Some("12 rue Pasteur, 33000 Bordeaux"));
    assert_eq!(
        first.get_description(),
        Some("Apporter trois fiches de contrôle ;\nsonner à l'accueil\\atelier")
    );
    assert_eq!(first.get_uid(), Some("01JD8ZB0Q3ZJ6W8E6XG2W5S4T1@filon"));
    let Some(DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid })) =
        first.get_start()
    else {
        panic!("{:?}", first.get_start());
    };
    assert_eq!((date_time.to_string().as_str(), tzid.as_str()), ("2026-12-01 10:00:00", "Europe/Paris"));
    let Some(DatePerhapsTime::Date(day)) = events[1].get_end() else { panic!("{:?}", events[1].get_end()) };
    assert_eq!(day.to_string(), "2027-01-01");
    assert_eq!(events[1].property_value("TRANSP"), Some("TRANSPARENT"));
    assert_eq!(events[2].property_value("STATUS"), Some("CANCELLED"));
}

#[test]
fn an_empty_feed_is_still_a_calendar() {
    let text = written(&FEED, &[]);
    assert!(text.parse::<Calendar>().unwrap().components.is_empty());
    assert!(!text.contains("VTIMEZONE"));
}

#[test]
fn a_meeting_through_the_night_of_the_clocks_keeps_its_length() {
    let event = IcsEvent {
        when: IcsWhen::At { start: date(2027, 3, 28).at(1, 30, 0, 0), minutes: 60 },
        ..meeting(DateTime::MIN)
    };
    assert!(written(&FEED, &[event]).contains("DTEND;TZID=Europe/Paris:20270328T033000"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_come_back_and_break_no_line(summary in "\\PC{0,80}", place in any::<String>(), url in any::<String>()) {
        let event = IcsEvent {
            summary: format!("S{summary}"),
            location: format!("L{place}"),
            url: url.clone(),
            ..meeting(date(2026, 12, 1).at(10, 0, 0, 0))
        };
        let lines = unfolded(&written(&FEED, std::slice::from_ref(&event)));
        prop_assert_eq!(lines.iter().filter(|line| line.as_str() == "BEGIN:VEVENT").count(), 1);
        let value = |name: &str| lines.iter().find_map(|line| line.strip_prefix(name)).map(unescape);
        prop_assert_eq!(value("SUMMARY:"), Some(event.summary.clone()));
        let kept: String = event
            .location
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .chars()
            .filter(|c| matches!(c, '\n' | '\t') || !c.is_control())
            .collect();
        prop_assert_eq!(value("LOCATION:"), Some(kept));
    }
}

fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => plain.push('\n'),
                other => plain.extend(other),
            },
            c => plain.push(c),
        }
    }
    plain
}
