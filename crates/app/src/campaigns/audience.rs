//! Who an action would reach, before it is launched.

use crate::answer::RefusedAnswer;
use crate::{Actor, App, Result};

/// The selection of an action, with the right of each checked now.
#[derive(Debug, Clone)]
pub struct AudiencePreview {
    pub targeted: u64,
    pub allowed: u64,
    pub refused: Vec<RefusedAnswer>,
}

/// What a launch today would make of the action's selection; for a launched one, what it made.
pub fn audience(_app: &App, _actor: &Actor, _campaign: &str) -> Result<AudiencePreview> {
    crate::error::pending()
}
