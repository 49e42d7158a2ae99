//! Two callers and a list: whom they get, what they write, what comes back.

use std::collections::BTreeMap;

use filon_app::calls::{self, Cockpit, Conclude, Draft, From, NewList, Next};
use filon_app::meetings::NewMeeting;
use filon_app::{Actor, ErrorKind, accounts, campaigns, scripts};
use filon_core::call::{AfterReply, AnswerKind, CallResult, Example, FollowUpReason, ObjectionMet};
use filon_core::follow_up::FollowUpKind;
use filon_core::meeting::{Place, PlaceKind};
use filon_core::{Channel, Id, Moment};
use jiff::civil::{Date, date, time};

use crate::app_test;
use crate::world::World;

/// Forty companies of Gironde with a telephone, none like another.
pub fn forty(world: &World) {
    let rows: String = (0..40)
        .map(|n| {
            format!("C{n:02};Atelier {n:02};Nom{n:02};+335360000{n:02};33{:03};Bordeaux\n", (n * 37) % 1000)
        })
        .collect();
    let answer = world.import("p.csv", &format!("Référence;Société;Nom;Téléphone;CP;Ville\n{rows}"));
    assert_eq!(answer.created, 40, "{:?}", answer.rejected);
}

pub fn list(world: &World, query: &str, script: Option<Id>) -> Id {
    let new = NewList { name: Some("Rentrée".into()), from: From::Query(query.into()), script };
    calls::open_list(&world.app, &world.me, &new).unwrap()
}

/// The end of a call, with nothing to do next.
pub fn ended(list: Id, cockpit: &Cockpit, result: CallResult) -> Conclude {
    let account = cockpit.fiche.account.id;
    Conclude {
        list: Some(list),
        account,
        person: cockpit.person,
        number: cockpit.phones.first().map(|phone| phone.number.clone()).unwrap_or_default(),
        result,
        number_change: None,
        draft: Draft { started_at: None, seconds: 95, ..cockpit.draft.clone() },
        next: Next::None { why: "n’a pas besoin de fenêtres".into() },
        idempotency: format!("{account}-{result:?}"),
    }
}

pub fn call_again(on: Date) -> Next {
    Next::FollowUp {
        on,
        time: None,
        kind: FollowUpKind::Call,
        reason: Some(FollowUpReason::NoAnswer),
        note: String::new(),
        owner: None,
    }
}

pub fn meeting(account: Id, on: Date, hour: i8) -> NewMeeting {
    NewMeeting {
        account,
        person: None,
        campaign: None,
        on,
        time: time(hour, 0, 0, 0),
        minutes: 60,
        place: Place { city: Some("Bordeaux".into()), ..Place::of_kind(PlaceKind::TheirPlace) },
        subject: "Fenêtres isolantes".into(),
        note: String::new(),
        owner: None,
    }
}

