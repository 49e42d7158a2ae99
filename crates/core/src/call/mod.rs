//! The telephone: scripts and their objections, what one key records, the order of a call list, two
//! versions compared, and what the calls teach.

mod answer;
mod assign;
mod attempts;
mod checks;
mod events;
mod examples;
mod lesson;
mod merge_fields;
mod next_step;
mod objection;
mod objection_lesson;
mod outcome;
mod pace;
mod queue;
mod reasons;
mod script;
mod working_days;

pub use answer::{Answer, AnswerProblem, read_answer};
pub use assign::{Arm, arm};
pub use attempts::{Attempts, attempts};
pub use checks::{Place, Problem, problems};
pub use events::EventDraft;
pub use examples::{Example, example};
pub use lesson::{AfterReply, By, CallRecord, Key, Lesson, Measure, ObjectionMet, Progress, lessons};
pub use merge_fields::{FieldValues, Filled, OwnField, Piece, UnknownField, fill, unknown_fields};
pub use next_step::{Cadence, FollowUpReason, NextStep, StopReason};
pub use objection::{Objection, ObjectionKind, Reply, Technique};
pub use objection_lesson::{Best, ObjectionLesson, ReplyLesson, SpontaneousAnswer, objection_lessons};
pub use outcome::{Call, CallResult, NumberState, Recorded, record};
pub use pace::{Pace, Worked, file_quality, pace};
pub use queue::{Callable, NotNow, Queue, Queued, Waiting, call_queue};
pub use reasons::{Reason, reasons, score};
pub use script::{AnswerKind, Argument, Block, BlockKind, CallScript, Fills, Goal, NotFillable, Question};
pub use working_days::{is_working_day, same_or_next_working_day, shortcuts, working_day_after};

/// Two versions are compared as any two groups are.
pub use crate::ratio::{Comparison, Lead, TOO_FEW, compare};
