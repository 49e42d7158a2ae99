//! Whether one person can be at two meetings.

use serde::{Deserialize, Serialize};

use super::{Meeting, travel_minutes};
use crate::{Id, Moment};

/// Why a meeting does not go with another one. A warning: two people may go, or one be fast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "clash")]
pub enum Clash {
    /// Both are on at one moment.
    Overlap { with: Id },
    /// The way between the two takes longer than the time between them.
    Travel { with: Id, needed_minutes: u32, free_minutes: u32 },
}

impl Clash {
    /// The other meeting.
    pub fn with(self) -> Id {
        match self {
            Clash::Overlap { with } | Clash::Travel { with, .. } => with,
        }
    }
}

/// The meetings that a new or changed one does not go with, the earliest first. Looked at are those
/// of the same owner, and those of which either has none; the meeting itself, found by its
/// identifier, and those missed or called off are left out.
pub fn clashes(new: &Meeting, others: &[Meeting]) -> Vec<Clash> {
    let mut beside: Vec<&Meeting> = others.iter().filter(|other| concerns(new, other)).collect();
    beside.sort_by_key(|other| (other.starts_at, other.id));
    beside.into_iter().filter_map(|other| clash(new, other)).collect()
}

fn concerns(new: &Meeting, other: &Meeting) -> bool {
    let same_owner = new.owner.is_none() || other.owner.is_none() || new.owner == other.owner;
    new.id != other.id && same_owner && new.state.takes_time() && other.state.takes_time()
}

fn clash(new: &Meeting, other: &Meeting) -> Option<Clash> {
    let with = other.id;
    let (first, second) = if other.starts_at < new.starts_at { (other, new) } else { (new, other) };
    // A meeting of no length still takes its moment.
    let first_ends = first.ends_at().max(Moment::from_millis(first.starts_at.millis().saturating_add(1)));
    if second.starts_at < first_ends {
        return Some(Clash::Overlap { with });
    }
    let free = (second.starts_at.millis() - first.ends_at().millis()) / 60_000;
    let free_minutes = u32::try_from(free).unwrap_or(u32::MAX);
    let needed_minutes = travel_minutes(&first.place, &second.place)?;
    (free_minutes < needed_minutes).then_some(Clash::Travel { with, needed_minutes, free_minutes })
}
