//! Shared costs and budgets.

use filon_core::campaign::Unit;
use filon_core::cost::{
    Alarm, Bearer, CampaignCosts, Quantities, Reach, ShareRule, SharedCost, budget, line_cost, split,
};
use filon_core::{Campaign, Channel, CostLine, Micros, Moment, Purpose};
use jiff::civil::date;
use proptest::prelude::*;

use crate::story::id;

fn stand(rule: ShareRule, weights: [u64; 3]) -> SharedCost {
    SharedCost {
        id: id(50),
        label: "Stand du salon de Lyon".into(),
        amount: 100_000,
        on: date(2026, 6, 2),
        rule,
        bearers: (1..).zip(weights).map(|(n, weight)| Bearer { campaign: id(n), weight }).collect(),
        planned: false,
        created_at: Moment::start_of(date(2026, 6, 2)),
    }
}

fn amounts(cost: &SharedCost) -> Vec<i64> {
    let reach = |campaign| {
        let n = (1..=3).position(|n| id(n) == campaign).unwrap() as u64;
        Reach { contacted: [500, 250, 250][n as usize], targeted: 100 * (n + 1) }
    };
    cost.parts(reach).parts.iter().map(|(_, part)| *part).collect()
}

#[test]
fn a_stand_of_1000_euros_is_shared_to_the_cent() {
    assert_eq!(amounts(&stand(ShareRule::Equal, [0; 3])), [33_334, 33_333, 33_333]);
    assert_eq!(amounts(&stand(ShareRule::Contacted, [0; 3])), [50_000, 25_000, 25_000]);
    assert_eq!(amounts(&stand(ShareRule::Targeted, [0; 3])), [16_667, 33_333, 50_000]);
    assert_eq!(amounts(&stand(ShareRule::Weights, [3, 0, 7])), [30_000, 0, 70_000]);
}

#[test]
fn before_anybody_is_contacted_the_parts_are_equal_and_it_is_said() {
    let parts = stand(ShareRule::Contacted, [0; 3]).parts(|_| Reach::default());
    assert!(parts.equal_for_want);
    assert_eq!(parts.parts.iter().map(|(_, part)| part).sum::<i64>(), 100_000);
    let alone = SharedCost { bearers: Vec::new(), ..stand(ShareRule::Equal, [0; 3]) };
    assert_eq!(alone.parts(|_| Reach::default()).parts, []);
    assert!(ShareRule::ALL.iter().all(|rule| ShareRule::from_code(rule.code()) == Some(*rule)));
}

#[test]
fn a_part_counts_as_a_line_of_its_action() {
    let cost = stand(ShareRule::Equal, [0; 3]);
    let line = cost.line(id(1), 33_334);
    assert_eq!(line_cost(&line, &Quantities::default(), 0), 33_334);
}

proptest! {
    #[test]
    fn the_parts_sum_to_the_cost_and_are_within_a_cent_of_their_due(
        amount in prop_oneof![-1_000_000i64..1_000_000, any::<i64>().prop_filter("whole", |a| *a != i64::MIN)],
        weights in prop::collection::vec(prop_oneof![0u64..20, any::<u64>()], 1..20),
    ) {
        let parts = split(amount, &weights);
        prop_assert_eq!(parts.iter().map(|part| i128::from(*part)).sum::<i128>(), i128::from(amount));
        let sum: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
        for (part, weight) in parts.iter().zip(&weights).filter(|_| sum > 0) {
            let due = i128::from(amount).unsigned_abs() * u128::from(*weight) / sum;
            let part = u128::from(part.unsigned_abs());
            prop_assert!(part == due || part == due + 1, "{part} {due}");
        }
    }
}

fn action() -> Campaign {
    Campaign {
        id: id(1),
        name: "Courrier de mars".into(),
        channel: Channel::Letter,
        purpose: Purpose::Acquisition,
        query: String::new(),
        segment: None,
        from: None,
        to: None,
        template: None,
        launched_on: Some(date(2026, 3, 2)),
        closed_on: None,
        verdict: None,
        verdict_reason: None,
        created_at: Moment::start_of(date(2026, 3, 2)),
    }
}

fn line(label: &str, cents: i64, unit: Option<Unit>, planned: bool) -> CostLine {
    CostLine {
        id: id(9),
        campaign: id(1),
        label: label.into(),
        amount: Micros::from_cents(cents),
        unit,
        quantity: None,
        planned,
        created_at: Moment::start_of(date(2026, 3, 2)),
    }
}

#[test]
fn what_was_planned_is_set_against_what_was_spent_by_label() {
    let lines = [
        line("Affranchissement", 130, Some(Unit::Letter), true),
        line("Fichier", 25_000, None, true),
        line("AFFRANCHISSEMENT", 70_200, None, false),
        line("Timbres en plus", 3_040, None, false),
    ];
    let campaign = action();
    let costs = CampaignCosts { campaign: &campaign, lines: &lines, targeted: 500 };
    let found = budget(&costs, &Quantities::default(), None);
    let rows: Vec<_> =
        found.rows.iter().map(|row| (row.label.as_str(), row.planned, row.actual, row.gap)).collect();
    assert_eq!(
        rows,
        [
            ("Affranchissement", Some(65_000), Some(70_200), 5_200),
            ("Fichier", Some(25_000), None, -25_000),
            ("Timbres en plus", None, Some(3_040), 3_040),
        ]
    );
    assert_eq!((found.planned, found.actual, found.gap), (Some(90_000), 73_240, Some(-16_760)));
    assert_eq!(found.gap_share, Some(-16_760.0 / 90_000.0));
    assert_eq!((found.limit, found.alarm), (Some(90_000), Alarm::Warn));
}

#[test]
fn the_alarm_warns_at_80_percent_and_is_over_at_100() {
    let campaign = action();
    let alarm = |spent, limit| {
        let lines = [line("Tout", spent, None, false)];
        let costs = CampaignCosts { campaign: &campaign, lines: &lines, targeted: 0 };
        budget(&costs, &Quantities::default(), limit).alarm
    };
    assert_eq!(alarm(79_999, Some(100_000)), Alarm::None);
    assert_eq!(alarm(80_000, Some(100_000)), Alarm::Warn);
    assert_eq!(alarm(99_999, Some(100_000)), Alarm::Warn);
    assert_eq!(alarm(100_000, Some(100_000)), Alarm::Over);
    assert_eq!(alarm(1, Some(0)), Alarm::Over);
    assert_eq!((alarm(0, Some(0)), alarm(5_000, None)), (Alarm::None, Alarm::None));
    assert!(Alarm::ALL.iter().all(|alarm| Alarm::from_code(alarm.code()) == Some(*alarm)));
}
