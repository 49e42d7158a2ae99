//! What came back, what it cost and why some went no further, with the people behind every figure.

use filon_app::stats::{self, Behind, Scope};
use filon_app::{Actor, Language};
use filon_core::ratio::LossReason;

use crate::app_test;
use crate::campaigns::t19;

app_test!(every_step_says_who_stopped_and_why, |world| {
    t19(world);
    world.record(
        "account;event;date;note\nS005;devis refusé;2026-10-02;Trop cher\nS006;devis refusé;2026-10-03;trop  CHER\n\
         S020;rendez-vous manqué;2026-09-20;\nS060;opposition;2026-09-05;\nS000;client perdu;2026-11-20;Fermeture\n",
        Some("Fenêtres"),
    );
    let scope = Scope::of_campaign("Fenêtres");
    let steps = stats::losses(&world.app, &world.me, &scope).unwrap();
    for step in &steps {
        let lost: u64 = step.losses.iter().map(|loss| loss.share.numerator).sum();
        assert_eq!(step.count, step.next + step.clients + step.open + lost, "{step:?}");
    }
    let quotes = &steps[4];
    assert_eq!((quotes.label, quotes.count, quotes.next), ("Devis", 10, 5));
    let labels: Vec<&str> = quotes.losses.iter().map(|loss| loss.label.as_str()).collect();
    assert_eq!(labels, ["Sans nouvelles depuis huit semaines", "Devis refusé\u{202f}: Trop cher"]);
    let dear = LossReason::from_code("quote_refused", "trop cher").unwrap();
    assert_eq!((&quotes.losses[1].reason, quotes.losses[1].share.numerator), (&dear, 2));
    assert_eq!(quotes.days.unwrap().median, 10.0);
    let names = |step, reason: Option<&LossReason>| -> Vec<String> {
        let rows = stats::people_lost(&world.app, &world.me, &scope, step, reason).unwrap();
        rows.into_iter().map(|row| row.reference.unwrap()).collect()
    };
    assert_eq!(names("quote", Some(&dear)), ["S005", "S006"]);
    assert_eq!(names("meeting", Some(&LossReason::MeetingMissed)), ["S020"]);
    assert_eq!(names("contacted", Some(&LossReason::OptedOut)), ["S060"]);
    assert_eq!(names("order", Some(&LossReason::CustomerLost("fermeture".into()))), ["S000"]);
    assert_eq!(names("order", None).len() as u64, steps[5].open);
    assert_eq!(names("nowhere", None), [] as [&str; 0]);
    let silent = steps[1].losses.iter().find(|loss| loss.reason == LossReason::Silent).unwrap();
    assert_eq!(silent.share.numerator, 449, "posted on 1 September, and it is 24 November");
});

app_test!(every_figure_says_its_formula_with_the_numbers_in_it, |world| {
    t19(world);
    let scope = Scope::of_campaign("Fenêtres");
    let told = stats::explained(&world.app, &world.me, &scope).unwrap();
    let formula = |code: &str| {
        let found = told.iter().find(|one| one.code == code).unwrap();
        found.formula.replace('\u{202f}', " ")
    };
    assert_eq!(
        formula("success_rate"),
        "Taux de réussite = nouveaux clients ÷ contactés × 100 = 5 ÷ 500 × 100 = 1,0 %"
    );
    assert_eq!(
        formula("cac"),
        "Coût d’acquisition (CAC) = coût ÷ nouveaux clients = 1 200,00 € ÷ 5 = 240,00 €"
    );
    assert_eq!(formula("result"), "Résultat = marge gagnée − coût = 2 000,00 € − 1 200,00 € = 800,00 €");
    assert_eq!(formula("roi"), "ROI = résultat ÷ coût × 100 = 800,00 € ÷ 1 200,00 € × 100 = 66,7 %");
    assert_eq!(
        formula("break_even"),
        "Seuil de rentabilité = coût ÷ marge moyenne par nouveau client = 1 200,00 € ÷ 400,00 € = 3 nouveaux clients"
    );
    assert!(formula("attrition").ends_with("0 ÷ 0 × 100 = n. d."), "{}", formula("attrition"));
    assert!(formula("cost_per_meeting_held").ends_with("÷ 0 = n. d."));
    let success = told.iter().find(|one| one.code == "success_rate").unwrap();
    assert_eq!(
        success.interval.as_deref().unwrap().replace('\u{202f}', " "),
        "entre 0,4 % et 2,3 %, avec 95 % de confiance"
    );
    for one in told.iter().chain(&stats::more(&world.app, &world.me, &scope).unwrap()) {
        let Some(ratio) = one.ratio else { continue };
        for (side, count) in [(&one.over, ratio.numerator), (&one.under, ratio.denominator)] {
            let people =
                stats::people_behind(&world.app, &world.me, &scope, side.people.unwrap()).unwrap().len();
            assert!(people as u64 <= count || count == 0, "{}: {people} of {count}", one.code);
        }
    }
});

app_test!(the_courses_other_ratios_keep_their_denominators, |world| {
    t19(world);
    world.record(
        "account;event;date\nS100;npai;2026-09-08\nS101;npai;2026-09-08\nS000;rendez-vous tenu;2026-09-20\n",
        Some("Fenêtres"),
    );
    let scope = Scope::of_campaign("Fenêtres");
    let english = Actor { language: Language::En, ..world.me };
    let more = stats::more(&world.app, &english, &scope).unwrap();
    assert_eq!(more.len(), 16);
    let of = |code: &str| more.iter().find(|one| one.code == code).unwrap();
    let returned = of("returned");
    assert_eq!(
        returned.formula,
        "Returned letters = letters returned ÷ addresses in the file × 100 = 2 ÷ 500 × 100 = 0.4%"
    );
    let npai = stats::people_behind(&world.app, &english, &scope, returned.over.people.unwrap()).unwrap();
    assert_eq!(npai.len(), 2);
    assert_eq!(of("overall").ratio.unwrap().numerator, 5);
    assert_eq!((of("call_validity").shown.as_str(), &of("call_validity").interval), ("n/a", &None));
    let held = stats::people_behind(&world.app, &english, &scope, Behind::MeetingHeld).unwrap();
    assert_eq!(held.len(), 1);
});
