//! Comptes rendus de visite: written on a phone, also without a network, and sent when it is back.

mod form;
mod list;
mod offline;
mod save;

pub use form::{new, show_one};
pub use list::list;
pub use offline::{token, watch};
pub use save::save;

#[cfg(test)]
pub use form::view_of;
#[cfg(test)]
pub use list::VisitsView;
#[cfg(test)]
pub use save::{ConflictView, Side};
