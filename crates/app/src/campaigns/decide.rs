//! The end of an action: a verdict kept with its reason, and the next one made from it.

use filon_core::Campaign;

use crate::answer::Verdict;
use crate::{Actor, App, Result};

/// Keeps somebody's verdict on an action, with the reason.
pub fn decide(_app: &App, _actor: &Actor, _campaign: &str, _verdict: Verdict, _reason: &str) -> Result<Campaign> {
    crate::error::pending()
}

/// Closes an action: nothing more is expected of it.
pub fn close(_app: &App, _actor: &Actor, _campaign: &str) -> Result<Campaign> {
    crate::error::pending()
}

/// Makes the next action from this one: same channel, purpose, selection, template; its costs become planned ones.
pub fn renew(_app: &App, _actor: &Actor, _campaign: &str, _new_name: &str) -> Result<Campaign> {
    crate::error::pending()
}
