//! A call ends: everything that it leaves is written in one transaction.

use filon_core::call::{CallResult, EventDraft, FollowUpReason, Progress};
use filon_core::follow_up::FollowUpKind;
use filon_core::{Event, EventKind, Id, Moment};
use filon_store::call_lists::CallList;
use filon_store::{Tx, accounts, call_drafts, call_lists, calls, claims, events, follow_ups, scripts};
use jiff::civil::{Date, Time};

use super::answers::{Answered, Whom, fill_in};
use super::cockpit::in_use;
use super::draft::{Draft, Kept, read, write};
use super::number::{NumberChange, change};
use super::propose::recorded;
use super::standers::{Stander, is_confirmation, standers};
use crate::fail::Fail;
use crate::follow_ups::NewFollowUp;
use crate::journal::suppress;
use crate::meetings::{Booked, NewMeeting, refuse_impossible, set_in};
use crate::{Actor, App, AppError, Result};

/// What is done next. A step is asked, never skipped: doing nothing has a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    FollowUp {
        on: Date,
        time: Option<Time>,
        kind: FollowUpKind,
        reason: Option<FollowUpReason>,
        note: String,
        owner: Option<Id>,
    },
    Meeting(NewMeeting),
    None {
        /// Never empty, save after an opposition.
        why: String,
    },
}

/// The end of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conclude {
    /// `None` for a call outside every list.
    pub list: Option<Id>,
    pub account: Id,
    pub person: Option<Id>,
    /// The number called, E.164.
    pub number: String,
    pub result: CallResult,
    /// What becomes of a number found wrong, in the same transaction.
    pub number_change: Option<NumberChange>,
    pub draft: Draft,
    pub next: Next,
    /// The same key records nothing twice (a form sent again).
    pub idempotency: String,
}

/// A call that was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concluded {
    /// The line of the call.
    pub event: Id,
    /// Until then `undo` is promised.
    pub undo_until: Moment,
    /// The meeting that was set.
    pub meeting: Option<Booked>,
}

/// So long a call can be taken back, as the screen promises.
const UNDO_MILLIS: i64 = 30_000;
/// A clock of a browser that differs by more is not believed.
const LONGEST_CALL_MILLIS: i64 = 12 * 3_600_000;

/// Records a call: its lines in the journal, script, objections and answers, the fields that they fill, the
/// follow-ups that it settles, the next step; the account is free again. All of it, or nothing.
pub fn conclude(app: &App, actor: &Actor, conclude: &Conclude) -> Result<Concluded> {
    let now = app.now();
    check(actor, conclude, now)?;
    let ids = Ids {
        call: app.next_id(),
        follows: app.next_id(),
        set: app.next_id(),
        meeting: app.next_id(),
        person: app.next_id(),
    };
    let secret = app.secret();
    app.write(actor, |tx| {
        let key = format!("call:{}", conclude.idempotency);
        written(tx, actor, conclude, &ids, &key, secret, now)
    })
}

struct Ids {
    call: Id,
    /// What came out of it: interest, a refusal, an opposition, the meeting of its key.
    follows: Id,
    /// The line of a meeting that another key's step sets.
    set: Id,
    meeting: Id,
    person: Id,
}

fn concluded(event: Id, now: Moment) -> Concluded {
    let undo_until = Moment::from_millis(now.millis().saturating_add(UNDO_MILLIS));
    Concluded { event, undo_until, meeting: None }
}

fn check(actor: &Actor, conclude: &Conclude, now: Moment) -> Result<()> {
    let words = &actor.words().call;
    let is_meeting = matches!(conclude.result, CallResult::Meeting { .. });
    match &conclude.next {
        Next::Meeting(meeting) => refuse_impossible(actor, meeting, now),
        _ if is_meeting => Err(AppError::usage(words.meeting_needed)),
        Next::None { why } => {
            let stops = matches!(conclude.result, CallResult::OptedOut { .. });
            if why.trim().is_empty() && !stops { Err(AppError::usage(words.next_needed)) } else { Ok(()) }
        }
        Next::FollowUp { on, time, .. } => {
            let too_soon = match time {
                Some(time) => Moment::at(on.to_datetime(*time)) <= now,
                None => *on < now.day(),
            };
            if too_soon { Err(AppError::usage(words.next_past)) } else { Ok(()) }
        }
    }
}

