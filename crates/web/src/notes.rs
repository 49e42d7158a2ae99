//! What was just done, said on the next page, with its undo: kept in memory for thirty seconds.

use std::sync::{Mutex, PoisonError};

use filon_app::accounts::Edit;
use filon_core::{Id, Moment};
use jiff::civil::Date;

const KEPT_MILLIS: i64 = 30_000;

/// How something done is undone.
#[derive(Debug, Clone)]
pub enum Undo {
    Event(Id),
    Edit(Id, Box<Edit>),
    FollowUp(Id),
    FollowUpDone(Id),
    /// A follow-up put off, and the day on which it was.
    FollowUpMoved(Id, Date),
    /// A meeting held, missed or called off.
    Meeting(Id),
    /// A call that was recorded, with what became of its number.
    Call(Id),
    /// A call list that was closed.
    CallList(Id),
    SegmentBack {
        name: String,
        query: String,
    },
    SegmentAway(String),
    Cost(Id),
    TagAway(Vec<Id>, String),
    TagBack(Vec<Id>, String),
}

#[derive(Debug, Clone)]
struct Kept {
    key: u64,
    user: Id,
    until: i64,
    text: String,
    undo: Option<Undo>,
}

/// What to say on the page that follows.
#[derive(Debug, Clone)]
pub struct Note {
    pub text: String,
    /// The key of its undo, where it has one.
    pub undo: Option<u64>,
}

/// The notes of everybody; each reads only one's own.
#[derive(Debug, Default)]
pub struct Notes(Mutex<(u64, Vec<Kept>)>);

impl Notes {
    /// Keeps a note; the answer is its key in an address.
    pub fn keep(&self, now: Moment, user: Id, text: String, undo: Option<Undo>) -> u64 {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        inner.1.retain(|kept| kept.until > now.millis());
        inner.0 += 1;
        let key = inner.0;
        inner.1.push(Kept { key, user, until: now.millis() + KEPT_MILLIS, text, undo });
        key
    }

    pub fn read(&self, now: Moment, user: Id, key: u64) -> Option<Note> {
        let inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept =
            inner.1.iter().find(|kept| kept.key == key && kept.user == user && kept.until > now.millis())?;
        Some(Note { text: kept.text.clone(), undo: kept.undo.as_ref().map(|_| key) })
    }

    /// Takes an undo out: it serves once.
    pub fn take(&self, now: Moment, user: Id, key: u64) -> Option<Undo> {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = inner.1.iter().position(|kept| kept.key == key && kept.user == user)?;
        let kept = inner.1.swap_remove(at);
        kept.undo.filter(|_| kept.until > now.millis())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_for_its_user_and_for_thirty_seconds_and_is_undone_once() {
        let (start, notes) = (Moment::from_millis(1_000_000), Notes::default());
        let (lea, paul) = (Id::new(start, 1), Id::new(start, 2));
        let key = notes.keep(start, lea, "Enregistré.".to_owned(), Some(Undo::Event(lea)));
        assert_eq!(notes.read(start, lea, key).and_then(|note| note.undo), Some(key));
        assert!(notes.read(start, paul, key).is_none());
        assert!(notes.read(Moment::from_millis(1_031_000), lea, key).is_none());
        assert!(notes.take(start, paul, key).is_none());
        assert!(matches!(notes.take(start, lea, key), Some(Undo::Event(_))));
        assert!(notes.take(start, lea, key).is_none());
    }
}
