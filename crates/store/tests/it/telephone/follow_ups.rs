//! Follow-ups with an hour, closed by a call and opened again.

use filon_core::call::{FollowUpReason, Progress};
use filon_core::follow_up::FollowUpKind;
use filon_core::{CallOutcome, Id, Moment};
use filon_store::follow_ups::{self, FollowUp};
use jiff::civil::{Date, date};

use super::world::World;
use crate::db_test;
use crate::support::{DAY, MORNING};

fn call(id: Id, account: Id, due_on: Date, hour: Option<i8>) -> FollowUp {
    FollowUp {
        id,
        account,
        due_on,
        due_at: hour.map(|hour| Moment::at(due_on.at(hour, 30, 0, 0))),
        kind: FollowUpKind::Call,
        channel: None,
        reason: Some(FollowUpReason::Asked),
        note: String::new(),
        campaign: None,
        owner: None,
        done_on: None,
        created_at: MORNING,
    }
}

db_test!(hours_order_a_day_and_a_week_shows_what_is_open, |db| {
    let mut world = World::new(db);
    let (lambert, roux) = (world.account(db, "Lambert").id, world.account(db, "Roux").id);
    let mut next = |account, on, hour| call(world.teller.id(), account, on, hour);
    let late = next(lambert, DAY, Some(16));
    let early = next(roux, DAY, Some(9));
    let sometime = next(lambert, DAY, None);
    let of_karim = FollowUp { owner: Some(world.karim), ..next(roux, date(2026, 9, 4), Some(11)) };
    let done = FollowUp { done_on: Some(DAY), ..next(roux, date(2026, 9, 2), None) };
    let all = [&late, &early, &sometime, &of_karim, &done];
    db.put(|tx| all.into_iter().try_for_each(|follow_up| follow_ups::insert(tx, follow_up)));

    let ordered = [sometime.clone(), early.clone(), late.clone()];
    assert_eq!(db.look(|tx| follow_ups::due(tx, DAY, None)), ordered);
    let week = db.look(|tx| follow_ups::between(tx, DAY, date(2026, 9, 7), None));
    assert_eq!(week, [&ordered[..], std::slice::from_ref(&of_karim)].concat());
    let of_him = db.look(|tx| follow_ups::between(tx, DAY, date(2026, 9, 7), Some(world.karim)));
    assert_eq!(of_him, std::slice::from_ref(&of_karim));
    let ten = Moment::at(DAY.at(10, 0, 0, 0));
    assert_eq!(db.look(|tx| follow_ups::with_hours(tx, ten, None)), [late.clone(), of_karim.clone()]);
    assert_eq!(
        db.look(|tx| follow_ups::with_hours(tx, ten, Some(world.karim))),
        std::slice::from_ref(&of_karim)
    );
    let nobody = world.account(db, "Nobody").id;
    let open = db.look(|tx| follow_ups::open_of(tx, &[lambert, roux, lambert, nobody]));
    assert_eq!(open, [(lambert, vec![sometime, late]), (roux, vec![early, of_karim])].into());
});

db_test!(a_call_closes_what_was_open_and_taken_back_opens_only_that, |db| {
    let mut world = World::new(db);
    let lambert = world.account(db, "Menuiserie Lambert").id;
    let mut next = |done| FollowUp { done_on: done, ..call(world.teller.id(), lambert, DAY, None) };
    let (first, second, done) = (next(None), next(None), next(Some(date(2026, 8, 1))));
    db.put(|tx| {
        [&first, &second, &done].into_iter().try_for_each(|follow_up| follow_ups::insert(tx, follow_up))
    });
    let made = world.called(db, lambert, CallOutcome::NoAnswer, "no_answer", Progress::NotReached);
    assert_eq!(db.put(|tx| follow_ups::close_by(tx, lambert, DAY, made.event)), 2);
    assert_eq!(db.look(|tx| follow_ups::due(tx, Date::MAX, None)), []);
    // One of them is opened by hand, done again, and no longer the call's.
    let by_hand = FollowUp { done_on: Some(date(2026, 9, 2)), ..second.clone() };
    db.put(|tx| {
        follow_ups::update(tx, &second)?;
        follow_ups::update(tx, &by_hand)
    });
    assert_eq!(db.put(|tx| follow_ups::reopen_by(tx, made.event)), 1);
    assert_eq!(db.look(|tx| follow_ups::due(tx, Date::MAX, None)), [first]);
    assert_eq!(db.look(|tx| follow_ups::get(tx, second.id)), Some(by_hand));
    assert_eq!(db.look(|tx| follow_ups::get(tx, done.id)), Some(done));
});
