//! The worked cases of the domain, through the whole fold.

use filon_core::EventKind;
use filon_core::ratio::{Scope, Verdict};
use jiff::civil::date;

use super::{LAUNCH, Story, course};

#[test]
fn the_course_funnel_t1_and_the_letter_action_t19() {
    let figures = course().of_campaign();
    let counts: Vec<u64> = figures.funnel.iter().map(|step| step.count).collect();
    assert_eq!(counts, [500, 500, 50, 50, 10, 5]);
    let rates: Vec<Option<f64>> =
        figures.funnel.iter().map(|step| step.from_previous.and_then(|share| share.value())).collect();
    assert_eq!(rates, [None, Some(1.0), Some(0.1), Some(1.0), Some(0.2), Some(0.5)]);
    let days: Vec<Option<f64>> = figures.funnel.iter().map(|step| step.median_days).collect();
    assert_eq!(days, [None, Some(0.0), Some(10.0), Some(0.0), Some(8.0), Some(21.0)]);
    assert_eq!(
        (figures.cost, figures.cac, figures.margin, figures.result),
        (120_000, Some(24_000), 200_000, 80_000)
    );
    assert_eq!(figures.roi, Some(80_000.0 / 120_000.0));
    assert_eq!(figures.break_even_clients, Some(3));
    assert_eq!(figures.cost_per_meeting, Some(2_400));
    assert_eq!((figures.meetings_held, figures.cost_per_meeting_held), (0, None), "set, but held by nobody");
    assert_eq!((figures.cost_per_quote, figures.cost_per_interested), (Some(12_000), Some(2_400)));
    assert_eq!((figures.variable_cost, figures.cac_marginal), (95_000, Some(19_000)));
    assert_eq!(figures.decision.verdict, Verdict::Renew);
}

#[test]
fn the_four_ratios_t2() {
    let mut story = Story::new();
    for n in 0..1000 {
        let account = story.account();
        if n < 300 {
            story.tell(account, EventKind::ClientKnown, date(2026, 1, 5));
        } else if n < 800 {
            story.tell(account, EventKind::LetterPosted, LAUNCH);
        }
        if (300..350).contains(&n) {
            story.tell(account, EventKind::InterestShown, date(2026, 3, 9));
        }
        if (300..305).contains(&n) {
            story.order(account, date(2026, 4, 1), 10_000);
        }
    }
    for figures in [story.of_campaign(), story.figures(Scope::default())] {
        assert_eq!((figures.contacts, figures.clients, figures.prospects), (1000, 300, 700));
        assert_eq!((figures.contacted, figures.interested, figures.new_clients), (500, 50, 5));
        assert_eq!(figures.prospecting_rate.value(), Some(0.5));
        assert_eq!(figures.prospecting_effectiveness.value(), Some(500.0 / 700.0));
        assert_eq!(figures.prospector_effectiveness.value(), Some(0.1));
        assert_eq!(figures.success_rate.value(), Some(0.01));
    }
}

#[test]
fn five_orders_of_one_client_are_one_new_client_and_one_cost() {
    let mut story = Story::new();
    story.cost(25_000, None);
    let account = story.account();
    story.tell(account, EventKind::LetterPosted, LAUNCH);
    for day in 1..=5 {
        story.order(account, date(2026, 4, day), 10_000);
    }
    let figures = story.of_campaign();
    assert_eq!((figures.new_clients, figures.orders, figures.cost), (1, 5, 25_000));
    assert_eq!((figures.margin, figures.cac, figures.result), (50_000, Some(25_000), 25_000));
}

#[test]
fn an_order_is_credited_up_to_180_days_after_the_contact_and_not_a_day_more() {
    for (days, credited) in [(180, 1), (181, 0)] {
        let mut story = Story::new();
        let account = story.account();
        story.tell(account, EventKind::LetterPosted, LAUNCH);
        story.order(account, LAUNCH.saturating_add(jiff::Span::new().days(days)), 10_000);
        assert_eq!(story.of_campaign().orders, credited, "{days} days");
    }
}