fn written(
    tx: &mut Tx<'_>,
    actor: &Actor,
    conclude: &Conclude,
    ids: &Ids,
    key: &str,
    secret: [u8; 32],
    now: Moment,
) -> std::result::Result<Concluded, Fail> {
    let account = conclude.account;
    let missing = || AppError::not_found((actor.words().store.not_found)(&account.to_string()));
    let record = accounts::get(tx, account)?.ok_or_else(missing)?;
    let person = conclude.person.filter(|person| record.persons.iter().any(|one| one.id == *person));
    let stander = standers(tx, &[account])?.pop().ok_or_else(missing)?;
    let list = match conclude.list {
        Some(list) => call_lists::get(tx, list)?,
        None => None,
    };
    let draft = &conclude.draft;
    let (started_at, seconds) = timed(draft, now);
    let recorded = recorded(&stander, person, conclude.result, started_at, minutes(seconds));
    let mut lines = Vec::new();
    for (place, line) in recorded.events.into_iter().enumerate() {
        let id = if place == 0 { ids.call } else { ids.follows };
        lines.push(event(id, line, conclude, person, list.as_ref(), actor, now));
    }
    if let Next::Meeting(_) = conclude.next
        && !lines.iter().any(|line| line.kind == EventKind::MeetingSet)
    {
        let template = lines.first().cloned();
        lines.extend(template.map(|call| Event {
            id: ids.set,
            kind: EventKind::MeetingSet,
            outcome: None,
            minutes: None,
            note: None,
            ..call
        }));
    }
    let keyed: Vec<(String, Event)> = lines
        .iter()
        .enumerate()
        .map(|(place, line)| {
            (if place == 0 { key.to_owned() } else { format!("{key}:{place}") }, line.clone())
        })
        .collect();
    if let Some(first) = events::of_key(tx, key)? {
        return Ok(concluded(first, now));
    }
    events::append_once(tx, &keyed)?;
    let script = script_used(tx, actor, list.as_ref(), account)?;
    let whom = Whom { record: &record, person, fresh: ids.person };
    let answered = match &script {
        Some(script) => fill_in(tx, actor, script, &draft.answers, whom, now)?,
        None => Answered::default(),
    };
    let opposed: Vec<&Event> = lines.iter().collect();
    suppress(tx, &opposed, secret)?;

    let progress = Progress::of(conclude.result);
    calls::insert(
        tx,
        &calls::Call {
            event: ids.call,
            list: list.as_ref().map(|list| list.id),
            script: script.as_ref().map(|script| (script.id, script.version)),
            number: conclude.number.clone(),
            started_at,
            seconds,
            result: conclude.result.code(),
            progress: if draft.argued { progress.argued() } else { progress },
            objections: draft.objections.clone(),
            answers: answered.answers,
        },
    )?;
    settle(tx, &stander, now.day(), ids.call)?;
    let number = match &conclude.number_change {
        Some(wanted) => change(tx, actor, account, person, &conclude.number, wanted, now)?,
        None => None,
    };
    let mut done = concluded(ids.call, now);
    match &conclude.next {
        Next::FollowUp { on, time, kind, reason, note, owner } => {
            let next = NewFollowUp {
                account,
                on: *on,
                time: *time,
                kind: *kind,
                reason: *reason,
                note: note.clone(),
                owner: *owner,
                campaign: list.as_ref().and_then(|list| list.campaign),
            };
            follow_ups::insert(tx, &next.kept(ids.call, actor.user, now))?;
        }
        Next::Meeting(meeting) => {
            let set = lines.iter().find(|line| line.kind == EventKind::MeetingSet).map(|line| line.id);
            let meeting = NewMeeting {
                account,
                person: meeting.person.or(person),
                campaign: meeting.campaign.or(list.as_ref().and_then(|list| list.campaign)),
                ..meeting.clone()
            };
            let booked = set_in(tx, actor, &meeting, ids.meeting, set.unwrap_or(ids.call), now)?;
            done.meeting = Some(booked);
        }
        Next::None { .. } => {}
    }
    // What was typed waits beside the call, so that taking it back gives it back.
    let version = script.as_ref().map(|script| script.version);
    let kept = Kept { draft: draft.clone(), version, set_aside: false, before: answered.before, number };
    write(tx, actor, list.as_ref().map(|list| list.id), account, &kept, now)?;
    call_drafts::conclude(tx, account, actor.user, ids.call)?;
    claims::release(tx, account, actor.user)?;
    Ok(done)
}

