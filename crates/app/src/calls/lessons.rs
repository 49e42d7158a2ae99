//! What the calls teach: per script, version, caller, hour and selection; per objection and answer.

use std::collections::HashMap;

use filon_core::call::{
    By, CallRecord, CallScript, Comparison, Key, Lesson, Measure, ObjectionKind, ObjectionLesson, Pace,
    Progress, Technique, Worked, compare, file_quality, objection_lessons, pace,
};
use filon_core::ratio::Share;
use filon_core::{Cents, Id};
use filon_store::{Tx, calls, scripts, users};
use jiff::civil::Date;

use crate::campaigns::find_in;
use crate::fail::Fail;
use crate::stats::{Fold, Ground};
use crate::{Actor, App, AppError, Result};

/// Which calls are looked at; nothing = every call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LessonScope {
    pub script: Option<Id>,
    pub list: Option<Id>,
    /// Name or identifier of an action.
    pub campaign: Option<String>,
    /// First and last day.
    pub from: Option<Date>,
    pub to: Option<Date>,
}

/// What some calls teach.
#[derive(Debug, Clone, PartialEq)]
pub struct Lessons {
    pub by: By,
    pub rows: Vec<LessonRow>,
    /// Those met, the most frequent first.
    pub objections: Vec<ObjectionRow>,
    /// Calls whose number was not found wrong ÷ calls.
    pub quality: Measure,
    /// Of the meetings that the calls set, those held ÷ those held or missed.
    pub meetings_held: Measure,
    /// `None` where nothing tells how long the calls took.
    pub pace: Option<Pace>,
    /// Of the script of the scope: its two versions, their shares of meetings, and what that allows to say.
    pub comparison: Option<(u32, u32, Comparison, String)>,
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct LessonRow {
    pub label: String,
    pub lesson: Lesson,
}

/// An objection met, with the answers prepared in the current version of its script.
#[derive(Debug, Clone, PartialEq)]
pub struct ObjectionRow {
    pub script: Id,
    pub said: String,
    pub kind: ObjectionKind,
    pub lesson: ObjectionLesson,
    pub replies: Vec<(Id, Technique, String)>,
}

/// Two calls further apart are two stretches of work.
const PAUSE_MILLIS: i64 = 15 * 60_000;

/// The lessons of a scope.
pub fn lessons(app: &App, actor: &Actor, scope: &LessonScope, by: By) -> Result<Lessons> {
    if let Some((from, to)) = scope.from.zip(scope.to)
        && to < from
    {
        let said = (actor.words().query.period_backwards)(&from.to_string(), &to.to_string());
        return Err(AppError::usage(said));
    }
    app.read(actor, |tx| {
        let campaign = match &scope.campaign {
            Some(name) => Some(find_in(tx, actor, name)?),
            None => None,
        };
        let asked = calls::CallScope {
            script: scope.script,
            list: scope.list,
            campaign: campaign.as_ref().map(|campaign| campaign.id),
            from: scope.from,
            to: scope.to,
        };
        let made = calls::standing(tx, &asked)?;
        let records: Vec<CallRecord> = made.iter().map(calls::CallMade::record).collect();
        let texts = Texts::load(tx, &records)?;
        let rows = filon_core::call::lessons(&records, by).into_iter();
        let rows = rows.map(|lesson| LessonRow { label: texts.label(actor, &lesson.key), lesson });
        let whole = asked == calls::CallScope { campaign: asked.campaign, ..calls::CallScope::default() };
        let cost = match &campaign {
            // The cost is the whole action's: it is not that of some of its calls.
            Some(campaign) if whole => Some(cost_of(tx, campaign)?),
            _ => None,
        };
        let (held, ended) = calls::meetings_ended(tx, &asked)?;
        Ok(Lessons {
            by,
            rows: rows.collect(),
            objections: texts.objections(&records),
            quality: file_quality(&records),
            meetings_held: Measure::new(u64::from(held), u64::from(ended)),
            pace: paced(&made, &records, cost),
            comparison: match scope.script {
                Some(script) => compared(tx, actor, script, &made)?,
                None => None,
            },
        })
    })
}

/// What an action by telephone cost so far; its hours are among its expenses.
fn cost_of(tx: &mut Tx<'_>, campaign: &filon_core::Campaign) -> std::result::Result<Cents, Fail> {
    let ground = Ground::load(tx)?;
    let tally = Fold::of_campaign(campaign).tally(tx, &ground, &mut |_| {})?;
    Ok(ground.figures_with(&tally, None).cost)
}

fn paced(made: &[calls::CallMade], records: &[CallRecord], cost: Option<Cents>) -> Option<Pace> {
    let minutes = worked_minutes(made);
    if minutes == 0 {
        return None;
    }
    let mut pace = pace(records, Worked { minutes, cost: cost.unwrap_or(0) });
    if cost.is_none_or(|cost| cost == 0) {
        pace.cost_per_meeting = None;
    }
    Some(pace)
}

/// Minutes at the telephone, short pauses between two calls of one caller included.
fn worked_minutes(made: &[calls::CallMade]) -> i64 {
    let mut last: HashMap<Option<Id>, i64> = HashMap::new();
    let mut millis = 0;
    for one in made {
        let start = one.call.started_at.millis();
        let end = start.saturating_add(i64::from(one.call.seconds) * 1000);
        let before = last.get(&one.caller).copied();
        let from = before.filter(|before| start - before <= PAUSE_MILLIS).map_or(start, |b| b.min(start));
        let counted = before.map_or(from, |before| from.max(before.min(end)));
        millis += (end - counted).max(0);
        last.insert(one.caller, before.map_or(end, |before| before.max(end)));
    }
    (millis + 59_999) / 60_000
}

fn compared(
    tx: &mut Tx<'_>,
    actor: &Actor,
    script: Id,
    made: &[calls::CallMade],
) -> std::result::Result<Option<(u32, u32, Comparison, String)>, Fail> {
    let running = scripts::get(tx, script)?.and_then(|script| script.compared);
    let Some(scripts::Compared { a, b, started_at, .. }) = running else { return Ok(None) };
    // Calls of before were not shared out by chance.
    let records: Vec<CallRecord> =
        made.iter().filter(|one| one.call.started_at >= started_at).map(calls::CallMade::record).collect();
    let share = |version: u32| {
        let of = records.iter().filter(|record| record.script == Some((script, version)));
        let (mut meetings, mut all) = (0, 0);
        for record in of {
            all += 1;
            meetings += u64::from(record.progress == Progress::Meeting);
        }
        Share::new(meetings, all)
    };
    let found = compare(share(a), share(b));
    let sentence = (actor.words().call.comparison)(a, b, &found);
    Ok(Some((a, b, found, sentence)))
}

/// Names for what the lessons speak of.
struct Texts {
    /// The current version of each script, or the last one that was called with.
    scripts: HashMap<Id, CallScript>,
    users: HashMap<Id, String>,
}

impl Texts {
    fn load(tx: &mut Tx<'_>, records: &[CallRecord]) -> std::result::Result<Texts, Fail> {
        let mut texts = HashMap::new();
        for (id, version) in records.iter().filter_map(|record| record.script) {
            if texts.contains_key(&id) {
                continue;
            }
            let current = scripts::get(tx, id)?.map_or(version, |script| script.version);
            if let Some(body) = scripts::body(tx, id, current)? {
                texts.insert(id, body);
            }
        }
        let users = users::list(tx)?.into_iter().map(|user| (user.id, user.name)).collect();
        Ok(Texts { scripts: texts, users })
    }

