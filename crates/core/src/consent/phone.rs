//! How often private individuals may be called, and the rest after a refusal (C. conso., art. D223-9).

use jiff::ToSpan;
use jiff::civil::Date;

use crate::{Channel, Event, EventKind};

/// Calls or attempts in any 30 calendar days.
const MOST_CALLS: usize = 4;
const WINDOW_DAYS: i64 = 30;
/// Full calendar days of rest after the day of a refusal.
const REST_DAYS: i64 = 60;

/// The calls in the 30 calendar days that end with `day`, and, where they are as many as allowed,
/// the first day on which one more is.
pub fn calls_in_window<'a>(events: impl IntoIterator<Item = &'a Event>, day: Date) -> (usize, Option<Date>) {
    let mut calls: Vec<Date> = events
        .into_iter()
        .filter(|event| event.kind == EventKind::CallMade && event.on <= day)
        .map(|event| event.on)
        .filter(|on| on.checked_add((WINDOW_DAYS - 1).days()).is_ok_and(|last| last >= day))
        .collect();
    calls.sort_unstable_by(|a, b| b.cmp(a));
    let until = calls.get(MOST_CALLS - 1).and_then(|oldest| oldest.checked_add(WINDOW_DAYS.days()).ok());
    (calls.len(), until)
}

/// The first day after the rest that a refusal by telephone opened, where `day` lies within it: the
/// 60 days that follow the day of the refusal. A refusal that names no channel was by telephone
/// where a call was made on its day.
pub fn rest_ends<'a>(
    events: impl IntoIterator<Item = &'a Event, IntoIter: Clone>,
    day: Date,
) -> Option<Date> {
    let events = events.into_iter();
    let called_on =
        |on: Date| events.clone().any(|event| event.kind == EventKind::CallMade && event.on == on);
    let last = events
        .clone()
        .filter(|event| event.kind == EventKind::NoInterest && event.on <= day)
        .filter(|event| match event.channel() {
            Some(channel) => channel == Channel::Phone,
            None => called_on(event.on),
        })
        .map(|event| event.on)
        .max()?;
    let ends = last.checked_add((REST_DAYS + 1).days()).ok()?;
    (day < ends).then_some(ends)
}
