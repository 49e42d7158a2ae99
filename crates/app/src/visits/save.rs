//! A report is saved, perhaps for the second time, perhaps beside somebody else's.

use filon_core::follow_up::FollowUpKind;
use filon_core::meeting::MeetingState;
use filon_core::visit::{VisitConflict, VisitField, VisitReport, merge};
use filon_core::{Channel, Event, EventKind, Id, Moment};
use filon_store::{Tx, events, follow_ups, meetings, users, visits};
use jiff::civil::Date;

use super::show::account_name;
use crate::fail::Fail;
use crate::follow_ups::NewFollowUp;
use crate::journal::{check_day, void_in};
use crate::words::{said_moment, short_day};
use crate::{Actor, App, AppError, Result, meetings as book};

/// What came of a save.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::large_enum_variant)] // one is made for each save
pub enum Saved {
    Kept {
        id: Id,
        revision: u32,
    },
    /// Both changed the same fields since the revision that was seen: nothing was saved.
    Conflict {
        /// What stands, with what could be brought together; each field of `conflicts` holds theirs.
        report: VisitReport,
        /// The revision that a save with these settled names.
        revision: u32,
        conflicts: Vec<Conflict>,
    },
}

/// A field that two people filled in differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    pub field: VisitField,
    /// Its name on the form.
    pub label: &'static str,
    /// Texts that `VisitReport::set` reads.
    pub mine: String,
    pub theirs: String,
    /// The same for people: days written out, users by their names.
    pub mine_shown: String,
    pub theirs_shown: String,
}

/// Saves a report that was written on a revision; 0 = it is new, under an identifier that the browser made.
/// The same save sent twice (a network that was gone and came back) answers the same and writes nothing.
pub fn save(app: &App, actor: &Actor, report: &VisitReport, seen_revision: u32) -> Result<Saved> {
    let now = app.now();
    if report.probability.is_some_and(|percent| percent > 100) {
        return Err(AppError::usage(actor.words().visit.probability));
    }
    check_day(report.on, now.day())
        .map_err(|(from, to)| AppError::usage((actor.words().record.date_out_of_range)(from, to)))?;
    let ids = [app.next_id(), app.next_id(), app.next_id()];
    app.write(actor, |tx| {
        account_name(tx, actor, report.account)?;
        let Some(kept) = visits::get(tx, report.id)? else {
            return first(tx, actor, report, ids, now);
        };
        if kept.report.account != report.account {
            return Err(AppError::usage((actor.words().store.not_found)(&report.account.to_string())).into());
        }
        let id = report.id;
        let sent_before = visits::revision(tx, id, seen_revision.saturating_add(1))?;
        if sent_before.is_some_and(|saved| saved == *report) {
            return Ok(Saved::Kept { id, revision: seen_revision.saturating_add(1) });
        }
        if seen_revision >= kept.revision {
            return next(tx, actor, &kept, report, ids, now);
        }
        let base = match visits::revision(tx, id, seen_revision)? {
            Some(base) => base,
            None => VisitReport::blank(id, report.account, report.on),
        };
        let merged = merge(&base, report, &kept.report);
        if merged.conflicts.is_empty() {
            return next(tx, actor, &kept, &merged.report, ids, now);
        }
        let label = actor.words().visit.field;
        let mut conflicts = Vec::new();
        for VisitConflict { field, mine, theirs } in merged.conflicts {
            conflicts.push(Conflict {
                field,
                label: label(field),
                mine_shown: for_people(tx, actor, field, &mine)?,
                theirs_shown: for_people(tx, actor, field, &theirs)?,
                mine,
                theirs,
            });
        }
        Ok(Saved::Conflict { report: merged.report, revision: kept.revision, conflicts })
    })
}

