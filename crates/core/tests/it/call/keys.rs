//! What one key records, and the next step that is proposed.

use filon_core::call::{
    Cadence, Call, CallResult, FollowUpReason, NextStep, NumberState, Recorded, StopReason, record,
};
use filon_core::consent::{Rule, Rules};
use filon_core::{CallOutcome, Channel, EventKind, Moment};
use jiff::civil::{Date, DateTime, date};

use crate::consent::{Case, MONDAY, morning};

fn press(case: &Case, result: CallResult, at: DateTime) -> Recorded {
    let (cadence, rules) = (Cadence::default(), Rules::default());
    let facts = case.facts();
    record(
        result,
        &Call { facts: &facts, at: Moment::at(at), minutes: Some(4), cadence: &cadence, rules: &rules },
    )
}

fn again(recorded: &Recorded) -> (Date, FollowUpReason) {
    match recorded.next_step {
        NextStep::CallAgain { on, reason, .. } => (on, reason),
        other => panic!("{other:?}"),
    }
}

fn consenting() -> Case {
    let mut case = Case::individual();
    case.add(EventKind::ConsentGiven, Some(Channel::Phone), date(2026, 9, 1));
    case
}

#[test]
fn each_key_writes_the_call_and_what_came_out_of_it() {
    let at = Moment::at(morning(MONDAY));
    use CallOutcome::*;
    for (result, outcome, more) in [
        (CallResult::Answered, Answered, None),
        (CallResult::NoAnswer, NoAnswer, None),
        (CallResult::Busy, Busy, None),
        (CallResult::WrongNumber, WrongNumber, None),
        (CallResult::CallBack { at }, CallBack, None),
        (CallResult::Interested, Answered, Some((EventKind::InterestShown, Some(Channel::Phone)))),
        (CallResult::Meeting { at }, Answered, Some((EventKind::MeetingSet, Some(Channel::Phone)))),
        (CallResult::Refused, Answered, Some((EventKind::NoInterest, Some(Channel::Phone)))),
        (
            CallResult::OptedOut { channel: Some(Channel::Phone) },
            Answered,
            Some((EventKind::OptedOut, Some(Channel::Phone))),
        ),
        (CallResult::OptedOut { channel: None }, Answered, Some((EventKind::OptedOut, None))),
    ] {
        let recorded = press(&Case::company(), result, morning(MONDAY));
        let call = &recorded.events[0];
        assert_eq!((call.kind, call.outcome, call.minutes), (EventKind::CallMade, Some(outcome), Some(4)));
        assert_eq!((call.on, call.at), (MONDAY, at));
        let rest: Vec<_> = recorded.events[1..].iter().map(|event| (event.kind, event.channel)).collect();
        assert_eq!(rest, more.into_iter().collect::<Vec<_>>(), "{result:?}");
        assert!(CallResult::CODES.contains(&result.code()));
    }
}

#[test]
fn calls_without_an_answer_are_spaced_then_stopped() {
    let mut case = Case::company();
    let mut day = MONDAY;
    let mut days = Vec::new();
    for _ in 0..3 {
        let recorded = press(&case, CallResult::NoAnswer, morning(day));
        case.add(EventKind::CallMade, None, day).outcome = Some(CallOutcome::NoAnswer);
        day = again(&recorded).0;
        days.push(day);
    }
    // +1 d, +3 d to the Friday, +7 d.
    assert_eq!(days, [date(2026, 11, 17), date(2026, 11, 20), date(2026, 11, 27)]);
    let last = press(&case, CallResult::NoAnswer, morning(day));
    assert_eq!(last.next_step, NextStep::Stop { reason: StopReason::Unreachable { attempts: 4 } });
    assert_eq!(last.unanswered, 4);
    // Somebody answered: the row starts anew.
    case.story.call(CallOutcome::Answered, day);
    assert_eq!(press(&case, CallResult::NoAnswer, morning(day)).unanswered, 1);
}