#[test]
fn figures_as_of_a_day_forget_what_came_later() {
    let story = course();
    let as_of = |day| {
        story.figures(Scope { campaign: Some(story.campaign.id), as_of: Some(day), ..Scope::default() })
    };
    let before = as_of(date(2026, 3, 1));
    assert_eq!((before.contacts, before.cost, before.success_rate.value()), (0, 0, None));
    let march = as_of(date(2026, 3, 31));
    assert_eq!((march.funnel[4].count, march.orders, march.margin, march.result), (10, 0, 0, -120_000));
}

#[test]
fn a_voided_order_counts_nowhere() {
    let mut story = course();
    let order = story.accounts[0].1.last().expect("the first account ordered").id;
    story.tell(0, EventKind::Voided, date(2026, 5, 2)).voids = Some(order);
    let figures = story.of_campaign();
    assert_eq!((figures.orders, figures.new_clients, figures.funnel[5].count), (4, 4, 4));
    let before = story.figures(Scope {
        campaign: Some(story.campaign.id),
        as_of: Some(date(2026, 5, 1)),
        ..Scope::default()
    });
    assert_eq!(before.orders, 5);
}

#[test]
fn a_client_of_before_is_neither_contacted_nor_new() {
    let mut story = Story::new();
    let account = story.account();
    story.order(account, date(2026, 2, 1), 10_000);
    story.tell(account, EventKind::LetterPosted, LAUNCH);
    story.order(account, date(2026, 4, 1), 10_000);
    let figures = story.of_campaign();
    assert_eq!((figures.contacts, figures.clients, figures.contacted, figures.new_clients), (1, 1, 0, 0));
    assert_eq!((figures.orders, figures.margin), (1, 10_000), "its order is credited all the same");
    assert_eq!(figures.prospecting_effectiveness.value(), None);
}

/// `contacted` prospects, of whom some were interested and some ordered, for a cost in cents.
fn action(contacted: u64, interested: u64, clients: u64, cost: i64) -> Story {
    let mut story = Story::new();
    story.cost(cost, None);
    for n in 0..contacted {
        let account = story.account();
        story.tell(account, EventKind::LetterPosted, LAUNCH);
        if n < interested {
            story.tell(account, EventKind::InterestShown, date(2026, 3, 9));
        }
        if n < clients {
            story.order(account, date(2026, 4, 1), 10_000);
        }
    }
    story
}

#[test]
fn the_actions_of_the_course_t7_and_t9() {
    // 6 h at 40 € and 450 € of media; then 1000 € of media alone.
    let email = action(1000, 180, 22, 6 * 4_000 + 45_000).of_campaign();
    assert_eq!(email.prospector_effectiveness.value(), Some(0.18));
    assert_eq!(email.success_rate.value(), Some(0.022));
    assert_eq!((email.cost, email.cac), (69_000, Some(3_136)));
    let ads = action(70, 30, 9, 100_000).of_campaign();
    let percent = |share: Option<f64>| share.map(|share| (share * 10_000.0).round() / 100.0);
    assert_eq!(percent(ads.prospector_effectiveness.value()), Some(42.86));
    assert_eq!(percent(ads.success_rate.value()), Some(12.86));
    assert_eq!((ads.cost, ads.cac), (100_000, Some(11_111)));
}

#[test]
fn a_meeting_held_costs_more_than_one_that_was_set() {
    let mut story = course();
    for account in 0..20 {
        story.tell(account, EventKind::MeetingHeld, date(2026, 3, 18));
    }
    let figures = story.of_campaign();
    assert_eq!((figures.meetings_held, figures.cost_per_meeting_held), (20, Some(6_000)));
    assert_eq!(figures.cost_per_meeting, Some(2_400));
}
