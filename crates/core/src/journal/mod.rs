//! The journal: every fact is an event, appended and never edited. A correction is an event that
//! voids another; stages, counters and statistics are folds of it.

mod event;
mod kind;
mod stage;

pub use event::{Event, standing};
pub use kind::{CallOutcome, EventKind};
pub use stage::{Stage, Standing};