#[test]
fn a_busy_line_is_tried_again_within_the_hour() {
    let busy = |case: &Case, at: DateTime| press(case, CallResult::Busy, at).next_step;
    let soon = MONDAY.at(11, 30, 0, 0);
    let again = |at: DateTime| NextStep::CallAgain {
        on: at.date(),
        at: Some(Moment::at(at)),
        reason: FollowUpReason::Busy,
    };
    assert_eq!(busy(&Case::company(), morning(MONDAY)), again(soon));
    assert_eq!(busy(&consenting(), morning(MONDAY)), again(soon));
    let tomorrow = NextStep::CallAgain { on: date(2026, 11, 17), at: None, reason: FollowUpReason::Busy };
    // At noon and a half a private individual is at table in half an hour; at half past five it is late.
    assert_eq!(busy(&consenting(), MONDAY.at(12, 30, 0, 0)), tomorrow);
    assert_eq!(busy(&Case::company(), MONDAY.at(17, 30, 0, 0)), tomorrow);
    assert_eq!(busy(&Case::company(), MONDAY.at(17, 29, 0, 0)), again(MONDAY.at(17, 59, 0, 0)));
}

#[test]
fn a_wrong_number_asks_for_the_right_one() {
    let recorded = press(&Case::company(), CallResult::WrongNumber, morning(MONDAY));
    assert_eq!((recorded.next_step, recorded.number), (NextStep::CorrectNumber, NumberState::Wrong));
}

#[test]
fn a_moment_asked_for_is_kept_where_the_law_lets_it() {
    let asked = |case: &Case, at: DateTime| match press(
        case,
        CallResult::CallBack { at: Moment::at(at) },
        morning(MONDAY),
    )
    .next_step
    {
        NextStep::CallAgain { at: Some(at), reason: FollowUpReason::Asked, .. } => at.local(),
        other => panic!("{other:?}"),
    };
    let saturday = date(2026, 11, 21).at(9, 0, 0, 0);
    assert_eq!(asked(&Case::company(), saturday), saturday);
    assert_eq!(asked(&consenting(), saturday), date(2026, 11, 23).at(10, 0, 0, 0));
    let lunch = date(2026, 11, 17).at(13, 15, 0, 0);
    assert_eq!(asked(&consenting(), lunch), date(2026, 11, 17).at(14, 0, 0, 0));
    let tea = date(2026, 11, 17).at(16, 15, 0, 0);
    assert_eq!(asked(&consenting(), tea), tea);
}

#[test]
fn a_fifth_call_in_thirty_days_is_put_off() {
    let mut case = consenting();
    for day in [2, 5, 10] {
        case.story.call(CallOutcome::Answered, date(2026, 11, day));
    }
    let recorded = press(&case, CallResult::Interested, morning(MONDAY));
    assert_eq!(again(&recorded), (date(2026, 12, 2), FollowUpReason::Interest));
    let recorded = press(&Case::company(), CallResult::Interested, morning(MONDAY));
    assert_eq!(again(&recorded).0, date(2026, 11, 19));
}

#[test]
fn a_refusal_leaves_a_door_open_and_an_opposition_none() {
    let (cadence, rules) = (Cadence { refusal_days: 30, ..Cadence::default() }, Rules::default());
    let case = consenting();
    let facts = case.facts();
    let call = Call {
        facts: &facts,
        at: Moment::at(morning(MONDAY)),
        minutes: None,
        cadence: &cadence,
        rules: &rules,
    };
    // 60 full days of rest end on Saturday 16 January.
    assert_eq!(again(&record(CallResult::Refused, &call)), (date(2027, 1, 18), FollowUpReason::Refusal));
    let opted = press(&Case::company(), CallResult::OptedOut { channel: None }, morning(MONDAY));
    assert_eq!(opted.next_step, NextStep::Stop { reason: StopReason::OptedOut });
    // The consent of 1 September 2026 has lapsed when the year is over.
    let late = press(&consenting(), CallResult::Answered, morning(date(2027, 8, 31)));
    let lapsed = StopReason::Rule { rule: Rule::ConsumerPhoneConsent };
    assert_eq!(late.next_step, NextStep::Stop { reason: lapsed });
}

#[test]
fn a_meeting_is_confirmed_the_working_day_before() {
    let confirm = |slot: DateTime| match press(
        &Case::company(),
        CallResult::Meeting { at: Moment::at(slot) },
        morning(MONDAY),
    )
    .next_step
    {
        NextStep::Meeting { confirm_on, .. } => confirm_on,
        other => panic!("{other:?}"),
    };
    assert_eq!(confirm(date(2026, 11, 23).at(10, 0, 0, 0)), Some(date(2026, 11, 20)));
    assert_eq!(confirm(date(2026, 11, 17).at(10, 0, 0, 0)), None);
    assert_eq!(confirm(date(2026, 12, 28).at(10, 0, 0, 0)), Some(date(2026, 12, 24)));
}
