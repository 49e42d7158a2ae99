//! Which of two versions of a script the next call uses: at random, and balanced.

use serde::{Deserialize, Serialize};

use crate::chance::mixed;

/// One of two versions compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arm {
    A,
    B,
}

impl Arm {
    /// The word of the database.
    pub const fn code(self) -> &'static str {
        match self {
            Arm::A => "a",
            Arm::B => "b",
        }
    }

    pub fn from_code(code: &str) -> Option<Arm> {
        [Arm::A, Arm::B].into_iter().find(|arm| arm.code() == code)
    }
}

/// Calls to a block: two of each arm, in one of six orders.
const BLOCK: u64 = 4;

/// The arm of the account that is the `position`th (from 0) to enter a comparison. `chance` is drawn
/// once, when the comparison starts, and kept: the same arguments give the same arm. Permuted blocks
/// of four: at any moment the arms differ by two at most, and nobody can guess the next.
pub fn arm(chance: u64, position: u64) -> Arm {
    use Arm::{A, B};
    const ORDERS: [[Arm; 4]; 6] =
        [[A, A, B, B], [A, B, A, B], [A, B, B, A], [B, B, A, A], [B, A, B, A], [B, A, A, B]];
    let order = ORDERS[usize::try_from(mixed(chance, position / BLOCK) % 6).unwrap_or(0)];
    order[usize::try_from(position % BLOCK).unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arms_stay_level_and_no_order_is_preferred() {
        let mut orders = std::collections::BTreeMap::new();
        for chance in 0..600 {
            let mut ahead = 0i32;
            for position in 0..40 {
                ahead += if arm(chance, position) == Arm::A { 1 } else { -1 };
                assert!(ahead.abs() <= 2);
            }
            assert_eq!(ahead, 0);
            let first: Vec<Arm> = (0..4).map(|position| arm(chance, position)).collect();
            *orders.entry(first).or_insert(0) += 1;
        }
        assert_eq!(orders.len(), 6);
        // 100 of 600 each; five standard deviations are 46.
        assert!(orders.values().all(|count| (54..146).contains(count)), "{orders:?}");
        assert_eq!(arm(7, 12), arm(7, 12));
        assert_eq!([Arm::A, Arm::B].map(|arm| Arm::from_code(arm.code())), [Some(Arm::A), Some(Arm::B)]);
    }
}
