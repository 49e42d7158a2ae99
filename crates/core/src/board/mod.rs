//! The board of the Entonnoir: in which column an account stands, and what a drop into another writes.

mod column;
mod moves;

pub use column::{Column, column_of};
pub use moves::{Ask, Facts, Move, WhyNot, facts, move_to};
