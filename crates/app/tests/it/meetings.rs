//! Meetings: warned of, confirmed, moved, held or missed; read by a calendar that nobody here wrote.

use filon_app::follow_ups::{self, NewFollowUp};
use filon_app::meetings::{self, NewMeeting};
use filon_app::{ErrorKind, today};
use filon_core::Id;
use filon_core::follow_up::FollowUpKind;
use filon_core::meeting::{MeetingState, Place, PlaceKind};
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, EventLike};
use jiff::civil::{date, time};

use crate::app_test;
use crate::world::World;

const PEOPLE: &str = "Référence;Société;Civilité;Nom;Téléphone;Adresse;CP;Ville\n\
    A1;Alpha;Mme;Roux;0556000001;1 rue Haute;33000;Bordeaux\n\
    B1;Beta;M.;Noll;0478000001;2 rue Basse;69001;Lyon\n";

fn account(world: &World, name: &str) -> Id {
    world.list(name).accounts[0].id.parse().unwrap()
}

fn at(account: Id, postcode: &str, city: &str, hour: i8) -> NewMeeting {
    let place = Place {
        lines: vec!["1 rue Haute".into()],
        postcode: Some(postcode.into()),
        city: Some(city.into()),
        ..Place::of_kind(PlaceKind::TheirPlace)
    };
    NewMeeting { place, ..crate::calls::meeting(account, date(2026, 12, 3), hour) }
}

app_test!(the_way_between_two_meetings_is_warned_of, |world| {
    world.import("p.csv", PEOPLE);
    let nadia = world.caller("Nadia");
    let (alpha, beta) = (account(world, "Alpha"), account(world, "Beta"));
    let booked = meetings::book(&world.app, &nadia, &at(alpha, "33000", "Bordeaux", 10)).unwrap();
    assert_eq!(booked.warnings, [] as [String; 0]);
    assert!(booked.confirmation.starts_with("Madame Roux,"), "{}", booked.confirmation);
    assert!(booked.confirmation.contains("10\u{202f}h") && booked.confirmation.contains("1 rue Haute"));
    let far = meetings::check(&world.app, &nadia, &at(beta, "69001", "Lyon", 14)).unwrap();
    assert!(far.warnings[0].contains("Alpha") && far.warnings[0].contains("3 h"), "{:?}", far.warnings);
    let same = meetings::check(&world.app, &nadia, &at(beta, "33000", "Bordeaux", 10)).unwrap();
    assert!(same.warnings[0].starts_with("Chevauche"), "{:?}", same.warnings);
    let elsewhere =
        meetings::check(&world.app, &world.caller("Karim"), &at(beta, "69001", "Lyon", 14)).unwrap();
    assert_eq!(elsewhere.warnings, [] as [String; 0], "somebody else goes there");
    let christmas = NewMeeting { on: date(2026, 12, 25), ..at(beta, "69001", "Lyon", 14) };
    assert!(meetings::check(&world.app, &nadia, &christmas).unwrap().warnings[0].contains("férié"));
    let past = NewMeeting { on: date(2026, 11, 24), ..at(beta, "69001", "Lyon", 9) };
    assert_eq!(meetings::book(&world.app, &nadia, &past).unwrap_err().kind, ErrorKind::Usage);
});

