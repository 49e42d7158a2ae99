//! Meetings (rendez-vous): set, moved, held or missed; the agenda, and calendars.

mod agenda;
mod book;
mod calendar;
mod change;
mod feed;
mod show;
mod slots;
mod warnings;

pub use agenda::{Agenda, AgendaDay, agenda};
pub use book::{Booked, NewMeeting, book};
pub(crate) use book::{refuse_impossible, set_in};
pub use calendar::ics;
pub use change::{cancel, held, missed, move_to, undo};
pub(crate) use change::{mark, voided};
pub use feed::{feed, has_feed, new_feed, revoke_feed};
pub(crate) use show::planned_rows;
pub use show::{MeetingRow, of_account, show};
pub(crate) use slots::offered_slots;
pub use warnings::{Checked, check};
