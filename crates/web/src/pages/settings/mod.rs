//! Réglages: the company, the sums, users, tokens, backup and check.

mod access;
mod data;
mod view;

pub use access::{add_token, add_user, password, revoke};
pub use data::{backup, check};
pub use view::{company, settings};

#[cfg(test)]
pub use view::{Shown, build};
