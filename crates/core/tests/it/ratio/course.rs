//! The courses' other ratios, on actions told line by line.

use std::collections::HashMap;

use filon_core::call::Progress;
use filon_core::ratio::{Counted, CourseFigures, CourseRatio, CourseTally, Rules, Scope};
use filon_core::{CallOutcome, Channel, EventKind, Id};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{LAUNCH, Story, subject};

const WEEK_LATER: Date = date(2026, 3, 9);
const MONTH_LATER: Date = date(2026, 4, 2);

fn figures(story: &Story, progress: HashMap<Id, Progress>) -> CourseFigures {
    let scope = Scope { campaign: Some(story.campaign.id), ..Scope::default() };
    let mut tally = CourseTally::new(scope, Rules::default(), progress);
    for (id, events) in &story.accounts {
        tally.add(&subject(*id, events));
    }
    tally.figures()
}

fn fraction(figures: &CourseFigures, ratio: CourseRatio) -> (u64, u64) {
    let share = figures.share(ratio);
    (share.numerator, share.denominator)
}

#[test]
fn codes_read_back() {
    assert!(Counted::ALL.iter().all(|counted| Counted::from_code(counted.code()) == Some(*counted)));
    assert!(CourseRatio::ALL.iter().all(|ratio| CourseRatio::from_code(ratio.code()) == Some(*ratio)));
}

#[test]
fn nothing_done_is_no_figure_at_all() {
    let empty = figures(&Story::new(), HashMap::new());
    assert!(CourseRatio::ALL.iter().all(|ratio| empty.share(*ratio).value().is_none()));
    let mut waiting = Story::new();
    waiting.account();
    let waiting = figures(&waiting, HashMap::new());
    assert_eq!(fraction(&waiting, CourseRatio::Overall), (0, 1));
    assert_eq!(waiting.share(CourseRatio::Returned).value(), None, "no letter, no NPAI");
    assert_eq!(waiting.share(CourseRatio::PostValidity).value(), None);
}

#[test]
fn a_mailing_of_a_hundred_addresses() {
    let mut story = Story::new();
    for n in 0..100 {
        let account = story.account();
        story.tell(account, EventKind::LetterPosted, LAUNCH);
        match n {
            0..4 => drop(story.tell(account, EventKind::LetterReturned, WEEK_LATER)),
            4..10 => {
                story.tell(account, EventKind::InterestShown, WEEK_LATER);
                story.tell(account, EventKind::MeetingHeld, WEEK_LATER);
            }
            10..12 => drop(story.tell(account, EventKind::NoInterest, WEEK_LATER)),
            _ => {}
        }
        if (4..7).contains(&n) {
            story.tell(account, EventKind::QuoteSent, MONTH_LATER);
        }
        if n == 4 {
            story.order(account, MONTH_LATER, 10_000);
            story.order(account, MONTH_LATER, 10_000);
        }
    }
    let found = figures(&story, HashMap::new());
    for (ratio, expected) in [
        (CourseRatio::PostValidity, (96, 100)),
        (CourseRatio::Returned, (4, 100)),
        (CourseRatio::Talks, (6, 96)),
        (CourseRatio::Answers, (8, 100)),
        (CourseRatio::Quotes, (3, 6)),
        (CourseRatio::Sales, (1, 6)),
        (CourseRatio::Overall, (1, 100)),
    ] {
        assert_eq!(fraction(&found, ratio), expected, "{ratio:?}");
    }
    assert_eq!(found.accounts(Counted::Sold), [story.accounts[4].0]);
    assert_eq!(found.accounts(Counted::Returned).len(), 4);
}

