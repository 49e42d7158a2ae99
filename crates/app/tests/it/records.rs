//! Outcomes: in bulk, one by one, and taken back.

use filon_app::journal::{NewEvent, NewFollowUp, record_one, void};
use filon_app::{ErrorKind, follow_ups};
use filon_core::EventKind;
use jiff::civil::date;

use crate::app_test;

const PEOPLE: &str =
    "Référence;Société;Email;CP;Ville\nA1;Alpha;a@alpha.fr;33000;Bordeaux\nB1;Beta;b@beta.fr;69001;Lyon\n";

app_test!(the_same_outcomes_recorded_twice_are_there_once, |world| {
    world.import("p.csv", PEOPLE);
    let text = "Fiche;Événement;Date;Montant;Marge;Note\n\
                A1;rendez-vous;12/11/2026;;;chez eux\nA1;appel;12/11/2026;;;\na@ALPHA.fr;appel;12/11/2026;;;\n\
                b@beta.fr;commande;2026-11-20;1 234,50 €;400;\n";
    let first = world.record(text, None);
    assert_eq!((first.rows, first.recorded), (4, 4), "{first:?}");
    assert_eq!(world.record(text, None).recorded, 0);
    let more = format!("{text}A1;appel;12/11/2026;;;\n");
    assert_eq!(world.record(&more, None).recorded, 1, "a third call of the day is another call");
    assert_eq!(world.count("stage:client"), 1);
    world.nothing_differs();
});

app_test!(wrong_outcomes_are_listed_and_the_others_recorded, |world| {
    world.import("p.csv", PEOPLE);
    let answer = world.record(
        "account;event;date;amount\nA1;order;2026-11-01;100\nZ9;order;2026-11-01;1\nA1;comande;2026-11-01;\n\
         A1;order;31/02/2026;1\nA1;order;2031-01-01;1\nA1;order;2026-11-01;-5\nA1;order;2026-11-01;beaucoup\nA1;;2026-11-01;\n",
        None,
    );
    let rejected: Vec<(usize, &str)> =
        answer.rejected.iter().map(|row| (row.row, row.column.as_deref().unwrap())).collect();
    assert_eq!(answer.recorded, 1, "{answer:?}");
    let expected =
        [(3, "account"), (4, "event"), (5, "date"), (6, "date"), (7, "amount"), (8, "amount"), (9, "event")];
    assert_eq!(rejected, expected);
    assert!(answer.rejected[1].message.contains("commande"), "{}", answer.rejected[1].message);
});

app_test!(an_event_can_be_taken_back_with_what_it_planned, |world| {
    world.import("p.csv", PEOPLE);
    let account = world.list("alpha").accounts[0].id.parse().unwrap();
    let meeting = NewEvent {
        follow_up: Some(NewFollowUp { on: date(2026, 11, 26), note: Some("à 10 h".into()) }),
        ..NewEvent::new(account, EventKind::MeetingSet)
    };
    let id = record_one(&world.app, &world.me, &meeting).unwrap();
    let today = filon_app::today::today(&world.app, &world.me).unwrap();
    assert_eq!((today.meetings.len(), today.due.len(), today.is_empty_base), (1, 0, false));
    assert_eq!(today.meetings[0].note.as_deref(), Some("à 10 h"));
    void(&world.app, &world.me, id).unwrap();
    assert_eq!(void(&world.app, &world.me, id).unwrap_err().kind, ErrorKind::Conflict);
    assert_eq!(follow_ups::list(&world.app, &world.me, date(2030, 1, 1)).unwrap(), []);
    assert_eq!(world.count("rendez-vous:*"), 0);
    world.nothing_differs();
});

app_test!(a_form_sent_twice_answers_the_same_line, |world| {
    world.import("p.csv", PEOPLE);
    let account = world.list("alpha").accounts[0].id.parse().unwrap();
    let key = Some("formulaire-1".to_owned());
    let meeting = NewEvent { idempotency: key, ..NewEvent::new(account, EventKind::MeetingSet) };
    let first = record_one(&world.app, &world.me, &meeting).unwrap();
    world.wait(3);
    assert_eq!(record_one(&world.app, &world.me, &meeting).unwrap(), first);
    void(&world.app, &world.me, first).unwrap();
    assert_eq!(world.count("rendez-vous:*"), 0, "one line was there to take back");
});

app_test!(a_mistaken_objection_can_be_taken_back, |world| {
    world.import("p.csv", PEOPLE);
    let account = world.list("alpha").accounts[0].id.parse().unwrap();
    let id = record_one(&world.app, &world.me, &NewEvent::new(account, EventKind::OptedOut)).unwrap();
    assert_eq!(world.count("optout:*"), 1);
    void(&world.app, &world.me, id).unwrap();
    assert_eq!(world.count("optout:*"), 0);
    world.import("again.csv", "Société;Email;CP\nAlpha bis;x@alpha.fr;33000\n");
    assert_eq!(world.count("optout:*"), 0, "the suppression list forgot the mistake too");
});
