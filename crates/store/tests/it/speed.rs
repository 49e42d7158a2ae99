//! Figures, on demand: `cargo test --release -p filon-store --test it speed -- --ignored --nocapture`.

use std::time::{Duration, Instant};

use filon_core::segment::{Query, parse};
use filon_core::{Event, EventKind};
use filon_store::accounts::{self, Direction, Draft, Key, Sort};
use filon_store::{Db, check, events, testing};

use crate::db_test;
use crate::support::{DAY, Teller, TestDb};

const ACCOUNTS: usize = 100_000;

fn drafts(teller: &mut Teller) -> Vec<Draft> {
    let towns = ["Bordeaux", "Lyon", "Saint-Étienne", "Lille", "Ajaccio", "Rennes"];
    (0..ACCOUNTS)
        .map(|n| {
            let mut draft = teller.draft(&format!("Société {} Martin {n}", towns[n * 7 % 6]));
            draft.account.reference = Some(format!("R{n}"));
            draft.account.address.city = Some(towns[n % 6].to_owned());
            draft.account.address.postcode = Some(format!("{:05}", 1_000 + n * 31 % 94_000));
            draft.account.siret = Some(format!("{:014}", n * 7_919));
            draft.account.tags.truncate(1);
            let mut person = teller.person(draft.account.id, &format!("Claire{n}"), "Durand");
            person.email = format!("claire{n}@example.fr");
            draft.persons.push(person);
            draft
        })
        .collect()
}

fn timed<T>(what: &str, f: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let answer = f();
    let spent = start.elapsed();
    eprintln!("{what}: {:.1} ms", spent.as_secs_f64() * 1_000.0);
    (answer, spent)
}

/// The same rows through nothing but a prepared loop.
fn bare_loop(from: &TestDb) -> Duration {
    let bare = TestDb::sqlite();
    let source = rusqlite::Connection::open(&from.url).unwrap();
    let mut target = rusqlite::Connection::open(&bare.url).unwrap();
    target
        .execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32000")
        .unwrap();
    let tables: Vec<_> = testing::tables(from).unwrap();
    let rows: Vec<_> = tables
        .iter()
        .map(|(table, columns)| {
            let mut statement = source.prepare(&format!("SELECT * FROM {table}")).unwrap();
            let rows = statement
                .query_map([], |row| {
                    (0..columns.len())
                        .map(|n| row.get(n))
                        .collect::<rusqlite::Result<Vec<rusqlite::types::Value>>>()
                })
                .unwrap();
            rows.map(std::result::Result::unwrap).collect::<Vec<_>>()
        })
        .collect();
    let start = Instant::now();
    let tx = target.transaction().unwrap();
    for ((table, columns), rows) in tables.iter().zip(&rows) {
        let places = vec!["?"; columns.len()].join(", ");
        let mut statement = tx.prepare(&format!("INSERT INTO {table} VALUES ({places})")).unwrap();
        for row in rows {
            statement.execute(rusqlite::params_from_iter(row)).unwrap();
        }
    }
    tx.commit().unwrap();
    start.elapsed()
}

fn lists(db: &Db) {
    for line in [
        "",
        "ville:Bordeaux",
        "dept:33,40",
        "martin bordeaux",
        "-contacté:<90j stage:suspect",
        "événement:order_placed",
        "étape:client",
        "email:claire99*",
        "naf:43*",
        "champ.secteur:*",
    ] {
        let query = parse(line, DAY).unwrap_or(Query::All);
        for (sort, direction) in
            [(Sort::Name, Direction::Ascending), (Sort::LastContact, Direction::Descending)]
        {
            timed(&format!("page {line:?} by {sort:?}"), || {
                db.read(|tx| accounts::page(tx, &query, sort, direction, 50, 0)).unwrap().total
            });
        }
        timed(&format!("counts {line:?}"), || db.read(|tx| accounts::counts(tx, &query)).unwrap());
    }
    for sort in Sort::ALL {
        timed(&format!("page 1,000 by {sort:?}"), || {
            db.read(|tx| accounts::page(tx, &Query::All, sort, Direction::Descending, 50, 50_000))
                .unwrap()
                .total
        });
    }
}

db_test!(a_hundred_thousand, |db| {
    if std::env::var_os("FILON_SPEED").is_none() {
        return;
    }
    let mut teller = Teller::new();
    let drafts = drafts(&mut teller);
    let (_, store) = timed("insert_many", || db.put(|tx| accounts::insert_many(tx, &drafts)));
    if db.path().is_some() {
        let bare = bare_loop(db);
        eprintln!(
            "bare loop: {:.1} ms, ratio {:.2}",
            bare.as_secs_f64() * 1e3,
            store.as_secs_f64() / bare.as_secs_f64()
        );
    }
    let references: Vec<String> = (0..ACCOUNTS).map(|n| format!("R{}", n * 2)).collect();
    let references: Vec<&str> = references.iter().map(String::as_str).collect();
    timed("find 100,000 references", || db.look(|tx| accounts::find(tx, Key::Reference, &references)).len());
    let emails: Vec<String> = (0..ACCOUNTS).map(|n| format!("claire{}@example.fr", n * 2)).collect();
    let emails: Vec<&str> = emails.iter().map(String::as_str).collect();
    timed("find 100,000 e-mails", || db.look(|tx| accounts::find(tx, Key::Email, &emails)).len());
    let lines: Vec<Event> = drafts
        .iter()
        .step_by(4)
        .enumerate()
        .map(|(n, draft)| {
            let kind = if n % 50 == 0 { EventKind::OrderPlaced } else { EventKind::LetterPosted };
            teller.event(draft.account.id, kind, DAY)
        })
        .collect();
    timed("append 25,000 lines", || db.put(|tx| events::append(tx, &lines)));
    if db.path().is_none() {
        db.tamper("ANALYZE").unwrap();
    }
    lists(db);
    let base = events::Base { selection: Query::All, campaign: None };
    timed("every history", || db.look(|tx| events::each_history(tx, &base, &mut |_| Ok(()))));
    timed("check", || assert_eq!(db.look(check::run), []));
});
