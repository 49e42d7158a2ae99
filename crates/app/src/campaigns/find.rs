//! An action by its name or identifier.

use filon_core::Campaign;

use crate::{Actor, App, Result};

/// The action of that name (accents and case ignored) or identifier; else the nearest name is proposed.
pub fn find(_app: &App, _actor: &Actor, _name_or_id: &str) -> Result<Campaign> {
    crate::error::pending()
}
