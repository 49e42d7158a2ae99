//! The schema and its statements.

use filon_store::{Db, StoreError, testing};

use crate::db_test;
use crate::support::TestDb;

#[test]
fn every_statement_prepares_alike_on_both_engines() {
    let sqlite = testing::prepare_all(&TestDb::sqlite()).unwrap();
    let postgres = testing::prepare_all(&TestDb::postgres()).unwrap();
    assert!(sqlite.len() > 80, "{}", sqlite.len());
    for (sqlite, postgres) in sqlite.iter().zip(&postgres) {
        assert_eq!(sqlite, postgres);
    }
}

#[test]
fn the_list_of_statements_misses_no_module() {
    let names: Vec<&str> = testing::statements().into_iter().map(|(name, _)| name).collect();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut declaring = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if std::fs::read_to_string(&path).unwrap().contains("\nstatements! {") {
                declaring += 1;
                let module = path.strip_prefix(&root).unwrap().with_extension("");
                let module = module.to_str().unwrap().replace('/', "::").replace("::mod", "");
                let module = format!("filon_store::{module}::");
                assert!(names.iter().any(|name| name.starts_with(&module)), "{module}");
            }
        }
    }
    assert!(declaring > 15, "{declaring}");
}

#[test]
fn the_tables_have_the_same_columns_and_a_copy_carries_them_all() {
    let (sqlite, postgres) = (TestDb::sqlite(), TestDb::postgres());
    assert_eq!(testing::tables(&sqlite).unwrap(), testing::tables(&postgres).unwrap());
    let connection = rusqlite::Connection::open(&sqlite.url).unwrap();
    let mut statement = connection
        .prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
        )
        .unwrap();
    let there: Vec<String> =
        statement.query_map([], |row| row.get(0)).unwrap().map(std::result::Result::unwrap).collect();
    let mut copied: Vec<&str> = testing::tables(&sqlite).unwrap().into_iter().map(|(name, _)| name).collect();
    copied.push("migrations");
    copied.sort_unstable();
    assert_eq!(there, copied);
}

db_test!(opening_again_changes_nothing, |db| {
    drop(Db::open(&db.url).unwrap());
    drop(Db::open(&db.url).unwrap());
});

db_test!(a_newer_database_is_refused, |db| {
    db.tamper("INSERT INTO migrations (number, name, checksum) VALUES (999, 'future', '')").unwrap();
    let refused = Db::open(&db.url).err();
    assert!(matches!(refused, Some(StoreError::Newer { found: 999, .. })), "{refused:?}");
});

db_test!(a_migration_with_another_text_is_refused, |db| {
    db.tamper("UPDATE migrations SET checksum = 'x' WHERE number = 1").unwrap();
    let refused = Db::open(&db.url).err();
    assert!(matches!(refused, Some(StoreError::Altered { number: 1 })), "{refused:?}");
});

#[test]
fn the_database_of_another_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("theirs.db");
    rusqlite::Connection::open(&path).unwrap().execute_batch("CREATE TABLE photos (id INTEGER)").unwrap();
    let refused = Db::open(path.to_str().unwrap()).err();
    assert!(matches!(refused, Some(StoreError::Foreign)), "{refused:?}");

    let text = folder.path().join("lettre.txt");
    std::fs::write(&text, "Madame, Monsieur, ".repeat(200)).unwrap();
    let refused = Db::open(text.to_str().unwrap()).err();
    assert!(matches!(refused, Some(StoreError::Damaged { .. })), "{refused:?}");
    assert_eq!(std::fs::read_to_string(&text).unwrap(), "Madame, Monsieur, ".repeat(200));
}

#[test]
fn a_folder_that_is_not_there_is_made_and_an_empty_address_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("données/de l’entreprise/filon.db");
    drop(Db::open(path.to_str().unwrap()).unwrap());
    assert!(path.exists());
    assert!(matches!(Db::open(" ").err(), Some(StoreError::Address(_))));
    assert!(matches!(Db::open("postgres://filon@127.0.0.1:1/x").err(), Some(StoreError::Unreachable(_))));
}
