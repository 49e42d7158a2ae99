//! Reports of visits, written without a network and sent twice.

use filon_app::visits::{self, Saved};
use filon_app::{follow_ups, meetings};
use filon_core::meeting::MeetingState;
use filon_core::visit::{VisitField, VisitNext, VisitReport};
use jiff::civil::date;

use crate::app_test;

app_test!(a_report_saved_twice_is_there_once_and_conflicts_are_told_in_words, |world| {
    world.import("p.csv", "Société;Nom;Téléphone;CP;Ville\nAlpha;Roux;0556000001;33000;Bordeaux\n");
    let nadia = world.caller("Nadia");
    let account = world.list("alpha").accounts[0].id.parse().unwrap();
    let new = crate::calls::meeting(account, date(2026, 11, 25), 10);
    let meeting = meetings::book(&world.app, &nadia, &new).unwrap().id;
    world.clock_says(date(2026, 11, 25).at(12, 0, 0, 0));
    let blank = visits::blank(&world.app, &nadia, account, Some(meeting)).unwrap();
    assert_eq!((blank.revision, blank.account_name.as_str()), (0, "Alpha"));
    assert_eq!(
        (blank.report.place.as_str(), blank.report.subject.as_str()),
        ("Bordeaux", "Fenêtres isolantes")
    );
    let report = VisitReport {
        needs: "Douze fenêtres".into(),
        next_step: Some(VisitNext { who: None, what: "Envoyer le devis".into(), on: date(2026, 11, 30) }),
        probability: Some(60),
        ..blank.report
    };
    let first = visits::save(&world.app, &nadia, &report, 0).unwrap();
    assert_eq!(first, Saved::Kept { id: report.id, revision: 1 });
    // The answer was lost on the way: the same report is sent again.
    assert_eq!(visits::save(&world.app, &nadia, &report, 0).unwrap(), first);
    assert_eq!(world.count("événement:visite"), 1);
    assert_eq!(meetings::show(&world.app, &nadia, meeting).unwrap().state, MeetingState::Held);
    let planned = follow_ups::list(&world.app, &nadia, date(2027, 1, 1)).unwrap();
    assert_eq!((planned.len(), planned[0].note.as_deref()), (1, Some("Envoyer le devis")));

    // At the office somebody fills in the competitors and corrects the needs; on the road Nadia too.
    let office =
        VisitReport {
            competitors: "Baies du Sud".into(), needs: "Treize fenêtres".into(), ..report.clone()
        };
    let karim = world.caller("Karim");
    assert_eq!(
        visits::save(&world.app, &karim, &office, 1).unwrap(),
        Saved::Kept { id: report.id, revision: 2 }
    );
    let road =
        VisitReport { note: "Chien méchant".into(), needs: "Quatorze fenêtres".into(), ..report.clone() };
    let Saved::Conflict { report: merged, revision, conflicts } =
        visits::save(&world.app, &nadia, &road, 1).unwrap()
    else {
        panic!("both changed the needs")
    };
    assert_eq!((revision, conflicts.len(), conflicts[0].field), (2, 1, VisitField::Needs));
    assert_eq!(
        (conflicts[0].label, conflicts[0].mine.as_str(), conflicts[0].theirs.as_str()),
        ("Besoins", "Quatorze fenêtres", "Treize fenêtres")
    );
    assert_eq!((merged.competitors.as_str(), merged.note.as_str()), ("Baies du Sud", "Chien méchant"));
    let settled =
        VisitReport { needs: "Quatorze fenêtres, dont une ronde".into(), on: date(2026, 11, 24), ..merged };
    assert_eq!(
        visits::save(&world.app, &nadia, &settled, 2).unwrap(),
        Saved::Kept { id: report.id, revision: 3 }
    );
    let kept = visits::list(&world.app, &nadia, account).unwrap();
    assert_eq!((kept.len(), &kept[0].report), (1, &settled));
    assert_eq!((world.count("contacté:2026-11-24"), world.count("contacté:2026-11-25")), (1, 0));
    assert_eq!(follow_ups::list(&world.app, &nadia, date(2027, 1, 1)).unwrap().len(), 1);
    assert_eq!(visits::get(&world.app, &nadia, report.id).unwrap().by.as_deref(), Some("Nadia"));
    world.nothing_differs();
});
