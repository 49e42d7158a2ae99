//! Contact files: looked at, brought in, taken back.

mod batches;
mod input;
mod preview;
mod run;

pub use batches::{Batch, KeptAccount, Undone, batches, undo};
pub use input::Input;
pub use preview::{MappedColumn, Preview, Target, preview};
pub use run::{AsStage, OnDuplicate, Options, run};
