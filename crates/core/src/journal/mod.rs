//! The journal: every fact is an event, appended and never edited. A correction is an event that
//! voids another; stages, counters and statistics are folds of it.

mod aliases;
mod event;
mod kind;
mod stage;

pub use aliases::{Recognised, nearest_event, recognise_channel, recognise_event};
pub use event::{Event, standing};
pub use kind::{CallOutcome, EventKind};
pub use stage::{Stage, Standing};
