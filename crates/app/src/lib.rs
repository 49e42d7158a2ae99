//! What a user can do: functions, one file per verb or small family.

pub mod answer;
