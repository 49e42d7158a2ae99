//! What the calls teach.

use filon_core::CallOutcome;
use filon_core::call::{
    AfterReply, Best, By, CallRecord, CallResult, Key, ObjectionMet, Pace, Progress, Worked, file_quality,
    lessons, objection_lessons, pace,
};

use crate::story::id;

fn call(progress: Progress, hour: i8) -> CallRecord {
    CallRecord {
        script: Some((id(1), 1)),
        caller: Some(id(2)),
        hour,
        segment: Some("Garages".into()),
        outcome: if progress == Progress::NotReached { CallOutcome::NoAnswer } else { CallOutcome::Answered },
        progress,
        objections: Vec::new(),
    }
}

/// 100 calls: 17 talks, 10 arguments, 5 interested, 3 meetings.
fn hundred() -> Vec<CallRecord> {
    let mut calls = Vec::new();
    for (count, progress) in [
        (83, Progress::NotReached),
        (7, Progress::Reached),
        (5, Progress::Argued),
        (2, Progress::Interested),
        (3, Progress::Meeting),
    ] {
        calls.extend((0..count).map(|number| call(progress, if number % 2 == 0 { 10 } else { 15 })));
    }
    calls
}

#[test]
fn a_table_counts_each_step_with_those_after_it() {
    let calls = hundred();
    let table = lessons(&calls, By::Version);
    assert_eq!(table.len(), 1);
    let line = &table[0];
    assert_eq!((line.key.clone(), line.calls), (Key::Version(id(1), 1), 100));
    let shares = [line.reached, line.argued, line.interested, line.meetings]
        .map(|measure| (measure.share.numerator, measure.share.denominator, measure.too_few));
    assert_eq!(shares, [(17, 100, false), (10, 17, true), (5, 10, true), (3, 100, false)]);
    let (low, high) = line.meetings.interval.unwrap();
    assert!((low - 0.010_2).abs() < 1e-3 && (high - 0.084_5).abs() < 1e-3, "{low} {high}");
    let hours: Vec<_> = lessons(&calls, By::Hour).iter().map(|line| (line.key.clone(), line.calls)).collect();
    assert_eq!(hours, [(Key::Hour(10), 52), (Key::Hour(15), 48)]);
    for by in By::ALL {
        assert_eq!(lessons(&calls, by).iter().map(|line| line.calls).sum::<u64>(), 100);
    }
    let unknown = CallRecord { script: None, ..call(Progress::Reached, 10) };
    assert_eq!(lessons(&[unknown], By::Script)[0].key, Key::Unknown);
    assert_eq!(lessons(&[], By::Script), []);
}

#[test]
fn thirty_calls_are_enough_and_twenty_nine_too_few() {
    let calls: Vec<_> = (0..30).map(|_| call(Progress::Reached, 10)).collect();
    assert!(!lessons(&calls, By::Script)[0].reached.too_few);
    assert!(lessons(&calls[1..], By::Script)[0].reached.too_few);
}

fn met(reply: Option<u128>, typed: Option<&str>, next: AfterReply) -> ObjectionMet {
    ObjectionMet { objection: id(10), reply: reply.map(id), spontaneous: typed.map(str::to_owned), next }
}

#[test]
fn the_best_answer_is_the_surest_of_those_tried_enough() {
    let mut calls = Vec::new();
    let mut add = |count: usize, meetings: usize, reply: u128| {
        for number in 0..count {
            let progress = if number < meetings { Progress::Meeting } else { Progress::Argued };
            let next = if number < meetings { AfterReply::Agreed } else { AfterReply::HungUp };
            let objections = vec![met(Some(reply), None, next), met(Some(reply), None, next)];
            calls.push(CallRecord { objections, ..call(progress, 10) });
        }
    };
    add(40, 8, 20);
    add(60, 9, 21);
    add(3, 3, 22);
    let lesson = &objection_lessons(&calls)[0];
    assert_eq!((lesson.calls, lesson.meetings.share.numerator), (103, 20));
    assert_eq!(lesson.best, Best::Reply(id(20)));
    let twenty = lesson.replies.iter().find(|reply| reply.reply == id(20)).unwrap();
    // Given twice in each call, counted once for the meeting and twice for what came next.
    assert_eq!(
        (twenty.calls, twenty.went_on.share.numerator, twenty.went_on.share.denominator),
        (40, 16, 80)
    );
    assert_eq!(objection_lessons(&calls[..29])[0].best, Best::TooFew);
    assert_eq!(objection_lessons(&calls[..30])[0].best, Best::Reply(id(20)));
}

#[test]
fn answers_found_on_the_spot_add_up_under_their_words() {
    let with = |objections| CallRecord { objections, ..call(Progress::Meeting, 10) };
    let calls = [
        with(vec![met(None, Some("On vous le reprend 200 €"), AfterReply::WentOn)]),
        with(vec![met(None, Some(" on vous le reprend 200 € "), AfterReply::WentOn)]),
        with(vec![met(None, None, AfterReply::HungUp)]),
        with(vec![met(None, Some("  "), AfterReply::HungUp)]),
    ];
    let lesson = &objection_lessons(&calls)[0];
    assert_eq!((lesson.calls, lesson.unanswered), (4, 2));
    let answers: Vec<_> = lesson.spontaneous.iter().map(|it| (it.text.as_str(), it.calls)).collect();
    assert_eq!(answers, [("On vous le reprend 200 €", 2)]);
}

#[test]
fn file_pace_and_cost() {
    let mut calls = hundred();
    for call in calls.iter_mut().take(4) {
        call.outcome = CallOutcome::WrongNumber;
    }
    let quality = file_quality(&calls).share;
    assert_eq!((quality.numerator, quality.denominator), (96, 100));
    let pace = pace(&calls, Worked { minutes: 300, cost: 20_000 });
    assert_eq!((pace.calls_per_hour, pace.meetings_per_hour), (Some(20.0), Some(0.6)));
    assert_eq!(pace.cost_per_meeting, Some(6_667));
    assert_eq!(Pace::cost_per(20_000, 0), None);
    assert_eq!(filon_core::call::pace(&[], Worked::default()).calls_per_hour, None);
}

#[test]
fn a_result_says_how_far_the_call_got() {
    assert_eq!(Progress::of(CallResult::Refused).argued(), Progress::Argued);
    assert_eq!(Progress::of(CallResult::Busy).argued(), Progress::NotReached);
    assert_eq!(Progress::of(CallResult::Interested).argued(), Progress::Interested);
}
