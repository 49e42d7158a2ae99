//! The four ratios, the funnel, costs and the decision: the law of `PRODUCT.md`, as one fold of the
//! journal, account by account.
//!
//! A [`Tally`] is given every account of the base with its events and gives [`Figures`]. The fold
//! knows no database, so that SQLite, PostgreSQL and a test are held to the same numbers.

mod clients;
mod course;
mod credit;
mod decision;
mod ending;
mod figures;
mod frozen;
mod holdout;
mod loss_reason;
mod losses;
mod place;
mod quartiles;
mod retention;
mod scope;
mod share;
mod tally;
mod versus;

pub use clients::{
    AtRisk, ClientTally, Clients, Cohort, CohortTally, Cohorts, Departure, Keeping, KeepingTally, Rhythm,
    RhythmTally, discounted_value,
};
pub use course::{Counted, CourseFigures, CourseRatio, CourseTally};
pub use credit::credited_campaign;
pub use decision::{Decision, Verdict, decide};
pub use ending::{Ending, SILENT_AFTER_DAYS};
pub use figures::{Figures, FunnelStep, STEPS};
pub use frozen::{Frozen, FrozenFigures, Hindsight, Later, verdict_later};
pub use holdout::{HoldOut, Lift, lift};
pub use loss_reason::LossReason;
pub use losses::{Loss, LossTally, StepLosses};
pub use place::{Place, Subject};
pub use quartiles::Quartiles;
pub use retention::Retention;
pub use scope::{Rules, Scope};
pub use share::Share;
pub use tally::Tally;
pub use versus::{Comparison, Lead, TOO_FEW, compare};
