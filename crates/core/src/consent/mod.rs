//! The right to contact.

mod state;

pub use state::{consent_day, consents_to, is_opted_out, standing_consent, standing_opt_out};
