//! M7 for call lists: drawn accounts at drawn moments, on both sides of every limit, against the law
//! told another way. Nobody stands in a list who may not be called, and nobody is left out who may.

use filon_core::call::{Cadence, Call, CallResult, NextStep, call_queue, is_working_day, record};
use filon_core::consent::{ContactFacts, Right, Rules, right_to_contact};
use filon_core::segment::Facts;
use filon_core::{AccountKind, CallOutcome, Channel, EventKind, Moment};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday, date};
use proptest::prelude::*;

use crate::consent::Case;

const START: Date = date(2026, 8, 11);

/// Holidays between the law and the summer of 2029, before the three years of retention end, from the calendars.
const HOLIDAYS: [Date; 33] = [
    date(2026, 8, 15),
    date(2026, 11, 1),
    date(2026, 11, 11),
    date(2026, 12, 25),
    date(2027, 1, 1),
    date(2027, 3, 29),
    date(2027, 5, 1),
    date(2027, 5, 6),
    date(2027, 5, 8),
    date(2027, 5, 17),
    date(2027, 7, 14),
    date(2027, 8, 15),
    date(2027, 11, 1),
    date(2027, 11, 11),
    date(2027, 12, 25),
    date(2028, 1, 1),
    date(2028, 4, 17),
    date(2028, 5, 1),
    date(2028, 5, 8),
    date(2028, 5, 25),
    date(2028, 6, 5),
    date(2028, 7, 14),
    date(2028, 8, 15),
    date(2028, 11, 1),
    date(2028, 11, 11),
    date(2028, 12, 25),
    date(2029, 1, 1),
    date(2029, 4, 2),
    date(2029, 5, 1),
    date(2029, 5, 8),
    date(2029, 5, 10),
    date(2029, 5, 21),
    date(2029, 7, 14),
];
/// Good Fridays and the days after Christmas.
const ALSATIAN: [Date; 6] = [
    date(2026, 12, 26),
    date(2027, 3, 26),
    date(2027, 12, 26),
    date(2028, 4, 14),
    date(2028, 12, 26),
    date(2029, 3, 30),
];

#[derive(Debug, Clone, Copy)]
struct Line {
    kind: EventKind,
    channel: Option<Channel>,
    day: i64,
}

/// When the list is asked for.
#[derive(Debug, Clone, Copy)]
enum Day {
    On(i64),
    After(usize, i64),
}

#[derive(Debug, Clone)]
struct Drawn {
    kind: AccountKind,
    sole_trader: bool,
    postcode: &'static str,
    lines: Vec<Line>,
    day: i64,
    hour: i8,
    minute: i8,
    second: i8,
}

impl Drawn {
    fn at(&self) -> DateTime {
        (START + self.day.days()).at(self.hour, self.minute, self.second, 0)
    }

    fn case(&self) -> Case {
        let mut case = Case::individual();
        case.account.kind = self.kind;
        case.account.created_at = Moment::start_of(START);
        case.account.address.postcode = Some(self.postcode.into());
        if self.sole_trader {
            case.account.custom.insert("categorieJuridiqueUniteLegale".into(), "1000".into());
        }
        for line in &self.lines {
            let event = case.add(line.kind, line.channel, START + line.day.days());
            if line.kind == EventKind::CallMade {
                event.outcome = Some(CallOutcome::NoAnswer);
            }
        }
        case
    }

