//! Paul Roux of Bordeaux, whose day has only so many hours.

use filon_core::meeting::{Clash, Meeting, MeetingState, Place, PlaceKind, clashes};
use filon_core::{Id, Moment};
use jiff::civil::date;
use proptest::prelude::*;

use crate::story::id;

const PAUL: u128 = 70;
const ANNE: u128 = 71;

/// A meeting of Paul's at a company, on Monday 16 November 2026.
fn meeting(number: u128, (hour, minute): (i8, i8), minutes: u32, postcode: &str) -> Meeting {
    let written = Moment::start_of(date(2026, 11, 2));
    Meeting {
        id: id(number),
        account: id(1),
        person: None,
        campaign: None,
        owner: Some(id(PAUL)),
        starts_at: Moment::at(date(2026, 11, 16).at(hour, minute, 0, 0)),
        minutes,
        place: Place { postcode: Some(postcode.to_owned()), ..Place::of_kind(PlaceKind::TheirPlace) },
        subject: "Présentation".into(),
        note: String::new(),
        state: MeetingState::Planned,
        sequence: 0,
        created_at: written,
        changed_at: written,
    }
}

fn overlap(number: u128) -> Clash {
    Clash::Overlap { with: id(number) }
}

fn travel(number: u128, needed_minutes: u32, free_minutes: u32) -> Clash {
    Clash::Travel { with: id(number), needed_minutes, free_minutes }
}

#[test]
fn two_meetings_at_one_hour_overlap_and_one_after_the_other_do_not() {
    let at_ten = |minutes| meeting(1, (10, 0), minutes, "33000");
    let new = Meeting { place: Place::of_kind(PlaceKind::Telephone), ..meeting(2, (11, 0), 30, "33000") };
    assert_eq!(clashes(&new, &[at_ten(60)]), []);
    assert_eq!(clashes(&new, &[at_ten(61)]), [overlap(1)]);
    let ends_at = |minutes| Meeting { minutes, ..new.clone() };
    let noon = meeting(3, (12, 0), 30, "33000");
    assert_eq!(clashes(&ends_at(60), std::slice::from_ref(&noon)), []);
    assert_eq!(clashes(&ends_at(61), &[noon]), [overlap(3)]);
    // No length was said: both at eleven still cannot be.
    assert_eq!(clashes(&ends_at(0), &[meeting(4, (11, 0), 0, "33000")]), [overlap(4)]);
}

#[test]
fn the_way_is_counted_to_the_minute_before_and_after() {
    let morning = meeting(1, (9, 0), 60, "33000");
    // 15 minutes within a postcode, 40 within a département.
    let next = |minute| meeting(2, (10, minute), 60, "33000");
    assert_eq!(clashes(&next(15), std::slice::from_ref(&morning)), []);
    assert_eq!(clashes(&next(14), std::slice::from_ref(&morning)), [travel(1, 15, 14)]);
    let next = |minute| meeting(2, (10, minute), 60, "33700");
    assert_eq!(clashes(&next(40), std::slice::from_ref(&morning)), []);
    assert_eq!(clashes(&next(39), std::slice::from_ref(&morning)), [travel(1, 40, 39)]);
    // The other way round: the new one comes before.
    let early = |minutes| meeting(3, (8, 0), minutes, "33700");
    assert_eq!(clashes(&early(20), std::slice::from_ref(&morning)), []);
    assert_eq!(clashes(&early(21), &[morning]), [travel(1, 40, 39)]);
}

#[test]
fn angouleme_at_ten_and_bordeaux_at_eleven_is_too_soon() {
    let angouleme = meeting(1, (10, 0), 30, "16000");
    let bordeaux = |hour| meeting(2, (hour, 0), 60, "33000");
    let found = clashes(&bordeaux(11), std::slice::from_ref(&angouleme));
    let [Clash::Travel { with, needed_minutes, free_minutes: 30 }] = found[..] else { panic!("{found:?}") };
    assert_eq!(with, id(1));
    assert!((110..140).contains(&needed_minutes), "{needed_minutes}");
    assert_eq!(clashes(&bordeaux(13), &[angouleme]), []);
}

