//! The other ratios of the courses (DOMAIN.md 1.5), under the denominators that they are taught with.

mod counted;
mod named;
mod tally;

pub use counted::Counted;
pub use named::CourseRatio;
pub use tally::{CourseFigures, CourseTally};
