//! Clients who stay, leave, or order no more as they used to.

use filon_core::ratio::{
    ClientTally, CohortTally, KeepingTally, Lead, Rhythm, RhythmTally, Rules, Scope, Share,
};
use filon_core::{EventKind, Id};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{LAUNCH, Story, subject};

fn year_2026() -> Scope {
    Scope { from: Some(date(2026, 1, 1)), to: Some(date(2027, 1, 1)), ..Scope::default() }
}

/// A client since a day, with the days of its later orders.
fn client(story: &mut Story, orders: &[Date]) -> usize {
    let account = story.account();
    for on in orders {
        story.order(account, *on, 10_000);
    }
    account
}

fn id_of(story: &Story, account: usize) -> Id {
    story.accounts[account].0
}

#[test]
fn thirty_clients_five_leave_and_say_why_t13() {
    let mut story = Story::new();
    for n in 0..30 {
        let account = client(&mut story, &[date(2025, 3, 1)]);
        if n < 5 {
            let why = ["Prix", "prix ", "Fermeture", "", "PRIX"][n];
            story.tell(account, EventKind::CustomerLost, date(2026, 6, 1)).note = Some(why.into());
        }
    }
    let back = client(&mut story, &[date(2024, 1, 1)]);
    story.tell(back, EventKind::CustomerLost, date(2025, 1, 1));
    story.order(back, date(2026, 2, 1), 10_000);
    client(&mut story, &[date(2026, 5, 5)]);
    let mut tally = ClientTally::new(year_2026(), Rules::default());
    for (id, events) in &story.accounts {
        tally.add(&subject(*id, events));
    }
    let clients = tally.clients();
    assert_eq!((clients.at_start.len(), clients.came.len(), clients.at_end), (30, 2, 27));
    let told: Vec<_> =
        clients.departures.iter().map(|gone| (gone.said.as_deref(), gone.accounts.len())).collect();
    assert_eq!(told, [(Some("Prix"), 3), (None, 1), (Some("Fermeture"), 1)]);
    let retention = story.figures(year_2026()).retention;
    assert_eq!(retention.attrition, Share::new(5, 30));
    assert_eq!(retention.lifetime_years.map(|years| (years * 1e9).round()), Some(6e9));
}

#[test]
fn cohorts_stand_at_their_anniversaries() {
    let mut story = Story::new();
    let dupont =
        client(&mut story, &[date(2023, 4, 1), date(2024, 3, 31), date(2024, 4, 1), date(2025, 6, 1)]);
    let martin = client(&mut story, &[date(2023, 9, 1)]);
    story.tell(martin, EventKind::CustomerLost, date(2025, 1, 10));
    let young = client(&mut story, &[date(2026, 1, 15)]);
    let known = client(&mut story, &[date(2025, 1, 1)]);
    story.tell(known, EventKind::ClientKnown, date(2026, 1, 5));
    story.account();
    let cohorts = |inactivity| {
        let mut tally = CohortTally::new(date(2026, 6, 30), inactivity);
        for (id, events) in &story.accounts {
            tally.add(*id, events);
        }
        tally.cohorts()
    };
    let found = cohorts(None);
    assert_eq!(found.known_before, [id_of(&story, known)]);
    assert_eq!(found.cohorts.iter().map(|cohort| cohort.year).collect::<Vec<_>>(), [2023, 2026]);
    let of_2023 = &found.cohorts[0];
    assert_eq!(of_2023.accounts, [id_of(&story, dupont), id_of(&story, martin)]);
    // Martin's third anniversary, in September 2026, has not come.
    assert_eq!(of_2023.kept, [Share::new(2, 2), Share::new(1, 2), Share::new(1, 1)]);
    assert_eq!(of_2023.margin, [30_000, 10_000, 10_000]);
    assert_eq!((found.cohorts[1].accounts.len(), found.cohorts[1].kept.len()), (1, 0));
    assert_eq!(found.cohorts[1].accounts, [id_of(&story, young)]);
    let strict = cohorts(Some(11));
    assert_eq!(strict.cohorts[0].kept, [Share::new(1, 2), Share::new(0, 2), Share::new(1, 1)]);
}

