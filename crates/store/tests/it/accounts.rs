//! Accounts kept whole, changed and joined.

use filon_core::follow_up::FollowUpKind;
use filon_core::segment::Query;
use filon_core::{Event, EventKind, Stage};
use filon_store::accounts::{self, AccountRecord, Direction, Draft, Sort};
use filon_store::{StoreError, check, events, follow_ups, persons};

use crate::db_test;
use crate::support::{DAY, MORNING, Teller};

db_test!(an_account_comes_back_as_it_was_given, |db| {
    let mut teller = Teller::new();
    let mut draft = teller.draft("Menuiserie Lambert & Filles");
    draft.account.reference = Some("C-0042".into());
    draft.account.revenue = Some(125_000_000);
    draft.account.partial_diffusion = true;
    let id = draft.account.id;
    draft.persons = vec![teller.person(id, "Claire", "Lambert"), teller.person(id, "Zoé", "Lambert")];
    draft.persons[0].primary = false;
    draft.events = vec![teller.event(id, EventKind::ClientKnown, DAY)];
    db.put(|tx| accounts::insert_many(tx, std::slice::from_ref(&draft)));

    let Draft { account, persons, .. } = draft;
    let kept = db.look(|tx| accounts::get(tx, id)).unwrap();
    assert_eq!(kept.account, account);
    assert_eq!(kept.persons, [persons[1].clone(), persons[0].clone()]);
    assert_eq!(kept.standing.stage, Stage::Client);
    assert_eq!(db.look(check::run), []);
});

db_test!(text_that_hurts_comes_back_without_its_nul, |db| {
    let mut teller = Teller::new();
    let mut draft = teller.draft("a\u{0}b'; DROP TABLE accounts; -- \\. \u{1f3e0}\r\n");
    draft.account.note = Some("\\N".into());
    db.put(|tx| accounts::insert_many(tx, std::slice::from_ref(&draft)));
    let kept = db.look(|tx| accounts::get(tx, draft.account.id)).unwrap().account;
    assert_eq!(kept.name, "ab'; DROP TABLE accounts; -- \\. \u{1f3e0}\r\n");
    assert_eq!(kept.note.as_deref(), Some("\\N"));
});

db_test!(an_edit_rewrites_everything_and_what_is_derived, |db| {
    let mut teller = Teller::new();
    let mut lambert = teller.settled(db, "Menuiserie Lambert");
    lambert.name = "Lambert Agencement".into();
    lambert.address.city = Some("Saint-Étienne".into());
    lambert.address.postcode = Some("42000".into());
    lambert.tags = vec!["à relancer".into()];
    lambert.custom.clear();
    lambert.custom.insert("Flotte".into(), "3 camions".into());
    db.put(|tx| accounts::update(tx, &lambert, MORNING));
    assert_eq!(db.look(|tx| accounts::get(tx, lambert.id)).unwrap().account, lambert);
    assert_eq!(db.look(accounts::tags), [("à relancer".to_owned(), 1)]);
    assert_eq!(db.look(accounts::custom_fields), [("Flotte".to_owned(), 1)]);
    assert_eq!(db.look(|tx| accounts::counts(tx, &Query::All)).depts, [("42".to_owned(), 1)]);
    assert_eq!(db.look(check::run), []);

    lambert.id = teller.id();
    let refused = db.write(|tx| accounts::update(tx, &lambert, MORNING)).unwrap_err();
    assert!(matches!(refused, StoreError::NotFound { .. }));
});

db_test!(two_accounts_never_share_a_reference, |db| {
    let mut teller = Teller::new();
    let (mut one, mut two) = (teller.draft("Lambert"), teller.draft("Roux"));
    one.account.reference = Some("C-1".into());
    two.account.reference = Some("C-1".into());
    db.put(|tx| accounts::insert_many(tx, std::slice::from_ref(&one)));
    let refused = db.write(|tx| accounts::insert_many(tx, std::slice::from_ref(&two))).unwrap_err();
    assert!(matches!(&refused, StoreError::Conflict { what } if what == "C-1"), "{refused:?}");
    let both = [teller.draft("Élan"), two];
    let refused = db.write(|tx| accounts::insert_many(tx, &both)).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict { .. }));
    assert_eq!(db.look(|tx| accounts::count(tx, &Query::All)), 1);
});