app_test!(two_callers_work_through_forty_and_nobody_is_called_twice, |world| {
    forty(world);
    world.campaign("Appels", Channel::Phone, "ville:Bordeaux");
    let unlaunched = NewList { name: None, from: From::Campaign("Appels".into()), script: None };
    let early = calls::open_list(&world.app, &world.me, &unlaunched).unwrap_err();
    assert_eq!(early.kind, ErrorKind::Refused, "{early}");
    let launch = campaigns::Launch { campaign: "Appels".into(), ..campaigns::Launch::default() };
    campaigns::launch(&world.app, &world.me, &launch, &mut |_, _| {}).unwrap();
    let list = calls::open_list(&world.app, &world.me, &unlaunched).unwrap();
    let (nadia, karim) = (world.caller("Nadia"), world.caller("Karim"));
    let mut seen = Vec::new();
    let mut turn = 0;
    loop {
        let mut worked = false;
        // Both look at the same moment; each gets somebody else.
        let at_hand: Vec<(Actor, Option<Cockpit>)> = [nadia, karim]
            .map(|caller| (caller, calls::next(&world.app, &caller, list).unwrap()))
            .into_iter()
            .collect();
        for (caller, cockpit) in at_hand {
            let Some(cockpit) = cockpit else { continue };
            let again = calls::next(&world.app, &caller, list).unwrap().unwrap();
            assert_eq!(again.fiche.account.id, cockpit.fiche.account.id, "who is held comes back first");
            seen.push(cockpit.fiche.account.name.clone());
            let account = cockpit.fiche.account.id;
            let end = match turn % 4 {
                0 => Conclude {
                    next: call_again(date(2026, 11, 25)),
                    ..ended(list, &cockpit, CallResult::NoAnswer)
                },
                1 => ended(list, &cockpit, CallResult::Refused),
                2 => ended(list, &cockpit, CallResult::OptedOut { channel: None }),
                _ => {
                    let on = date(2026, 12, 1 + i8::try_from(turn / 4).unwrap());
                    let at = Moment::at(on.at(10, 0, 0, 0));
                    Conclude {
                        next: Next::Meeting(meeting(account, on, 10)),
                        ..ended(list, &cockpit, CallResult::Meeting { at })
                    }
                }
            };
            calls::conclude(&world.app, &caller, &end).unwrap();
            world.wait(120);
            turn += 1;
            worked = true;
        }
        if !worked {
            break;
        }
    }
    let mut distinct = seen.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!((seen.len(), distinct.len()), (40, 40));
    let row = calls::lists(&world.app, &world.me).unwrap().remove(0);
    assert_eq!((row.total, row.left, row.called, row.meetings), (40, 0, 40, 10));
    assert_eq!(row.callers, ["Nadia", "Karim"]);
    world.clock_says(date(2026, 11, 25).at(9, 0, 0, 0));
    let queue = calls::queue(&world.app, &world.me, list).unwrap();
    assert_eq!(queue.ready.len(), 10, "those who did not answer, the day after");
    assert!(queue.ready[0].due.is_some() && queue.ready[0].attempts == 1, "{:?}", queue.ready[0]);
    assert_eq!((world.count("rendez-vous:*"), world.count("optout:*")), (10, 10));
    assert_eq!(world.stats("Appels").contacted, 40);
    world.nothing_differs();
});

app_test!(a_held_account_is_nobody_elses_until_it_is_freed, |world| {
    forty(world);
    let list = list(world, "Atelier", None);
    let (nadia, karim) = (world.caller("Nadia"), world.caller("Karim"));
    let hers = calls::next(&world.app, &nadia, list).unwrap().unwrap().fiche.account.id;
    let held = calls::pick(&world.app, &karim, list, hers).unwrap_err();
    assert!(held.kind == ErrorKind::Conflict && held.message.contains("Nadia"), "{held}");
    let queue = calls::queue(&world.app, &karim, list).unwrap();
    let row = queue.ready.iter().find(|row| row.account == hers).unwrap();
    assert_eq!(row.held_by.as_deref(), Some("Nadia"));

    // Twenty minutes without a key free her; each save lengthens them.
    world.wait(19 * 60);
    calls::keep(&world.app, &nadia, list, hers, &Draft { note: "au téléphone".into(), ..Draft::default() })
        .unwrap();
    world.wait(19 * 60);
    assert!(calls::pick(&world.app, &karim, list, hers).is_err());
    world.wait(2 * 60);
    assert_eq!(calls::pick(&world.app, &karim, list, hers).unwrap().draft, Draft::default());
    let late = Draft { note: "au téléphone, puis coupé".into(), ..Draft::default() };
    let lost = calls::keep(&world.app, &nadia, list, hers, &late).unwrap_err();
    assert_eq!(lost.kind, ErrorKind::Conflict);
    calls::release(&world.app, &karim, list, hers).unwrap();
    let back = calls::pick(&world.app, &nadia, list, hers).unwrap();
    assert_eq!(back.draft.note, "au téléphone, puis coupé", "what was typed is kept all the same");
    calls::close_list(&world.app, &world.me, list).unwrap();
    let closed = calls::next(&world.app, &karim, list).unwrap_err();
    assert!(closed.message.contains("close"), "{closed}");
});

