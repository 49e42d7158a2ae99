//! What the objections teach: how often each was met, and which answer did best.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{AfterReply, CallRecord, Measure, Progress, TOO_FEW};
use crate::Id;
use crate::text::fold;

/// An objection over all calls.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ObjectionLesson {
    pub objection: Id,
    /// Calls in which it was met.
    pub calls: u64,
    /// Those that ended in a meeting all the same.
    pub meetings: Measure,
    /// The prepared answers that served, the one whose share of meetings is surest first.
    pub replies: Vec<ReplyLesson>,
    /// Calls in which it was left without an answer.
    pub unanswered: u64,
    /// Answers that were not prepared, the most frequent first: to be promoted.
    pub spontaneous: Vec<SpontaneousAnswer>,
    pub best: Best,
}

/// A prepared answer over all calls in which it was given to the objection.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReplyLesson {
    pub reply: Id,
    pub calls: u64,
    pub meetings: Measure,
    /// Times given after which they agreed or the talk went on ÷ times given.
    pub went_on: Measure,
}

/// An answer that somebody found during a call.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SpontaneousAnswer {
    /// As it was typed first.
    pub text: String,
    pub calls: u64,
    pub meetings: Measure,
}

/// The best answer to an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Best {
    /// No answer served in [`TOO_FEW`] calls.
    TooFew,
    /// Of those that did, the one whose interval starts highest.
    Reply(Id),
}

#[derive(Default)]
struct Count {
    calls: u64,
    meetings: u64,
}

impl Count {
    fn add(&mut self, call: &CallRecord) {
        self.calls += 1;
        self.meetings += u64::from(call.progress == Progress::Meeting);
    }

    fn measure(&self) -> Measure {
        Measure::new(self.meetings, self.calls)
    }
}

#[derive(Default)]
struct Tally {
    all: Count,
    replies: BTreeMap<Id, (Count, [u64; 2])>,
    unanswered: u64,
    spontaneous: BTreeMap<String, (String, Count)>,
}

/// The objections met, the most frequent first. A call counts once for an objection, and once for
/// each answer given to it, however often it came up.
pub fn objection_lessons(calls: &[CallRecord]) -> Vec<ObjectionLesson> {
    let mut tallies: BTreeMap<Id, Tally> = BTreeMap::new();
    for call in calls {
        let met: BTreeSet<Id> = call.objections.iter().map(|met| met.objection).collect();
        for objection in met {
            tallies.entry(objection).or_default().add(objection, call);
        }
    }
    let mut lessons: Vec<ObjectionLesson> =
        tallies.into_iter().map(|(objection, tally)| tally.lesson(objection)).collect();
    lessons.sort_by_key(|lesson| (std::cmp::Reverse(lesson.calls), lesson.objection));
    lessons
}

impl Tally {
    fn add(&mut self, objection: Id, call: &CallRecord) {
        self.all.add(call);
        let met = || call.objections.iter().filter(|met| met.objection == objection);
        let typed = |text: &Option<String>| {
            text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        for met in met() {
            if let Some(reply) = met.reply {
                let (_, [given, went_on]) = self.replies.entry(reply).or_default();
                *given += 1;
                *went_on += u64::from(matches!(met.next, AfterReply::WentOn | AfterReply::Agreed));
            }
        }
        for reply in met().filter_map(|met| met.reply).collect::<BTreeSet<_>>() {
            self.replies.entry(reply).or_default().0.add(call);
        }
        let own: BTreeMap<String, String> =
            met().rev().filter_map(|met| typed(&met.spontaneous)).map(|text| (fold(&text), text)).collect();
        let answered = !own.is_empty() || met().any(|met| met.reply.is_some());
        self.unanswered += u64::from(!answered);
        for (key, text) in own {
            self.spontaneous.entry(key).or_insert_with(|| (text, Count::default())).1.add(call);
        }
    }

    fn lesson(self, objection: Id) -> ObjectionLesson {
        let replies = self.replies.into_iter().map(|(reply, (count, [given, went_on]))| ReplyLesson {
            reply,
            calls: count.calls,
            meetings: count.measure(),
            went_on: Measure::new(went_on, given),
        });
        let mut replies: Vec<ReplyLesson> = replies.collect();
        replies.sort_by(|a, b| lower_bound(b).total_cmp(&lower_bound(a)).then(a.reply.cmp(&b.reply)));
        let tried = replies.iter().find(|reply| reply.calls >= TOO_FEW);
        let best = tried.map_or(Best::TooFew, |reply| Best::Reply(reply.reply));
        let spontaneous = self.spontaneous.into_values().map(|(text, count)| SpontaneousAnswer {
            text,
            calls: count.calls,
            meetings: count.measure(),
        });
        let mut spontaneous: Vec<SpontaneousAnswer> = spontaneous.collect();
        spontaneous.sort_by_key(|answer| std::cmp::Reverse(answer.calls));
        ObjectionLesson {
            objection,
            calls: self.all.calls,
            meetings: self.all.measure(),
            replies,
            unanswered: self.unanswered,
            spontaneous,
            best,
        }
    }
}

fn lower_bound(reply: &ReplyLesson) -> f64 {
    reply.meetings.interval.map_or(0.0, |(low, _)| low)
}