db_test!(persons_come_change_and_go, |db| {
    let mut teller = Teller::new();
    let lambert = teller.settled(db, "Menuiserie Lambert");
    let claire = teller.person(lambert.id, "Claire", "Lambert");
    let mut zoe = teller.person(lambert.id, "Zoé", "Martin");
    db.put(|tx| persons::insert_many(tx, &[claire.clone(), zoe.clone()], None));
    // The last one given as primary is.
    let told = db.look(|tx| persons::of_account(tx, lambert.id));
    assert_eq!(told.iter().filter(|person| person.primary).count(), 1);

    zoe.last_name = "Durand".into();
    zoe.primary = true;
    db.put(|tx| persons::update(tx, &zoe, MORNING));
    let told = db.look(|tx| persons::of_account(tx, lambert.id));
    assert_eq!((told[0].id, told[0].primary, told[1].primary), (zoe.id, true, false));
    assert_eq!(db.look(|tx| persons::get(tx, zoe.id)), Some(zoe.clone()));

    db.put(|tx| persons::delete(tx, zoe.id));
    let told = db.look(|tx| persons::of_account(tx, lambert.id));
    assert_eq!((told.len(), told[0].id, told[0].primary), (1, claire.id, true));
    assert_eq!(db.look(check::run), []);
});

db_test!(merging_makes_one_account_of_two, |db| {
    let mut teller = Teller::new();
    let mut draft = teller.draft("Lambert SARL");
    draft.account.reference = Some("ANCIEN-7".into());
    draft.account.tags.push("salon".into());
    let gone = draft.account.clone();
    draft.persons = vec![teller.person(gone.id, "Claire", "Lambert")];
    db.put(|tx| accounts::insert_many(tx, std::slice::from_ref(&draft)));
    let kept = teller.settled(db, "Menuiserie Lambert");
    let order = Event { amount: Some(900), ..teller.event(gone.id, EventKind::OrderPlaced, DAY) };
    let letter = teller.event(kept.id, EventKind::LetterPosted, DAY);
    db.put(|tx| events::append(tx, &[order.clone(), letter.clone()]));
    let follow_up = follow_ups::FollowUp {
        id: teller.id(),
        account: gone.id,
        due_on: DAY,
        due_at: None,
        kind: FollowUpKind::Other,
        channel: None,
        reason: None,
        note: "Rappeler".into(),
        campaign: None,
        owner: None,
        done_on: None,
        created_at: MORNING,
    };
    db.put(|tx| follow_ups::insert(tx, &follow_up));

    db.put(|tx| accounts::merge(tx, gone.id, kept.id, MORNING));
    let AccountRecord { account, persons, standing } = db.look(|tx| accounts::get(tx, kept.id)).unwrap();
    assert_eq!(account.name, "Menuiserie Lambert");
    assert_eq!(account.tags, ["Été 2026", "bois", "salon"]);
    assert_eq!((persons.len(), persons[0].primary), (1, true));
    assert_eq!((standing.stage, standing.revenue), (Stage::Client, 900));
    assert_eq!(db.look(|tx| accounts::get(tx, gone.id)), None);
    assert_eq!(db.look(|tx| accounts::merged_into(tx, gone.id)), Some(kept.id));
    assert_eq!(db.look(|tx| accounts::count(tx, &Query::All)), 1);
    assert_eq!(db.look(|tx| events::of_account(tx, kept.id)).len(), 2);
    assert_eq!(db.look(|tx| follow_ups::of_account(tx, kept.id)).len(), 1);

    // What still names the one that is gone reaches the one that holds it.
    let found = db.look(|tx| accounts::resolve(tx, &["ANCIEN-7"]));
    assert_eq!(found.get("ANCIEN-7"), Some(&kept.id));
    let late = teller.event(gone.id, EventKind::Note, DAY);
    db.put(|tx| events::append(tx, std::slice::from_ref(&late)));
    assert_eq!(db.look(|tx| events::of_account(tx, kept.id)).len(), 3);
    let undone = Event { voids: Some(order.id), ..teller.event(kept.id, EventKind::Voided, DAY) };
    db.put(|tx| events::append(tx, std::slice::from_ref(&undone)));
    assert_eq!(db.look(check::run), []);

    let refused = db.write(|tx| accounts::merge(tx, kept.id, kept.id, MORNING)).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict { .. }));
});

