//! The example company: the course's figures exactly, and something true on every screen.

use filon_app::answer::Verdict;
use filon_app::{calls, campaigns, example, letters, meetings, scripts, stats, today, users};
use filon_core::call::{Best, By};
use jiff::civil::date;

use crate::app_test;

app_test!(the_example_shows_the_course_and_three_other_fates, |world| {
    let made = example::make(&world.app, &world.me).unwrap();
    assert_eq!(made.campaigns.len(), 5);
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

app_test!(the_example_s_telephone_teaches_something, |world| {
    let made = example::make(&world.app, &world.me).unwrap();
    let lists = calls::lists(&world.app, &world.me).unwrap();
    assert_eq!(lists.len(), 1);
    assert!(lists[0].left > 10 && lists[0].called == 85 && lists[0].meetings > 12, "{:?}", lists[0]);
    assert!(calls::queue(&world.app, &world.me, lists[0].id).unwrap().ready.len() > 10);
    let script = scripts::list(&world.app, &world.me).unwrap().remove(0);
    assert_eq!((script.version, script.comparison, script.blocking_problems), (2, Some((1, 2)), 0));
    let scope = calls::LessonScope {
        script: Some(script.id),
        campaign: made.campaigns.last().cloned(),
        ..calls::LessonScope::default()
    };
    let taught = calls::lessons(&world.app, &world.me, &scope, By::Version).unwrap();
    let (.., sentence) = taught.comparison.unwrap();
    assert!(sentence.contains("version 2 fait mieux"), "{sentence}");
    assert!(matches!(taught.objections[0].lesson.best, Best::Reply(_)), "{:?}", taught.objections[0].lesson);
    assert!(!taught.objections[0].lesson.spontaneous.is_empty() && taught.objections.len() > 3);
    assert_eq!(taught.pace.unwrap().cost_per_meeting, None, "calls of one script are not the whole action");
    let action = calls::LessonScope { script: None, ..scope.clone() };
    let whole = calls::lessons(&world.app, &world.me, &action, By::Version).unwrap();
    assert!(whole.pace.unwrap().cost_per_meeting.is_some());
    let week = calls::LessonScope { from: Some(date(2026, 11, 16)), ..action };
    let part = calls::lessons(&world.app, &world.me, &week, By::Version).unwrap();
    assert_eq!(part.pace.and_then(|pace| pace.cost_per_meeting), None);
    let cockpit = calls::next(&world.app, &world.me, lists[0].id).unwrap().unwrap();
    assert!(cockpit.arm.is_some() && cockpit.objections[0].replies[0].times > 20);
    let week = meetings::agenda(&world.app, &world.me, date(2026, 11, 23), date(2026, 12, 6), None).unwrap();
    assert!(week.days.iter().map(|day| day.meetings.len()).sum::<usize>() > 3);
    let figures = world.stats(made.campaigns.last().unwrap());
    assert!(figures.result_cents > 0 || figures.contacted > 50, "{figures:?}");
    world.nothing_differs();
});
