//! Appels: the lists, the cockpit of a call, its outcome and next step, and what the calls teach.

mod cockpit;
mod conclude;
mod draft;
mod lesson;
mod list;
mod next;
mod step;

pub use cockpit::{cockpit, leave, take};
pub use conclude::conclude;
pub use draft::keep;
pub use lesson::lessons;
pub use list::{close, create, list};
pub use step::{check, outcome};

#[cfg(test)]
pub use cockpit::view_of;
#[cfg(test)]
pub use lesson::LessonsView;
#[cfg(test)]
pub use list::{ListForm, ListsView, Source};
#[cfg(test)]
pub use step::{StepFragment, sample as step_sample};
