//! Reports of visits (comptes rendus), also written where there is no network and sent when it is back.

mod save;
mod show;

pub use save::{Conflict, Saved, save};
pub use show::{Shown, blank, get, list};
