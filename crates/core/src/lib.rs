//! Words and rules of Filon, pure.
//!
//! Nothing here does I/O, reads a clock, draws chance, knows SQL or writes prose for people:
//! the moment, the actor and chance are arguments. Names follow the glossary of `PRODUCT.md`.

pub mod account;
pub mod board;
pub mod call;
pub mod campaign;
mod chance;
pub mod channel;
pub mod consent;
pub mod cost;
pub mod follow_up;
pub mod forecast;
pub mod id;
pub mod journal;
pub mod meeting;
pub mod money;
pub mod order;
pub mod quote;
pub mod ratio;
pub mod segment;
pub mod text;
pub mod time;
pub mod visit;

pub use account::{Account, AccountKind, Address, Person};
pub use campaign::{Campaign, CostLine, Purpose};
pub use channel::Channel;
pub use follow_up::FollowUpKind;
pub use id::{Id, IdSource};
pub use journal::{CallOutcome, Event, EventKind, Stage};
pub use meeting::{Meeting, MeetingState};
pub use money::{Cents, Micros};
pub use order::Order;
pub use quote::{Quote, QuoteLine};
pub use time::Moment;
pub use visit::VisitReport;