    /// The law, told another way.
    fn may_be_called(&self) -> bool {
        let known: Vec<&Line> = self.lines.iter().filter(|line| line.day <= self.day).collect();
        let last = |wanted: &dyn Fn(&Line) -> bool| known.iter().rposition(|line| wanted(line));
        let of_phone = |line: &Line| matches!(line.channel, None | Some(Channel::Phone));
        let opposed = last(&|line| line.kind == EventKind::OptedOut && of_phone(line));
        let phone_consent =
            last(&|line| line.kind == EventKind::ConsentGiven && line.channel == Some(Channel::Phone));
        if opposed.is_some() && phone_consent <= opposed {
            return false;
        }
        if self.kind == AccountKind::Company && !self.sole_trader {
            return true;
        }
        let ordered = last(&|line| line.kind == EventKind::OrderPlaced);
        let lost = last(&|line| line.kind == EventKind::CustomerLost);
        let runs = ordered.is_some() && ordered > lost;
        let agreed = last(&|line| line.kind == EventKind::ConsentGiven && of_phone(line));
        let agreed =
            agreed.filter(|at| opposed.is_none_or(|no| *at > no)).map(|at| START + known[at].day.days());
        let today = START + self.day.days();
        let fresh = agreed.is_some_and(|on| on + 1.year() >= today);
        let calls = known.iter().filter(|line| line.kind == EventKind::CallMade);
        let lately = calls.clone().filter(|line| self.day - line.day <= 29).count();
        let rests = known.iter().any(|line| {
            let by_phone = line.channel == Some(Channel::Phone)
                || line.channel.is_none() && calls.clone().any(|call| call.day == line.day);
            line.kind == EventKind::NoInterest && by_phone && self.day - line.day <= 60
        });
        (runs || fresh) && lately < 4 && !rests && self.in_hours()
    }

    fn in_hours(&self) -> bool {
        let there = self.there();
        let day = there.date();
        let week_end = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let in_alsace = matches!(&self.postcode[..2], "57" | "67" | "68");
        let works = !(week_end || HOLIDAYS.contains(&day) || in_alsace && ALSATIAN.contains(&day));
        let seconds =
            (i32::from(there.hour()) * 60 + i32::from(there.minute())) * 60 + i32::from(there.second());
        let within = |from: i32, to: i32| (from * 3600..to * 3600).contains(&seconds);
        works && (within(10, 13) || within(14, 20))
    }

    /// The time where the person is, from offsets: Paris is one hour ahead of UTC, two in summer.
    fn there(&self) -> DateTime {
        let offset = match self.postcode {
            "97400" => 4,
            "97100" | "97200" => -4,
            "97300" => -3,
            _ => return self.at(),
        };
        let summer = [
            (date(2026, 3, 29), date(2026, 10, 25)),
            (date(2027, 3, 28), date(2027, 10, 31)),
            (date(2028, 3, 26), date(2028, 10, 29)),
            (date(2029, 3, 25), date(2029, 10, 28)),
        ];
        let paris =
            summer.iter().any(|(from, to)| self.at() >= from.at(3, 0, 0, 0) && self.at() < to.at(3, 0, 0, 0));
        self.at() + (offset - if paris { 2 } else { 1 }).hours()
    }
}

