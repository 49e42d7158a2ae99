//! Calls: what the journal's line of a call does not say — script, length, result, objections, answers.
//!
//! Account, person, caller, action, outcome and whether the call stands are those of its line, and are read
//! from it; so a call that was taken back counts nowhere without anything being changed here.

mod counts;
mod scope;

use filon_core::call::{AfterReply, CallRecord, CallResult, ObjectionMet, Progress};
use filon_core::{CallOutcome, Id, Moment};

pub use counts::{meetings_ended, of_versions};
pub use scope::{CallScope, records, standing};

use crate::db::{Columns, Value, statements, values};
use crate::{Result, Tx};

/// What is kept of a call beside its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The line of the journal, a call made.
    pub event: Id,
    pub list: Option<Id>,
    /// Script and version.
    pub script: Option<(Id, u32)>,
    /// The number called, E.164; may be empty.
    pub number: String,
    pub started_at: Moment,
    /// Length, in seconds.
    pub seconds: u32,
    /// One of [`CallResult::CODES`].
    pub result: &'static str,
    pub progress: Progress,
    /// In the order in which they came.
    pub objections: Vec<ObjectionMet>,
    /// The answers to questions of the script, as they were typed.
    pub answers: Vec<(Id, String)>,
}

/// A call with what its line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallMade {
    pub call: Call,
    /// That holds it now.
    pub account: Id,
    pub person: Option<Id>,
    pub caller: Option<Id>,
    pub campaign: Option<Id>,
    pub outcome: CallOutcome,
    /// Name of the selection or action of its list.
    pub segment: Option<String>,
    pub voided: bool,
}

impl CallMade {
    /// The call as the lessons need it.
    pub fn record(&self) -> CallRecord {
        CallRecord {
            script: self.call.script,
            caller: self.caller,
            hour: self.call.started_at.local().hour(),
            segment: self.segment.clone(),
            outcome: self.outcome,
            progress: self.call.progress,
            objections: self.call.objections.clone(),
        }
    }
}

/// Columns that [`read`] reads. An action by telephone names itself in its lines, whoever opened the list.
macro_rules! select_calls {
    ($rest:literal) => {
        concat!(
            "SELECT c.event, c.list, c.script, c.version, c.number, c.started_at, c.seconds, c.result, \
             c.progress, e.holder, e.person, e.actor, e.campaign, e.outcome, \
             COALESCE(l.segment, m.name, NULLIF(l.query, '')), \
             CASE WHEN e.voided_by IS NULL THEN 0 ELSE 1 END \
             FROM calls c JOIN events e ON e.id = c.event LEFT JOIN call_lists l ON l.id = c.list \
             LEFT JOIN campaigns m ON m.id = COALESCE(l.campaign, e.campaign) ",
            $rest
        )
    };
}
pub(crate) use select_calls;

statements! {
    INSERT = "INSERT INTO calls (event, list, script, version, number, started_at, seconds, result, progress) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    GET = select_calls!("WHERE c.event = $1");
    OF_ACCOUNT = select_calls!("WHERE e.holder = $1 ORDER BY e.day, e.id");
    OBJECTIONS = "SELECT event, objection, reply, spontaneous, next FROM call_objections \
        WHERE event IN ($list) ORDER BY event, position";
    ANSWERS = "SELECT event, question, answer FROM call_answers WHERE event IN ($list) ORDER BY event, question";
}

/// Keeps a call whose line is in the journal.
pub fn insert(tx: &mut Tx<'_>, call: &Call) -> Result<()> {
    let values = values![
        call.event,
        call.list,
        call.script.map(|(script, _)| script),
        call.script.map(|(_, version)| version),
        &call.number,
        call.started_at,
        call.seconds,
        call.result,
        call.progress.code(),
    ];
    tx.execute(INSERT, values)?;
    let objections = call.objections.iter().zip(0_i64..).map(|(met, position)| {
        vec![
            call.event.into(),
            position.into(),
            met.objection.into(),
            met.reply.into(),
            met.spontaneous.as_ref().into(),
            met.next.code().into(),
        ]
    });
    let columns = ["event", "position", "objection", "reply", "spontaneous", "next"];
    tx.insert_rows("call_objections", &columns, objections)?;
    let answers = call.answers.iter();
    let answers = answers.map(|(question, text)| vec![call.event.into(), (*question).into(), text.into()]);
    tx.insert_rows("call_answers", &["event", "question", "answer"], answers)
}

/// The call of a line, where there is one; taken back or not.
pub fn get(tx: &mut Tx<'_>, event: Id) -> Result<Option<CallMade>> {
    let found = tx.query(GET, values![event], |row| read(&mut row.columns()))?;
    Ok(complete(tx, found)?.pop())
}

/// The calls of an account in the order of its journal; those that were taken back say so.
pub fn of_account(tx: &mut Tx<'_>, account: Id) -> Result<Vec<CallMade>> {
    let found = tx.query(OF_ACCOUNT, values![account], |row| read(&mut row.columns()))?;
    complete(tx, found)
}

fn read(columns: &mut Columns<'_>) -> Result<CallMade> {
    let call = Call {
        event: columns.id()?,
        list: columns.opt_id()?,
        script: columns.opt_id()?.zip(columns.opt_count()?),
        number: columns.string()?,
        started_at: columns.moment()?,
        seconds: columns.count()?,
        result: columns.code(|code| CallResult::CODES.into_iter().find(|known| *known == code))?,
        progress: columns.code(Progress::from_code)?,
        objections: Vec::new(),
        answers: Vec::new(),
    };
    Ok(CallMade {
        call,
        account: columns.id()?,
        person: columns.opt_id()?,
        caller: columns.opt_id()?,
        campaign: columns.opt_id()?,
        // Core counts a call whose outcome nobody recorded as answered.
        outcome: columns.opt_code(CallOutcome::from_code)?.unwrap_or(CallOutcome::Answered),
        segment: columns.opt_string()?,
        voided: columns.flag()?,
    })
}

/// Fills in objections and answers.
fn complete(tx: &mut Tx<'_>, mut calls: Vec<CallMade>) -> Result<Vec<CallMade>> {
    let places: std::collections::HashMap<Id, usize> =
        calls.iter().enumerate().map(|(place, made)| (made.call.event, place)).collect();
    let events: Vec<Value<'_>> = calls.iter().map(|made| made.call.event.into()).collect();
    tx.each_of(OBJECTIONS, events.iter().cloned(), |row| {
        let mut columns = row.columns();
        if let Some(place) = places.get(&columns.id()?) {
            calls[*place].call.objections.push(ObjectionMet {
                objection: columns.id()?,
                reply: columns.opt_id()?,
                spontaneous: columns.opt_string()?,
                next: columns.code(AfterReply::from_code)?,
            });
        }
        Ok(())
    })?;
    tx.each_of(ANSWERS, events.iter().cloned(), |row| {
        let mut columns = row.columns();
        if let Some(place) = places.get(&columns.id()?) {
            calls[*place].call.answers.push((columns.id()?, columns.string()?));
        }
        Ok(())
    })?;
    Ok(calls)
}

/// The statements of calls, for the test that prepares every one.
pub(crate) const ALL_STATEMENTS: &[&[(&str, &str)]] = &[STATEMENTS, counts::STATEMENTS, scope::STATEMENTS];