app_test!(what_was_typed_comes_back_after_a_killed_page, |world| {
    forty(world);
    let script = scripts::from_example(&world.app, &world.me, Example::Nettoyage).unwrap();
    let list = list(world, "Atelier", Some(script));
    let nadia = world.caller("Nadia");
    let cockpit = calls::next(&world.app, &nadia, list).unwrap().unwrap();
    let account = cockpit.fiche.account.id;
    let filled = cockpit.script.clone().unwrap();
    let mut questions = filled.blocks.iter().flat_map(|block| &block.questions);
    let question = questions.find(|question| question.answer == AnswerKind::Number).unwrap().id;
    let draft = Draft {
        started_at: Some(world.app.now()),
        seconds: 42,
        note: "La directrice est en congé".into(),
        answers: BTreeMap::from([(question, "12".to_owned())]),
        result: Some("call_back".into()),
        fields: BTreeMap::from([("heure".to_owned(), "14:3".to_owned())]),
        ..Draft::default()
    };
    calls::keep(&world.app, &nadia, list, account, &draft).unwrap();
    // An hour later, long after the claim has ended by itself.
    world.wait(3_600);
    let back = calls::next(&world.app, &nadia, list).unwrap().unwrap();
    assert_eq!((back.fiche.account.id, &back.draft), (account, &draft));
    let elsewhere = calls::next(&world.app, &world.caller("Karim"), list).unwrap().unwrap();
    assert_ne!(elsewhere.fiche.account.id, account);

    let end = Conclude { draft: draft.clone(), ..ended(list, &back, CallResult::Refused) };
    let first = calls::conclude(&world.app, &nadia, &end).unwrap();
    let again = calls::conclude(&world.app, &nadia, &end).unwrap();
    assert_eq!(first.event, again.event, "the same form sent twice");
    assert_eq!(world.count("contacté:*"), 1);
    let late = calls::keep(&world.app, &nadia, list, account, &draft).unwrap_err();
    assert_eq!(late.kind, ErrorKind::Conflict, "an autosave that comes after the end opens nothing");
    assert_ne!(calls::next(&world.app, &nadia, list).unwrap().unwrap().fiche.account.id, account);
    world.nothing_differs();
});

