//! The table of the right to contact (PRODUCT.md) and the law of the telephone (DOMAIN.md 2.4), read
//! again from their words. Names of rules are all that is shared with the code that is judged.

use filon_core::consent::Rule;
use filon_core::{AccountKind, Channel, EventKind};

use super::calendar::{Day, clock, holidays, number, weekday, years_later};
use super::story::{Line, Story};

/// What the company settled.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    pub professional_purpose: bool,
    pub alsace_moselle: bool,
}

const PARIS: &str = "75001";

/// Every rule that forbids the call at a moment.
pub fn forbidding(story: &Story, settings: Settings, moment: i64) -> Vec<Rule> {
    let (today, _) = clock(PARIS, moment);
    let known = |line: &&Line| line.day <= today || line.kind == EventKind::ClientKnown;
    let all: Vec<&Line> = story.lines.iter().filter(known).collect();
    // What one person wants is not what her colleague wants.
    let is_theirs = |line: &&&Line| {
        let personal = matches!(line.kind, EventKind::OptedOut | EventKind::ConsentGiven);
        let somebody_else = line.person.is_some() && story.meant.is_some() && line.person != story.meant;
        !(personal && somebody_else)
    };
    let theirs: Vec<&Line> = all.iter().filter(is_theirs).copied().collect();
    let was_client =
        all.iter().any(|line| matches!(line.kind, EventKind::OrderPlaced | EventKind::ClientKnown));
    let is_client = was_client && !is_lost(&all);
    let answered = was_client || theirs.iter().any(|line| comes_from_them(line.kind));
    let has_number =
        story.house_phone || (0..2).any(|at| story.phones[at] && story.meant.is_none_or(|meant| meant == at));
    let is_consumer =
        story.kind == AccountKind::Individual || story.sole_trader && !settings.professional_purpose;

    let mut rules = Vec::new();
    let mut forbid = |rule: Rule, stands: bool| {
        if stands {
            rules.push(rule);
        }
    };
    forbid(Rule::OptedOut, is_opposed(&theirs, story.suppressed));
    forbid(Rule::SirenePartial, story.partial);
    forbid(Rule::RentedFileUsed, story.rented.is_some_and(|(paid, made)| made >= paid) && !answered);
    forbid(Rule::Retention, !is_client && today > kept_until(story.created, was_client, &all));
    forbid(Rule::SourceUnknown, !was_client && !story.source);
    forbid(Rule::NoPhone, !has_number);
    if is_consumer {
        let no_consent = today >= number(2026, 8, 11) && !is_client && !agreed(&theirs, today);
        forbid(Rule::ConsumerPhoneConsent, no_consent);
        forbid(Rule::ConsumerPhoneRest, rests(&all, today));
        let lately = all.iter().filter(|line| line.kind == EventKind::CallMade && today - line.day < 30);
        forbid(Rule::ConsumerPhoneFrequency, lately.count() >= 4);
        forbid(Rule::ConsumerPhoneHours, !in_hours(story.postcode, settings, moment));
    }
    rules
}

/// Of calls, or of everything.
fn of_phone(line: &Line) -> bool {
    matches!(line.channel, None | Some(Channel::Phone))
}

/// For ever, until they ask to be called themselves.
fn is_opposed(theirs: &[&Line], suppressed: Option<(Option<Channel>, Day)>) -> bool {
    let mut opposed = false;
    // The list that outlives erasure knows days, not the order within one.
    let mut listed = false;
    for line in theirs {
        let since = suppressed.filter(|(channel, _)| matches!(channel, None | Some(Channel::Phone)));
        match line.kind {
            EventKind::OptedOut if of_phone(line) => {
                opposed = true;
                listed = false;
            }
            EventKind::ConsentGiven if line.channel == Some(Channel::Phone) => {
                opposed = false;
                listed = since.is_some_and(|(_, since)| line.day > since);
            }
            _ => {}
        }
    }
    let on_the_list = matches!(suppressed, Some((None | Some(Channel::Phone), _)));
    opposed || on_the_list && !listed
}

