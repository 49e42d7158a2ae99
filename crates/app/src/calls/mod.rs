//! The telephone: lists of whom to call, the cockpit of a call, its conclusion, and what calls teach.

mod answers;
mod cockpit;
mod conclude;
mod draft;
mod lessons;
mod list;
mod next;
mod number;
mod propose;
mod queue;
mod standers;
mod undo;

pub use cockpit::{Cockpit, ObjectionShown, PhoneShown, ReplyShown};
pub use conclude::{Conclude, Concluded, Next, conclude};
pub use draft::{Draft, keep};
pub use lessons::{LessonRow, LessonScope, Lessons, ObjectionRow, lessons};
pub use list::{From, ListHead, ListRow, NewList, close_list, lists, open_list, reopen_list};
pub use next::{next, pick, release};
pub use number::{NumberChange, correct_number, give_back_number, retire_number, retired};
pub use propose::{NextShown, Proposal, propose};
pub use queue::{QueueRow, QueueShown, WaitingRow, queue};
pub use undo::undo;
