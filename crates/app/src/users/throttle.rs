//! Sign-in attempts: few for a name, few from a place, and never a lock for good.

use std::net::IpAddr;

use filon_core::Moment;
use filon_core::text::fold;
use filon_store::{StoreError, Tx, sessions};

/// Free attempts for a name; then each waits twice as long as the one before.
const FREE: i64 = 5;
const LONGEST_SECONDS: i64 = 900;
/// Failures from one place in ten minutes.
const FROM_ONE_PLACE: i64 = 20;
const PLACE_MILLIS: i64 = 10 * 60 * 1000;
const DAY_MILLIS: i64 = 24 * 60 * 60 * 1000;

/// Takes an attempt, or says how many seconds to wait. The attempt counts as failed until it has
/// succeeded, so that a hundred at once are not tested on one count.
pub(super) fn take(
    tx: &mut Tx<'_>,
    name: &str,
    address: &str,
    now: Moment,
) -> Result<Option<u64>, StoreError> {
    let ago = |millis: i64| Moment::from_millis(now.millis() - millis);
    let (from_place, last) = sessions::failures(tx, &place(address), ago(PLACE_MILLIS))?;
    if from_place >= FROM_ONE_PLACE {
        return Ok(Some(left(last, PLACE_MILLIS / 2, now)));
    }
    let key = name_key(name);
    let (failed, last) = sessions::failures(tx, &key, ago(DAY_MILLIS))?;
    if failed >= FREE {
        let doublings = u32::try_from(failed - FREE + 1).unwrap_or(u32::MAX).min(20);
        let wait = (1_i64 << doublings).min(LONGEST_SECONDS) * 1000;
        let left = left(last, wait, now);
        if left > 0 {
            return Ok(Some(left));
        }
    }
    sessions::record_failure(tx, &key, now)?;
    Ok(None)
}

/// Seconds until `wait` has passed since `last`.
fn left(last: Option<Moment>, wait: i64, now: Moment) -> u64 {
    let until = last.map_or(0, |last| last.millis() + wait);
    u64::try_from((until - now.millis() + 999) / 1000).unwrap_or(0)
}

/// After a success the name is free again.
pub(super) fn succeeded(tx: &mut Tx<'_>, name: &str) -> Result<(), StoreError> {
    sessions::clear_failures(tx, &name_key(name))
}

/// After a failure the place counts it too.
pub(super) fn failed(tx: &mut Tx<'_>, address: &str, now: Moment) -> Result<(), StoreError> {
    sessions::record_failure(tx, &place(address), now)
}

fn name_key(name: &str) -> String {
    format!("name:{}", fold(name).chars().take(100).collect::<String>())
}

/// A /24 or /64: whoever has one address has its neighbours.
fn place(address: &str) -> String {
    match address.parse::<IpAddr>() {
        Ok(IpAddr::V4(v4)) => {
            let [a, b, c, _] = v4.octets();
            format!("place:{a}.{b}.{c}")
        }
        Ok(IpAddr::V6(v6)) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("place:{a:x}:{b:x}:{c:x}:{d:x}")
        }
        Err(_) => format!("place:{}", address.chars().take(100).collect::<String>()),
    }
}
