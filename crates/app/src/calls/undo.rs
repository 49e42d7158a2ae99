//! A call is taken back: the wrong key, seconds ago.

use filon_core::{Event, EventKind, Id};
use filon_store::{call_drafts, calls, claims, events};

use super::answers::put_back;
use super::draft::{Kept, held_until, read, write};
use super::number::number_back;
use crate::journal::void_in;
use crate::{Actor, App, AppError, Result};

/// The screen promises 30 seconds; a slow network gets five minutes.
const UNDO_MILLIS: i64 = 5 * 60_000;

/// Takes back all that a call wrote: its lines, the meeting, the next step, the fields that answers filled, a
/// number corrected or retired. What it settled is open again, the account is the caller's again with what was typed. Answers the list and
/// the account to go back to.
pub fn undo(app: &App, actor: &Actor, event: Id) -> Result<(Option<Id>, Id)> {
    let now = app.now();
    let voids = [app.next_id(), app.next_id(), app.next_id()];
    let words = &actor.words().call;
    app.write(actor, |tx| {
        let made = calls::get(tx, event)?.ok_or_else(|| AppError::not_found(words.call_unknown))?;
        if made.voided {
            return Err(AppError::conflict(actor.words().record.already_void).into());
        }
        let journal = events::of_account(tx, made.account)?;
        let Some(line) = journal.iter().find(|line| line.id == event) else {
            return Err(AppError::not_found(words.call_unknown).into());
        };
        if line.by != actor.user {
            return Err(AppError::new(crate::ErrorKind::Forbidden, words.undo_of_another).into());
        }
        if now.millis().saturating_sub(line.recorded_at.millis()) > UNDO_MILLIS {
            return Err(AppError::refused(words.undo_late).into());
        }
        let written_with = |other: &&Event| {
            other.id != line.id
                && other.recorded_at == line.recorded_at
                && other.by == line.by
                && other.at == line.at
                && other.voids.is_none()
                && matches!(
                    other.kind,
                    EventKind::InterestShown
                        | EventKind::MeetingSet
                        | EventKind::NoInterest
                        | EventKind::OptedOut
                )
        };
        let mut lines: Vec<&Event> = journal.iter().filter(written_with).collect();
        lines.push(line);
        for (line, void) in lines.into_iter().zip(voids) {
            void_in(tx, actor, line, void, now)?;
        }
        if let Some(draft) = call_drafts::give_back(tx, event)? {
            let list = draft.list;
            let kept = read(Some(draft));
            put_back(tx, actor, made.account, &kept.before, now)?;
            if let Some(before) = &kept.number {
                number_back(tx, actor, made.account, before, now)?;
            }
            let kept = Kept { before: Vec::new(), number: None, ..kept };
            write(tx, actor, list, made.account, &kept, now)?;
        }
        claims::take(tx, made.account, made.call.list, actor.user, now, held_until(now))?;
        Ok((made.call.list, made.account))
    })
}
