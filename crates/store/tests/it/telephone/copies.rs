//! The tables of the telephone are copied, backed up, checked, and leave with an import.

use filon_core::Id;
use filon_store::accounts::{self, Draft};
use filon_store::call_drafts::{self, CallDraft};
use filon_store::imports::{self, Batch};
use filon_store::{Db, backup, check, claims, scripts};
use serde_json::json;

use super::world::{World, later};
use crate::db_test;
use crate::support::{MORNING, Teller, TestDb};

const TABLES: [&str; 16] = [
    "scripts",
    "script_versions",
    "call_arms",
    "steps",
    "call_lists",
    "claims",
    "follow_ups",
    "call_drafts",
    "calls",
    "call_objections",
    "call_answers",
    "retired_numbers",
    "meetings",
    "visit_reports",
    "visit_revisions",
    "feed_tokens",
];

#[test]
fn everything_moves_to_postgres_and_back() {
    let (sqlite, postgres, back) = (TestDb::sqlite(), TestDb::postgres(), TestDb::sqlite());
    World::new(&sqlite).everything(&sqlite);
    let there = backup::copy(&sqlite, &postgres).unwrap();
    for table in TABLES {
        let copied = there.iter().find(|copy| copy.table == table).unwrap();
        assert!(copied.rows > 0, "{table}");
    }
    assert_eq!(postgres.look(check::run), []);
    assert_eq!(backup::copy(&postgres, &back).unwrap(), there);
    assert_eq!(back.look(check::run), []);
}

db_test!(everything_is_in_a_backup, |db| {
    World::new(db).everything(db);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("filon.backup");
    let made = backup::to_file(db, &file).unwrap();
    assert_eq!(made.differences, []);
    let (url, _place) = db.elsewhere();
    assert_eq!(backup::restore(&file, &url).unwrap().tables, made.tables);
    assert_eq!(Db::open(&url).unwrap().read(check::run).unwrap(), []);
});

db_test!(what_does_not_agree_with_its_line_is_found, |db| {
    let mut world = World::new(db);
    let account = world.everything(db).id;
    let note = world.teller.event(account, filon_core::EventKind::Note, crate::support::DAY);
    let roux = world.account(db, "Ferronnerie Roux").id;
    db.put(|tx| filon_store::events::append(tx, std::slice::from_ref(&note)));
    assert_eq!(db.look(check::run), []);
    let other = note.id;
    for (sql, table, column) in [
        ("UPDATE calls SET result = 'busy', progress = 'not_reached'".to_owned(), "calls", "result"),
        ("UPDATE calls SET result = 'meeting', progress = 'reached'".into(), "calls", "progress"),
        (
            format!(
                "INSERT INTO calls (event, number, started_at, seconds, result, progress) \
                 VALUES ('{other}', '', 0, 0, 'answered', 'reached')"
            ),
            "calls",
            "event",
        ),
        (format!("UPDATE meetings SET event = '{other}'"), "meetings", "event"),
        (format!("UPDATE meetings SET account = '{roux}'"), "meetings", "account"),
        (format!("UPDATE visit_reports SET account = '{roux}'"), "visit_reports", "account"),
        (format!("UPDATE visit_reports SET event = '{other}'"), "visit_reports", "event"),
        ("UPDATE visit_reports SET revision = 7".into(), "visit_reports", "revision"),
        ("UPDATE scripts SET version = 1".into(), "scripts", "version"),
        ("UPDATE scripts SET name_key = 'x'".into(), "scripts", "name_key"),
        ("UPDATE steps SET channel = 'letter'".into(), "steps", "channel"),
        ("UPDATE steps SET template = 'x'".into(), "steps", "template"),
        ("UPDATE steps SET from_day = NULL".into(), "steps", "from_day"),
        ("UPDATE steps SET launched_on = '2026-01-01'".into(), "steps", "launched_on"),
        ("UPDATE steps SET position = 1".into(), "steps", "id"),
        ("UPDATE follow_ups SET due_on = '2020-01-01'".into(), "follow_ups", "due_on"),
    ] {
        let before = db.look(check::run);
        db.tamper(&sql).unwrap();
        let found = db.look(check::run);
        let is_new = |d: &&check::Difference| !before.contains(d) && (d.table, d.column) == (table, column);
        assert!(found.iter().any(|d| is_new(&d)), "{sql}: {found:?}");
    }
    // The journal itself still cannot be touched.
    assert!(db.tamper("DELETE FROM events").is_err());
    assert!(db.tamper("UPDATE events SET outcome = 'busy'").is_err());
});

fn import(db: &TestDb, teller: &mut Teller, names: &[&str]) -> (Id, Vec<Id>) {
    let id = teller.id();
    let batch = Batch {
        id,
        file_name: "salon.csv".into(),
        by: None,
        rows: 0,
        created: 0,
        merged: 0,
        skipped: 0,
        options: json!({}),
        rejected: json!([]),
        created_at: MORNING,
        undone_at: None,
    };
    let drafts: Vec<Draft> = names
        .iter()
        .map(|name| {
            let mut draft = teller.draft(name);
            draft.account.batch = Some(id);
            draft
        })
        .collect();
    db.put(|tx| {
        imports::insert(tx, &batch)?;
        accounts::insert_many(tx, &drafts)
    });
    (id, drafts.iter().map(|draft| draft.account.id).collect())
}

db_test!(an_import_taken_back_leaves_with_what_hangs_on_it_but_what_was_typed, |db| {
    let mut world = World::new(db);
    let (batch, ids) =
        import(db, &mut world.teller, &["Claimed", "Typed on", "Called", "Met", "Visited", "Untouched"]);
    let compared = scripts::Compared { a: 1, b: 1, chance: 7, started_at: MORNING };
    let draft = CallDraft {
        account: ids[1],
        caller: None,
        list: None,
        body: json!({"note": "12 fenêtres"}),
        saved_at: MORNING,
    };
    db.put(|tx| {
        claims::take(tx, ids[0], Some(world.list.id), None, MORNING, later(20))?;
        scripts::arm(tx, world.script.id, &compared, ids[0])?;
        call_drafts::keep(tx, &draft)
    });
    world.called(db, ids[2], filon_core::CallOutcome::Busy, "busy", filon_core::call::Progress::NotReached);
    world.booked(db, ids[3], 60);
    let (report, line) = world.report(db, ids[4]);
    db.put(|tx| filon_store::visits::save(tx, &report, 0, line, None, MORNING));

    let undone = db.put(|tx| imports::undo(tx, batch, later(9), None, &mut world.teller.ids.clone()));
    assert_eq!((undone.removed, undone.kept), (2, ids[1..5].to_vec()));
    assert_eq!(db.look(|tx| claims::held(tx, MORNING)), []);
    assert_eq!(db.look(|tx| call_drafts::get(tx, ids[1], None)), Some(draft));
    assert_eq!(db.look(check::run), []);
});
