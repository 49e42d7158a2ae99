//! What `check` finds.

use filon_core::{Event, EventKind};
use filon_store::{accounts, check, events};

use crate::db_test;
use crate::support::{DAY, MORNING, Teller};

db_test!(every_tampered_column_is_found, |db| {
    let mut teller = Teller::new();
    let lambert = teller.settled(db, "Menuiserie Lambert");
    let roux = teller.settled(db, "Ferronnerie Roux");
    let order = Event { amount: Some(100), ..teller.event(lambert.id, EventKind::OrderPlaced, DAY) };
    let letter = teller.event(lambert.id, EventKind::LetterPosted, DAY);
    let undone = Event { voids: Some(letter.id), ..teller.event(lambert.id, EventKind::Voided, DAY) };
    db.put(|tx| events::append(tx, &[order.clone(), letter.clone(), undone.clone()]));
    assert_eq!(db.look(check::run), []);

    let (lambert, roux) = (lambert.id, roux.id);
    for (sql, table, id, column) in [
        (
            format!("UPDATE accounts SET stage = 'prospect' WHERE id = '{lambert}'"),
            "accounts",
            lambert,
            "stage",
        ),
        (format!("UPDATE accounts SET orders = 2 WHERE id = '{lambert}'"), "accounts", lambert, "orders"),
        (
            format!("UPDATE accounts SET last_order_on = NULL WHERE id = '{lambert}'"),
            "accounts",
            lambert,
            "last_order_on",
        ),
        (format!("UPDATE accounts SET name = 'Autre' WHERE id = '{roux}'"), "accounts", roux, "name_key"),
        (
            format!("UPDATE accounts SET employees_min = NULL WHERE id = '{roux}'"),
            "accounts",
            roux,
            "employees_min",
        ),
        (
            format!("UPDATE account_tags SET tag_key = 'x' WHERE account = '{roux}' AND place = 0"),
            "account_tags",
            roux,
            "tag_key",
        ),
        (
            format!("UPDATE account_custom SET value_key = 'x' WHERE account = '{roux}'"),
            "account_custom",
            roux,
            "value_key",
        ),
        (
            format!("UPDATE events SET voided_by = '{}' WHERE id = '{}'", undone.id, order.id),
            "events",
            order.id,
            "voided_by",
        ),
        (
            format!("UPDATE events SET voided_by = NULL WHERE id = '{}'", letter.id),
            "events",
            letter.id,
            "voided_by",
        ),
        (
            format!("UPDATE events SET holder = '{roux}' WHERE id = '{}'", order.id),
            "events",
            order.id,
            "holder",
        ),
    ] {
        let before = db.look(check::run);
        db.tamper(&sql).unwrap();
        let found = db.look(check::run);
        let new: Vec<_> = found.iter().filter(|difference| !before.contains(difference)).collect();
        assert!(
            new.iter().any(|d| (d.table, &*d.id, d.column) == (table, &*id.to_string(), column)),
            "{sql}: {new:?}"
        );
    }
});

db_test!(an_edit_brings_the_derived_columns_back, |db| {
    let mut teller = Teller::new();
    let lambert = teller.settled(db, "Menuiserie Lambert");
    db.tamper("UPDATE accounts SET search_text = 'rien'").unwrap();
    let found = db.look(check::run);
    assert_eq!((found.len(), found[0].column, &*found[0].stored), (1, "search_text", "rien"));
    db.put(|tx| accounts::update(tx, &lambert, MORNING));
    assert_eq!(db.look(check::run), []);
});
