//! Clients kept, lost and at risk.

use filon_app::stats::Scope;
use filon_app::{ErrorKind, campaigns, clients};
use filon_core::Channel;
use filon_core::ratio::Lead;
use jiff::civil::date;

use crate::app_test;
use crate::world::World;

/// Three bakers: Anna orders every month and stopped in June, Bruno every month until now, Chloé left.
fn bakers(world: &World) {
    world
        .import("p.csv", "Référence;Société;CP;Téléphone\nA;Anna;33000;\nB;Bruno;33000;05 56 00 00 01\nC;Chloé;33000;\nD;Denis;33000;\n");
    let mut lines = String::from("account;event;date;amount;margin;note\n");
    for year in [2025, 2026] {
        for month in 1..=12 {
            let day = date(year, month, 10);
            if day <= date(2026, 6, 10) {
                lines += &format!("A;commande;{day};300;100;\n");
            }
            if day <= date(2026, 11, 10) {
                lines += &format!("B;commande;{day};300;100;\n");
            }
        }
    }
    lines += "C;commande;2025-03-01;900;250;\nC;commande;2025-09-01;900;250;\nC;client perdu;2026-02-01;;;Concurrent\n";
    let recorded = world.record(&lines, None);
    assert_eq!(recorded.rejected.len(), 0, "{:?}", recorded.rejected);
}

app_test!(a_client_is_at_risk_by_its_own_rhythm, |world| {
    bakers(world);
    let found = clients::at_risk(&world.app, &world.me, &Scope::default()).unwrap();
    assert_eq!(found.clients.len(), 1, "{:?}", found.clients);
    let anna = &found.clients[0];
    assert_eq!((anna.row.name.as_str(), anna.last_order_on, anna.own), ("Anna", date(2026, 6, 10), true));
    assert_eq!((anna.silent_days, anna.yearly_margin, found.yearly_margin), (167, 120_000, 120_000));
    assert_eq!(anna.why, "Commande d’habitude tous les 31 jours\u{202f}; rien depuis 167 jours");
    let in_may = Scope { as_of: Some(date(2026, 5, 31)), ..Scope::default() };
    assert!(clients::at_risk(&world.app, &world.me, &in_may).unwrap().clients.is_empty());
});

app_test!(who_left_says_why_and_what_goes_with_it, |world| {
    bakers(world);
    let year = Scope { from: Some(date(2026, 1, 1)), to: Some(date(2027, 1, 1)), ..Scope::default() };
    let found = clients::attrition(&world.app, &world.me, &year).unwrap();
    assert_eq!((found.at_start, found.came, found.at_end), (3, 0, 2));
    assert_eq!((found.attrition.numerator, found.attrition.denominator), (1, 3));
    assert_eq!((found.reasons[0].label.as_str(), found.reasons[0].count), ("Concurrent", 1));
    let chloe = &found.clients[0];
    assert_eq!((chloe.row.name.as_str(), chloe.lost_on), ("Chloé", date(2026, 2, 1)));
    assert_eq!(
        (chloe.habits.last_order_on, chloe.habits.usual_gap_days),
        (Some(date(2025, 9, 1)), Some(184.0))
    );
    assert_eq!((chloe.reason.as_str(), found.yearly_margin), ("Concurrent", 50_000));
    let year = Scope { from: Some(date(2025, 12, 1)), to: Some(date(2026, 1, 1)), ..Scope::default() };
    assert!(clients::attrition(&world.app, &world.me, &year).unwrap().clients.is_empty());
});

app_test!(a_cohort_is_looked_at_on_its_anniversaries, |world| {
    bakers(world);
    let found = clients::cohorts(&world.app, &world.me, &Scope::default()).unwrap();
    assert_eq!((found.years.len(), found.known_before), (1, 0));
    let of_2025 = &found.years[0];
    assert_eq!((of_2025.year, of_2025.clients), (2025, 3));
    assert_eq!((of_2025.kept[0].numerator, of_2025.kept[0].denominator), (2, 3));
    assert_eq!(of_2025.margin_cents, [2 * 120_000 + 50_000, 6 * 10_000 + 11 * 10_000]);
    let people = clients::people_of_cohort(&world.app, &world.me, &Scope::default(), Some(2025)).unwrap();
    assert_eq!(people.len(), 3);
});

app_test!(keeping_is_judged_against_those_left_alone, |world| {
    bakers(world);
    world.campaign("Garder", Channel::Phone, "société:Bruno");
    let unlaunched = clients::keeping(&world.app, &world.me, "Garder").unwrap_err();
    assert_eq!(unlaunched.kind, ErrorKind::Refused);
    world.cost("Garder", "Temps passé", Some("30"), None);
    let launch = campaigns::Launch { campaign: "Garder".into(), ..campaigns::Launch::default() };
    campaigns::launch(&world.app, &world.me, &launch, &mut |_, _| {}).unwrap();
    world.record("account;event;date\nB;appel abouti;2026-11-24\n", Some("Garder"));
    let found = clients::keeping(&world.app, &world.me, "Garder").unwrap();
    assert_eq!((found.kept.numerator, found.kept.denominator), (1, 1));
    assert_eq!((found.kept_others.numerator, found.kept_others.denominator), (1, 1), "Anna; Chloé had left");
    assert_eq!((found.ordered.numerator, found.cost_per_kept), (0, Some(3_000)));
    assert_eq!(found.comparison.lead, Lead::TooFew);
    assert!(found.sentence.contains("trop peu de clients"), "{}", found.sentence);
});
