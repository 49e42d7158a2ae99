//! Contact files: looked at, brought in, taken back.
//!
//! A file is read whole into candidates (`read`, `row`, kept `packed` with their `marks`), which need no base; then, in one transaction,
//! each candidate meets an account or becomes one (`plan`, `pool`, `add`) and all is written (`write`).

mod add;
mod batches;
mod columns;
mod facts;
mod input;
mod marks;
mod packed;
mod plan;
mod pool;
mod preview;
mod read;
mod row;
mod run;
mod write;

pub use batches::{Batch, KeptAccount, Undone, batches, undo};
pub(crate) use facts::RowFacts;
pub use input::Input;
pub use preview::{MappedColumn, Preview, Target, preview};
pub use run::{AsStage, OnDuplicate, Options, run};