#[test]
fn calls_are_counted_one_by_one_and_argued_where_it_was_noted() {
    let mut story = Story::new();
    let mut progress = HashMap::new();
    let [dupont, martin, bernard] = std::array::from_fn(|_| story.account());
    for (account, outcome, noted) in [
        (dupont, CallOutcome::NoAnswer, Some(Progress::NotReached)),
        (dupont, CallOutcome::Answered, Some(Progress::Meeting)),
        (martin, CallOutcome::WrongNumber, Some(Progress::NotReached)),
        (bernard, CallOutcome::CallBack, Some(Progress::Reached)),
        (bernard, CallOutcome::Answered, None),
    ] {
        let call = story.tell(account, EventKind::CallMade, LAUNCH);
        call.outcome = Some(outcome);
        progress.extend(noted.map(|noted| (call.id, noted)));
        if noted == Some(Progress::Meeting) {
            story.tell(account, EventKind::MeetingSet, LAUNCH).channel = Some(Channel::Phone);
            story.tell(account, EventKind::MeetingSet, WEEK_LATER).channel = Some(Channel::Phone);
        }
    }
    let found = figures(&story, progress);
    assert_eq!(fraction(&found, CourseRatio::CallValidity), (4, 5));
    assert_eq!(fraction(&found, CourseRatio::Argued), (1, 2));
    assert_eq!(fraction(&found, CourseRatio::CallConversion), (1, 5), "a meeting moved is one meeting");
    assert_eq!(found.accounts(Counted::Calls).len(), 3);
}

#[test]
fn visits_to_clients_are_work_that_wins_no_prospect() {
    let mut story = Story::new();
    let [client, dupont, martin] = std::array::from_fn(|_| story.account());
    story.tell(client, EventKind::ClientKnown, date(2026, 1, 5));
    for account in [client, dupont, dupont, martin] {
        story.tell(account, EventKind::VisitMade, LAUNCH);
    }
    story.tell(dupont, EventKind::MeetingSet, WEEK_LATER);
    story.tell(client, EventKind::MeetingSet, WEEK_LATER);
    let found = figures(&story, HashMap::new());
    assert_eq!(fraction(&found, CourseRatio::VisitEffort), (2, 4));
    assert_eq!(fraction(&found, CourseRatio::VisitConversion), (1, 2));
}

#[test]
fn an_e_mail_clicked_ten_times_is_one_click() {
    let mut story = Story::new();
    let [dupont, martin] = std::array::from_fn(|_| story.account());
    for account in [dupont, martin] {
        story.tell(account, EventKind::EmailSent, LAUNCH);
    }
    story.tell(martin, EventKind::EmailBounced, LAUNCH);
    for _ in 0..10 {
        story.tell(dupont, EventKind::EmailClicked, WEEK_LATER);
    }
    story.tell(dupont, EventKind::EmailSent, MONTH_LATER);
    story.tell(dupont, EventKind::MeetingSet, MONTH_LATER);
    let found = figures(&story, HashMap::new());
    assert_eq!(fraction(&found, CourseRatio::EmailBounce), (1, 3));
    assert_eq!(fraction(&found, CourseRatio::EmailDelivery), (2, 3));
    assert_eq!(fraction(&found, CourseRatio::EmailClicks), (1, 3));
    assert_eq!(fraction(&found, CourseRatio::EmailConversion), (1, 3));
    assert_eq!(fraction(&found, CourseRatio::Answers), (1, 3), "a click is no answer, a meeting is");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// A ratio above 100 % would be an error of data (DOMAIN.md 1.6).
    #[test]
    fn no_journal_makes_a_ratio_above_a_hundred_percent(
        journals in prop::collection::vec(prop::collection::vec((0usize..25, 0i8..60, any::<bool>()), 0..12), 1..8),
    ) {
        let mut story = Story::new();
        for lines in &journals {
            let account = story.account();
            for (kind, after, ours) in lines {
                let campaign = story.campaign.id;
                let day = LAUNCH.saturating_add(jiff::Span::new().days(*after));
                story.tell(account, EventKind::ALL[*kind], day).campaign = ours.then_some(campaign);
            }
        }
        let found = figures(&story, HashMap::new());
        for ratio in CourseRatio::ALL {
            let share = found.share(ratio);
            prop_assert!(share.numerator <= share.denominator, "{ratio:?} {share:?}");
        }
        for counted in Counted::ALL {
            prop_assert!(found.accounts(counted).len() as u64 <= found.count(counted));
        }
    }
}
