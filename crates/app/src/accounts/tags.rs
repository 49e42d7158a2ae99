//! Tags put on and taken off a selection or one account.

use filon_core::Id;

use crate::{Actor, App, Result};

/// Puts a tag on accounts; the answer is how many had it not.
pub fn set_tag(_app: &App, _actor: &Actor, _ids: &[Id], _tag: &str) -> Result<u64> {
    crate::error::pending()
}

/// Takes a tag off accounts; the answer is how many had it.
pub fn remove_tag(_app: &App, _actor: &Actor, _ids: &[Id], _tag: &str) -> Result<u64> {
    crate::error::pending()
}
