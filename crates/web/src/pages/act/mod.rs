//! Actions: the list, and one action as steps: cible, message, budget, lancement, suivi, bilan.

mod budget;
mod follow;
mod head;
mod launch;
mod list;
mod message;
mod new;
mod outcome;
mod review;
#[cfg(test)]
pub mod samples;
mod target;

pub use budget::{add_cost, budget, remove_cost};
pub use follow::follow;
pub use head::Head;
pub use launch::{launch, launching, letters};
pub use list::list;
pub use message::{choose, message};
pub use new::{create, new};
pub use outcome::{outcome, outcomes};
pub use review::{close, decide, renew, review};
pub use target::{change, open, target};

use filon_app::answer::Verdict;

/// The contract's word for a verdict.
pub const fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Renew => "renew",
        Verdict::Adjust => "adjust",
        Verdict::Stop => "stop",
        Verdict::TooEarly => "too_early",
    }
}

/// The verdict of a contract's word.
pub fn verdict(word: &str) -> Option<Verdict> {
    match word {
        "renew" => Some(Verdict::Renew),
        "adjust" => Some(Verdict::Adjust),
        "stop" => Some(Verdict::Stop),
        _ => None,
    }
}

/// A sign beside the word, so that colour says nothing alone.
pub fn sign(word: &str) -> &'static str {
    match word {
        "renew" => "↻",
        "adjust" => "≈",
        "stop" => "■",
        _ => "…",
    }
}
