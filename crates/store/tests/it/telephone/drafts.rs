//! What is typed during a call survives.

use filon_core::CallOutcome;
use filon_core::call::Progress;
use filon_store::call_drafts::{self, CallDraft};
use filon_store::{Db, accounts};
use serde_json::json;

use super::world::{World, later};
use crate::db_test;
use crate::support::MORNING;

db_test!(what_was_typed_comes_back_until_the_call_is_concluded, |db| {
    let mut world = World::new(db);
    let lambert = world.account(db, "Menuiserie Lambert").id;
    let (claire, karim) = (Some(world.claire), Some(world.karim));
    let draft = CallDraft {
        account: lambert,
        caller: claire,
        list: Some(world.list.id),
        body: json!({"note": "Elle hésite…\t\u{1f3e0}", "answers": {}}),
        saved_at: MORNING,
    };
    let more =
        CallDraft { body: json!({"note": "Elle hésite encore"}), saved_at: later(1), ..draft.clone() };
    let of_karim = CallDraft { caller: karim, ..draft.clone() };
    db.put(|tx| [&draft, &of_karim, &more].into_iter().try_for_each(|draft| call_drafts::keep(tx, draft)));
    // The program is killed and started again.
    let again = Db::open(&db.url).unwrap();
    assert_eq!(again.read(|tx| call_drafts::get(tx, lambert, claire)).unwrap(), Some(more.clone()));
    assert_eq!(again.read(|tx| call_drafts::of_caller(tx, karim)).unwrap(), std::slice::from_ref(&of_karim));

    let call = world.called(db, lambert, CallOutcome::Answered, "answered", Progress::Reached);
    db.put(|tx| call_drafts::conclude(tx, lambert, claire, call.event));
    assert_eq!(db.look(|tx| call_drafts::get(tx, lambert, claire)), None);
    assert_eq!(db.put(|tx| call_drafts::give_back(tx, call.event)), Some(more.clone()));
    assert_eq!(db.look(|tx| call_drafts::get(tx, lambert, claire)), Some(more.clone()));

    // Set aside until her next call.
    let roux = world.account(db, "Ferronnerie Roux").id;
    db.put(|tx| call_drafts::keep(tx, &CallDraft { account: roux, ..draft.clone() }));
    let next = world.called(db, roux, CallOutcome::Busy, "busy", Progress::NotReached);
    db.put(|tx| {
        call_drafts::conclude(tx, lambert, claire, call.event)?;
        call_drafts::conclude(tx, roux, claire, next.event)
    });
    assert_eq!(db.put(|tx| call_drafts::give_back(tx, call.event)), None);
    assert_eq!(db.look(|tx| call_drafts::get(tx, lambert, karim)), Some(of_karim.clone()));
    assert!(db.put(|tx| call_drafts::delete(tx, lambert, karim)));
    assert!(!db.put(|tx| call_drafts::delete(tx, lambert, karim)));
});

db_test!(two_accounts_made_one_lose_nothing_that_was_typed, |db| {
    let mut world = World::new(db);
    let (gone, kept) = (world.account(db, "Lambert").id, world.account(db, "Menuiserie Lambert").id);
    let draft = CallDraft {
        account: gone,
        caller: None,
        list: None,
        body: json!({"note": "12 fenêtres"}),
        saved_at: MORNING,
    };
    db.put(|tx| {
        call_drafts::keep(tx, &draft)?;
        accounts::merge(tx, gone, kept, later(1))
    });
    let moved = CallDraft { account: kept, ..draft };
    assert_eq!(db.look(|tx| call_drafts::of_caller(tx, None)), [moved]);
});
