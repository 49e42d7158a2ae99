//! The journal and what is derived of it.

use filon_core::journal::{Standing, standing};
use filon_core::{Event, EventKind, Stage};
use filon_store::{StoreError, accounts, check, events};
use jiff::civil::date;
use proptest::prelude::*;

use crate::db_test;
use crate::support::{DAY, Teller, TestDb};

db_test!(a_line_is_never_changed_nor_deleted, |db| {
    let mut teller = Teller::new();
    let lambert = teller.settled(db, "Menuiserie Lambert");
    let letter = Event {
        note: Some("Offre d’été".into()),
        ..teller.event(lambert.id, EventKind::LetterPosted, DAY)
    };
    db.put(|tx| events::append(tx, std::slice::from_ref(&letter)));
    for sql in [
        "UPDATE events SET day = '2020-01-01'",
        "UPDATE events SET amount = 1",
        "UPDATE events SET kind = 'note', voided_by = NULL",
        "DELETE FROM events",
    ] {
        let refused = db.tamper(sql).unwrap_err();
        assert!(refused.contains("journal line is never"), "{refused}");
    }
    assert_eq!(db.look(|tx| events::of_account(tx, lambert.id)), [letter]);
});

db_test!(a_line_comes_back_as_it_was_written, |db| {
    let mut teller = Teller::new();
    let lambert = teller.settled(db, "Menuiserie Lambert");
    let line = Event {
        person: Some(teller.id()),
        channel: Some(filon_core::Channel::Phone),
        at: Some(crate::support::MORNING),
        outcome: Some(filon_core::CallOutcome::CallBack),
        minutes: Some(7),
        kilometres: Some(0),
        amount: Some(-1),
        margin: Some(i64::MAX),
        note: Some("Rappeler « jeudi »\n\t\\N".into()),
        ..teller.event(lambert.id, EventKind::CallMade, DAY)
    };
    db.put(|tx| events::append(tx, std::slice::from_ref(&line)));
    assert_eq!(db.look(|tx| events::get(tx, line.id)), Some(line.clone()));
    assert_eq!(db.look(|tx| events::latest(tx, 5)), [line]);
});

db_test!(the_stage_follows_the_journal_in_the_same_transaction, |db| {
    let mut teller = Teller::new();
    let lambert = teller.settled(db, "Menuiserie Lambert");
    let order = Event {
        amount: Some(120_000),
        margin: Some(45_000),
        ..teller.event(lambert.id, EventKind::OrderPlaced, date(2026, 9, 20))
    };
    let letter = teller.event(lambert.id, EventKind::LetterPosted, DAY);
    db.put(|tx| {
        events::append(tx, &[letter.clone(), order.clone()])?;
        let standing = accounts::get(tx, lambert.id)?.unwrap().standing;
        assert_eq!((standing.stage, standing.revenue, standing.margin), (Stage::Client, 120_000, 45_000));
        assert_eq!(standing.last_contact_on, Some(DAY));
        Ok(())
    });
    let undone =
        Event { voids: Some(order.id), ..teller.event(lambert.id, EventKind::Voided, date(2026, 9, 21)) };
    db.put(|tx| events::append(tx, std::slice::from_ref(&undone)));
    let standing = db.look(|tx| accounts::get(tx, lambert.id)).unwrap().standing;
    assert_eq!((standing.stage, standing.orders, standing.first_order_on), (Stage::Prospect, 0, None));
});

db_test!(a_file_recorded_twice_records_nothing_twice, |db| {
    let mut teller = Teller::new();
    let lambert = teller.settled(db, "Menuiserie Lambert");
    let mut line = |key: &str| {
        let order = Event {
            amount: Some(500),
            ..teller.event(lambert.id, EventKind::OrderPlaced, date(2026, 9, 20))
        };
        (key.to_owned(), order)
    };
    let first = [line("résultats.csv:2"), line("résultats.csv:3"), line("résultats.csv:2")];
    assert_eq!(db.put(|tx| events::append_once(tx, &first)), [true, true, false]);
    let second = [line("résultats.csv:3"), line("résultats.csv:4")];
    assert_eq!(db.put(|tx| events::append_once(tx, &second)), [false, true]);
    let standing = db.look(|tx| accounts::get(tx, lambert.id)).unwrap().standing;
    assert_eq!((standing.orders, standing.revenue), (3, 1_500));
});

