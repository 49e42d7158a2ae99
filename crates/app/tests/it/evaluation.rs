//! What came back, what it cost and why some went no further, with the people behind every figure.

use filon_app::stats::{self, Behind, Contender, Scope};
use filon_app::{Actor, ErrorKind, Language, example, scripts};
use filon_core::Channel;
use filon_core::campaign::Unit;
use filon_core::ratio::{Lead, LossReason};
use jiff::civil::date;

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

app_test!(two_actions_are_told_apart_by_more_than_chance, |world| {
    t19(world);
    world.campaign("Toitures", Channel::Letter, "ville:Bordeaux");
    world.cost("Toitures", "Courrier", None, Some(("1,90", Unit::Letter)));
    world.launch("Toitures", &world.letter(), "toits.odt", date(2026, 10, 20)).unwrap();
    let mut answers = String::from("account;event;date;amount;margin\n");
    for n in 0..20 {
        answers += &format!("S{:03};intéressé;2026-10-25;;\n", 100 + n);
    }
    answers += "S100;commande;2026-11-02;900;300\n";
    world.record(&answers, Some("Toitures"));
    let (a, b) = (Contender::Action("Fenêtres".into()), Contender::Action("Toitures".into()));
    let found = stats::versus(&world.app, &world.me, &a, &b, (None, None)).unwrap();
    assert_eq!((found.a.as_str(), found.b.as_str(), found.rows.len()), ("Fenêtres", "Toitures", 4));
    let row = |code: &str| found.rows.iter().find(|row| row.code == code).unwrap();
    assert_eq!(row("prospector_effectiveness").comparison.lead, Lead::A);
    let told = row("prospector_effectiveness").sentence.replace('\u{202f}', " ");
    assert!(told.starts_with("Efficacité du prospecteur : 10,0 % (50 sur 500) pour « Fenêtres »"), "{told}");
    assert!(
        told.contains("« Fenêtres » fait mieux, de ") && told.ends_with("ce n’est pas le hasard."),
        "{told}"
    );
    assert_eq!(row("success_rate").comparison.lead, Lead::Undecided);
    assert!(row("success_rate").sentence.contains("hasard peut suffire"), "{}", row("success_rate").sentence);
    assert_eq!(found.cac, [Some(24_000), Some(95_000)]);
    assert!(found.cost_sentence.unwrap().contains("240,00"));
    let same = stats::versus(&world.app, &world.me, &a, &a, (None, None)).unwrap_err();
    assert_eq!(same.kind, ErrorKind::Usage);
});

app_test!(callers_and_versions_of_a_script_are_compared_by_what_they_reached, |world| {
    let made = example::make(&world.app, &world.me).unwrap();
    let script = scripts::list(&world.app, &world.me).unwrap().remove(0).id;
    let (first, second) = (Contender::Script(script, Some(1)), Contender::Script(script, Some(2)));
    let found = stats::versus(&world.app, &world.me, &first, &second, (None, None)).unwrap();
    let meetings = found.rows.iter().find(|row| row.code == "meeting").unwrap();
    assert_eq!(meetings.comparison.lead, Lead::B);
    assert!(meetings.sentence.contains("version 2"), "{}", meetings.sentence);
    assert_eq!((found.cac, found.cost_sentence), ([None, None], None));
    let action = Contender::Action(made.campaigns[0].clone());
    let unlike = stats::versus(&world.app, &world.me, &first, &action, (None, None)).unwrap_err();
    assert_eq!(unlike.kind, ErrorKind::Usage);
    let nadia = world.caller("Nadia").user.unwrap();
    let idle =
        stats::versus(&world.app, &world.me, &action, &Contender::Caller(nadia), (None, None)).unwrap();
    let codes: Vec<&str> = idle.rows.iter().map(|row| row.code).collect();
    assert_eq!(codes, ["prospector_effectiveness", "success_rate"]);
    assert!(idle.rows.iter().all(|row| row.comparison.lead == Lead::TooFew));
});
