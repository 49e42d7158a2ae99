//! Imports, and taking one back.

use filon_core::segment::Query;
use filon_core::{Account, Event, EventKind, Id};
use filon_store::accounts::{self, Draft};
use filon_store::imports::{self, Batch};
use filon_store::{StoreError, campaigns, check, events, persons};
use serde_json::json;

use crate::db_test;
use crate::support::{DAY, MORNING, Teller, TestDb};

fn batch(id: Id) -> Batch {
    Batch {
        id,
        file_name: "Salon_2026.csv".into(),
        by: None,
        rows: 6,
        created: 5,
        merged: 0,
        skipped: 0,
        options: json!({"format": "csv", "as": "client"}),
        rejected: json!([{"row": 4, "column": "SIRET", "value": "12", "message": "…"}]),
        created_at: MORNING,
        undone_at: None,
    }
}

/// Imports accounts known as clients.
fn import(db: &TestDb, teller: &mut Teller, names: &[&str]) -> (Batch, Vec<Account>) {
    let batch = batch(teller.id());
    let drafts: Vec<Draft> = names
        .iter()
        .map(|name| {
            let mut draft = teller.draft(name);
            draft.account.batch = Some(batch.id);
            draft.account.reference = Some(format!("R-{name}"));
            draft.persons = vec![teller.person(draft.account.id, name, "Martin")];
            draft.events = vec![teller.event(draft.account.id, EventKind::ClientKnown, DAY)];
            draft
        })
        .collect();
    db.put(|tx| {
        imports::insert(tx, &batch)?;
        accounts::insert_many(tx, &drafts)
    });
    (batch, drafts.into_iter().map(|draft| draft.account).collect())
}

db_test!(an_import_is_taken_back_but_for_what_was_touched_since, |db| {
    let mut teller = Teller::new();
    let (batch, accounts) = import(db, &mut teller, &["Un", "Deux", "Trois", "Quatre", "Cinq"]);
    let before = teller.settled(db, "Était là");
    let added = teller.person(before.id, "Ajoutée", "Lot");
    db.put(|tx| persons::insert_many(tx, std::slice::from_ref(&added), Some(batch.id)));

    let mut edited = accounts[0].clone();
    edited.note = Some("Vu au salon".into());
    let call = teller.event(accounts[1].id, EventKind::CallMade, DAY);
    db.put(|tx| {
        accounts::update(tx, &edited, MORNING)?;
        events::append(tx, std::slice::from_ref(&call))
    });

    let undone = db.put(|tx| imports::undo(tx, batch.id, MORNING, None, &mut teller.ids.clone()));
    assert_eq!((undone.removed, undone.persons), (3, 1));
    assert_eq!(undone.kept, [accounts[0].id, accounts[1].id]);
    assert_eq!(db.look(|tx| accounts::count(tx, &Query::All)), 3);
    assert_eq!(db.look(|tx| accounts::get(tx, accounts[2].id)), None);
    assert!(db.look(|tx| accounts::resolve(tx, &["R-Trois"])).is_empty());
    assert_eq!(db.look(|tx| persons::of_account(tx, before.id)), []);
    assert_eq!(db.look(|tx| imports::get(tx, batch.id)).unwrap().undone_at, Some(MORNING));
    assert_eq!(db.look(check::run), []);

    let refused =
        db.write(|tx| imports::undo(tx, batch.id, MORNING, None, &mut teller.ids.clone())).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict { .. }));
    let nobody = teller.id();
    let refused =
        db.write(|tx| imports::undo(tx, nobody, MORNING, None, &mut teller.ids.clone())).unwrap_err();
    assert!(matches!(refused, StoreError::NotFound { .. }));

    // The same file can be imported again.
    import(db, &mut Teller { ids: teller.ids.clone() }, &["Trois", "Quatre"]);
    assert_eq!(db.look(|tx| accounts::count(tx, &Query::All)), 5);
    assert_eq!(db.look(imports::list).len(), 2);
});

db_test!(an_undo_keeps_targets_and_merged_accounts, |db| {
    let mut teller = Teller::new();
    let (batch, accounts) = import(db, &mut teller, &["Un", "Deux", "Trois", "Quatre"]);
    let kept = teller.settled(db, "Était là");
    let campaign = filon_core::Campaign {
        id: teller.id(),
        name: "Automne".into(),
        channel: filon_core::Channel::Letter,
        purpose: filon_core::Purpose::Acquisition,
        query: String::new(),
        segment: None,
        from: None,
        to: None,
        template: None,
        launched_on: None,
        closed_on: None,
        verdict: None,
        verdict_reason: None,
        created_at: MORNING,
    };
    let target = campaigns::Target { account: accounts[0].id, refused: None };
    db.put(|tx| {
        campaigns::insert(tx, &campaign)?;
        campaigns::freeze(tx, campaign.id, std::slice::from_ref(&target))?;
        accounts::merge(tx, accounts[1].id, kept.id, MORNING)
    });
    let undone = db.put(|tx| imports::undo(tx, batch.id, MORNING, None, &mut teller.ids.clone()));
    assert_eq!((undone.removed, undone.kept), (2, vec![accounts[0].id, accounts[1].id]));
    assert_eq!(db.look(|tx| accounts::count(tx, &Query::All)), 2);
    assert_eq!(db.look(check::run), []);
});

db_test!(an_import_that_fails_leaves_nothing, |db| {
    let mut teller = Teller::new();
    let batch = batch(teller.id());
    let mut draft = teller.draft("Menuiserie Lambert");
    draft.account.batch = Some(batch.id);
    let refused = db.write(|tx| {
        imports::insert(tx, &batch)?;
        accounts::insert_many(tx, std::slice::from_ref(&draft))?;
        let nobody = teller.id();
        events::append(tx, &[Event { account: nobody, ..teller.event(nobody, EventKind::Note, DAY) }])
    });
    assert!(refused.is_err());
    assert_eq!(db.look(imports::list), []);
    assert_eq!(db.look(|tx| accounts::count(tx, &Query::All)), 0);
});
