//! The count behind the courses' ratios, account by account.

use std::collections::{BTreeMap, HashMap};

use super::{Counted, CourseRatio};
use crate::call::Progress;
use crate::ratio::place::{comes_of, visible};
use crate::ratio::{Place, Rules, Scope, Share, Subject};
use crate::{CallOutcome, Event, EventKind, Id};

/// Counts what the courses count, in a scope.
#[derive(Debug)]
pub struct CourseTally {
    scope: Scope,
    rules: Rules,
    /// How far calls got, by their lines of the journal, where it was noted.
    progress: HashMap<Id, Progress>,
    figures: CourseFigures,
    letters: u64,
}

/// The counts, each with the accounts behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CourseFigures {
    counts: BTreeMap<Counted, (u64, Vec<Id>)>,
}

impl CourseFigures {
    pub fn count(&self, counted: Counted) -> u64 {
        self.counts.get(&counted).map_or(0, |(count, _)| *count)
    }

    /// The accounts behind a count, each once, in the order in which they were given.
    pub fn accounts(&self, counted: Counted) -> &[Id] {
        self.counts.get(&counted).map_or(&[], |(_, accounts)| accounts)
    }

    /// A ratio; it has no value where its denominator is 0.
    pub fn share(&self, ratio: CourseRatio) -> Share {
        let (numerator, denominator) = ratio.of();
        match self.count(denominator) {
            0 => Share::new(0, 0),
            below => Share::new(self.count(numerator), below),
        }
    }

    fn add(&mut self, counted: Counted, count: u64, account: Id) {
        if count > 0 {
            let (sum, accounts) = self.counts.entry(counted).or_default();
            *sum += count;
            accounts.push(account);
        }
    }
}

impl CourseTally {
    pub fn new(scope: Scope, rules: Rules, progress: HashMap<Id, Progress>) -> CourseTally {
        CourseTally { scope, rules, progress, figures: CourseFigures::default(), letters: 0 }
    }

    /// Counts one account; its place, or `None` where it is not in the base.
    pub fn add(&mut self, subject: &Subject<'_>) -> Option<Place> {
        let events = visible(subject, &self.scope);
        let place = Place::of(subject, &events, &self.scope, &self.rules)?;
        let contacts: Vec<&Event> =
            events.iter().copied().filter(|event| self.scope.is_contact(event)).collect();
        let answers = self.answers(&contacts, &events);
        self.count_accounts(&place, &contacts, &answers);
        self.count_sends(place.id, &contacts, &answers);
        self.count_calls(place.id, &contacts, &answers);
        self.count_visits(&place, &contacts, &answers);
        Some(place)
    }

    /// Ends the count.
    pub fn figures(mut self) -> CourseFigures {
        if self.letters > 0
            && let Some(available) = self.figures.counts.get(&Counted::Available).cloned()
        {
            self.figures.counts.insert(Counted::PostFile, available);
        }
        self.figures
    }

