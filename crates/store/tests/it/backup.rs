//! Backups, restoring, moving between engines.

use filon_core::{Event, EventKind};
use filon_store::backup::{self, TableCopy};
use filon_store::templates::{self, Template};
use filon_store::{Db, StoreError, accounts, check, events, settings};
use serde_json::json;

use crate::db_test;
use crate::support::{DAY, MORNING, Teller, TestDb};

/// A little of everything that is hard to carry.
fn fill(db: &TestDb) {
    let mut teller = Teller::new();
    let mut draft = teller.draft("Menuiserie Lambert\t\\N\u{1f3e0}");
    draft.account.revenue = Some(i64::MIN);
    draft.persons = vec![teller.person(draft.account.id, "Claire", "Lambert")];
    let others: Vec<_> = (0..2_500).map(|n| teller.draft(&format!("Société {n}"))).collect();
    let account = draft.account.id;
    let letter = Event { note: Some("«\n»".into()), ..teller.event(account, EventKind::LetterPosted, DAY) };
    let undone = Event { voids: Some(letter.id), ..teller.event(account, EventKind::Voided, DAY) };
    let template = Template {
        id: teller.id(),
        name: "Offre".into(),
        kind: "letter".into(),
        file_name: "offre.docx".into(),
        fields: vec![],
        bytes: (0..=255).collect(),
        created_at: MORNING,
    };
    db.put(|tx| {
        settings::set(tx, "company", &json!({"name": "L’Atelier"}))?;
        accounts::insert_many(tx, std::slice::from_ref(&draft))?;
        accounts::insert_many(tx, &others)?;
        events::append(tx, &[letter.clone(), undone.clone()])?;
        templates::save(tx, &template)
    });
}

fn rows(tables: &[TableCopy], table: &str) -> i64 {
    tables.iter().find(|copy| copy.table == table).unwrap().rows
}

db_test!(a_backup_is_restored_equal, |db| {
    fill(db);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("filon.backup");
    let made = backup::to_file(db, &file).unwrap();
    assert_eq!((rows(&made.tables, "accounts"), rows(&made.tables, "events")), (2_501, 2));
    assert_eq!(made.bytes, std::fs::metadata(&file).unwrap().len());
    assert_eq!(made.differences, []);
    let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().file_name()).collect();
    assert_eq!(files, ["filon.backup"], "nothing is left beside it");

    let (url, _place) = db.elsewhere();
    let restored = backup::restore(&file, &url).unwrap();
    assert_eq!(restored.tables, made.tables);
    let other = Db::open(&url).unwrap();
    assert_eq!(other.read(check::run).unwrap(), []);
    let again = folder.path().join("again.backup");
    assert_eq!(backup::to_file(&other, &again).unwrap().tables, made.tables);
    // The backup can be made over an older one.
    assert_eq!(backup::to_file(&other, &again).unwrap().tables, made.tables);
});

db_test!(a_damaged_backup_changes_nothing, |db| {
    fill(db);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("filon.backup");
    backup::to_file(db, &file).unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4_096].fill(0xa5);
    std::fs::write(&file, bytes).unwrap();

    let (url, _place) = db.elsewhere();
    drop(Db::open(&url).unwrap());
    let refused = backup::restore(&file, &url).unwrap_err();
    assert!(matches!(refused, StoreError::Damaged { .. }), "{refused:?}");
    let other = Db::open(&url).unwrap();
    assert_eq!(other.read(settings::all).unwrap().len(), 0);
    assert!(backup::restore(&folder.path().join("absent"), &url).is_err());
});

#[test]
fn restoring_replaces_a_file_and_keeps_the_old_one() {
    let db = TestDb::sqlite();
    fill(&db);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("filon.backup");
    let made = backup::to_file(&db, &file).unwrap();
    let url = folder.path().join("filon.db").to_str().unwrap().to_owned();
    let old = Db::open(&url).unwrap();
    old.write(|tx| settings::set(tx, "old", &json!(true))).unwrap();

    let refused = backup::restore(&file, &url).unwrap_err();
    assert!(matches!(refused, StoreError::Locked), "somebody has it open: {refused:?}");
    drop(old);
    assert_eq!(backup::restore(&file, &url).unwrap().tables, made.tables);
    let new = Db::open(&url).unwrap();
    assert_eq!(new.read(|tx| settings::get(tx, "old")).unwrap(), None);
    let kept = Db::open(&format!("{url}.before-restore")).unwrap();
    assert_eq!(kept.read(|tx| settings::get(tx, "old")).unwrap(), Some(json!(true)));
}

#[test]
fn data_move_to_postgres_and_back_unchanged() {
    let (sqlite, postgres, back) = (TestDb::sqlite(), TestDb::postgres(), TestDb::sqlite());
    fill(&sqlite);
    let there = backup::copy(&sqlite, &postgres).unwrap();
    assert_eq!(rows(&there, "accounts"), 2_501);
    assert_eq!(postgres.look(check::run), []);
    assert_eq!(backup::copy(&postgres, &back).unwrap(), there);
    assert_eq!(back.look(check::run), []);
    // The journal is append-only there too.
    assert!(postgres.tamper("DELETE FROM events").is_err());

    let refused = backup::copy(&sqlite, &postgres).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict { .. }), "{refused:?}");
}

#[test]
fn a_backup_says_what_does_not_agree_in_it() {
    let db = TestDb::sqlite();
    fill(&db);
    db.tamper("UPDATE accounts SET orders = 9 WHERE id = (SELECT MIN(id) FROM accounts)").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let made = backup::to_file(&db, &folder.path().join("filon.backup")).unwrap();
    assert_eq!((made.differences.len(), made.differences[0].column), (1, "orders"));
}