app_test!(answers_fill_the_fiche_and_a_call_taken_back_leaves_nothing, |world| {
    forty(world);
    let script = scripts::from_example(&world.app, &world.me, Example::Nettoyage).unwrap();
    let list = list(world, "\"Atelier 07\"", Some(script));
    let nadia = world.caller("Nadia");
    let cockpit = calls::next(&world.app, &nadia, list).unwrap().unwrap();
    let account = cockpit.fiche.account.id;
    let due = filon_app::follow_ups::NewFollowUp::new(account, date(2026, 11, 24), FollowUpKind::Call);
    filon_app::follow_ups::add(&world.app, &nadia, &due).unwrap();
    let later = filon_app::follow_ups::NewFollowUp::new(account, date(2026, 12, 2), FollowUpKind::Letter);
    filon_app::follow_ups::add(&world.app, &nadia, &later).unwrap();

    let shown = scripts::get(&world.app, &world.me, script, None).unwrap().script;
    let numeric = shown
        .questions()
        .find(|question| question.answer == AnswerKind::Number && question.fills.is_some())
        .unwrap()
        .clone();
    let objection = &shown.objections[0];
    let draft = Draft {
        started_at: Some(world.app.now()),
        seconds: 200,
        answers: BTreeMap::from([(numeric.id, "une douzaine".to_owned())]),
        objections: vec![ObjectionMet {
            objection: objection.id,
            reply: Some(objection.replies[0].id),
            spontaneous: None,
            next: AfterReply::Agreed,
        }],
        argued: true,
        ..Draft::default()
    };
    let on = date(2026, 12, 3);
    let at = Moment::at(on.at(14, 0, 0, 0));
    let mut end = Conclude {
        draft,
        next: Next::Meeting(meeting(account, on, 14)),
        ..ended(list, &cockpit, CallResult::Meeting { at })
    };
    let refused = calls::conclude(&world.app, &nadia, &end).unwrap_err();
    assert!(refused.message.contains("une douzaine") && refused.message.contains("nombre"), "{refused}");
    assert_eq!(world.count("contacté:*"), 0, "nothing of it is written");
    end.draft.answers.insert(numeric.id, "12".to_owned());
    let done = calls::conclude(&world.app, &nadia, &end).unwrap();
    let booked = done.meeting.unwrap();
    assert!(booked.confirmation.contains("jeudi 3 décembre 2026"), "{}", booked.confirmation);
    let target = numeric.fills.clone().unwrap();
    let filled = |world: &World| {
        let fiche = accounts::fiche(&world.app, &world.me, account).unwrap();
        let value = filon_core::account::mapping::value_of(target.target(), &fiche.account, None);
        (value, fiche)
    };
    let (value, fiche) = filled(world);
    assert_eq!(value, "12");
    let open: Vec<(FollowUpKind, Date)> = fiche.follow_ups.iter().map(|row| (row.kind, row.on)).collect();
    assert_eq!(
        open,
        [(FollowUpKind::Letter, date(2026, 12, 2)), (FollowUpKind::Call, date(2026, 12, 2))],
        "the call that was due is settled, the letter stays, the meeting is confirmed the day before"
    );

    let (to_list, back) = calls::undo(&world.app, &nadia, done.event).unwrap();
    assert_eq!((to_list, back), (Some(list), account));
    let (value, fiche) = filled(world);
    assert_eq!(value, "", "the answer left the fiche too");
    let open: Vec<FollowUpKind> = fiche.follow_ups.iter().map(|row| row.kind).collect();
    assert_eq!(open, [FollowUpKind::Call, FollowUpKind::Letter]);
    assert_eq!((world.count("rendez-vous:*"), world.count("contacté:*")), (0, 0));
    assert!(filon_app::meetings::of_account(&world.app, &nadia, account).unwrap().is_empty());
    let again = calls::next(&world.app, &nadia, list).unwrap().unwrap();
    assert_eq!((again.fiche.account.id, &again.draft), (account, &end.draft), "with all that was typed");
    let other = calls::undo(&world.app, &world.caller("Karim"), done.event).unwrap_err();
    assert_eq!(other.kind, ErrorKind::Conflict, "{other}");
    world.nothing_differs();
});

