//! Who stopped where, and why; nobody is counted twice and nobody is forgotten.

use filon_core::ratio::{LossReason, LossTally, Rules, SILENT_AFTER_DAYS, Scope, StepLosses};
use filon_core::{CallOutcome, EventKind, Id};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{LAUNCH, Story, course, subject};

fn losses(story: &Story, scope: Scope) -> [StepLosses; 6] {
    let mut tally = LossTally::new(scope, Rules::default(), SILENT_AFTER_DAYS);
    for (id, events) in &story.accounts {
        tally.add(&subject(*id, events));
    }
    tally.losses()
}

fn on(story: &Story, today: Date) -> [StepLosses; 6] {
    losses(story, Scope { campaign: Some(story.campaign.id), today: Some(today), ..Scope::default() })
}

fn reasons(step: &StepLosses) -> Vec<(&'static str, u64)> {
    step.losses.iter().map(|loss| (loss.reason.code(), loss.count)).collect()
}

/// A letter to one company, and what its journal says then.
fn one(lines: &[(EventKind, Date)]) -> (Story, Id) {
    let mut story = Story::new();
    let dupont = story.account();
    story.tell(dupont, EventKind::LetterPosted, LAUNCH);
    for (kind, day) in lines {
        story.tell(dupont, *kind, *day);
    }
    let id = story.accounts[dupont].0;
    (story, id)
}

fn reason_on(story: &Story, today: Date) -> Option<LossReason> {
    on(story, today).iter().flat_map(|step| &step.losses).map(|loss| loss.reason.clone()).next()
}

#[test]
fn the_course_s_letters_are_open_for_eight_weeks_and_silent_after() {
    let story = course();
    let open = |today| on(&story, today).map(|step| step.open.len() as u64);
    // Posted on 2 March; meetings on 12 March, quotes on 20 March, orders on 10 April.
    assert_eq!(open(date(2026, 4, 27)), [0, 450, 0, 40, 5, 5]);
    assert_eq!(open(date(2026, 4, 28)), [0, 0, 0, 40, 5, 5]);
    let autumn = on(&story, date(2026, 10, 1));
    assert_eq!(autumn.each_ref().map(|step| step.count), [500, 500, 50, 50, 10, 5]);
    assert_eq!(reasons(&autumn[1]), [("silent", 450)]);
    assert_eq!(reasons(&autumn[3]), [("silent", 40)]);
    assert_eq!(autumn[3].losses[0].accounts.len(), 40);
    assert_eq!(autumn[5].open.len(), 5, "a client who orders no more is not lost until somebody says so");
}

#[test]
fn without_a_day_nobody_is_silent() {
    let story = course();
    let never = losses(&story, Scope { campaign: Some(story.campaign.id), ..Scope::default() });
    assert_eq!(never[1].open.len(), 450);
}

#[test]
fn refused_quotes_are_counted_by_what_was_said_however_it_was_typed() {
    let mut story = course();
    for (account, said) in [(5, "Trop cher"), (6, "trop  cher"), (7, "Délai"), (8, "")] {
        story.tell(account, EventKind::QuoteRefused, date(2026, 4, 20)).note = Some(said.into());
    }
    let quotes = &on(&story, date(2026, 4, 27))[4];
    let told: Vec<_> = quotes.losses.iter().map(|loss| (loss.said.as_deref(), loss.count)).collect();
    assert_eq!(told, [(Some("Trop cher"), 2), (None, 1), (Some("Délai"), 1)]);
    assert_eq!((quotes.count, quotes.next, quotes.open.len()), (10, 5, 1));
}

#[test]
fn what_did_not_arrive_is_a_loss_until_another_try() {
    let (npai, dupont) = one(&[(EventKind::LetterReturned, date(2026, 3, 9))]);
    let [_, contacted, ..] = on(&npai, date(2026, 3, 20));
    assert_eq!(contacted.losses[0].reason, LossReason::Returned);
    assert_eq!(contacted.losses[0].accounts, [dupont]);
    let again =
        one(&[(EventKind::LetterReturned, date(2026, 3, 9)), (EventKind::LetterPosted, date(2026, 3, 16))]);
    assert_eq!(reason_on(&again.0, date(2026, 3, 20)), None);
    let mut story = Story::new();
    let martin = story.account();
    story.tell(martin, EventKind::CallMade, LAUNCH).outcome = Some(CallOutcome::WrongNumber);
    assert_eq!(reason_on(&story, LAUNCH), Some(LossReason::WrongNumber));
}