app_test!(a_meeting_goes_its_way_and_each_step_can_be_taken_back, |world| {
    world.import("p.csv", PEOPLE);
    let alpha = account(world, "Alpha");
    let id = meetings::book(&world.app, &world.me, &at(alpha, "33000", "Bordeaux", 10)).unwrap().id;
    let open = || -> Vec<(jiff::civil::Date, String)> {
        let rows = follow_ups::list(&world.app, &world.me, date(2027, 1, 1)).unwrap();
        rows.into_iter().map(|row| (row.on, row.note.unwrap_or_default())).collect()
    };
    assert_eq!(open()[0].0, date(2026, 12, 2), "confirmed the working day before");
    meetings::move_to(&world.app, &world.me, id, date(2026, 12, 7), time(15, 0, 0, 0), 45).unwrap();
    assert_eq!(open()[0].0, date(2026, 12, 4));
    let state = || meetings::show(&world.app, &world.me, id).unwrap().state;

    let early = [meetings::held(&world.app, &world.me, id), meetings::missed(&world.app, &world.me, id)];
    for early in early.map(Result::unwrap_err) {
        assert!(early.kind == ErrorKind::Refused && early.message.contains("7 décembre"), "{early}");
    }
    // Marked on the Wednesday, dated the Monday on which it was.
    world.clock_says(date(2026, 12, 9).at(9, 0, 0, 0));
    meetings::missed(&world.app, &world.me, id).unwrap();
    let journal = || filon_app::accounts::fiche(&world.app, &world.me, alpha).unwrap().timeline;
    let on = |kind| journal().into_iter().find(|row| row.kind == kind).unwrap().on;
    assert_eq!(on(filon_core::EventKind::MeetingMissed), date(2026, 12, 7));
    assert!(state() == MeetingState::Missed && open()[0].1.contains("manqué"), "{:?}", open());
    assert_eq!(meetings::held(&world.app, &world.me, id).unwrap_err().kind, ErrorKind::Conflict);
    meetings::undo(&world.app, &world.me, id).unwrap();
    assert!(state() == MeetingState::Planned && open().is_empty(), "nothing to confirm any more");
    world.wait(60);

    meetings::cancel(&world.app, &world.me, id).unwrap();
    assert_eq!((state(), world.count("rendez-vous:*")), (MeetingState::Cancelled, 0));
    let ics = String::from_utf8(meetings::ics(&world.app, &world.me, id).unwrap()).unwrap();
    assert!(ics.contains("STATUS:CANCELLED"), "{ics}");
    meetings::undo(&world.app, &world.me, id).unwrap();
    assert_eq!((state(), world.count("rendez-vous:*")), (MeetingState::Planned, 1));
    world.wait(60);
    meetings::held(&world.app, &world.me, id).unwrap();
    assert_eq!((state(), on(filon_core::EventKind::MeetingHeld)), (MeetingState::Held, date(2026, 12, 7)));
    assert_eq!(meetings::undo(&world.app, &world.me, id), Ok(()));
    assert_eq!(meetings::undo(&world.app, &world.me, id).unwrap_err().kind, ErrorKind::Conflict);
    world.nothing_differs();
});

app_test!(the_agenda_shows_meetings_follow_ups_and_holidays, |world| {
    world.import("p.csv", PEOPLE);
    let nadia = world.caller("Nadia");
    let alpha = account(world, "Alpha");
    meetings::book(&world.app, &nadia, &at(alpha, "33000", "Bordeaux", 10)).unwrap();
    let call = NewFollowUp {
        time: Some(time(11, 30, 0, 0)),
        note: "Devis".into(),
        ..NewFollowUp::new(alpha, date(2026, 12, 4), FollowUpKind::Quote)
    };
    let relance = follow_ups::add(&world.app, &nadia, &call).unwrap();
    let week =
        meetings::agenda(&world.app, &nadia, date(2026, 11, 30), date(2026, 12, 6), nadia.user).unwrap();
    assert_eq!((week.days.len(), week.days[3].meetings.len(), week.days[2].follow_ups.len()), (7, 1, 1));
    let friday = &week.days[4].follow_ups[0];
    assert_eq!((friday.time, friday.owner.as_deref()), (Some(time(11, 30, 0, 0)), Some("Nadia")));
    let karim = world.caller("Karim");
    let his =
        meetings::agenda(&world.app, &karim, date(2026, 11, 30), date(2026, 12, 6), karim.user).unwrap();
    assert!(his.days.iter().all(|day| day.meetings.is_empty() && day.follow_ups.is_empty()));
    let december =
        meetings::agenda(&world.app, &nadia, date(2026, 12, 20), date(2026, 12, 31), None).unwrap();
    assert_eq!(december.days[5].holiday.as_deref(), Some("Noël"));
    assert!(meetings::agenda(&world.app, &nadia, date(2026, 12, 6), date(2026, 11, 30), None).is_err());

    assert_eq!(follow_ups::postpone(&world.app, &nadia, relance, 3).unwrap(), date(2026, 11, 27));
    follow_ups::move_to(&world.app, &nadia, relance, date(2026, 12, 4)).unwrap();
    world.clock_says(date(2026, 12, 1).at(9, 0, 0, 0));
    let today = today::today(&world.app, &nadia).unwrap();
    assert!(today.meetings.iter().any(|row| row.meeting.is_some() && row.time == Some(time(10, 0, 0, 0))));
    world.clock_says(date(2026, 12, 5).at(9, 0, 0, 0));
    let late = follow_ups::list(&world.app, &nadia, date(2026, 12, 5)).unwrap();
    assert!(late.iter().all(|row| row.overdue) && late.len() == 2);
});

