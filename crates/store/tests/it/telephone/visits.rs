//! Reports of visits, written in two places.

use filon_core::visit::{VisitReport, merge};
use filon_store::{StoreError, accounts, check, visits};
use jiff::civil::date;

use super::world::{World, later};
use crate::db_test;
use crate::support::MORNING;

db_test!(a_report_changed_in_two_places_is_merged_from_what_both_had_seen, |db| {
    let mut world = World::new(db);
    let lambert = world.account(db, "Menuiserie Lambert").id;
    let (report, line) = world.report(db, lambert);
    let id = report.id;
    let (claire, karim) = (Some(world.claire), Some(world.karim));
    let save = |report: &VisitReport, seen, by, minutes| {
        db.write(|tx| visits::save(tx, report, seen, line, by, later(minutes)))
    };
    assert_eq!(save(&report, 0, claire, 0).unwrap(), 1);
    let refused = save(&report, 0, claire, 1).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict { .. }), "sent twice: {refused:?}");

    let at_the_desk = VisitReport { competitors: "Garonne PVC".into(), ..report.clone() };
    assert_eq!(save(&at_the_desk, 1, karim, 2).unwrap(), 2);
    let in_the_car = VisitReport { objections: "Le prix".into(), ..report.clone() };
    let refused = save(&in_the_car, 1, claire, 3).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict { .. }), "{refused:?}");

    let base = db.look(|tx| visits::revision(tx, id, 1)).unwrap();
    let theirs = db.look(|tx| visits::get(tx, id)).unwrap();
    assert_eq!((&base, &theirs.report, theirs.revision), (&report, &at_the_desk, 2));
    assert_eq!((theirs.by, theirs.saved_at, theirs.event), (karim, later(2), line));
    let merged = merge(&base, &in_the_car, &theirs.report);
    assert_eq!(merged.conflicts, []);
    assert_eq!(save(&merged.report, theirs.revision, claire, 4).unwrap(), 3);
    let kept = db.look(|tx| visits::get(tx, id)).unwrap();
    assert_eq!((&*kept.report.competitors, &*kept.report.objections), ("Garonne PVC", "Le prix"));
    assert_eq!(db.look(|tx| visits::revision(tx, id, 4)), None);
    assert_eq!(db.look(check::run), []);
});

db_test!(the_reports_of_an_account_follow_it, |db| {
    let mut world = World::new(db);
    let (gone, kept) = (world.account(db, "Lambert").id, world.account(db, "Menuiserie Lambert").id);
    let (old, old_line) = world.report(db, gone);
    let (new, new_line) = world.report(db, kept);
    let new = VisitReport { on: date(2026, 9, 20), ..new };
    db.put(|tx| {
        visits::save(tx, &new, 0, new_line, None, MORNING)?;
        visits::save(tx, &old, 0, old_line, None, MORNING)?;
        accounts::merge(tx, gone, kept, MORNING)
    });
    let told: Vec<_> = db.look(|tx| visits::of_account(tx, kept)).into_iter().map(|v| v.report).collect();
    assert_eq!(told, [new.clone(), VisitReport { account: kept, ..old.clone() }]);
    assert_eq!(db.look(|tx| visits::revision(tx, old.id, 1)).unwrap().account, kept);
    assert_eq!(db.look(|tx| visits::by_event(tx, new_line)).unwrap().report, new);
    assert_eq!(db.look(check::run), []);
    assert!(db.put(|tx| visits::delete(tx, old.id)));
    assert!(!db.put(|tx| visits::delete(tx, old.id)));
});
