//! Calls at their edges: begun and left, a list closed in the middle, what a call settles, a wrong number.

use filon_app::calls::{self, Conclude, Draft, From, NewList, Next, NumberChange};
use filon_app::follow_ups::{self, NewFollowUp};
use filon_app::{ErrorKind, accounts, meetings, scripts};
use filon_core::call::{By, CallResult, Example};
use filon_core::follow_up::FollowUpKind;
use filon_core::{EventKind, Id};
use jiff::civil::{Date, date};

use crate::app_test;
use crate::calls::{call_again, ended, forty, list, meeting};
use crate::world::World;

/// A draft of a call that began now.
fn begun(world: &World, note: &str) -> Draft {
    Draft { started_at: Some(world.app.now()), note: note.into(), ..Draft::default() }
}

/// Léa, a private individual who agreed to be called, alone in a list.
fn lea(world: &World) -> Id {
    world.import(
        "p.csv",
        "Référence;Prénom;Nom;Téléphone;CP;Ville\nE1;Léa;Schmitt;0388000001;67000;Strasbourg\n",
    );
    world.record("account;event;date;channel\nE1;consentement;2026-10-01;téléphone\n", None);
    calls::open_list(
        &world.app,
        &world.me,
        &NewList { name: Some("Léa".into()), from: From::Query(String::new()), script: None },
    )
    .unwrap()
}

app_test!(a_call_begun_on_friday_gives_no_right_on_sunday, |world| {
    let list = lea(world);
    let nadia = world.caller("Nadia");
    world.clock_says(date(2026, 11, 27).at(19, 50, 0, 0));
    let account = calls::next(&world.app, &nadia, list).unwrap().unwrap().fiche.account.id;
    calls::keep(&world.app, &nadia, list, account, &begun(world, "rappelle")).unwrap();
    world.clock_says(date(2026, 11, 27).at(20, 5, 0, 0));
    let late = calls::next(&world.app, &nadia, list).unwrap().map(|cockpit| cockpit.fiche.account.id);
    assert_eq!(late, Some(account), "the call goes on past eight in the evening");
    assert!(calls::pick(&world.app, &nadia, list, account).is_ok());

    world.clock_says(date(2026, 11, 29).at(11, 0, 0, 0));
    assert!(calls::next(&world.app, &nadia, list).unwrap().is_none(), "nobody is called on a Sunday");
    let refused = calls::pick(&world.app, &nadia, list, account).unwrap_err();
    assert_eq!(refused.kind, ErrorKind::Refused, "{refused}");
    world.clock_says(date(2026, 11, 30).at(11, 0, 0, 0));
    let monday = calls::next(&world.app, &nadia, list).unwrap().unwrap();
    assert_eq!(monday.draft.note, "rappelle", "what was typed waited");
});

app_test!(an_opposition_or_the_call_of_another_ends_a_call_begun, |world| {
    let of_lea = lea(world);
    let nadia = world.caller("Nadia");
    let account = calls::next(&world.app, &nadia, of_lea).unwrap().unwrap().fiche.account.id;
    calls::keep(&world.app, &nadia, of_lea, account, &begun(world, "")).unwrap();
    world.wait(60);
    world.record("account;event;date\nE1;opposition;2026-11-24\n", None);
    assert!(calls::next(&world.app, &nadia, of_lea).unwrap().is_none());
    assert!(calls::pick(&world.app, &nadia, of_lea, account).is_err());

    forty(world);
    let ateliers = list(world, "Atelier", None);
    let begins = calls::next(&world.app, &nadia, ateliers).unwrap().unwrap();
    let hers = begins.fiche.account.id;
    calls::keep(&world.app, &nadia, ateliers, hers, &begun(world, "")).unwrap();
    // Her page sleeps; Karim calls them and concludes.
    world.wait(25 * 60);
    let karim = world.caller("Karim");
    let his = calls::pick(&world.app, &karim, ateliers, hers).unwrap();
    calls::conclude(&world.app, &karim, &ended(ateliers, &his, CallResult::Refused)).unwrap();
    let next = calls::next(&world.app, &nadia, ateliers).unwrap().unwrap();
    assert_ne!(next.fiche.account.id, hers, "they were called already");
});

