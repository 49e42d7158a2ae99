//! One row of a file of outcomes, read and checked.

use filon_core::account::normalise::parse_date;
use filon_core::journal::{nearest_event, recognise_channel, recognise_event};
use filon_core::money::parse_cents;
use filon_core::{CallOutcome, Cents, Channel, EventKind};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::columns::{Column, Columns};
use crate::answer::Rejected;
use crate::words::RecordWords;

/// What a row says, before its account and action are looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub row: usize,
    pub account: String,
    pub kind: EventKind,
    pub channel: Option<Channel>,
    pub outcome: Option<CallOutcome>,
    pub on: Date,
    pub amount: Option<Cents>,
    pub margin: Option<Cents>,
    pub minutes: Option<i64>,
    pub kilometres: Option<i64>,
    pub note: Option<String>,
    pub campaign: Option<String>,
}

/// Days that can be recorded: from 1990 to a year ahead; else the two ends.
pub(crate) fn check_day(day: Date, today: Date) -> Result<(), (Date, Date)> {
    let first = date(1990, 1, 1);
    let last = today.checked_add(1.year()).unwrap_or(today);
    if (first..=last).contains(&day) { Ok(()) } else { Err((first, last)) }
}

/// Reads one row; the first thing that is wrong rejects it.
pub(super) fn read(
    columns: &Columns,
    words: &RecordWords,
    today: Date,
    row: usize,
    cells: &[&str],
) -> Result<Line, Rejected> {
    let cell = |column: Column| columns.cell(column, cells);
    let refuse = |column: Column, message: String| Rejected {
        row,
        column: columns.header(column).map(str::to_owned),
        value: cell(column).unwrap_or_default().to_owned(),
        message,
    };
    let account =
        cell(Column::Account).ok_or_else(|| refuse(Column::Account, words.account_missing.to_owned()))?;
    let event = cell(Column::Event).ok_or_else(|| refuse(Column::Event, words.event_missing.to_owned()))?;
    let known = recognise_event(event)
        .ok_or_else(|| refuse(Column::Event, (words.event_unknown)(event, nearest_event(event))))?;
    if matches!(known.kind, EventKind::Voided | EventKind::Merged) {
        return Err(refuse(Column::Event, words.event_not_recordable.to_owned()));
    }
    let day = cell(Column::Date).ok_or_else(|| refuse(Column::Date, words.date_missing.to_owned()))?;
    let on = parse_date(day).ok_or_else(|| refuse(Column::Date, words.date_unreadable.to_owned()))?;
    check_day(on, today).map_err(|(from, to)| refuse(Column::Date, (words.date_out_of_range)(from, to)))?;
    let amount = money(cell(Column::Amount))
        .map_err(|()| refuse(Column::Amount, words.amount_unreadable.to_owned()))?;
    if amount.is_some_and(|amount| amount < 0) {
        return Err(refuse(Column::Amount, words.amount_negative.to_owned()));
    }
    let margin = money(cell(Column::Margin))
        .map_err(|()| refuse(Column::Margin, words.margin_unreadable.to_owned()))?;
    let whole = |column: Column| match cell(column) {
        None => Ok(None),
        Some(text) => {
            number(text).map(Some).ok_or_else(|| refuse(column, words.number_unreadable.to_owned()))
        }
    };
    let minutes = whole(Column::Minutes)?;
    let kilometres = whole(Column::Kilometres)?;
    let channel = match cell(Column::Channel) {
        None => known.channel,
        Some(text) => Some(
            recognise_channel(text)
                .ok_or_else(|| refuse(Column::Channel, words.channel_unknown.to_owned()))?,
        ),
    };
    let outcome = match cell(Column::Outcome) {
        None => known.outcome,
        Some(text) => Some(
            recognise_event(text)
                .and_then(|known| known.outcome)
                .ok_or_else(|| refuse(Column::Outcome, words.outcome_unknown.to_owned()))?,
        ),
    };
    Ok(Line {
        row,
        account: account.to_owned(),
        kind: known.kind,
        channel,
        outcome,
        on,
        amount,
        margin,
        minutes,
        kilometres,
        note: cell(Column::Note).map(str::to_owned),
        campaign: cell(Column::Campaign).map(str::to_owned),
    })
}

fn money(cell: Option<&str>) -> Result<Option<Cents>, ()> {
    cell.map(|text| parse_cents(text).ok_or(())).transpose()
}

/// A count of minutes or kilometres; a part of one is rounded.
fn number(text: &str) -> Option<i64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let value: f64 = plain.replace(',', ".").parse().ok()?;
    ((0.0..=1e9).contains(&value)).then(|| value.round() as i64)
}
