//! Drawn histories: the right of an individual to be left alone, told another way (M7).

use filon_core::{Channel, EventKind};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::Case;

#[derive(Debug, Clone, Copy)]
struct Line {
    kind: EventKind,
    channel: Option<Channel>,
    day: i64,
}

fn line() -> impl Strategy<Value = Line> {
    use EventKind::*;
    let kind = prop::sample::select(vec![
        ConsentGiven,
        ConsentGiven,
        OptedOut,
        CallMade,
        CallMade,
        CallMade,
        NoInterest,
        OrderPlaced,
        CustomerLost,
        LetterPosted,
        InterestShown,
    ]);
    let channel = prop::sample::select(vec![
        None,
        Some(Channel::Phone),
        Some(Channel::Phone),
        Some(Channel::Email),
        Some(Channel::Letter),
    ]);
    // Near one another, so that limits of days are met, and now and then far.
    let day = prop_oneof![6 => 0..70i64, 1 => 0..800i64];
    (kind, channel, day).prop_map(|(kind, channel, day)| Line { kind, channel, day })
}

const START: Date = date(2026, 8, 11);

fn on(line: &Line) -> Date {
    START.checked_add(line.day.days()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whoever_is_called_wanted_it_and_was_left_in_peace(
        mut lines in prop::collection::vec(line(), 0..10),
        ahead in prop_oneof![6 => 0..130i64, 1 => 0..900i64],
        hour in prop_oneof![3 => 14..20i8, 1 => 0..24i8],
        minute in 0..60i8,
    ) {
        lines.sort_by_key(|line| line.day);
        let mut case = Case::individual();
        for line in &lines {
            case.add(line.kind, line.channel, on(line));
        }
        let day = START.checked_add(ahead.days()).unwrap();
        if case.rule(Channel::Phone, day.at(hour, minute, 0, 0)).is_some() {
            return Ok(());
        }
        let known: Vec<&Line> = lines.iter().filter(|line| line.day <= ahead).collect();
        let last = |wanted: &dyn Fn(&Line) -> bool| known.iter().rposition(|line| wanted(line));
        let is = |line: &Line, kind: EventKind| line.kind == kind;

        // No opposition that no consent to calls came after.
        let opposed = last(&|line| is(line, EventKind::OptedOut) && matches!(line.channel, None | Some(Channel::Phone)));
        let consented = last(&|line| is(line, EventKind::ConsentGiven) && line.channel == Some(Channel::Phone));
        prop_assert!(opposed.is_none() || consented > opposed);

        // A client, or a consent of a year at most.
        let ordered = last(&|line| is(line, EventKind::OrderPlaced));
        let lost = last(&|line| is(line, EventKind::CustomerLost));
        let is_client = ordered.is_some() && ordered > lost;
        let agreed = last(&|line| is(line, EventKind::ConsentGiven) && matches!(line.channel, None | Some(Channel::Phone)));
        let fresh = agreed.is_some_and(|at| on(known[at]).checked_add(1.year()).unwrap() >= day);
        prop_assert!(is_client || fresh);

        // Fewer than four calls in the thirty days, no refusal by telephone in the sixty before.
        let calls = known.iter().filter(|line| is(line, EventKind::CallMade) && ahead - line.day < 30).count();
        prop_assert!(calls < 4);
        let refused = known.iter().any(|line| {
            is(line, EventKind::NoInterest) && line.channel == Some(Channel::Phone) && ahead - line.day <= 60
        });
        prop_assert!(!refused);

        // In hours.
        prop_assert!(matches!(hour, 10..=12 | 14..=19) && day.weekday().to_monday_one_offset() <= 5);
    }
}