app_test!(private_individuals_are_called_within_their_hours_only, |world| {
    world.import(
        "p.csv",
        "Référence;Prénom;Nom;Téléphone;CP;Ville;Consentement téléphone\n\
         E1;Léa;Schmitt;0388000001;67000;Strasbourg;2026-10-01\n\
         E2;Paul;Roux;0556000002;33000;Bordeaux;2026-10-01\n\
         E3;Zoé;Noll;0556000003;33000;Bordeaux;\n",
    );
    world.record(
        "account;event;date;channel\nE1;consentement;2026-10-01;téléphone\nE2;consentement;2026-10-01;téléphone\n",
        None,
    );
    let list = list(world, "", None);
    let ready = |world: &World| -> Vec<String> {
        let queue = calls::queue(&world.app, &world.me, list).unwrap();
        assert_eq!(queue.ready.len() + queue.waiting.len(), 3);
        queue.ready.into_iter().map(|row| row.name).collect()
    };
    assert_eq!(ready(world).len(), 2, "a Tuesday, half past ten");
    let queue = calls::queue(&world.app, &world.me, list).unwrap();
    let zoe = queue.waiting.iter().find(|row| row.name.contains("Noll")).unwrap();
    assert!(
        zoe.why.contains("consentement") && zoe.source.contains("L223-1") && zoe.until.is_none(),
        "{zoe:?}"
    );
    for (hour, minute, count) in [(9, 59, 0), (10, 0, 2), (12, 59, 2), (13, 0, 0), (14, 0, 2), (20, 0, 0)] {
        world.clock_says(date(2026, 11, 24).at(hour, minute, 0, 0));
        assert_eq!(ready(world).len(), count, "{hour} h {minute:02}");
        let next = calls::next(&world.app, &world.me, list).unwrap();
        assert_eq!(next.is_some(), count > 0, "{hour} h {minute:02}");
        if let Some(cockpit) = next {
            calls::release(&world.app, &world.me, list, cockpit.fiche.account.id).unwrap();
        }
    }
    // Good Friday of 2027 is a holiday in Strasbourg, not in Bordeaux.
    world.clock_says(date(2027, 3, 26).at(11, 0, 0, 0));
    assert_eq!(ready(world), ["Paul Roux"]);
    let queue = calls::queue(&world.app, &world.me, list).unwrap();
    let lea = queue.waiting.iter().find(|row| row.name.contains("Schmitt")).unwrap();
    assert_eq!(lea.until, Some(date(2027, 3, 30)), "after the week-end and Easter Monday");
    let refused = calls::pick(&world.app, &world.me, list, lea.account).unwrap_err();
    assert!(refused.message.contains("30/03/2027") && refused.message.contains("D223-9"), "{refused}");

    // Four calls in thirty days, then sixty days after a refusal.
    world.clock_says(date(2027, 4, 6).at(11, 0, 0, 0));
    for n in 0..4 {
        let cockpit = calls::pick(&world.app, &world.me, list, queue.ready[0].account).unwrap();
        let end = Conclude {
            next: call_again(date(2027, 4, 7 + n)),
            idempotency: format!("essai {n}"),
            ..ended(list, &cockpit, CallResult::NoAnswer)
        };
        calls::conclude(&world.app, &world.me, &end).unwrap();
        world.clock_says(date(2027, 4, 7 + n).at(11, 0, 0, 0));
    }
    let often = calls::pick(&world.app, &world.me, list, queue.ready[0].account).unwrap_err();
    assert!(often.message.contains("quatre fois"), "{often}");
});

app_test!(a_wrong_number_is_corrected_or_retired, |world| {
    forty(world);
    let list = list(world, "\"Atelier 03\"", None);
    let cockpit = calls::next(&world.app, &world.me, list).unwrap().unwrap();
    let (account, person) = (cockpit.fiche.account.id, cockpit.person);
    let old = cockpit.phones[0].number.clone();
    let wrong = calls::correct_number(&world.app, &world.me, account, person, &old, "05 36").unwrap_err();
    assert_eq!(wrong.kind, ErrorKind::Usage);
    calls::correct_number(&world.app, &world.me, account, person, &old, "05 56 00 00 77").unwrap();
    let cockpit = calls::next(&world.app, &world.me, list).unwrap().unwrap();
    assert_eq!(cockpit.phones[0].number, "+33556000077");
    calls::retire_number(&world.app, &world.me, account, person, "05 56 00 00 77").unwrap();
    let queue = calls::queue(&world.app, &world.me, list).unwrap();
    assert!(queue.ready.is_empty() && queue.waiting[0].why.contains("téléphone"), "{queue:?}");
    let kept = calls::retired(&world.app, &world.me, account).unwrap();
    assert_eq!(kept[0].0, "+33556000077");
    calls::give_back_number(&world.app, &world.me, account, "0556000077").unwrap();
    assert_eq!(calls::queue(&world.app, &world.me, list).unwrap().ready.len(), 1);
    world.nothing_differs();
});