    /// What came back in the scope, each line with the contact that earned it: the last one before it,
    /// on the channel that the line names, where it names one.
    fn answers<'a>(&self, contacts: &[&'a Event], events: &[&'a Event]) -> Vec<(&'a Event, &'a Event)> {
        let Some(first) = contacts.first() else { return Vec::new() };
        let back = events.iter().filter(|event| {
            !event.kind.is_outgoing() && comes_of(event, first, events, &self.scope, &self.rules)
        });
        back.filter_map(|event| {
            let earned = contacts.iter().rev().find(|contact| {
                contact.order() < event.order()
                    && event.channel().is_none_or(|channel| contact.channel() == Some(channel))
            });
            Some((*event, *earned.or(contacts.iter().rev().find(|c| c.order() < event.order()))?))
        })
        .collect()
    }

    fn count_accounts(&mut self, place: &Place, contacts: &[&Event], answers: &[(&Event, &Event)]) {
        let came = |kinds: &[EventKind]| answers.iter().any(|(event, _)| kinds.contains(&event.kind));
        let returned = came(&[EventKind::LetterReturned]);
        let talked = contacts.iter().any(|contact| is_talk(contact)) || came(&[EventKind::MeetingHeld]);
        let quoted = came(&[EventKind::QuoteSent, EventKind::QuoteAccepted, EventKind::QuoteRefused]);
        let sold = came(&[EventKind::OrderPlaced]);
        for (counted, counts) in [
            (Counted::Available, true),
            (Counted::Usable, !returned),
            (Counted::Returned, returned),
            (Counted::Talked, talked),
            (Counted::TalkedOfUsable, talked && !returned),
            (Counted::QuotedOfTalked, talked && quoted),
            (Counted::SoldOfTalked, talked && sold),
            (Counted::Sold, sold),
        ] {
            self.figures.add(counted, u64::from(counts), place.id);
        }
    }

    fn count_sends(&mut self, account: Id, contacts: &[&Event], answers: &[(&Event, &Event)]) {
        let of = |kind| contacts.iter().copied().filter(move |contact| contact.kind == kind);
        let letters: Vec<&Event> = of(EventKind::LetterPosted).collect();
        let emails: Vec<&Event> = of(EventKind::EmailSent).collect();
        let answered = |sends: &[&Event]| earning(sends, answers, is_answer);
        let bounced = earning(&emails, answers, |kind| kind == EventKind::EmailBounced);
        self.letters += letters.len() as u64;
        for (counted, count) in [
            (Counted::Sends, (letters.len() + emails.len()) as u64),
            (Counted::SendsAnswered, answered(&letters) + answered(&emails)),
            (Counted::EmailsSent, emails.len() as u64),
            (Counted::EmailsBounced, bounced),
            (Counted::EmailsDelivered, emails.len() as u64 - bounced),
            (Counted::EmailsClicked, earning(&emails, answers, |kind| kind == EventKind::EmailClicked)),
            (Counted::EmailsWithMeeting, earning(&emails, answers, is_meeting)),
        ] {
            self.figures.add(counted, count, account);
        }
    }

    fn count_calls(&mut self, account: Id, contacts: &[&Event], answers: &[(&Event, &Event)]) {
        let calls: Vec<&Event> =
            contacts.iter().copied().filter(|contact| contact.kind == EventKind::CallMade).collect();
        let count = |counts: &dyn Fn(&Event) -> bool| calls.iter().filter(|call| counts(call)).count() as u64;
        let at_least = |call: &Event, step| self.progress.get(&call.id).is_some_and(|noted| *noted >= step);
        for (counted, count) in [
            (Counted::Calls, calls.len() as u64),
            (Counted::CallsConnected, count(&|call| call.outcome != Some(CallOutcome::WrongNumber))),
            (Counted::CallsNoted, count(&|call| at_least(call, Progress::Reached))),
            (Counted::CallsArgued, count(&|call| at_least(call, Progress::Argued))),
            (Counted::CallsWithMeeting, earning(&calls, answers, is_meeting)),
        ] {
            self.figures.add(counted, count, account);
        }
    }

    fn count_visits(&mut self, place: &Place, contacts: &[&Event], answers: &[(&Event, &Event)]) {
        let visits: Vec<&Event> =
            contacts.iter().copied().filter(|contact| contact.kind == EventKind::VisitMade).collect();
        let prospect = !place.client && !visits.is_empty();
        let met = prospect
            && answers.iter().any(|(event, _)| {
                is_meeting(event.kind) && visits.iter().any(|visit| visit.order() < event.order())
            });
        self.figures.add(Counted::Visits, visits.len() as u64, place.id);
        self.figures.add(Counted::ProspectsVisited, u64::from(prospect), place.id);
        self.figures.add(Counted::VisitedWithMeeting, u64::from(met), place.id);
    }
}

/// How many of some contacts earned an answer of a kind, each counted once.
fn earning(contacts: &[&Event], answers: &[(&Event, &Event)], counts: impl Fn(EventKind) -> bool) -> u64 {
    let earned =
        |contact: &Event| answers.iter().any(|(event, earner)| earner.id == contact.id && counts(event.kind));
    contacts.iter().filter(|contact| earned(contact)).count() as u64
}

fn is_talk(contact: &Event) -> bool {
    match contact.kind {
        EventKind::CallMade => {
            matches!(contact.outcome, Some(CallOutcome::Answered | CallOutcome::CallBack))
        }
        EventKind::VisitMade | EventKind::FairMet => true,
        _ => false,
    }
}

const fn is_answer(kind: EventKind) -> bool {
    matches!(kind, EventKind::NoInterest) || (kind.is_inbound() && !matches!(kind, EventKind::EmailClicked))
}

const fn is_meeting(kind: EventKind) -> bool {
    matches!(kind, EventKind::MeetingSet)
}
