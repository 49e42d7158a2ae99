//! Bringing a schema up to date.
use crate::{Db, Result};
pub(crate) fn run(db: &Db) -> Result<()> { Ok(()) }