app_test!(a_next_step_is_asked_and_never_skipped, |world| {
    forty(world);
    let list = list(world, "\"Atelier 05\"", None);
    let cockpit = calls::next(&world.app, &world.me, list).unwrap().unwrap();
    let account = cockpit.fiche.account.id;
    let proposal =
        calls::propose(&world.app, &world.me, list, account, cockpit.person, CallResult::NoAnswer).unwrap();
    assert_eq!((proposal.next.day, proposal.next.kind), (Some(date(2026, 11, 25)), FollowUpKind::Call));
    assert_eq!(proposal.shortcuts, [date(2026, 11, 25), date(2026, 11, 27), date(2026, 12, 1)]);
    assert_eq!(proposal.next.reason, "Rappeler\u{202f}: pas de réponse");
    assert!(proposal.slots[0] < proposal.slots[1] && proposal.slots[0] > world.app.now());
    let wrong = calls::propose(&world.app, &world.me, list, account, cockpit.person, CallResult::WrongNumber)
        .unwrap();
    assert!(wrong.next.stops.is_some_and(|why| why.contains("numéro")));
    let base = ended(list, &cockpit, CallResult::Answered);
    for next in [Next::None { why: "  ".into() }, call_again(date(2026, 11, 23))] {
        let refused = calls::conclude(&world.app, &world.me, &Conclude { next, ..base.clone() }).unwrap_err();
        assert_eq!(refused.kind, ErrorKind::Usage, "{refused}");
    }
    let at = Moment::at(date(2026, 12, 3).at(14, 0, 0, 0));
    let no_date = Conclude { result: CallResult::Meeting { at }, ..base.clone() };
    assert!(calls::conclude(&world.app, &world.me, &no_date).unwrap_err().message.contains("heure"));
    let end = Conclude { next: call_again(date(2026, 11, 27)), ..base };
    calls::conclude(&world.app, &world.me, &end).unwrap();
    let rows = accounts::table(
        &world.app,
        &world.me,
        &accounts::ListRequest { query: "\"Atelier 05\"".into(), limit: 1, ..Default::default() },
    )
    .unwrap();
    assert_eq!(rows.rows[0].next_step_on, Some(date(2026, 11, 27)));
});

app_test!(a_letter_is_followed_by_calls_and_a_list_of_too_many_is_refused, |world| {
    forty(world);
    world.campaign("Fenêtres", Channel::Letter, "");
    let script = scripts::from_example(&world.app, &world.me, Example::Comptable).unwrap();
    let wave = campaigns::NewStep { channel: Channel::Phone, after_days: 7, script: Some(script) };
    let step = campaigns::add_step(&world.app, &world.me, "Fenêtres", &wave).unwrap();
    world.import(
        "adresses.csv",
        "Référence;Société;Adresse;CP;Ville\nX1;Courrier;1 rue Haute;33000;Bordeaux\n",
    );
    world.launch("Fenêtres", &world.letter(), "a.odt", date(2026, 11, 17)).unwrap();
    let steps = campaigns::steps(&world.app, &world.me, "Fenêtres").unwrap();
    assert_eq!(steps.iter().map(|step| step.channel).collect::<Vec<_>>(), [Channel::Letter, Channel::Phone]);
    assert!(campaigns::remove_step(&world.app, &world.me, steps[0].id).is_err(), "the first one stays");
    let new = NewList { name: None, from: From::Step(step), script: None };
    let list = calls::open_list(&world.app, &world.me, &new).unwrap();
    let queue = calls::queue(&world.app, &world.me, list).unwrap();
    assert_eq!((queue.list.name.as_str(), queue.list.script), ("Fenêtres, étape 2", Some(script)));
    assert_eq!((queue.total, queue.ready.len()), (41, 40), "the one without a telephone waits");
    assert!(queue.ready[0].reasons[0].contains("Courrier posté"), "{:?}", queue.ready[0].reasons);
    let nobody = NewList { name: None, from: From::Query("ville:Rennes".into()), script: None };
    assert_eq!(calls::open_list(&world.app, &world.me, &nobody).unwrap_err().kind, ErrorKind::Refused);
});

app_test!(eight_callers_at_the_same_instant_get_eight_people, |world| {
    forty(world);
    let list = list(world, "Atelier", None);
    let callers: Vec<Actor> = (0..8).map(|n| world.caller(&format!("Appelant {n}"))).collect();
    let mut got: Vec<Id> = std::thread::scope(|scope| {
        let race = |caller: &Actor| {
            let (app, caller) = (world.app.clone(), *caller);
            scope.spawn(move || calls::next(&app, &caller, list).unwrap().unwrap().fiche.account.id)
        };
        let racing: Vec<_> = callers.iter().map(race).collect();
        racing.into_iter().map(|one| one.join().unwrap()).collect()
    });
    got.sort();
    got.dedup();
    assert_eq!(got.len(), 8);
});