/// Consent of a year at most, after which they did not object.
fn agreed(theirs: &[&Line], today: Day) -> bool {
    let mut since = None;
    for line in theirs.iter().filter(|line| of_phone(line)) {
        match line.kind {
            EventKind::OptedOut => since = None,
            EventKind::ConsentGiven => since = Some(line.day),
            _ => {}
        }
    }
    since.is_some_and(|day| today <= years_later(day, 1))
}

fn is_lost(all: &[&Line]) -> bool {
    let mut lost = false;
    for line in all {
        match line.kind {
            EventKind::CustomerLost => lost = true,
            EventKind::OrderPlaced => lost = false,
            _ => {}
        }
    }
    lost
}

fn comes_from_them(kind: EventKind) -> bool {
    use EventKind::*;
    matches!(kind, EmailReplied | InterestShown | MeetingSet | MeetingHeld | OrderPlaced | ConsentGiven)
}

/// Three years from the last sign of theirs, the day itself included.
fn kept_until(created: Day, was_client: bool, all: &[&Line]) -> Day {
    let signs = all
        .iter()
        .filter(|line| comes_from_them(line.kind) || was_client && line.kind == EventKind::CustomerLost);
    let last = signs.map(|line| line.day).max();
    let from = match (was_client, last) {
        (true, Some(last)) => last,
        (false, Some(last)) => last.max(created),
        (_, None) => created,
    };
    years_later(from, 3)
}

/// Sixty whole days after the day of a refusal on the telephone.
fn rests(all: &[&Line], today: Day) -> bool {
    let called_on = |day| all.iter().any(|line| line.kind == EventKind::CallMade && line.day == day);
    all.iter().any(|line| {
        let on_the_telephone = match line.channel {
            Some(channel) => channel == Channel::Phone,
            None => called_on(line.day),
        };
        line.kind == EventKind::NoInterest && on_the_telephone && today - line.day <= 60
    })
}

/// Monday to Friday, 10 to 13 and 14 to 20 where they live, not on a public holiday.
pub fn in_hours(postcode: &str, settings: Settings, moment: i64) -> bool {
    let (day, second) = clock(postcode, moment);
    let (everywhere, alsatian) = holidays(super::calendar::civil(day).0);
    let in_alsace = settings.alsace_moselle && matches!(&postcode[..2], "57" | "67" | "68");
    let off = weekday(day) > 5 || everywhere.contains(&day) || in_alsace && alsatian.contains(&day);
    let hour = second / 3_600;
    !off && ((10..13).contains(&hour) || (14..20).contains(&hour))
}

/// The meeting that was set last was neither held nor missed.
pub fn meets(story: &Story, moment: i64) -> bool {
    let (today, _) = clock(PARIS, moment);
    let known = story.lines.iter().rev().filter(|line| line.day <= today);
    let mut meetings = known.filter(|line| {
        matches!(line.kind, EventKind::MeetingSet | EventKind::MeetingHeld | EventKind::MeetingMissed)
    });
    meetings.next().is_some_and(|line| line.kind == EventKind::MeetingSet)
}

/// The first day in Paris, at most 80 days on, on which the call is allowed from a moment on.
pub fn allowed_on(story: &Story, settings: Settings, from: i64) -> Option<Day> {
    let (today, _) = clock(PARIS, from);
    let (there, _) = clock(story.postcode, from);
    let opening = (-1..80).flat_map(|after| {
        let open = [10, 14].map(|hour| super::calendar::moment(story.postcode, there + after, hour * 3_600));
        [super::calendar::moment(PARIS, today + after, 0), open[0], open[1]]
    });
    let mut moments: Vec<i64> = opening.filter(|moment| *moment > from).chain([from]).collect();
    moments.sort_unstable();
    let first = moments.into_iter().find(|moment| forbidding(story, settings, *moment).is_empty());
    first.map(|moment| clock(PARIS, moment).0)
}
