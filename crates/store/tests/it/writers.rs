//! Several at once.

use filon_core::{Event, EventKind};
use filon_store::{Db, StoreError, accounts, check, events, settings};
use serde_json::json;

use crate::db_test;
use crate::support::{DAY, Teller};

db_test!(writers_at_once_lose_nothing, |db| {
    let mut teller = Teller::new();
    let lambert = teller.settled(db, "Menuiserie Lambert");
    let lines: Vec<Vec<Event>> = (0..8)
        .map(|_| {
            let order =
                |_| Event { amount: Some(1), ..teller.event(lambert.id, EventKind::OrderPlaced, DAY) };
            (0..10).map(order).collect()
        })
        .collect();
    std::thread::scope(|scope| {
        for mine in &lines {
            let db: &Db = db;
            scope.spawn(move || {
                for line in mine {
                    db.write(|tx| events::append(tx, std::slice::from_ref(line))).unwrap();
                }
            });
        }
    });
    let standing = db.look(|tx| accounts::get(tx, lambert.id)).unwrap().standing;
    assert_eq!((standing.orders, standing.revenue), (80, 80));
    assert_eq!(db.look(check::run), []);
});

db_test!(a_double_click_at_once_records_once, |db| {
    let mut teller = Teller::new();
    let lambert = teller.settled(db, "Menuiserie Lambert");
    let clicks: Vec<(String, Event)> =
        (0..12).map(|_| ("clic".to_owned(), teller.event(lambert.id, EventKind::OrderPlaced, DAY))).collect();
    let new: usize = std::thread::scope(|scope| {
        let click = |line| {
            let db: &Db = db;
            scope
                .spawn(move || db.write(|tx| events::append_once(tx, std::slice::from_ref(line))).unwrap()[0])
        };
        let clicks: Vec<_> = clicks.iter().map(click).collect();
        clicks.into_iter().map(|click| usize::from(click.join().unwrap())).sum()
    });
    assert_eq!(new, 1);
    assert_eq!(db.look(|tx| accounts::get(tx, lambert.id)).unwrap().standing.orders, 1);
});

db_test!(a_reader_sees_one_moment, |db| {
    db.put(|tx| settings::set(tx, "n", &json!(1)));
    db.look(|tx| {
        assert_eq!(settings::get(tx, "n")?, Some(json!(1)));
        db.put(|other| settings::set(other, "n", &json!(2)));
        assert_eq!(settings::get(tx, "n")?, Some(json!(1)));
        Ok(())
    });
    assert_eq!(db.look(|tx| settings::get(tx, "n")), Some(json!(2)));
});

db_test!(a_reader_cannot_write, |db| {
    let refused = db.read(|tx| settings::set(tx, "n", &json!(1))).unwrap_err();
    assert!(matches!(refused, StoreError::ReadOnly), "{refused:?}");
});

db_test!(the_caller_may_fail_with_its_own_error, |db| {
    #[derive(Debug)]
    enum Mine {
        Store(#[allow(dead_code)] StoreError),
        ChangedMyMind,
    }
    impl From<StoreError> for Mine {
        fn from(error: StoreError) -> Mine {
            Mine::Store(error)
        }
    }
    let refused: Result<(), Mine> = db.write(|tx| {
        settings::set(tx, "n", &json!(1))?;
        Err(Mine::ChangedMyMind)
    });
    assert!(matches!(refused, Err(Mine::ChangedMyMind)));
    assert_eq!(db.look(|tx| settings::get(tx, "n")), None);
});

#[test]
fn a_lock_held_for_too_long_is_said_to_be_one() {
    let db = crate::support::TestDb::sqlite();
    let holder = rusqlite::Connection::open(&db.url).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let started = std::time::Instant::now();
    let refused = db.write(|tx| settings::set(tx, "n", &json!(1))).unwrap_err();
    assert!(matches!(refused, StoreError::Locked), "{refused:?}");
    assert!(started.elapsed().as_secs() >= 4);
    // Readers never wait for a writer.
    assert_eq!(db.look(|tx| settings::get(tx, "n")), None);
    holder.execute_batch("ROLLBACK").unwrap();
    db.put(|tx| settings::set(tx, "n", &json!(1)));
}