app_test!(a_list_closed_in_the_middle_of_a_call_lets_it_end, |world| {
    forty(world);
    let list = list(world, "Atelier", None);
    let (nadia, karim) = (world.caller("Nadia"), world.caller("Karim"));
    let cockpit = calls::next(&world.app, &nadia, list).unwrap().unwrap();
    let account = cockpit.fiche.account.id;
    calls::close_list(&world.app, &world.me, list).unwrap();
    let draft = begun(world, "au téléphone");
    calls::keep(&world.app, &nadia, list, account, &draft).unwrap();
    let back = calls::next(&world.app, &nadia, list).unwrap().unwrap();
    assert_eq!((back.fiche.account.id, back.list.closed, &back.draft), (account, true, &draft));
    calls::propose(&world.app, &nadia, list, account, None, CallResult::Refused).unwrap();
    calls::conclude(&world.app, &nadia, &ended(list, &back, CallResult::Refused)).unwrap();
    for caller in [nadia, karim] {
        let closed = calls::next(&world.app, &caller, list).unwrap_err();
        assert!(closed.message.contains("close"), "{closed}");
    }
});

app_test!(a_call_settles_the_calls_that_were_due_and_nothing_else, |world| {
    forty(world);
    let list = list(world, "\"Atelier 07\"", None);
    let cockpit = calls::next(&world.app, &world.me, list).unwrap().unwrap();
    let account = cockpit.fiche.account.id;
    let note = |on: Date, kind, note: &str| {
        let new = NewFollowUp { note: note.into(), ..NewFollowUp::new(account, on, kind) };
        follow_ups::add(&world.app, &world.me, &new).unwrap()
    };
    note(date(2026, 11, 23), FollowUpKind::Call, "rappeler");
    note(date(2026, 11, 24), FollowUpKind::Other, "envoyer le devis, Paul");
    note(date(2026, 12, 15), FollowUpKind::Call, "après les travaux");
    // To be confirmed today: the meeting is tomorrow, and was set last week.
    world.clock_says(date(2026, 11, 20).at(10, 30, 0, 0));
    meetings::book(&world.app, &world.me, &meeting(account, date(2026, 11, 25), 10)).unwrap();
    world.clock_says(date(2026, 11, 24).at(10, 45, 0, 0));
    let again =
        Conclude { next: call_again(date(2026, 11, 30)), ..ended(list, &cockpit, CallResult::NoAnswer) };
    let done = calls::conclude(&world.app, &world.me, &again).unwrap();
    let open = || -> Vec<String> {
        let rows = accounts::fiche(&world.app, &world.me, account).unwrap().follow_ups;
        let mut said: Vec<String> =
            rows.into_iter().map(|row| format!("{} {}", row.on, row.note.unwrap_or_default())).collect();
        said.sort();
        said
    };
    let after = open();
    assert_eq!(after.len(), 4, "{after:?}");
    assert!(after[0].contains("Confirmer") && after[1].contains("Paul"), "{after:?}");
    assert!(after[2].starts_with("2026-11-30") && after[3].contains("travaux"), "{after:?}");
    assert!(calls::next(&world.app, &world.me, list).unwrap().is_none(), "not called again the same day");
    calls::undo(&world.app, &world.me, done.event).unwrap();
    assert_eq!(open().len(), 4, "the call that was due is open again, the new one gone");
    assert!(open()[0].contains("rappeler"));
    world.nothing_differs();
});

