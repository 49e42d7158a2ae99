//! M7: a call list against a judge that read the law for itself, in 100,000 cases that are the same
//! on every machine. Nobody is ready whom the judge forbids; nobody waits whom he allows, but for a
//! follow-up or a meeting to come; and whoever waits is told the day on which he allows it.

mod calendar;
mod draw;
mod judge;
mod story;

use std::collections::BTreeMap;

use filon_core::Moment;
use filon_core::call::{NotNow, call_queue};
use filon_core::consent::{Rule, Rules};
use jiff::civil::Date;

use calendar::{Day, civil, clock};
use draw::{Draw, Scene};
use judge::{allowed_on, forbidding, meets};
use story::Story;

const SCENES: usize = 25_000;

/// How often each rule forbade alone, and how many were ready or waited for something else.
#[derive(Default)]
struct Seen {
    alone: BTreeMap<Rule, usize>,
    ready: usize,
    follow_up: usize,
    meeting: usize,
    days_told: usize,
}

#[test]
fn a_list_of_calls_says_what_the_law_says() {
    let (mut draw, mut seen) = (Draw(2_025_594), Seen::default());
    for at in 0..SCENES {
        check(&draw.scene(), at, &mut seen);
    }
    // The draw is worth nothing unless it came by every limit often.
    use Rule::*;
    for rule in [
        OptedOut,
        SirenePartial,
        RentedFileUsed,
        Retention,
        SourceUnknown,
        NoPhone,
        ConsumerPhoneConsent,
        ConsumerPhoneRest,
        ConsumerPhoneFrequency,
        ConsumerPhoneHours,
    ] {
        let times = seen.alone.get(&rule).copied().unwrap_or(0);
        assert!(times >= 100, "{rule:?} forbade alone {times} times");
    }
    assert!(seen.ready > 15_000 && seen.follow_up > 1_000 && seen.meeting > 200 && seen.days_told > 1_000);
}

fn check(scene: &Scene, at: usize, seen: &mut Seen) {
    let Scene { settings, moment, stories } = scene;
    let rules = Rules {
        professional_purpose: settings.professional_purpose,
        alsace_moselle: settings.alsace_moselle,
        ..Rules::default()
    };
    let candidates = stories.iter().enumerate().map(|(number, story)| (story.candidate(), number));
    let queue = call_queue(candidates, Moment::from_millis(moment * 1_000), &rules);
    assert_eq!(queue.ready().len() + queue.waiting().len(), stories.len());
    for queued in queue.ready() {
        let story = &stories[queued.candidate.1];
        assert_eq!(forbidding(story, *settings, *moment), [], "scene {at}: {story:?}");
        assert!(story.follow_up.is_none_or(|due| due <= *moment), "scene {at}: {story:?}");
        assert!(story.follow_up.is_some() || !meets(story, *moment), "scene {at}: {story:?}");
        seen.ready += 1;
    }
    for waiting in queue.waiting() {
        let story = &stories[waiting.candidate.1];
        let forbidding = forbidding(story, *settings, *moment);
        let (stands, from) = match waiting.why {
            NotNow::Rule(refusal) => (forbidding.contains(&refusal.rule), Some(*moment)),
            NotNow::FollowUp(due) => {
                seen.follow_up += 1;
                let due = due.millis() / 1_000;
                let is_theirs = story.follow_up == Some(due) && due > *moment;
                (forbidding.is_empty() && is_theirs, Some(due))
            }
            NotNow::Meeting { .. } => {
                seen.meeting += 1;
                (forbidding.is_empty() && story.follow_up.is_none() && meets(story, *moment), None)
            }
        };
        assert!(stands, "scene {at}: {:?}, the law says {forbidding:?} of {story:?}", waiting.why);
        if let [alone] = forbidding[..] {
            *seen.alone.entry(alone).or_default() += 1;
        }
        // Every day to come is tried one by one, which is slow.
        if at.is_multiple_of(8) && knows_nothing_to_come(story, *moment) {
            let day = from.and_then(|from| allowed_on(story, *settings, from));
            assert_eq!(waiting.until.map(day_number), day, "scene {at}: {:?} of {story:?}", waiting.why);
            seen.days_told += usize::from(day.is_some());
        }
    }
}

fn knows_nothing_to_come(story: &Story, moment: i64) -> bool {
    story.lines.iter().all(|line| line.day <= clock("75001", moment).0)
}

fn day_number(day: Date) -> Day {
    let number = calendar::number(day.year().into(), day.month().into(), day.day().into());
    assert_eq!(civil(number), (day.year().into(), day.month().into(), day.day().into()));
    number
}