#[test]
fn nobody_drives_to_a_telephone_nor_from_a_place_that_was_not_said() {
    let angouleme = meeting(1, (10, 0), 30, "16000");
    let soon = meeting(2, (10, 30), 30, "33000");
    let at = |place| Meeting { place, ..soon.clone() };
    for kind in [PlaceKind::Telephone, PlaceKind::Video] {
        let place = Place { kind, ..soon.place.clone() };
        assert_eq!(clashes(&at(place), std::slice::from_ref(&angouleme)), [], "{kind:?}");
    }
    assert_eq!(clashes(&at(Place::of_kind(PlaceKind::OurPlace)), std::slice::from_ref(&angouleme)), []);
    assert_ne!(clashes(&soon, &[angouleme]), []);
}

#[test]
fn only_what_takes_pauls_own_time_counts() {
    let new = meeting(2, (10, 0), 60, "33000");
    let other = |state, owner: Option<u128>| Meeting {
        state,
        owner: owner.map(id),
        ..meeting(1, (10, 0), 60, "33000")
    };
    for (state, owner, clashing) in [
        (MeetingState::Planned, Some(PAUL), true),
        (MeetingState::Planned, None, true),
        (MeetingState::Planned, Some(ANNE), false),
        (MeetingState::Held, Some(PAUL), true),
        (MeetingState::Missed, Some(PAUL), false),
        (MeetingState::Cancelled, Some(PAUL), false),
    ] {
        let found = clashes(&new, &[other(state, owner)]);
        assert_eq!(!found.is_empty(), clashing, "{state:?} {owner:?}");
    }
    // Moved by an hour, it does not stand in its own way.
    assert_eq!(clashes(&new, &[meeting(2, (9, 30), 60, "33000")]), []);
}

#[test]
fn warnings_come_in_the_order_of_the_day() {
    let new = meeting(9, (10, 0), 120, "33000");
    let others =
        [meeting(3, (12, 5), 30, "33000"), meeting(2, (11, 0), 30, "33000"), meeting(1, (9, 0), 60, "33000")];
    assert_eq!(clashes(&new, &others), [travel(1, 15, 0), overlap(2), travel(3, 15, 5)]);
}

#[test]
fn a_meeting_is_kept_as_json() {
    let kept = serde_json::to_string(&meeting(1, (10, 0), 60, "33000")).unwrap();
    assert_eq!(serde_json::from_str::<Meeting>(&kept).unwrap(), meeting(1, (10, 0), 60, "33000"));
    let place: Place = serde_json::from_str(r#"{"kind":"video"}"#).unwrap();
    assert_eq!(place, Place::of_kind(PlaceKind::Video));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// If one stands in the way of the other, the other stands in its way, for the same reason.
    #[test]
    fn a_clash_is_mutual(
        first in (0..24i8, 0..60i8, 0..200u32, 0..4usize),
        second in (0..24i8, 0..60i8, 0..200u32, 0..4usize),
    ) {
        let towns = ["33000", "33700", "16000", "75001"];
        let made = |number, (hour, minute, minutes, town): (i8, i8, u32, usize)| {
            meeting(number, (hour, minute), minutes, towns[town])
        };
        let (first, second) = (made(1, first), made(2, second));
        let turned = |clash: Clash, with: Id| match clash {
            Clash::Overlap { .. } => Clash::Overlap { with },
            Clash::Travel { needed_minutes, free_minutes, .. } => {
                Clash::Travel { with, needed_minutes, free_minutes }
            }
        };
        let one_way: Vec<Clash> = clashes(&first, std::slice::from_ref(&second));
        let other_way = clashes(&second, std::slice::from_ref(&first));
        prop_assert_eq!(one_way.iter().map(|clash| turned(*clash, first.id)).collect::<Vec<_>>(), other_way);
    }
}
