//! The hours in which private individuals may be called (C. conso., art. D223-9).

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Weekday, time};
use jiff::tz::TimeZone;

use super::{Rules, is_public_holiday};
use crate::account::keys;
use crate::{Address, Moment};

/// Day and time of day where an address is: overseas departments have their own zones, every other
/// address is taken to be in metropolitan France.
pub fn local_time(moment: Moment, address: &Address) -> DateTime {
    match (Timestamp::from_millisecond(moment.millis()), overseas_zone(address)) {
        (Ok(timestamp), Some(zone)) => timestamp.to_zoned(zone).datetime(),
        _ => moment.local(),
    }
}

fn overseas_zone(address: &Address) -> Option<TimeZone> {
    let zone = match keys::dept(address).as_deref()? {
        "971" | "977" | "978" => "America/Guadeloupe",
        "972" => "America/Martinique",
        "973" => "America/Cayenne",
        "974" => "Indian/Reunion",
        "975" => "America/Miquelon",
        "976" => "Indian/Mayotte",
        "986" => "Pacific/Wallis",
        "987" => "Pacific/Tahiti",
        "988" => "Pacific/Noumea",
        _ => return None,
    };
    TimeZone::get(zone).ok()
}

/// Monday to Friday, 10 to 13 and 14 to 20 o'clock, not on a public holiday; the ends of the hours
/// are outside.
pub fn is_calling_time(local: DateTime, alsace_moselle: bool) -> bool {
    let clock = local.time();
    let within = (time(10, 0, 0, 0)..time(13, 0, 0, 0)).contains(&clock)
        || (time(14, 0, 0, 0)..time(20, 0, 0, 0)).contains(&clock);
    within && is_calling_day(local.date(), alsace_moselle)
}

/// The first day from a moment on with hours of call to come: the same day before its last hour.
pub fn next_calling_day(local: DateTime, alsace_moselle: bool) -> Option<Date> {
    let mut day = local.date();
    if local.time() >= time(20, 0, 0, 0) {
        day = day.tomorrow().ok()?;
    }
    for _ in 0..15 {
        if is_calling_day(day, alsace_moselle) {
            return Some(day);
        }
        day = day.tomorrow().ok()?;
    }
    None
}

/// The first moment from one on that lies in the hours of call where an address is; the moment itself
/// where the calendar ends.
pub fn next_calling_moment(moment: Moment, address: &Address, alsace_moselle: bool) -> Moment {
    let local = local_time(moment, address);
    if is_calling_time(local, alsace_moselle) {
        return moment;
    }
    let Some(day) = next_calling_day(local, alsace_moselle) else { return moment };
    let today = day == local.date();
    let hour = if today && local.time() >= time(13, 0, 0, 0) { 14 } else { 10 };
    let opens = day.at(hour, 0, 0, 0);
    match overseas_zone(address) {
        None => Moment::at(opens),
        Some(zone) => opens
            .to_zoned(zone)
            .map_or(moment, |zoned| Moment::from_millis(zoned.timestamp().as_millisecond())),
    }
}

fn is_calling_day(day: Date, alsace_moselle: bool) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !is_public_holiday(day, alsace_moselle)
}

/// Whether the two holidays of Alsace and Moselle count at an address.
pub fn has_local_holidays(address: &Address, rules: &Rules) -> bool {
    rules.alsace_moselle && matches!(keys::dept(address).as_deref(), Some("57" | "67" | "68"))
}