fn line() -> impl Strategy<Value = Line> {
    use EventKind::*;
    let kind = prop::sample::select(vec![
        ConsentGiven,
        ConsentGiven,
        ConsentGiven,
        OrderPlaced,
        OrderPlaced,
        OptedOut,
        CallMade,
        CallMade,
        CallMade,
        NoInterest,
        CustomerLost,
        InterestShown,
    ]);
    let channel =
        prop::sample::select(vec![None, Some(Channel::Phone), Some(Channel::Phone), Some(Channel::Email)]);
    let day = prop_oneof![6 => 0..70i64, 1 => 0..700i64];
    (kind, channel, day).prop_map(|(kind, channel, day)| Line { kind, channel, day })
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let who = prop_oneof![
        6 => Just((AccountKind::Individual, false)),
        2 => Just((AccountKind::Company, false)),
        1 => Just((AccountKind::Company, true)),
    ];
    let postcode = prop::sample::select(vec![
        "33000", "33000", "57000", "67000", "68100", "97400", "97100", "97200", "97300",
    ]);
    // A while after a line, on both sides of each limit; near a holiday; anywhere.
    let days: Vec<i64> =
        HOLIDAYS.iter().chain(&ALSATIAN).map(|day| i64::from((*day - START).get_days())).collect();
    let limits = prop::sample::select(vec![0, 29, 30, 31, 60, 61, 365, 366]);
    let day = prop_oneof![
        4 => (0..9usize, limits).prop_map(|(line, after)| Day::After(line, after)),
        2 => (prop::sample::select(days), -1..=1i64).prop_map(|(day, beside)| Day::On((day + beside).max(0))),
        1 => (0..700i64).prop_map(Day::On),
    ];
    // On the limits, or anywhere.
    let clock = prop_oneof![
        3 => prop::sample::select(vec![
            (9, 59, 59), (10, 0, 0), (12, 59, 59), (13, 0, 0), (13, 59, 59), (14, 0, 0), (19, 59, 59), (20, 0, 0),
        ]),
        3 => (10..20i8, 0..60i8, 0..60i8),
        1 => (0..24i8, 0..60i8, 0..60i8),
    ];
    let consent =
        prop::option::of(Just(Line { kind: EventKind::ConsentGiven, channel: Some(Channel::Phone), day: 0 }));
    let calls = prop::option::of(prop::collection::vec(20..60i64, 3..5));
    let lines =
        (consent, calls, prop::collection::vec(line(), 0..6)).prop_map(|(consent, calls, mut lines)| {
            lines.extend(consent);
            let called = |day| Line { kind: EventKind::CallMade, channel: None, day };
            lines.extend(calls.into_iter().flatten().map(called));
            lines
        });
    (who, postcode, lines, day, clock).prop_map(
        |((kind, sole_trader), postcode, mut lines, day, (hour, minute, second))| {
            lines.sort_by_key(|line| line.day);
            let day = match day {
                Day::On(day) => day,
                Day::After(line, days) => lines.get(line).or(lines.last()).map_or(0, |line| line.day) + days,
            };
            Drawn { kind, sole_trader, postcode, lines, day, hour, minute, second }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_list_holds_those_who_may_be_called_and_nobody_else(drawn in drawn()) {
        let case = drawn.case();
        let facts = Facts { events: case.story.events, ..Facts::new(case.account, case.persons) };
        let queue = call_queue([facts], Moment::at(drawn.at()), &Rules::default());
        prop_assert_eq!(!queue.ready().is_empty(), drawn.may_be_called());
        prop_assert_eq!(queue.waiting().len(), 1 - queue.ready().len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_step_is_proposed_for_a_day_on_which_the_call_is_not_allowed(
        drawn in drawn(),
        key in 0..5usize,
        asked in 0..40_000i64,
    ) {
        let (case, rules, cadence) = (drawn.case(), Rules::default(), Cadence::default());
        let at = Moment::at(drawn.at());
        let moment = Moment::from_millis(at.millis() + asked * 60_000);
        let result = [
            CallResult::Answered,
            CallResult::Busy,
            CallResult::NoAnswer,
            CallResult::Refused,
            CallResult::CallBack { at: moment },
        ][key];
        let facts = case.facts();
        let recorded = record(result, &Call { facts: &facts, at, minutes: None, cadence: &cadence, rules: &rules });
        let NextStep::CallAgain { on, at: hour, .. } = recorded.next_step else { return Ok(()) };
        let mut events = case.story.events.clone();
        let drafts = recorded.events.into_iter().zip(0u128..);
        events.extend(drafts.map(|(draft, number)| {
            draft.into_event(crate::story::id(9_000 + number), case.account.id, None)
        }));
        let facts = ContactFacts::new(&case.account, &[], &events);
        let planning = Rules { planning: hour.is_none(), ..rules };
        let then = hour.unwrap_or(Moment::at(on.at(12, 0, 0, 0)));
        prop_assert_eq!(right_to_contact(&facts, Channel::Phone, then, &planning), Right::Allowed);
        if hour.is_none() {
            prop_assert!(on > at.day());
            let alsatian = matches!(&drawn.postcode[..2], "57" | "67" | "68");
            prop_assert!(is_working_day(on, alsatian));
        }
    }
}