app_test!(the_private_feed_is_read_by_a_calendar, |world| {
    world.import("p.csv", PEOPLE);
    let nadia = world.caller("Nadia");
    let alpha = account(world, "Alpha");
    let id = meetings::book(&world.app, &nadia, &at(alpha, "33000", "Bordeaux", 10)).unwrap().id;
    let call = NewFollowUp {
        time: Some(time(11, 30, 0, 0)),
        note: "Devis; à relancer, vite\nou pas".into(),
        ..NewFollowUp::new(alpha, date(2026, 12, 4), FollowUpKind::Call)
    };
    follow_ups::add(&world.app, &nadia, &call).unwrap();
    assert!(!meetings::has_feed(&world.app, &nadia).unwrap());
    let token = meetings::new_feed(&world.app, &nadia).unwrap();
    let text = String::from_utf8(meetings::feed(&world.app, &token).unwrap().unwrap()).unwrap();
    let calendar: Calendar = text.parse().unwrap();
    let events: Vec<&icalendar::Event> = calendar.events().collect();
    assert_eq!(events.len(), 2, "{text}");
    assert_eq!(events[0].get_summary(), Some("Rendez-vous\u{202f}: Alpha"));
    assert!(events[0].get_location().unwrap().contains("1 rue Haute, 33000 Bordeaux"));
    assert!(events[1].get_description().unwrap().ends_with("Devis; à relancer, vite\nou pas"));
    let Some(DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid })) =
        events[0].get_start()
    else {
        panic!("a local time of France: {text}")
    };
    assert_eq!((date_time.to_string().as_str(), tzid.as_str()), ("2026-12-03 10:00:00", "Europe/Paris"));
    let one = String::from_utf8(meetings::ics(&world.app, &nadia, id).unwrap()).unwrap();
    assert_eq!(one.parse::<Calendar>().unwrap().events().count(), 1);

    let second = meetings::new_feed(&world.app, &nadia).unwrap();
    assert_eq!(meetings::feed(&world.app, &token).unwrap(), None, "a new address ends the old one");
    assert!(meetings::feed(&world.app, &second).unwrap().is_some());
    let karim = meetings::new_feed(&world.app, &world.caller("Karim")).unwrap();
    let his = String::from_utf8(meetings::feed(&world.app, &karim).unwrap().unwrap()).unwrap();
    assert!(!his.contains("BEGIN:VEVENT"), "what is Nadia's is not his");
    filon_app::users::add(&world.app, &world.me, "Odile", filon_app::users::Role::Owner).unwrap();
    filon_app::users::disable(&world.app, &world.me, nadia.user.unwrap()).unwrap();
    assert_eq!(meetings::feed(&world.app, &second).unwrap(), None, "who may not come in reads nothing");
    meetings::revoke_feed(&world.app, &nadia).unwrap();
    assert_eq!(meetings::feed(&world.app, "0123").unwrap(), None);
});