app_test!(a_wrong_number_is_corrected_with_its_call_and_comes_back_with_it, |world| {
    forty(world);
    let list = list(world, "\"Atelier 07\"", None);
    let cockpit = calls::next(&world.app, &world.me, list).unwrap().unwrap();
    let account = cockpit.fiche.account.id;
    let old = cockpit.phones[0].number.clone();
    let numbers = || -> Vec<String> {
        let fiche = accounts::fiche(&world.app, &world.me, account).unwrap();
        let persons = fiche.persons.into_iter().flat_map(|one| [one.phone, one.mobile]);
        let all = fiche.account.phone.into_iter().chain(persons);
        all.filter(|number| !number.is_empty()).collect()
    };
    let conclude = |new: &str, key: &str| Conclude {
        number_change: Some(NumberChange::Correct { new: new.into() }),
        next: call_again(date(2026, 11, 24)),
        idempotency: key.into(),
        ..ended(list, &cockpit, CallResult::WrongNumber)
    };
    let refused = calls::conclude(&world.app, &world.me, &conclude("12", "a")).unwrap_err();
    assert_eq!((refused.kind, world.count("contacté:*")), (ErrorKind::Usage, 0), "{refused}");
    let nobody = Conclude { number: String::new(), ..conclude("05 56 99 99 99", "b") };
    assert!(calls::conclude(&world.app, &world.me, &nobody).is_err(), "an empty number is nobody's");
    assert_eq!(numbers(), std::slice::from_ref(&old));

    let right = conclude("05 56 99 99 99", "c");
    let done = calls::conclude(&world.app, &world.me, &right).unwrap();
    assert_eq!(numbers(), ["+33556999999"]);
    assert_eq!(calls::conclude(&world.app, &world.me, &right).unwrap().event, done.event, "sent twice");
    calls::undo(&world.app, &world.me, done.event).unwrap();
    assert_eq!(numbers(), std::slice::from_ref(&old));

    world.wait(5);
    let retire = Conclude { number_change: Some(NumberChange::Retire), ..conclude("", "d") };
    let done = calls::conclude(&world.app, &world.me, &retire).unwrap();
    assert_eq!((numbers().len(), calls::retired(&world.app, &world.me, account).unwrap().len()), (0, 1));
    calls::undo(&world.app, &world.me, done.event).unwrap();
    assert_eq!(numbers(), [old]);
    world.nothing_differs();
});

app_test!(interest_and_a_meeting_leave_both_lines_and_no_call_is_longer_than_it_was, |world| {
    forty(world);
    let list = list(world, "\"Atelier 07\"", None);
    let cockpit = calls::next(&world.app, &world.me, list).unwrap().unwrap();
    let account = cockpit.fiche.account.id;
    let draft = Draft { seconds: 9 * 3600, ..begun(world, "") };
    world.wait(100);
    let end = Conclude {
        draft,
        next: Next::Meeting(meeting(account, date(2026, 12, 3), 10)),
        ..ended(list, &cockpit, CallResult::Interested)
    };
    calls::conclude(&world.app, &world.me, &end).unwrap();
    let fiche = accounts::fiche(&world.app, &world.me, account).unwrap();
    let kinds = |kind| fiche.timeline.iter().filter(|line| line.kind == kind).count();
    assert_eq!((kinds(EventKind::InterestShown), kinds(EventKind::MeetingSet)), (1, 1));
    let scope = calls::LessonScope { list: Some(list), ..calls::LessonScope::default() };
    let taught = calls::lessons(&world.app, &world.me, &scope, By::Caller).unwrap();
    assert_eq!(taught.pace.unwrap().worked.minutes, 2);
    world.nothing_differs();
});

app_test!(a_comparison_counts_the_calls_made_since_it_began, |world| {
    forty(world);
    let id = scripts::from_example(&world.app, &world.me, Example::Comptable).unwrap();
    let list = list(world, "Atelier", Some(id));
    let call = || {
        let cockpit = calls::next(&world.app, &world.me, list).unwrap().unwrap();
        let draft = begun(world, "");
        let end = Conclude { draft, ..ended(list, &cockpit, CallResult::Refused) };
        calls::conclude(&world.app, &world.me, &end).unwrap();
        world.wait(60);
    };
    (0..3).for_each(|_| call());
    let mut second = scripts::get(&world.app, &world.me, id, None).unwrap().script;
    second.name.push_str(" bis");
    let version = scripts::save(&world.app, &world.me, &second, 1).unwrap();
    scripts::compare(&world.app, &world.me, id, 1, version).unwrap();
    (0..4).for_each(|_| call());
    let scope = calls::LessonScope { script: Some(id), ..calls::LessonScope::default() };
    let taught = calls::lessons(&world.app, &world.me, &scope, By::Version).unwrap();
    let (_, _, found, _) = taught.comparison.unwrap();
    assert_eq!(found.a.denominator + found.b.denominator, 4);
});
