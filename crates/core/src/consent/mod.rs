//! The right to contact: for an account or a person at it, a channel and a moment, allowed, or
//! refused with the rule and its source. Whatever is sent, printed or listed for contact is built
//! from an [`Audience`], which only this right makes.

mod audience;
mod coordinates;
mod facts;
mod holidays;
mod hours;
mod phone;
mod retention;
mod right;
mod rule;
mod state;
mod suppression;
mod when;

pub use audience::{Audience, Contactable, Refused};
pub use facts::{ContactFacts, RentedFile, Rules, SuppressionHit};
pub use holidays::{easter, is_public_holiday};
pub use hours::{has_local_holidays, is_calling_time, local_time, next_calling_day, next_calling_moment};
pub use phone::{calls_in_window, rest_ends};
pub use retention::retention_ends;
pub use right::{Refusal, Right, refusals, right_to_contact};
pub use rule::Rule;
pub use state::{consents_to, is_opted_out, standing_consent, standing_opt_out};
pub use suppression::{SuppressionKey, SuppressionKind, suppression_keys, suppression_keys_for};
pub use when::allowed_from;
