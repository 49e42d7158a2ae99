//! A decision is kept as it was taken, and later orders say whether it was right.

use filon_core::ratio::{Figures, Frozen, Hindsight, Later, Verdict, verdict_later};
use filon_core::{EventKind, Id};
use jiff::civil::{Date, date};

use super::{LAUNCH, Story, course};
use crate::story::id;

const DECIDED: Date = date(2026, 5, 4);
/// The last day on which an order can be credited to the letters of 2 March.
const WINDOW_ENDS: Date = date(2026, 8, 29);

fn frozen(figures: &Figures, verdict: Verdict) -> Frozen {
    Frozen::of(id(1), figures, verdict, Some(id(2)), DECIDED, "Le marché est porteur".into())
}

fn judged(frozen: &Frozen, figures: &Figures, renewed: bool, today: Date) -> Hindsight {
    let later = Later { figures, renewed, last_contact_on: LAUNCH, today, credit_window_days: 180 };
    verdict_later(frozen, &later)
}

/// 100 letters for a cost in euros, and so many orders of 100 € margin.
fn letters(euros: i64, orders: usize) -> Figures {
    let mut story = Story::new();
    story.cost(euros * 100, None);
    for n in 0..100 {
        let account = story.account();
        story.tell(account, EventKind::LetterPosted, LAUNCH);
        if n < orders {
            story.order(account, date(2026, 4, 1), 10_000);
        }
    }
    story.of_campaign()
}

#[test]
fn a_decision_keeps_the_figures_it_was_taken_on() {
    let decision = frozen(&course().of_campaign(), Verdict::Adjust);
    assert_eq!((decision.verdict, decision.advised), (Verdict::Adjust, Verdict::Renew));
    let figures = &decision.figures;
    assert_eq!((figures.contacted, figures.meetings, figures.quotes, figures.new_clients), (500, 50, 10, 5));
    assert_eq!((figures.cost, figures.result, figures.cac), (120_000, 80_000, Some(24_000)));
    assert_eq!((figures.average_margin, figures.break_even_rate), (Some(40_000.0), Some(0.006)));
    let json = serde_json::to_string(&decision).unwrap();
    assert_eq!(serde_json::from_str::<Frozen>(&json).unwrap(), decision);
    assert_eq!(decision.author, Some(id(2)) as Option<Id>);
}

#[test]
fn stopping_was_wrong_once_the_action_pays_after_all() {
    let stopped = frozen(&letters(500, 2), Verdict::Stop);
    assert_eq!(judged(&stopped, &letters(500, 2), false, WINDOW_ENDS), Hindsight::TooEarly);
    assert_eq!(judged(&stopped, &letters(500, 2), false, WINDOW_ENDS.tomorrow().unwrap()), Hindsight::Right);
    assert_eq!(judged(&stopped, &letters(500, 5), false, date(2026, 6, 1)), Hindsight::Wrong);
    assert_eq!(judged(&stopped, &letters(500, 4), false, date(2026, 6, 1)), Hindsight::TooEarly);
}

#[test]
fn renewing_is_borne_out_by_the_action_made_from_it() {
    let renewed = frozen(&letters(500, 8), Verdict::Renew);
    assert_eq!(judged(&renewed, &letters(500, 8), false, DECIDED), Hindsight::TooEarly, "nothing came since");
    assert_eq!(judged(&renewed, &letters(500, 9), false, date(2026, 6, 1)), Hindsight::Right);
    assert_eq!(judged(&renewed, &letters(500, 5), true, date(2026, 6, 1)), Hindsight::Right);
    assert_eq!(judged(&renewed, &letters(500, 4), true, date(2026, 6, 1)), Hindsight::TooEarly);
    assert_eq!(judged(&renewed, &letters(500, 4), true, date(2026, 12, 1)), Hindsight::Wrong);
}

#[test]
fn adjusting_was_right_if_the_next_one_earns_more() {
    let adjusted = frozen(&letters(500, 3), Verdict::Adjust);
    let december = date(2026, 12, 1);
    assert_eq!(judged(&adjusted, &letters(500, 4), true, december), Hindsight::Right);
    assert_eq!(judged(&adjusted, &letters(500, 3), true, december), Hindsight::Wrong);
    assert_eq!(judged(&adjusted, &letters(500, 4), true, date(2026, 6, 1)), Hindsight::TooEarly);
    assert_eq!(judged(&adjusted, &letters(500, 5), false, december), Hindsight::Right);
    assert_eq!(
        judged(&adjusted, &letters(500, 20), false, december),
        Hindsight::Wrong,
        "it was to be renewed"
    );
}

#[test]
fn codes_read_back() {
    assert!(Hindsight::ALL.iter().all(|found| Hindsight::from_code(found.code()) == Some(*found)));
    assert!(Verdict::ALL.iter().all(|verdict| Verdict::from_code(verdict.code()) == Some(*verdict)));
}
