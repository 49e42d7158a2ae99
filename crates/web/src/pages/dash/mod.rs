//! Tableau de bord: the figures of a period, and the people behind each.

mod board;
mod people;
mod scope;

pub use board::board;
pub use people::people;
pub use scope::ScopeForm;

#[cfg(test)]
pub use board::{Answered, view as board_view};
#[cfg(test)]
pub use people::PeopleView;
