//! What the verbs answer: the JSON of `CONTRACT.md`, exactly, as types. The command line prints them,
//! the web's JSON interface sends them, the pages are made from them.

mod contacts;
mod forecast;
mod import;
mod letters;
mod stats;

pub use contacts::{AccountAnswer, ContactsAnswer, PersonAnswer};
pub use forecast::{Basis, Estimate, ForecastAnswer};
pub use import::{ImportAnswer, Notice, RecordAnswer, Rejected};
pub use letters::{LetterWarning, LettersAnswer, RefusedAnswer};
pub use stats::{
    DecisionAnswer, FunnelStep, RatioAnswer, RatiosAnswer, RetentionAnswer, ScopeAnswer, StatsAnswer, Verdict,
};
