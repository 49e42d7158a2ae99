//! The group that is held out, and what it shows.

use filon_core::Id;
use filon_core::ratio::{HoldOut, Lead, Share, lift};
use proptest::prelude::*;

use crate::story::id;

fn target(count: u128) -> Vec<Id> {
    (0..count).map(id).collect()
}

#[test]
fn ten_percent_of_five_hundred_are_fifty_whoever_is_listed_first() {
    let hold_out = HoldOut::new(7, 10).unwrap();
    let mut letters = target(500);
    let drawn = hold_out.draw(&letters);
    assert_eq!(drawn.len(), 50);
    letters.reverse();
    assert_eq!(hold_out.draw(&letters), drawn);
    assert_ne!(HoldOut::new(8, 10).unwrap().draw(&letters), drawn);
    assert_eq!(hold_out.draw(&target(4)).len(), 0);
    assert_eq!(hold_out.draw(&target(5)).len(), 1);
    assert_eq!(hold_out.draw(&[]).len(), 0);
    assert_eq!((HoldOut::new(7, 0), HoldOut::new(7, 51)), (None, None));
}

#[test]
fn everybody_has_the_same_chance_of_being_held_out() {
    let letters = target(40);
    let mut times = vec![0u32; 40];
    for chance in 0..2_000 {
        let drawn = HoldOut::new(chance, 25).unwrap().draw(&letters);
        for (count, account) in times.iter_mut().zip(&letters) {
            *count += u32::from(drawn.contains(account));
        }
    }
    // 500 of 2000 each; five standard deviations are 97.
    assert!(times.iter().all(|count| (403..597).contains(count)), "{times:?}");
}

#[test]
fn what_would_have_come_by_itself_is_not_the_action_s() {
    // 5 % of those written to ordered, and 1 % of those held out.
    let found = lift(Share::new(50, 1000), Share::new(10, 1000), 200_000);
    assert_eq!(found.comparison.lead, Lead::B);
    assert!((found.extra.unwrap() - 40.0).abs() < 1e-9);
    let (low, high) = found.extra_interval.unwrap();
    assert!(low > 0.0 && low < 40.0 && high > 40.0);
    assert_eq!(found.cost_per_extra, Some(5_000));
}

#[test]
fn a_lift_that_chance_could_make_has_no_price() {
    let near = lift(Share::new(11, 1000), Share::new(10, 1000), 200_000);
    assert_eq!((near.comparison.lead, near.cost_per_extra), (Lead::Undecided, None));
    let few = lift(Share::new(20, 40), Share::new(0, 20), 200_000);
    assert_eq!((few.comparison.lead, few.cost_per_extra), (Lead::TooFew, None));
    let harm = lift(Share::new(10, 1000), Share::new(50, 1000), 200_000);
    assert_eq!((harm.comparison.lead, harm.cost_per_extra), (Lead::A, None));
    assert_eq!(lift(Share::new(0, 0), Share::new(0, 0), 0).extra, None);
}

proptest! {
    #[test]
    fn groups_turned_round_turn_the_difference_round(
        (a, n) in (1u64..2_000).prop_flat_map(|n| (0..=n, Just(n))),
        (b, m) in (1u64..2_000).prop_flat_map(|m| (0..=m, Just(m))),
    ) {
        let there = filon_core::ratio::compare(Share::new(a, n), Share::new(b, m));
        let back = filon_core::ratio::compare(Share::new(b, m), Share::new(a, n));
        let (low, high) = there.interval.unwrap();
        let (back_low, back_high) = back.interval.unwrap();
        let difference = there.difference.unwrap();
        prop_assert!((difference + back.difference.unwrap()).abs() < 1e-12);
        prop_assert!((low + back_high).abs() < 1e-12 && (high + back_low).abs() < 1e-12);
        prop_assert!(-1.0 - 1e-12 <= low && low <= difference + 1e-12);
        prop_assert!(difference <= high + 1e-12 && high <= 1.0 + 1e-12);
    }
}