#[test]
fn a_client_is_at_risk_by_its_own_rhythm_or_else_by_that_of_all() {
    let mut story = Story::new();
    let monthly = client(&mut story, &[date(2026, 1, 1), date(2026, 1, 31), date(2026, 3, 2)]);
    let yearly = client(&mut story, &[date(2024, 4, 1), date(2025, 4, 1), date(2026, 4, 1)]);
    let twice = client(&mut story, &[date(2025, 1, 1), date(2025, 1, 31)]);
    let gone = client(&mut story, &[date(2025, 1, 1), date(2025, 1, 31)]);
    story.tell(gone, EventKind::CustomerLost, date(2025, 6, 1));
    let at_risk = |today| {
        let mut tally = RhythmTally::new(today);
        for (id, events) in &story.accounts {
            tally.add(*id, events);
        }
        tally.at_risk()
    };
    // Silent for 45 days on 16 April: one and a half of its own gaps of 30 days, and not longer.
    assert!(at_risk(date(2026, 4, 16)).iter().all(|client| client.account != id_of(&story, monthly)));
    let found = at_risk(date(2026, 4, 17));
    let late = found.iter().find(|client| client.account == id_of(&story, monthly)).unwrap();
    assert_eq!((late.silent_days, late.own), (46, true));
    assert_eq!(late.rhythm, Rhythm { median_days: 30.0, upper_days: 45.0 });
    assert!(found.iter().all(|client| client.account != id_of(&story, yearly)), "a year is its rhythm");
    assert!(found.iter().all(|client| client.account != id_of(&story, gone)), "lost is not at risk");
    // Two orders are no rhythm: the gaps of all are 30, 30, 30, 30, 365 and 365 days.
    let later = at_risk(date(2028, 1, 1));
    let by_all = later.iter().find(|client| client.account == id_of(&story, twice)).unwrap();
    assert_eq!((by_all.own, by_all.rhythm.median_days), (false, 30.0));
    assert_eq!(later[0].account, id_of(&story, monthly), "the longest in terms of the rhythm comes first");
}

#[test]
fn without_a_second_order_nobody_is_judged() {
    let mut story = Story::new();
    let once = client(&mut story, &[date(2020, 1, 1), date(2020, 1, 1)]);
    let mut tally = RhythmTally::new(date(2026, 1, 1));
    tally.add(id_of(&story, once), &story.accounts[once].1);
    assert_eq!((tally.company(), tally.at_risk()), (None, vec![]));
}

#[test]
fn an_action_to_keep_clients_is_judged_against_those_it_left_alone() {
    let mut story = Story::new();
    for n in 0..200 {
        let account = client(&mut story, &[date(2025, 6, 1)]);
        let written_to = n < 100;
        if written_to {
            story.tell(account, EventKind::LetterPosted, LAUNCH);
        }
        if n % 10 == 0 || (!written_to && n % 10 < 3) {
            story.tell(account, EventKind::CustomerLost, date(2026, 5, 1));
        } else if written_to && n % 2 == 0 {
            story.order(account, date(2026, 4, 1), 5_000);
        }
    }
    let prospect = story.account();
    story.tell(prospect, EventKind::LetterPosted, LAUNCH);
    let scope = Scope { campaign: Some(story.campaign.id), ..Scope::default() };
    let mut tally = KeepingTally::new(scope, LAUNCH, date(2026, 9, 1), None);
    for (id, events) in &story.accounts {
        tally.add(*id, events);
    }
    let keeping = tally.keeping(45_000);
    assert_eq!((keeping.kept, keeping.kept_others), (Share::new(90, 100), Share::new(70, 100)));
    assert_eq!((keeping.ordered, keeping.ordered_others), (Share::new(40, 100), Share::new(0, 100)));
    assert_eq!(keeping.comparison.lead, Lead::B);
    assert_eq!((keeping.cost_per_kept, keeping.lost.len()), (Some(500), 10));
}

#[test]
fn an_action_that_contacted_nobody_keeps_nobody() {
    let keeping = KeepingTally::new(Scope::default(), LAUNCH, LAUNCH, None).keeping(10_000);
    assert_eq!((keeping.kept.value(), keeping.cost_per_kept), (None, None));
    assert_eq!(keeping.comparison.lead, Lead::TooFew);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// The reasons sum to the clients lost that the figures count.
    #[test]
    fn departures_sum_to_the_attrition(
        journals in prop::collection::vec(prop::collection::vec((0usize..25, 0i32..900), 0..8), 1..12),
    ) {
        let mut story = Story::new();
        for lines in &journals {
            let account = story.account();
            for (kind, after) in lines {
                let day = date(2025, 1, 1).saturating_add(jiff::Span::new().days(*after));
                story.tell(account, EventKind::ALL[*kind], day);
            }
        }
        let mut tally = ClientTally::new(year_2026(), Rules::default());
        for (id, events) in &story.accounts {
            tally.add(&subject(*id, events));
        }
        let clients = tally.clients();
        let attrition = story.figures(year_2026()).retention.attrition;
        let lost: usize = clients.departures.iter().map(|gone| gone.accounts.len()).sum();
        prop_assert_eq!(Share::new(lost as u64, clients.at_start.len() as u64), attrition);
    }
}
