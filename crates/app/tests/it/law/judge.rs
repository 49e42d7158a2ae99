//! PRODUCT.md's table of the right to contact, read again: by telephone, of an account, at a moment.

use filon_core::follow_up::FollowUpKind;
use filon_core::{AccountKind, Channel, EventKind};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};

use super::calendar::{in_hours, there};
use super::draw::{Line, Somebody};

/// What becomes of somebody in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judged {
    /// May be called now; the moment of the follow-up that is due.
    Ready(Option<DateTime>),
    /// By the telephone's own rules.
    Forbidden(&'static str),
    /// Somebody said when.
    Later,
    /// A meeting lies ahead.
    Meeting,
}

pub fn judge(one: &Somebody, now: DateTime) -> Judged {
    let today = now.date();
    if let Some(rule) = forbidden(one, now) {
        return Judged::Forbidden(rule);
    }
    // A letter or a visit that is planned is no reason to call, nor to wait; nor is something promised, which
    // a call does not settle, once somebody called after its day.
    let called_after =
        |day: Date| one.lines.iter().any(|line| line.kind == EventKind::CallMade && line.on > day);
    let next = one
        .follow_ups
        .iter()
        .filter(|(kind, on, _)| match kind {
            FollowUpKind::Call => true,
            FollowUpKind::Other => !called_after(*on),
            _ => false,
        })
        .map(|(_, on, at)| (*on, at.unwrap_or(on.at(0, 0, 0, 0)), at.is_some()))
        .min_by_key(|(on, at, has_hour)| (*on, *has_hour, *at));
    match next {
        Some((_, at, _)) if at > now => Judged::Later,
        Some((_, at, _)) => Judged::Ready(Some(at)),
        None => {
            let meetings = one.lines.iter().rev().filter(|line| line.on <= today);
            let last = meetings.map(|line| line.kind).find(|kind| {
                matches!(kind, EventKind::MeetingSet | EventKind::MeetingHeld | EventKind::MeetingMissed)
            });
            if last == Some(EventKind::MeetingSet) { Judged::Meeting } else { Judged::Ready(None) }
        }
    }
}

fn forbidden(one: &Somebody, now: DateTime) -> Option<&'static str> {
    let today = now.date();
    let known: Vec<&Line> =
        one.lines.iter().filter(|line| line.on <= today || line.kind == EventKind::ClientKnown).collect();
    let bought = |line: &&&Line| matches!(line.kind, EventKind::OrderPlaced | EventKind::ClientKnown);
    let was_client = known.iter().any(|line| bought(&line));
    let is_client = was_client && !is_lost(&known);
    let for_phone = |line: &Line| matches!(line.channel, None | Some(Channel::Phone));

    // Opted out: for ever, until they ask to be called themselves.
    let mut opposed = false;
    for line in &known {
        match line.kind {
            EventKind::OptedOut if for_phone(line) => opposed = true,
            EventKind::ConsentGiven if line.channel == Some(Channel::Phone) => opposed = false,
            _ => {}
        }
    }
    if opposed {
        return Some("opposed");
    }
    if one.partial {
        return Some("partial");
    }
    let signs = known.iter().filter(|line| is_inbound(line.kind)).map(|line| line.on);
    let lost = known.iter().filter(|line| was_client && line.kind == EventKind::CustomerLost);
    let last = signs.chain(lost.map(|line| line.on)).max();
    let from = match last {
        Some(last) if was_client => last,
        Some(last) => last.max(one.created),
        None => one.created,
    };
    if !is_client && today > from + 3.years() {
        return Some("retention");
    }
    if !was_client && !one.source {
        return Some("source");
    }
    if one.phones == [false; 3] {
        return Some("no number");
    }
    if one.kind == AccountKind::Company && !one.sole_trader {
        return None;
    }
    let mut agreed = None;
    for line in known.iter().filter(|line| for_phone(line)) {
        match line.kind {
            EventKind::OptedOut => agreed = None,
            EventKind::ConsentGiven => agreed = Some(line.on),
            _ => {}
        }
    }
    let fresh = agreed.is_some_and(|on| today <= on + 1.years());
    if today >= date(2026, 8, 11) && !is_client && !fresh {
        return Some("consent");
    }
    let called = |on| known.iter().any(|line| line.kind == EventKind::CallMade && line.on == on);
    let refused = known.iter().filter(|line| line.kind == EventKind::NoInterest).any(|line| {
        let by_phone = match line.channel {
            Some(channel) => channel == Channel::Phone,
            None => called(line.on),
        };
        by_phone && today <= line.on + 60.days()
    });
    if refused {
        return Some("rest");
    }
    let calls = known.iter().filter(|line| line.kind == EventKind::CallMade && line.on + 30.days() > today);
    if calls.count() >= 4 {
        return Some("four calls");
    }
    let in_alsace = matches!(&one.postcode[..2], "57" | "67" | "68");
    (!in_hours(there(now, one.postcode), in_alsace)).then_some("hours")
}

fn is_lost(known: &[&Line]) -> bool {
    let turns = known.iter().rev().map(|line| line.kind);
    let last =
        turns.into_iter().find(|kind| matches!(kind, EventKind::CustomerLost | EventKind::OrderPlaced));
    last == Some(EventKind::CustomerLost)
}

fn is_inbound(kind: EventKind) -> bool {
    use EventKind::*;
    matches!(kind, EmailReplied | InterestShown | MeetingSet | MeetingHeld | OrderPlaced | ConsentGiven)
}
