//! The order of a call list, and why each stands where it does.

use filon_core::call::{NotNow, Reason, call_queue, reasons, score};
use filon_core::consent::Rules;
use filon_core::segment::Facts;
use filon_core::{CallOutcome, Channel, EventKind, Moment, Stage};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::consent::{Case, MONDAY, morning};
use crate::story::id;

fn candidate(number: u128, postcode: &str, tell: impl FnOnce(&mut Case)) -> Facts {
    let mut case = Case::company();
    case.account.id = id(number);
    case.account.address.postcode = (!postcode.is_empty()).then(|| postcode.to_owned());
    tell(&mut case);
    Facts { events: case.story.events, ..Facts::new(case.account, case.persons) }
}

fn due(mut facts: Facts, day: Date) -> Facts {
    facts.follow_ups.push(day);
    facts
}

#[test]
fn follow_ups_then_chance_then_postcode() {
    let november = |day| date(2026, 11, day);
    let candidates = vec![
        candidate(1, "33000", |_| {}),
        candidate(2, "", |_| {}),
        candidate(3, "16000", |_| {}),
        candidate(4, "75001", |case| {
            case.add(EventKind::InterestShown, None, november(2));
        }),
        due(candidate(5, "75001", |_| {}), MONDAY),
        due(candidate(6, "75001", |_| {}), november(9)),
        due(candidate(7, "33000", |_| {}), november(17)),
        candidate(8, "33000", |case| {
            case.add(EventKind::OptedOut, Some(Channel::Phone), november(3));
        }),
        candidate(9, "33000", |case| {
            case.add(EventKind::MeetingSet, None, november(12));
        }),
        candidate(10, "33000", |case| {
            case.story.call(CallOutcome::NoAnswer, november(5));
        }),
    ];
    let queue = call_queue(candidates, Moment::at(morning(MONDAY)), &Rules::default());
    let number = |facts: &Facts| (1..=10).find(|number| facts.account.id == id(*number)).unwrap();
    let ready: Vec<u128> = queue.ready().iter().map(|queued| number(&queued.candidate)).collect();
    assert_eq!(ready, [6, 5, 4, 3, 1, 2, 10]);
    let waiting: Vec<_> = queue.waiting().iter().map(|it| (number(&it.candidate), it.until)).collect();
    assert_eq!(waiting, [(7, Some(november(17))), (8, None), (9, None)]);
    assert_eq!(queue.waiting()[2].why, NotNow::Meeting { set_on: november(12) });
    let interested = &queue.ready()[2];
    assert_eq!(interested.reasons[0], Reason::Interest { on: november(2) });
    assert_eq!(interested.score, 40);
}

#[test]
fn reasons_and_their_points() {
    let of = |tell: &dyn Fn(&mut Case)| {
        let mut case = Case::company();
        tell(&mut case);
        let found = reasons(&case.story.events, MONDAY);
        (score(&found, MONDAY), found)
    };
    let day = |day| date(2026, 11, day);
    assert_eq!(of(&|_| {}), (0, vec![Reason::Stage { stage: Stage::Suspect }]));
    // Letter, then telephone a week later.
    let (points, found) = of(&|case| {
        case.add(EventKind::LetterPosted, None, day(9));
    });
    assert_eq!((points, found[0]), (25, Reason::LetterArrived { on: day(9) }));
    for (posted, counts) in [(13, true), (14, false)] {
        let (points, _) = of(&|case| {
            case.add(EventKind::LetterPosted, None, day(posted));
        });
        assert_eq!(points == 25, counts, "{posted}");
    }
    let (points, found) = of(&|case| {
        for on in [2, 3, 4, 5, 15] {
            case.story.call(CallOutcome::NoAnswer, day(on));
        }
    });
    assert_eq!(points, 5 - 40 - 15);
    assert!(found.contains(&Reason::Unanswered { calls: 5 }));
    let (points, _) = of(&|case| {
        case.add(EventKind::InterestShown, None, day(2));
        case.add(EventKind::NoInterest, None, day(3));
    });
    assert_eq!(points, -30);
    // Interest fades.
    for (on, points) in [(date(2026, 10, 17), 40), (date(2026, 10, 16), 25), (date(2026, 8, 17), 10)] {
        assert_eq!(Reason::Interest { on }.points(MONDAY), points, "{on}");
    }
    // What lies ahead is not known yet.
    let (points, _) = of(&|case| {
        case.add(EventKind::InterestShown, None, day(17));
    });
    assert_eq!(points, 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_does_not_depend_on_the_one_given(
        told in prop::collection::vec((0..5usize, prop::option::of(0..40i64), 0..4usize), 1..12),
        turn in 0..12usize,
    ) {
        let kinds = [EventKind::InterestShown, EventKind::QuoteSent, EventKind::NoInterest, EventKind::OptedOut, EventKind::Note];
        let postcodes = ["", "16000", "33000", "75001"];
        let candidates: Vec<Facts> = told
            .iter()
            .zip(1u128..)
            .map(|((kind, follow_up, postcode), number)| {
                let facts = candidate(number, postcodes[*postcode], |case| {
                    case.add(kinds[*kind], None, date(2026, 11, 2));
                });
                match follow_up {
                    Some(days) => due(facts, date(2026, 10, 25).checked_add(jiff::Span::new().days(*days)).unwrap()),
                    None => facts,
                }
            })
            .collect();
        let mut turned = candidates.clone();
        turned.rotate_left(turn % told.len());
        let (moment, rules) = (Moment::at(morning(MONDAY)), Rules::default());
        let queue = call_queue(candidates, moment, &rules);
        prop_assert_eq!(queue.ready().len() + queue.waiting().len(), told.len());
        prop_assert_eq!(&queue, &call_queue(turned, moment, &rules));
        for pair in queue.ready().windows(2) {
            let (first, next) = (&pair[0], &pair[1]);
            match (first.due, next.due) {
                (Some(first), Some(next)) if first != next => prop_assert!(first < next),
                (None, Some(_)) => prop_assert!(false, "a due follow-up comes late"),
                (Some(_), None) => {}
                _ => prop_assert!(first.score >= next.score),
            }
        }
    }
}
