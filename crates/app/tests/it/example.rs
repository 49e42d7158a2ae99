//! The example company: the course's figures exactly, and something true on every screen.

use filon_app::answer::Verdict;
use filon_app::{campaigns, example, letters, stats, today, users};
use jiff::civil::date;

use crate::app_test;

app_test!(the_example_shows_the_course_and_three_other_fates, |world| {
    let made = example::make(&world.app, &world.me).unwrap();
    assert_eq!(made.campaigns.len(), 4);
    let course = world.stats(&made.campaigns[0]);
    let funnel: Vec<u64> = course.funnel.iter().map(|step| step.count).collect();
    assert_eq!(funnel, [500, 500, 50, 50, 10, 5]);
    assert_eq!((course.cost_cents, course.margin_cents, course.result_cents), (120_000, 200_000, 80_000));
    assert_eq!(course.cac_cents, Some(24_000));
    let verdicts: Vec<Verdict> =
        made.campaigns.iter().take(3).map(|name| world.stats(name).decision.verdict).collect();
    assert_eq!(verdicts, [Verdict::Renew, Verdict::Stop, Verdict::TooEarly]);
    let kept = world.stats(&made.campaigns[3]);
    assert!(kept.result_cents > 0 && kept.clients > 50, "{kept:?}");
    let calls = campaigns::show(&world.app, &world.me, &made.campaigns[1]).unwrap();
    assert!(calls.refused.len() >= 7 && calls.refused.iter().all(|one| !one.reason.is_empty()));
    world.nothing_differs();

    let year = stats::Scope {
        from: Some(date(2025, 11, 24)),
        to: Some(date(2026, 11, 24)),
        ..stats::Scope::default()
    };
    let year = stats::stats(&world.app, &world.me, &year).unwrap();
    assert!(year.retention.clients_at_start > 30 && year.retention.lost > 0, "{:?}", year.retention);
    let today = today::today(&world.app, &world.me).unwrap();
    assert!(today.overdue.len() > 2 && today.due.len() > 3 && today.meetings.len() > 2);
    assert!(!today.to_judge.is_empty() && today.without_next_step > 0);
    assert!(users::is_first_start(&world.app).unwrap() && example::is_example(&world.app).unwrap());
    assert!(example::make(&world.app, &world.me).is_err(), "not over what is there");

    let out = [letters::Out::One(world.path("lettres.odt")), letters::Out::Each(world.path("une-a-une"))];
    let template = world.file("lettre.fodt", &crate::world::letter(&["Société", "Civilité", "Date"]));
    let query = letters::Source::Segment("Gironde".into());
    let answer =
        letters::merge(Some(&world.app), &world.me, &template, &query, &out, true, &mut |_, _| {}).unwrap();
    assert!(answer.letters > 200 && answer.files.len() as u64 == answer.letters + 1, "{:?}", answer.refused);
    assert_eq!(answer.refused[0].rule, "opted_out");
});
