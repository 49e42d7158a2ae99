//! Fiche: one account, its form, and what is recorded about it.

mod form;
mod record;
mod view;

pub use form::{create, edit, new, save};
pub use record::{done, event, follow_up, record, tag, untag, void};
pub use view::{Fact, QUICK, Quick, facts, show_one};

#[cfg(test)]
pub use form::form_view;
#[cfg(test)]
pub use view::view as fiche_view;