db_test!(a_line_of_nobody_and_a_foreign_correction_are_refused, |db| {
    let mut teller = Teller::new();
    let lambert = teller.settled(db, "Menuiserie Lambert");
    let roux = teller.settled(db, "Ferronnerie Roux");
    let order = teller.event(lambert.id, EventKind::OrderPlaced, DAY);
    db.put(|tx| events::append(tx, std::slice::from_ref(&order)));

    let nobody = teller.id();
    let stray = teller.event(nobody, EventKind::Note, DAY);
    let refused = db.write(|tx| events::append(tx, std::slice::from_ref(&stray))).unwrap_err();
    assert!(matches!(refused, StoreError::NotFound { what: "account", .. }), "{refused:?}");

    let foreign = Event { voids: Some(order.id), ..teller.event(roux.id, EventKind::Voided, DAY) };
    let refused = db.write(|tx| events::append(tx, std::slice::from_ref(&foreign))).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict { .. }), "{refused:?}");

    let missing = Event { voids: Some(nobody), ..teller.event(roux.id, EventKind::Voided, DAY) };
    let refused = db.write(|tx| events::append(tx, std::slice::from_ref(&missing))).unwrap_err();
    assert!(matches!(refused, StoreError::NotFound { what: "event", .. }), "{refused:?}");
    assert_eq!(db.look(|tx| events::latest(tx, 9)).len(), 1);
});

/// Kind, day and perhaps an earlier line to take back, of one of three accounts.
fn journal() -> impl Strategy<Value = Vec<(usize, usize, i8, i64, Option<prop::sample::Index>)>> {
    let line = (
        0..3_usize,
        0..EventKind::ALL.len(),
        0..40_i8,
        0..1_000_i64,
        prop::option::weighted(0.2, any::<prop::sample::Index>()),
    );
    prop::collection::vec(line, 0..25)
}

fn standings_are_folds(db: &TestDb) {
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let teller = std::cell::RefCell::new(Teller::new());
    let outcome = runner.run(&(journal(), 0..25_usize), |(lines, cut)| {
        let mut teller = teller.borrow_mut();
        let accounts: Vec<_> = ["Lambert", "Roux", "Élan"].map(|name| teller.settled(db, name).id).into();
        let mut told: Vec<Event> = Vec::new();
        for (who, kind, days, amount, voids) in lines {
            let on = DAY.checked_add(jiff::Span::new().days(i64::from(days))).unwrap();
            let mut event = teller.event(accounts[who], EventKind::ALL[kind], on);
            event.amount = Some(amount);
            event.margin = Some(amount / 3);
            let own: Vec<&Event> = told.iter().filter(|earlier| earlier.account == accounts[who]).collect();
            if let (Some(index), false) = (voids, own.is_empty()) {
                event.kind = EventKind::Voided;
                event.voids = Some(index.get(&own).id);
            }
            told.push(event);
        }
        // In two calls, so that corrections meet lines of their own call and of an earlier one.
        let (early, late) = told.split_at(cut.min(told.len()));
        db.put(|tx| events::append(tx, early));
        db.put(|tx| events::append(tx, late));
        for id in &accounts {
            let own: Vec<Event> = told.iter().filter(|event| event.account == *id).cloned().collect();
            let stored = db.look(|tx| accounts::get(tx, *id)).unwrap().standing;
            prop_assert_eq!(stored, Standing::fold(standing(&own, None)));
        }
        Ok(())
    });
    outcome.unwrap();
    assert_eq!(db.look(check::run), []);
}

db_test!(what_is_stored_of_any_journal_is_its_fold, |db| {
    standings_are_folds(db);
});

db_test!(a_wave_of_letters_moves_everybody_at_once, |db| {
    let mut teller = Teller::new();
    let drafts: Vec<_> = (0..250).map(|n| teller.draft(&format!("Société {n}"))).collect();
    db.put(|tx| accounts::insert_many(tx, &drafts));
    let wave: Vec<Event> = drafts
        .iter()
        .enumerate()
        .map(|(n, draft)| {
            let kind = if n % 10 == 0 { EventKind::OrderPlaced } else { EventKind::LetterPosted };
            Event { amount: (n % 10 == 0).then_some(n as i64), ..teller.event(draft.account.id, kind, DAY) }
        })
        .collect();
    db.put(|tx| events::append(tx, &wave));
    let counts = db.look(|tx| accounts::counts(tx, &filon_core::segment::Query::All));
    assert_eq!(counts.stages, [(Stage::Prospect, 225), (Stage::Client, 25)]);
    assert_eq!(db.look(check::run), []);
});

db_test!(histories_come_whole_account_by_account, |db| {
    let mut teller = Teller::new();
    let lambert = teller.settled(db, "Menuiserie Lambert");
    let roux = teller.settled(db, "Ferronnerie Roux");
    let late = teller.event(roux.id, EventKind::CallMade, date(2026, 9, 9));
    let early = teller.event(roux.id, EventKind::LetterPosted, date(2026, 9, 2));
    db.put(|tx| events::append(tx, &[late.clone(), early.clone()]));
    let base = events::Base { selection: filon_core::segment::Query::All, campaign: None };
    let mut told = Vec::new();
    db.look(|tx| {
        told.clear();
        events::each_history(tx, &base, &mut |history| {
            told.push((history.account, history.events));
            Ok(())
        })
    });
    assert_eq!(told, [(lambert.id, vec![]), (roux.id, vec![early, late])]);
});