/// When the call began and how many seconds it lasted: as the page says, unless its clock cannot be right. No
/// call lasts longer than the time since it began.
fn timed(draft: &Draft, now: Moment) -> (Moment, u32) {
    let ago = |at: &Moment| now.millis().saturating_sub(at.millis());
    let began = draft.started_at.filter(|at| (0..=LONGEST_CALL_MILLIS).contains(&ago(at)));
    let longest = (began.as_ref().map_or(LONGEST_CALL_MILLIS, ago) + 999) / 1000;
    let seconds = draft.seconds.min(u32::try_from(longest).unwrap_or(u32::MAX));
    (began.unwrap_or(now), seconds)
}

/// A minute begun is a minute paid.
fn minutes(seconds: u32) -> Option<i64> {
    (seconds > 0).then(|| i64::from(seconds.div_ceil(60)))
}

/// The version of the list's script that was read from.
fn script_used(
    tx: &mut Tx<'_>,
    actor: &Actor,
    list: Option<&CallList>,
    account: Id,
) -> std::result::Result<Option<filon_core::call::CallScript>, Fail> {
    let Some(list) = list else { return Ok(None) };
    let Some(script) = list.script else { return Ok(None) };
    let version = match read(call_drafts::get(tx, account, actor.user)?).version {
        Some(version) => Some(version),
        None => in_use(tx, list, account)?.map(|(version, _)| version),
    };
    Ok(match version {
        Some(version) => scripts::body(tx, script, version)?,
        None => None,
    })
}

fn event(
    id: Id,
    line: EventDraft,
    conclude: &Conclude,
    person: Option<Id>,
    list: Option<&CallList>,
    actor: &Actor,
    now: Moment,
) -> Event {
    let is_call = line.kind == EventKind::CallMade;
    let mut event = line.into_event(id, conclude.account, person);
    event.campaign = list.and_then(|list| list.campaign);
    event.by = actor.user;
    event.recorded_at = now;
    if is_call {
        let why = match &conclude.next {
            Next::None { why } => Some((actor.words().call.no_next)(why.trim())),
            _ => None,
        };
        let why = why.filter(|_| !matches!(conclude.result, CallResult::OptedOut { .. }));
        let said: Vec<String> = [Some(conclude.draft.note.trim().to_owned()), why]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        event.note = Some(said.join("\n")).filter(|note| !note.is_empty());
    }
    event
}

/// The call settles the calls that were due. What is for later, what confirms a meeting and anything that is
/// not a call (the quote that a visit promised) stays open.
fn settle(tx: &mut Tx<'_>, stander: &Stander, today: Date, call: Id) -> std::result::Result<(), Fail> {
    let account = stander.candidate.account.id;
    let open = follow_ups::open_of(tx, &[account])?.remove(&account).unwrap_or_default();
    follow_ups::close_by(tx, account, today, call)?;
    for stays in open {
        let is_due = stays.kind == FollowUpKind::Call && stays.due_on <= today;
        if !is_due || is_confirmation(&stays, &stander.candidate.events) {
            follow_ups::update(tx, &stays)?;
        }
    }
    Ok(())
}
