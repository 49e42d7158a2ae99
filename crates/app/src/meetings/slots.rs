//! The two dates that a caller offers (« plutôt mardi à 10 h, ou jeudi à 14 h ? »).

use filon_core::call::working_day_after;
use filon_core::{Id, Moment};
use filon_store::{Tx, meetings};
use jiff::civil::{Date, time};

use crate::fail::Fail;
use crate::settings;

/// A slot is offered with so many hours left free around it.
const AROUND_MILLIS: i64 = 90 * 60_000;

/// Two moments at which the caller is free: a morning two working days ahead, an afternoon later on.
pub(crate) fn offered_slots(
    tx: &mut Tx<'_>,
    now: Moment,
    owner: Option<Id>,
) -> std::result::Result<[Moment; 2], Fail> {
    let alsace_moselle = settings::get_in(tx)?.alsace_moselle;
    let taken: Vec<i64> = meetings::between(tx, now, crate::END_OF_TIME, None)?
        .into_iter()
        .filter(|booked| booked.meeting.state.takes_time())
        .filter(|booked| owner.is_none() || booked.meeting.owner.is_none_or(|other| Some(other) == owner))
        .map(|booked| booked.meeting.starts_at.millis())
        .collect();
    let free = |at: &Moment| taken.iter().all(|start| (start - at.millis()).abs() > AROUND_MILLIS);
    let from = |day: Date, hours: [i8; 3]| {
        let days = std::iter::successors(Some(day), |day| Some(working_day_after(*day, 1, alsace_moselle)));
        let moments = days
            .take(30)
            .flat_map(move |day| hours.map(|hour| Moment::at(day.to_datetime(time(hour, 0, 0, 0)))));
        let mut moments = moments.peekable();
        let first = moments.peek().copied().unwrap_or(now);
        moments.find(free).unwrap_or(first)
    };
    let first = from(working_day_after(now.day(), 2, alsace_moselle), [10, 11, 9]);
    let second = from(working_day_after(first.day(), 1, alsace_moselle), [14, 15, 16]);
    Ok([first, second])
}
