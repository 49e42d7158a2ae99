//! Chance that is given, and never drawn here: the same seed gives the same choices.

/// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), `at` steps from a seed.
pub(crate) fn mixed(seed: u64, at: u64) -> u64 {
    let mut z = seed.wrapping_add(at.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
