//! Agenda: follow-ups and meetings, one meeting, and the feed that calendars subscribe to.

mod change;
mod feed;
mod meeting;
mod week;

pub use change::{cancel, held, missed, move_to, postpone};
pub use feed::{feed, new_feed, revoke_feed};
pub use meeting::{ics, show_one};
pub use week::week;

#[cfg(test)]
pub use meeting::MeetingView;
#[cfg(test)]
pub use week::view_of;
