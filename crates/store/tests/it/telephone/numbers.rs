//! Numbers found wrong.

use filon_store::retired_numbers::{self, NumberField};
use filon_store::{accounts, check, persons};

use super::world::{World, later};
use crate::db_test;
use crate::support::MORNING;

const OLD: &str = "+33556000001";

db_test!(a_wrong_number_leaves_everywhere_and_can_come_back, |db| {
    let mut world = World::new(db);
    let mut lambert = world.account(db, "Menuiserie Lambert");
    lambert.phone = Some(OLD.into());
    let mut claire = world.teller.person(lambert.id, "Claire", "Lambert");
    claire.mobile = OLD.into();
    db.put(|tx| {
        accounts::update(tx, &lambert, MORNING)?;
        persons::insert_many(tx, std::slice::from_ref(&claire), None)
    });
    let taken = db.put(|tx| retired_numbers::retire(tx, lambert.id, OLD, "wrong_number", later(1)));
    let told: Vec<_> = taken.iter().map(|number| (number.field, number.person)).collect();
    assert_eq!(told, [(NumberField::House, None), (NumberField::Mobile, Some(claire.id))]);
    let record = db.look(|tx| accounts::get(tx, lambert.id)).unwrap();
    assert_eq!((record.account.phone, &*record.persons[0].mobile), (None, ""));
    assert_eq!(record.persons[0].phone, claire.phone, "another number stays");
    assert_eq!(db.look(|tx| retired_numbers::of_account(tx, lambert.id)), taken);
    assert_eq!(db.put(|tx| retired_numbers::retire(tx, lambert.id, OLD, "x", later(2))), []);

    // Meanwhile the house has another number, which stays.
    lambert.phone = Some("+33556999999".into());
    db.put(|tx| accounts::update(tx, &lambert, later(3)));
    assert!(db.put(|tx| retired_numbers::give_back(tx, lambert.id, OLD, later(4))));
    assert!(!db.put(|tx| retired_numbers::give_back(tx, lambert.id, OLD, later(5))));
    let record = db.look(|tx| accounts::get(tx, lambert.id)).unwrap();
    assert_eq!((record.account.phone.as_deref(), &*record.persons[0].mobile), (Some("+33556999999"), OLD));
    assert_eq!(db.look(|tx| retired_numbers::of_account(tx, lambert.id)), []);
    assert_eq!(db.look(check::run), []);
});