    fn label(&self, actor: &Actor, key: &Key) -> String {
        let words = &actor.words().call;
        let script = |id: &Id| self.scripts.get(id).map(|script| script.name.clone());
        match key {
            Key::Script(id) => script(id).unwrap_or_else(|| words.unknown_label.to_owned()),
            Key::Version(id, version) => (words.version_label)(&script(id).unwrap_or_default(), *version),
            Key::Caller(id) => self.users.get(id).cloned().unwrap_or_else(|| words.unknown_label.to_owned()),
            Key::Hour(hour) => (words.hour_label)(*hour),
            Key::Segment(name) => name.clone(),
            Key::Unknown => words.unknown_label.to_owned(),
        }
    }

    fn objections(&self, records: &[CallRecord]) -> Vec<ObjectionRow> {
        let row = |lesson: ObjectionLesson| {
            let found = self.scripts.iter().find_map(|(id, script)| {
                script.objection(lesson.objection).map(|objection| (*id, objection))
            });
            let (script, objection) = found?;
            Some(ObjectionRow {
                script,
                said: objection.said.first().cloned().unwrap_or_default(),
                kind: objection.kind,
                replies: objection
                    .replies
                    .iter()
                    .map(|reply| (reply.id, reply.technique, reply.text.clone()))
                    .collect(),
                lesson,
            })
        };
        objection_lessons(records).into_iter().filter_map(row).collect()
    }
}
