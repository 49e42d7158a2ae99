//! Calls, beside their lines.

use filon_core::call::{By, Progress, lessons, objection_lessons};
use filon_core::{CallOutcome, Event, EventKind};
use filon_store::calls::{self, CallMade, CallScope};
use filon_store::{StoreError, accounts, call_lists, check, events};
use jiff::civil::date;

use super::world::World;
use crate::db_test;
use crate::support::{DAY, MORNING};

db_test!(a_call_is_read_back_with_what_its_line_says, |db| {
    let mut world = World::new(db);
    let lambert = world.account(db, "Menuiserie Lambert").id;
    let call = world.called(db, lambert, CallOutcome::Answered, "meeting", Progress::Meeting);
    let made = CallMade {
        call: call.clone(),
        account: lambert,
        person: None,
        caller: Some(world.claire),
        campaign: Some(world.campaign.id),
        outcome: CallOutcome::Answered,
        segment: Some("Fenêtres d’automne".into()),
        voided: false,
    };
    assert_eq!(db.look(|tx| calls::get(tx, call.event)), Some(made.clone()));
    let record = made.record();
    assert_eq!((record.hour, record.script), (MORNING.local().hour(), Some((world.script.id, 1))));

    let kept = world.account(db, "Lambert & fils").id;
    db.put(|tx| accounts::merge(tx, lambert, kept, MORNING));
    assert_eq!(db.look(|tx| calls::of_account(tx, kept)), [CallMade { account: kept, ..made }]);

    // Nothing stands beside a line that is not there.
    let nowhere = calls::Call { event: world.teller.id(), ..call };
    let refused = db.write(|tx| calls::insert(tx, &nowhere)).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict { .. }), "{refused:?}");
    assert_eq!(db.look(check::run), []);
});

db_test!(a_call_taken_back_teaches_nothing, |db| {
    let mut world = World::new(db);
    let names = ["Lambert", "Roux", "Élan", "Port"];
    let ids: Vec<_> = names.iter().map(|name| world.account(db, name).id).collect();
    world.called(db, ids[0], CallOutcome::Answered, "meeting", Progress::Meeting);
    world.called(db, ids[1], CallOutcome::Answered, "refused", Progress::Argued);
    let mistaken = world.called(db, ids[2], CallOutcome::Answered, "meeting", Progress::Meeting);
    world.called(db, ids[3], CallOutcome::WrongNumber, "wrong_number", Progress::NotReached);
    let undone = Event { voids: Some(mistaken.event), ..world.teller.event(ids[2], EventKind::Voided, DAY) };
    db.put(|tx| events::append(tx, std::slice::from_ref(&undone)));

    let records = db.look(|tx| calls::records(tx, &CallScope::default()));
    let table = lessons(&records, By::Script);
    assert_eq!((table.len(), table[0].calls, table[0].meetings.share.numerator), (1, 3, 1));
    let objections = objection_lessons(&records);
    assert_eq!((objections[0].calls, objections[0].replies[0].calls), (3, 3));
    assert!(db.look(|tx| calls::get(tx, mistaken.event)).unwrap().voided);
    assert_eq!(db.look(|tx| calls::of_versions(tx, world.script.id)), [(1, 3)].into());
    let progress = db.look(call_lists::progress);
    let told = &progress[&world.list.id];
    assert_eq!((told.called, told.meetings, &told.callers[..]), (3, 1, &[world.claire][..]));
});

db_test!(a_scope_narrows_the_calls, |db| {
    let mut world = World::new(db);
    let lambert = world.account(db, "Menuiserie Lambert").id;
    let first = world.called(db, lambert, CallOutcome::NoAnswer, "no_answer", Progress::NotReached);
    // A week later, by hand: neither list nor script nor action.
    let line = Event { on: date(2026, 9, 8), campaign: None, ..world.line(lambert, CallOutcome::Busy) };
    let by_hand = calls::Call {
        list: None,
        script: None,
        objections: vec![],
        answers: vec![],
        ..world.call(&line, "busy", Progress::NotReached)
    };
    db.put(|tx| {
        events::append(tx, std::slice::from_ref(&line))?;
        calls::insert(tx, &by_hand)
    });
    let events_of = |scope: CallScope| -> Vec<_> {
        db.look(|tx| calls::standing(tx, &scope)).into_iter().map(|made| made.call.event).collect()
    };
    let all = CallScope::default();
    let mut both = events_of(all.clone());
    both.sort();
    assert_eq!(both, [first.event, line.id]);
    let (script, list) = (Some(world.script.id), Some(world.list.id));
    for narrow in [
        CallScope { script, ..all.clone() },
        CallScope { list, ..all.clone() },
        CallScope { campaign: Some(world.campaign.id), ..all.clone() },
        CallScope { to: Some(date(2026, 9, 7)), ..all.clone() },
        CallScope { script, list, from: Some(DAY), to: Some(DAY), ..all.clone() },
    ] {
        assert_eq!(events_of(narrow.clone()), [first.event], "{narrow:?}");
    }
    assert_eq!(events_of(CallScope { from: Some(date(2026, 9, 8)), ..all.clone() }), [line.id]);
    assert_eq!(db.look(|tx| calls::get(tx, line.id)).unwrap().segment, None);
});

db_test!(meetings_held_are_those_that_the_calls_won, |db| {
    let mut world = World::new(db);
    let ids: Vec<_> = ["Lambert", "Roux", "Élan"].iter().map(|name| world.account(db, name).id).collect();
    let before = world.teller.event(ids[0], EventKind::MeetingHeld, date(2026, 8, 20));
    db.put(|tx| events::append(tx, std::slice::from_ref(&before)));
    world.called(db, ids[0], CallOutcome::Answered, "meeting", Progress::Meeting);
    world.called(db, ids[1], CallOutcome::Answered, "meeting", Progress::Meeting);
    world.called(db, ids[2], CallOutcome::NoAnswer, "no_answer", Progress::NotReached);
    let held: Vec<Event> =
        ids.iter().map(|id| world.teller.event(*id, EventKind::MeetingHeld, date(2026, 9, 10))).collect();
    let undone = Event { voids: Some(held[1].id), ..world.teller.event(ids[1], EventKind::Voided, DAY) };
    db.put(|tx| events::append(tx, &held));
    assert_eq!(db.look(|tx| calls::meetings_ended(tx, &CallScope::default())), (2, 2));
    db.put(|tx| events::append(tx, std::slice::from_ref(&undone)));
    assert_eq!(db.look(|tx| calls::meetings_ended(tx, &CallScope::default())), (1, 1));
    let missed = world.teller.event(ids[1], EventKind::MeetingMissed, date(2026, 9, 11));
    db.put(|tx| events::append(tx, std::slice::from_ref(&missed)));
    assert_eq!(db.look(|tx| calls::meetings_ended(tx, &CallScope::default())), (1, 2));
    let earlier = CallScope { to: Some(date(2026, 8, 31)), ..CallScope::default() };
    assert_eq!(db.look(|tx| calls::meetings_ended(tx, &earlier)), (0, 0));
});