#[test]
fn a_no_stands_until_they_come_back_themselves() {
    let no = (EventKind::NoInterest, date(2026, 3, 9));
    let after = |kind| one(&[no, (kind, date(2026, 3, 16))]).0;
    assert_eq!(reason_on(&after(EventKind::LetterPosted), date(2026, 3, 20)), Some(LossReason::NoInterest));
    assert_eq!(reason_on(&after(EventKind::InterestShown), date(2026, 3, 20)), None);
    let missed =
        one(&[(EventKind::MeetingSet, date(2026, 3, 9)), (EventKind::MeetingMissed, date(2026, 3, 12))]);
    assert_eq!(reason_on(&missed.0, date(2026, 3, 20)), Some(LossReason::MeetingMissed));
    let reset = one(&[
        (EventKind::MeetingSet, date(2026, 3, 9)),
        (EventKind::MeetingMissed, date(2026, 3, 12)),
        (EventKind::MeetingSet, date(2026, 3, 13)),
    ]);
    assert_eq!(reason_on(&reset.0, date(2026, 3, 20)), None);
}

#[test]
fn an_opposition_stops_also_whoever_was_never_contacted() {
    let mut story = Story::new();
    let bernard = story.account();
    story.tell(bernard, EventKind::OptedOut, date(2026, 2, 1));
    story.account();
    let [targeted, ..] = on(&story, date(2026, 9, 1));
    assert_eq!((targeted.count, reasons(&targeted), targeted.open.len()), (2, vec![("opted_out", 1)], 1));
}

#[test]
fn a_client_won_and_lost_again_is_a_loss_of_the_last_step() {
    let mut story = course();
    story.tell(0, EventKind::CustomerLost, date(2027, 6, 1)).note = Some("Fermeture".into());
    let won = &on(&story, date(2027, 7, 1))[5];
    assert_eq!((reasons(won), won.open.len()), (vec![("customer_lost", 1)], 4));
    story.order(0, date(2027, 6, 15), 10_000);
    assert_eq!(on(&story, date(2027, 7, 1))[5].open.len(), 5);
}

#[test]
fn clients_of_before_are_said_apart() {
    let mut story = Story::new();
    let client = story.account();
    story.tell(client, EventKind::ClientKnown, date(2026, 1, 5));
    story.tell(client, EventKind::LetterPosted, LAUNCH);
    let [targeted, ..] = on(&story, date(2026, 9, 1));
    assert_eq!((targeted.count, targeted.next, targeted.clients, targeted.open.len()), (1, 0, 1, 0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever happened, in whatever scope: everybody who got to a step got further, is a client of
    /// before, is on the way, or is lost, once; and the counts are those of the funnel.
    #[test]
    fn nobody_is_counted_twice_or_forgotten(
        journals in prop::collection::vec(prop::collection::vec((0usize..25, 0i32..200, any::<bool>()), 0..9), 1..12),
        of_campaign: bool,
        today in prop::option::of(0i32..300),
        length in prop::option::of(1i32..200),
    ) {
        let day = |n: i32| LAUNCH.saturating_add(jiff::Span::new().days(n));
        let mut story = Story::new();
        for lines in &journals {
            let account = story.account();
            for (kind, on, ours) in lines {
                let campaign = story.campaign.id;
                let line = story.tell(account, EventKind::ALL[*kind], day(*on));
                line.campaign = ours.then_some(campaign);
            }
        }
        let scope = Scope {
            campaign: of_campaign.then_some(story.campaign.id),
            to: length.map(day),
            today: today.map(day),
            ..Scope::default()
        };
        let funnel = story.figures(scope.clone()).funnel.map(|step| step.count);
        let steps = losses(&story, scope);
        let mut everybody: Vec<&Id> = Vec::new();
        for (at, step) in steps.iter().enumerate() {
            let lost: u64 = step.losses.iter().map(|loss| loss.count).sum();
            prop_assert_eq!(step.count, funnel[at]);
            prop_assert_eq!(step.count, step.next + step.clients + step.open.len() as u64 + lost);
            prop_assert_eq!(step.next, funnel.get(at + 1).copied().unwrap_or(0));
            everybody.extend(&step.open);
            everybody.extend(step.losses.iter().flat_map(|loss| &loss.accounts));
        }
        let listed = everybody.len();
        everybody.sort();
        everybody.dedup();
        prop_assert_eq!(listed, everybody.len());
    }
}
