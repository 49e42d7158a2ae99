//! Meetings, and the addresses of calendars.

use filon_core::meeting::{Meeting, MeetingState};
use filon_store::feed_tokens::{self, FeedToken};
use filon_store::meetings::{self, Booked};
use filon_store::{StoreError, accounts, check};

use super::world::{World, later};
use crate::db_test;
use crate::support::MORNING;

db_test!(a_meeting_is_booked_moved_held_and_listed, |db| {
    let mut world = World::new(db);
    let (lambert, roux) = (world.account(db, "Lambert").id, world.account(db, "Roux").id);
    let late = world.booked(db, lambert, 600);
    let early = world.booked(db, roux, 120);
    let of_karim =
        Booked { meeting: Meeting { owner: Some(world.karim), ..early.meeting.clone() }, event: early.event };
    db.put(|tx| meetings::update(tx, &of_karim));
    let between = |from, to, owner| db.look(|tx| meetings::between(tx, from, to, owner));
    assert_eq!(between(MORNING, later(601), None), [of_karim.clone(), late.clone()]);
    assert_eq!(between(later(120), later(600), None), std::slice::from_ref(&of_karim));
    assert_eq!(between(MORNING, later(999), Some(world.claire)), std::slice::from_ref(&late));
    assert_eq!(db.look(|tx| meetings::by_event(tx, late.event)), Some(late.clone()));

    let moved = Booked {
        meeting: Meeting {
            starts_at: later(660),
            state: MeetingState::Cancelled,
            sequence: 1,
            changed_at: later(5),
            ..late.meeting.clone()
        },
        ..late
    };
    db.put(|tx| meetings::update(tx, &moved));
    assert_eq!(db.look(|tx| meetings::get(tx, moved.meeting.id)), Some(moved.clone()));
    assert_eq!(between(later(660), later(661), None).len(), 1, "calendars hear of what was called off");

    db.put(|tx| accounts::merge(tx, roux, lambert, MORNING));
    let told = db.look(|tx| meetings::of_account(tx, lambert));
    assert_eq!(
        told.iter().map(|booked| booked.meeting.id).collect::<Vec<_>>(),
        [early.meeting.id, moved.meeting.id]
    );
    assert!(db.put(|tx| meetings::delete(tx, early.meeting.id)));
    assert!(!db.put(|tx| meetings::delete(tx, early.meeting.id)));
    let refused = db.write(|tx| meetings::update(tx, &early)).unwrap_err();
    assert!(matches!(refused, StoreError::NotFound { .. }), "{refused:?}");
    assert_eq!(db.look(check::run), []);
});

db_test!(a_feed_is_found_until_it_is_revoked, |db| {
    let world = World::new(db);
    let token =
        |hash: &str, user| FeedToken { token_hash: hash.into(), user, created_at: MORNING, revoked_at: None };
    let (hers, nobodys) = (token("aa", Some(world.claire)), token("bb", None));
    db.put(|tx| [&hers, &nobodys].into_iter().try_for_each(|token| feed_tokens::insert(tx, token)));
    assert_eq!(db.look(|tx| feed_tokens::find(tx, "aa")), Some(hers.clone()));
    assert_eq!(db.look(|tx| feed_tokens::find(tx, "cc")), None);
    assert_eq!(db.look(|tx| feed_tokens::of_user(tx, Some(world.claire))), Some(hers));
    assert_eq!(db.look(|tx| feed_tokens::of_user(tx, Some(world.karim))), None);
    assert!(db.put(|tx| feed_tokens::revoke(tx, Some(world.claire), later(1))));
    assert!(!db.put(|tx| feed_tokens::revoke(tx, Some(world.claire), later(2))));
    assert_eq!(db.look(|tx| feed_tokens::find(tx, "aa")), None);
    assert_eq!(db.look(|tx| feed_tokens::of_user(tx, None)), Some(nobodys));
});
