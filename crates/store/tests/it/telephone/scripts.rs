//! Scripts, their versions, and two of them compared.

use filon_core::call::{CallScript, Progress};
use filon_core::{CallOutcome, Event, EventKind};
use filon_store::scripts::{self, Compared};
use filon_store::{Db, StoreError, calls, check, events};

use super::world::{World, later};
use crate::db_test;
use crate::support::{DAY, MORNING};

db_test!(a_version_that_served_is_never_changed, |db| {
    let mut world = World::new(db);
    let (claire, karim) = (Some(world.claire), Some(world.karim));
    let mut script = world.script.clone();
    let save = |script: &CallScript, seen, by, minutes| {
        db.write(|tx| scripts::save(tx, script, seen, by, later(minutes)))
    };
    script.offer = "Fenêtres en bois".into();
    assert_eq!(save(&script, 1, claire, 1).unwrap(), 1, "nobody called with it yet");
    let lambert = world.account(db, "Menuiserie Lambert");
    let call = world.called(db, lambert.id, CallOutcome::NoAnswer, "no_answer", Progress::NotReached);

    script.name = "Fenêtres, deuxième essai".into();
    assert_eq!(save(&script, 1, claire, 2).unwrap(), 2);
    let refused = save(&script, 1, karim, 3).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict { .. }), "{refused:?}");
    script.audience = "Artisans".into();
    assert_eq!(save(&script, 2, claire, 4).unwrap(), 2);
    assert_eq!(save(&script, 2, karim, 5).unwrap(), 3, "Karim does not write over Claire's text");

    let first = db.look(|tx| scripts::body(tx, script.id, 1)).unwrap();
    assert_eq!(first, CallScript { offer: "Fenêtres en bois".into(), ..world.script.clone() });
    let third = db.look(|tx| scripts::body(tx, script.id, 3)).unwrap();
    assert_eq!(third, CallScript { version: 3, ..script.clone() });
    let told: Vec<_> = db
        .look(|tx| scripts::versions(tx, script.id))
        .into_iter()
        .map(|v| (v.version, v.by, v.saved_at, v.calls))
        .collect();
    assert_eq!(told, [(3, karim, later(5), 0), (2, claire, later(4), 0), (1, claire, later(1), 1)]);
    let list = db.look(scripts::list);
    assert_eq!((list.len(), list[0].versions, list[0].calls), (1, 3, 1));
    assert_eq!((&*list[0].script.name, &list[0].body), ("Fenêtres, deuxième essai", &third));
    assert_eq!(db.look(|tx| scripts::by_name(tx, "FENETRES, DEUXIEME ESSAI")).unwrap().version, 3);

    // A call taken back counts nowhere, and its version stays as it was said.
    let undone = Event { voids: Some(call.event), ..world.teller.event(lambert.id, EventKind::Voided, DAY) };
    db.put(|tx| events::append(tx, std::slice::from_ref(&undone)));
    assert_eq!(db.look(scripts::list)[0].calls, 0);
    assert!(db.look(|tx| calls::of_versions(tx, script.id)).is_empty());
    assert_eq!(db.look(check::run), []);
});

db_test!(a_name_is_taken_once_and_an_archived_script_keeps_it, |db| {
    let mut world = World::new(db);
    let mut other = world.script.clone();
    other.id = world.teller.id();
    db.put(|tx| scripts::archive(tx, world.script.id, Some(MORNING)));
    let refused = db.write(|tx| scripts::insert(tx, &other, None, MORNING)).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict { .. }), "{refused:?}");
    other.name = "Un autre".into();
    db.put(|tx| scripts::insert(tx, &other, None, MORNING));
    other.name = world.script.name.to_uppercase();
    let refused = db.write(|tx| scripts::save(tx, &other, 1, None, MORNING)).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict { .. }), "{refused:?}");
    assert_eq!(db.look(|tx| scripts::get(tx, world.script.id)).unwrap().archived_at, Some(MORNING));
    db.put(|tx| scripts::archive(tx, world.script.id, None));
    assert_eq!(db.look(|tx| scripts::get(tx, world.script.id)).unwrap().archived_at, None);
});

db_test!(two_versions_compared_share_the_accounts_evenly, |db| {
    let mut world = World::new(db);
    let id = world.script.id;
    let compared = Compared { a: 1, b: 2, chance: 0xfeed_0000_0000_0007, started_at: MORNING };
    let refused = db.write(|tx| scripts::compare(tx, id, Some(compared))).unwrap_err();
    assert!(matches!(refused, StoreError::NotFound { .. }), "there is no version 2: {refused:?}");
    db.put(|tx| scripts::save(tx, &world.script, 1, Some(world.karim), MORNING));
    db.put(|tx| scripts::compare(tx, id, Some(compared)));
    assert_eq!(db.look(|tx| scripts::get(tx, id)).unwrap().compared, Some(compared));
    let next = db.put(|tx| scripts::save(tx, &world.script, 2, Some(world.karim), MORNING));
    assert_eq!(next, 3, "a version that is being compared is not written over");

    // Two callers at once, each with accounts of its own.
    let drafts: Vec<_> = (0..40).map(|n| world.teller.draft(&format!("Société {n}"))).collect();
    db.put(|tx| filon_store::accounts::insert_many(tx, &drafts));
    std::thread::scope(|scope| {
        for mine in drafts.chunks(20) {
            let db: &Db = db;
            scope.spawn(move || {
                for draft in mine {
                    db.write(|tx| scripts::arm(tx, id, &compared, draft.account.id)).unwrap();
                }
            });
        }
    });
    let arms: Vec<u32> =
        drafts.iter().map(|draft| db.put(|tx| scripts::arm(tx, id, &compared, draft.account.id))).collect();
    let of_a = arms.iter().filter(|version| **version == 1).count();
    assert_eq!((of_a, arms.len()), (20, 40), "asked again, an account hears what it heard");

    db.put(|tx| scripts::compare(tx, id, None));
    assert_eq!(db.look(|tx| scripts::get(tx, id)).unwrap().compared, None);
});