db_test!(a_list_is_sorted_the_same_way_on_both_engines, |db| {
    let mut teller = Teller::new();
    let names = ["élan", "Élan", "eland", "Zoé", "_", "A-B", "ab", "À table", "a table", "ébène", "🏠", "ça"];
    let mut drafts: Vec<Draft> = names.iter().map(|name| teller.draft(name)).collect();
    for (place, draft) in drafts.iter_mut().enumerate() {
        draft.account.revenue = [None, Some(5), Some(-3), Some(0)][place % 4];
        draft.account.address.postcode = [Some("33000"), None, Some("01000")][place % 3].map(str::to_owned);
        draft.account.employees = [Some("12".to_owned()), None][place % 2].clone();
    }
    db.put(|tx| accounts::insert_many(tx, &drafts));
    let order = teller.event(drafts[3].account.id, EventKind::OrderPlaced, DAY);
    db.put(|tx| events::append(tx, std::slice::from_ref(&order)));

    for sort in Sort::ALL {
        let up = db.look(|tx| accounts::ids(tx, &Query::All, sort, Direction::Ascending));
        let mut down = db.look(|tx| accounts::ids(tx, &Query::All, sort, Direction::Descending));
        down.reverse();
        assert_eq!(up, down, "{sort:?}");
        let pages: Vec<_> = (0..4)
            .flat_map(|n| {
                db.look(|tx| accounts::page(tx, &Query::All, sort, Direction::Ascending, 3, n * 3)).rows
            })
            .map(|row| row.account.id)
            .collect();
        assert_eq!(up, pages, "{sort:?}");
    }
    let by_name = db.look(|tx| accounts::page(tx, &Query::All, Sort::Name, Direction::Ascending, 100, 0));
    assert_eq!(by_name.total, 12);
    let told: Vec<&str> = by_name.rows.iter().map(|row| row.account.name.as_str()).collect();
    assert_eq!(
        told,
        ["_", "A-B", "À table", "a table", "ab", "ça", "ébène", "élan", "Élan", "eland", "Zoé", "🏠"]
    );
    let by_revenue = db.look(|tx| accounts::ids(tx, &Query::All, Sort::Revenue, Direction::Ascending));
    assert_eq!(by_revenue[0], drafts[0].account.id, "without a value comes first");

    let mut told = 0;
    db.look(|tx| {
        told = 0;
        accounts::each(tx, &Query::All, Sort::Name, Direction::Ascending, &mut |_| {
            told += 1;
            Ok(())
        })
    });
    assert_eq!(told, 12);
});

/// Indexes by name, with the number of their statement's characters.
fn indexes(db: &crate::support::TestDb) -> Vec<(String, i64)> {
    let file = rusqlite::Connection::open(db.path().unwrap()).unwrap();
    let sql =
        "SELECT name, LENGTH(sql) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name";
    let mut statement = file.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

db_test!(thousands_come_at_once_and_leave_everything_in_its_place, |db| {
    let mut teller = Teller::new();
    let before = (db.engine() == filon_store::Engine::Sqlite).then(|| indexes(db));
    let first = teller.settled(db, "Menuiserie Lambert");
    let mut drafts: Vec<Draft> = (0..2_500)
        .map(|n| {
            let mut draft = teller.draft(&format!("Atelier {}", n * 7_919 % 2_500));
            draft.account.reference = Some(format!("R-{n}"));
            draft.persons = vec![teller.person(draft.account.id, "Zoé", "Martin")];
            draft
        })
        .collect();
    db.put(|tx| accounts::insert_many(tx, &drafts));
    assert_eq!(db.look(|tx| accounts::count(tx, &Query::All)), 2_501);
    assert_eq!(db.look(|tx| persons::of_account(tx, drafts[2_000].account.id)).len(), 1);
    assert_eq!(db.look(check::run), []);
    assert_eq!(before.as_ref(), before.is_some().then(|| indexes(db)).as_ref());

    // Stopped half way by an id that is taken, it leaves nothing, even where the failure is passed over.
    drafts.iter_mut().for_each(|draft| draft.account.reference = None);
    let swallowed = db.write(|tx| {
        let refused = accounts::insert_many(tx, &drafts).is_err();
        Ok::<_, StoreError>(refused)
    });
    assert!(swallowed.is_err() || db.engine() == filon_store::Engine::Postgres, "{swallowed:?}");
    assert_eq!(db.look(|tx| accounts::count(tx, &Query::All)), 2_501);
    assert_eq!(before.as_ref(), before.is_some().then(|| indexes(db)).as_ref());

    // Foreign keys hold again afterwards, and are made sure of within.
    let nobody = teller.id();
    let stranger = teller.person(nobody, "Jean", "Personne");
    let refused = db.write(|tx| persons::insert_many(tx, std::slice::from_ref(&stranger), None));
    assert!(refused.is_err());
    let mut strays: Vec<Draft> = (0..2_500).map(|n| teller.draft(&format!("Égaré {n}"))).collect();
    strays[1_700].account.batch = Some(first.id);
    let refused = db.write(|tx| accounts::insert_many(tx, &strays)).unwrap_err();
    assert!(matches!(refused, StoreError::NotFound { what: "batch", .. }), "{refused:?}");
    assert_eq!(db.look(check::run), []);
});
