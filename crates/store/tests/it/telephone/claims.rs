//! Two callers never get the same account.

use std::collections::BTreeSet;

use filon_core::Id;
use filon_store::claims::{self, Claim};
use filon_store::{Db, call_lists};

use super::world::{World, later};
use crate::db_test;
use crate::support::MORNING;

db_test!(two_callers_at_once_share_two_hundred_accounts, |db| {
    let mut world = World::new(db);
    let drafts: Vec<_> = (0..200).map(|n| world.teller.draft(&format!("Société {n}"))).collect();
    db.put(|tx| filon_store::accounts::insert_many(tx, &drafts));
    let wanted: Vec<Id> = drafts.iter().map(|draft| draft.account.id).collect();
    let list = Some(world.list.id);
    let start = std::sync::Barrier::new(2);
    let got: Vec<Vec<Id>> = std::thread::scope(|scope| {
        let call = |caller: Id| {
            let (db, wanted, start): (&Db, _, _) = (db, &wanted, &start);
            scope.spawn(move || {
                start.wait();
                let mut mine = Vec::new();
                for account in wanted {
                    let took =
                        db.write(|tx| claims::take(tx, *account, list, Some(caller), MORNING, later(20)));
                    mine.extend(took.unwrap().then_some(*account));
                }
                mine
            })
        };
        let callers = [call(world.claire), call(world.karim)];
        callers.into_iter().map(|caller| caller.join().unwrap()).collect()
    });
    let all: BTreeSet<Id> = got.iter().flatten().copied().collect();
    assert_eq!((got[0].len() + got[1].len(), all.len()), (200, 200));
    let held = db.look(|tx| claims::held(tx, MORNING));
    for (caller, mine) in [(world.claire, &got[0]), (world.karim, &got[1])] {
        let told: BTreeSet<Id> =
            held.iter().filter(|claim| claim.caller == Some(caller)).map(|claim| claim.account).collect();
        assert_eq!(told, mine.iter().copied().collect());
    }
});

db_test!(a_claim_is_lengthened_by_its_caller_and_ends_by_itself, |db| {
    let mut world = World::new(db);
    let lambert = world.account(db, "Menuiserie Lambert").id;
    let (list, claire, karim) = (Some(world.list.id), Some(world.claire), Some(world.karim));
    let take = |caller, now, until| db.put(|tx| claims::take(tx, lambert, list, caller, now, until));
    assert!(take(claire, MORNING, later(20)));
    assert!(!take(karim, later(19), later(39)));
    assert!(!take(None, later(19), later(39)), "nobody in particular is somebody else");
    assert!(take(claire, later(10), later(30)));
    let claim = Claim { account: lambert, list, caller: claire, at: MORNING, expires_at: later(30) };
    assert_eq!(db.look(|tx| claims::of_account(tx, lambert, later(29))), Some(claim.clone()));
    assert_eq!(db.look(|tx| claims::of_list(tx, world.list.id, later(29))), std::slice::from_ref(&claim));
    assert_eq!(db.look(|tx| claims::of_caller(tx, claire, later(29))), [claim]);
    assert_eq!(db.look(|tx| claims::held(tx, later(30))), []);

    assert!(take(karim, later(30), later(50)), "her time was over");
    let told = db.look(|tx| claims::of_account(tx, lambert, later(31))).unwrap();
    assert_eq!((told.caller, told.at), (karim, later(30)));
    assert!(!db.put(|tx| claims::release(tx, lambert, claire)));
    assert!(db.put(|tx| claims::release(tx, lambert, karim)));
    assert!(take(None, later(31), later(51)), "Filon without users");
    assert!(take(None, later(32), later(52)));
    assert_eq!(db.look(|tx| claims::of_caller(tx, None, later(33))).len(), 1);

    // A call that goes on in a list that is closed stays its caller's.
    db.put(|tx| call_lists::close(tx, world.list.id, Some(later(34))));
    assert_eq!(db.look(|tx| claims::held(tx, later(34))).len(), 1);
    assert_eq!(db.look(|tx| call_lists::get(tx, world.list.id)).unwrap().closed_at, Some(later(34)));
    db.put(|tx| call_lists::close(tx, world.list.id, None));
    assert_eq!(db.look(call_lists::list), [world.list]);
});