/// The text of a field as people read it.
fn for_people(
    tx: &mut Tx<'_>,
    actor: &Actor,
    field: VisitField,
    text: &str,
) -> std::result::Result<String, Fail> {
    let language = actor.language;
    Ok(match field {
        VisitField::On | VisitField::NextOn => {
            text.parse::<Date>().map_or_else(|_| text.to_owned(), |day| short_day(language, day))
        }
        VisitField::By | VisitField::NextWho => match text.parse::<Id>() {
            Ok(id) => users::get(tx, id)?.map(|user| user.name).unwrap_or_default(),
            Err(_) => String::new(),
        },
        VisitField::Meeting => match text.parse::<Id>() {
            Ok(id) => meetings::get(tx, id)?
                .map(|booked| said_moment(language, booked.meeting.starts_at))
                .unwrap_or_default(),
            Err(_) => String::new(),
        },
        VisitField::Probability if !text.is_empty() => format!("{text}\u{202f}%"),
        _ => text.to_owned(),
    })
}

/// The first save: the journal's line, the report, the meeting that took place, the next step.
fn first(
    tx: &mut Tx<'_>,
    actor: &Actor,
    report: &VisitReport,
    [line, held, _]: [Id; 3],
    now: Moment,
) -> std::result::Result<Saved, Fail> {
    events::append(tx, &[visit_line(line, actor, report, now)])?;
    let revision = visits::save(tx, report, 0, line, actor.user, now)?;
    let meeting = match report.meeting {
        Some(meeting) => meetings::get(tx, meeting)?,
        None => None,
    };
    if let Some(booked) = meeting
        && booked.meeting.state == MeetingState::Planned
        && booked.meeting.account == report.account
    {
        book::mark(tx, actor, booked, MeetingState::Held, held, now)?;
    }
    plan(tx, actor, report, line, now)?;
    Ok(Saved::Kept { id: report.id, revision })
}

/// A later save. Where the day changed, the journal's line is taken back and written anew.
fn next(
    tx: &mut Tx<'_>,
    actor: &Actor,
    kept: &visits::Visit,
    report: &VisitReport,
    [line, void, _]: [Id; 3],
    now: Moment,
) -> std::result::Result<Saved, Fail> {
    let id = report.id;
    if kept.report == *report {
        return Ok(Saved::Kept { id, revision: kept.revision });
    }
    let mut event = kept.event;
    if kept.report.on != report.on {
        if let Some(old) = events::get(tx, event)? {
            void_in(tx, actor, &old, void, now)?;
        }
        events::append(tx, &[visit_line(line, actor, report, now)])?;
        event = line;
    }
    let revision = visits::save(tx, report, kept.revision, event, actor.user, now)?;
    if kept.report.next_step != report.next_step || event != kept.event {
        plan(tx, actor, report, event, now)?;
    }
    Ok(Saved::Kept { id, revision })
}

fn visit_line(id: Id, actor: &Actor, report: &VisitReport, now: Moment) -> Event {
    let note = (actor.words().visit.line)(&report.subject, &report.needs);
    Event {
        id,
        account: report.account,
        person: None,
        kind: EventKind::VisitMade,
        channel: Some(Channel::Visit),
        campaign: None,
        on: report.on,
        at: (report.on == now.day()).then_some(now),
        by: report.by.or(actor.user),
        outcome: None,
        minutes: None,
        kilometres: None,
        amount: None,
        margin: None,
        note: Some(note).filter(|note| !note.is_empty()),
        voids: None,
        recorded_at: now,
    }
}

/// The next step that was agreed on, as a follow-up under the identifier of the visit's line. One that was
/// done already stays as it is.
fn plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    report: &VisitReport,
    line: Id,
    now: Moment,
) -> std::result::Result<(), Fail> {
    if follow_ups::get(tx, line)?.is_some_and(|planned| planned.done_on.is_some()) {
        return Ok(());
    }
    follow_ups::delete(tx, line)?;
    if let Some(step) = &report.next_step {
        let what = step.what.trim();
        let note = if what.is_empty() { actor.words().visit.next_empty } else { what };
        let to_do = NewFollowUp {
            note: note.to_owned(),
            owner: step.who.or(report.by),
            ..NewFollowUp::new(report.account, step.on, FollowUpKind::Other)
        };
        follow_ups::insert(tx, &to_do.kept(line, actor.user, now))?;
    }
    Ok(())
}
