//! The small nouns: selections, templates, follow-ups, users, sessions, tokens, settings, suppressions.

use filon_core::call::FollowUpReason;
use filon_core::follow_up::FollowUpKind;
use filon_core::{Channel, Moment};
use filon_store::follow_ups::{self, FollowUp};
use filon_store::segments::{self, Segment};
use filon_store::sessions::{self, Session};
use filon_store::suppressions::{self, Suppression};
use filon_store::templates::{self, Template};
use filon_store::tokens::{self, Token};
use filon_store::users::{self, User};
use filon_store::{StoreError, settings};
use jiff::civil::date;
use serde_json::json;

use crate::db_test;
use crate::support::{DAY, MORNING, Teller};

const fn later(minutes: i64) -> Moment {
    Moment::from_millis(MORNING.millis() + minutes * 60_000)
}

fn claire(teller: &mut Teller) -> User {
    User {
        id: teller.id(),
        name: "Claire Fontaine".into(),
        email: Some("claire@example.fr".into()),
        role: "admin".into(),
        password_hash: None,
        created_at: MORNING,
        disabled_at: None,
    }
}

db_test!(a_selection_is_saved_replaced_and_deleted, |db| {
    let mut teller = Teller::new();
    let gironde =
        Segment { id: teller.id(), name: "Gironde".into(), query: "dept:33".into(), created_at: MORNING };
    let again = Segment {
        id: teller.id(),
        name: "GIRONDE".into(),
        query: "dept:33 ville:Bordeaux".into(),
        ..gironde.clone()
    };
    db.put(|tx| segments::save(tx, &gironde));
    db.put(|tx| segments::save(tx, &again));
    let kept = Segment { id: gironde.id, ..again };
    assert_eq!(db.look(segments::list), std::slice::from_ref(&kept));
    assert_eq!(db.look(|tx| segments::by_name(tx, "gironde")), Some(kept));
    assert!(db.put(|tx| segments::delete(tx, "Gironde")));
    assert!(!db.put(|tx| segments::delete(tx, "Gironde")));
});

db_test!(a_template_keeps_its_bytes, |db| {
    let mut teller = Teller::new();
    let letter = Template {
        id: teller.id(),
        name: "Offre d’été".into(),
        kind: "letter".into(),
        file_name: "offre.docx".into(),
        fields: vec!["Nom".into(), "Civilité".into()],
        bytes: vec![0, 255, b'\\', b'\n', 0],
        created_at: MORNING,
    };
    db.put(|tx| templates::save(tx, &letter));
    assert_eq!(db.look(|tx| templates::get(tx, letter.id)), Some(letter.clone()));
    assert_eq!(db.look(|tx| templates::by_name(tx, "offre d'ete")), Some(letter.clone()));
    assert_eq!(db.look(templates::list), [Template { bytes: Vec::new(), ..letter.clone() }]);
    db.put(|tx| templates::delete(tx, letter.id));
    assert!(db.write(|tx| templates::delete(tx, letter.id)).is_err());
});

db_test!(follow_ups_are_due_until_they_are_done, |db| {
    let mut teller = Teller::new();
    let user = claire(&mut teller);
    db.put(|tx| users::insert(tx, &user));
    let lambert = teller.settled(db, "Menuiserie Lambert");
    let call = FollowUp {
        id: teller.id(),
        account: lambert.id,
        due_on: DAY,
        due_at: None,
        kind: FollowUpKind::Call,
        channel: Some(Channel::Phone),
        reason: Some(FollowUpReason::NoAnswer),
        note: "Rappeler".into(),
        campaign: None,
        owner: Some(user.id),
        done_on: None,
        created_at: MORNING,
    };
    let visit = FollowUp { id: teller.id(), due_on: date(2026, 9, 3), owner: None, ..call.clone() };
    db.put(|tx| {
        follow_ups::insert(tx, &visit)?;
        follow_ups::insert(tx, &call)
    });
    assert_eq!(db.look(|tx| follow_ups::due(tx, DAY, None)), std::slice::from_ref(&call));
    assert_eq!(db.look(|tx| follow_ups::due(tx, date(2026, 9, 9), None)), [call.clone(), visit.clone()]);
    assert_eq!(
        db.look(|tx| follow_ups::due(tx, date(2026, 9, 9), Some(user.id))),
        std::slice::from_ref(&call)
    );
    db.put(|tx| follow_ups::done(tx, call.id, DAY));
    db.put(|tx| follow_ups::done(tx, call.id, date(2026, 9, 8)));
    let done = FollowUp { done_on: Some(DAY), ..call };
    assert_eq!(db.look(|tx| follow_ups::of_account(tx, lambert.id)), [visit.clone(), done.clone()]);
    let moved = FollowUp { due_on: date(2027, 1, 1), ..visit };
    db.put(|tx| follow_ups::update(tx, &moved));
    assert_eq!(db.look(|tx| follow_ups::get(tx, moved.id)), Some(moved.clone()));
    assert!(db.put(|tx| follow_ups::delete(tx, done.id)));
    let refused = db.write(|tx| follow_ups::done(tx, done.id, DAY)).unwrap_err();
    assert!(matches!(refused, StoreError::NotFound { .. }));
});

db_test!(users_sign_in_and_sessions_end, |db| {
    let mut teller = Teller::new();
    let mut user = claire(&mut teller);
    db.put(|tx| users::insert(tx, &user));
    let namesake = User { id: teller.id(), name: "CLAIRE  FONTAINE".into(), ..user.clone() };
    assert!(matches!(db.write(|tx| users::insert(tx, &namesake)).unwrap_err(), StoreError::Conflict { .. }));
    user.password_hash = Some("$argon2id$…".into());
    db.put(|tx| users::update(tx, &user));
    assert_eq!(db.look(|tx| users::by_name(tx, "claire fontaine")), Some(user.clone()));
    assert_eq!(db.look(|tx| users::get(tx, user.id)), Some(user.clone()));
    assert_eq!((db.look(users::list), db.look(users::count)), (vec![user.clone()], 1));

    let session = |hash: &str| Session {
        token_hash: hash.into(),
        user: user.id,
        csrf: "c".into(),
        created_at: MORNING,
        seen_at: MORNING,
        expires_at: later(120),
    };
    db.put(|tx| ["a", "b", "c"].iter().try_for_each(|hash| sessions::insert(tx, &session(hash))));
    assert_eq!(db.look(|tx| sessions::find(tx, "a", later(119))), Some(session("a")));
    assert_eq!(db.look(|tx| sessions::find(tx, "a", later(120))), None);
    db.put(|tx| sessions::touch(tx, "a", later(60), later(180)));
    assert_eq!(db.look(|tx| sessions::find(tx, "a", later(170))).unwrap().seen_at, later(60));
    db.put(|tx| sessions::delete_of_user(tx, user.id, Some("b")));
    assert_eq!(db.look(|tx| sessions::find(tx, "a", MORNING)), None);
    assert!(db.look(|tx| sessions::find(tx, "b", MORNING)).is_some());
    db.put(|tx| sessions::purge(tx, later(120)));
    assert_eq!(db.look(|tx| sessions::find(tx, "b", MORNING)), None);
    db.put(|tx| sessions::delete(tx, "b"));

    assert_eq!(db.look(|tx| sessions::failures(tx, "claire", MORNING)), (0, None));
    db.put(|tx| {
        sessions::record_failure(tx, "claire", MORNING)?;
        sessions::record_failure(tx, "claire", later(3))
    });
    assert_eq!(db.look(|tx| sessions::failures(tx, "claire", later(1))), (1, Some(later(3))));
    db.put(|tx| sessions::clear_failures(tx, "claire"));
    assert_eq!(db.look(|tx| sessions::failures(tx, "claire", MORNING)), (0, None));
});

db_test!(a_token_works_until_it_expires_or_is_revoked, |db| {
    let mut teller = Teller::new();
    let token = Token {
        id: teller.id(),
        name: "Tableur".into(),
        user: None,
        hash: "abc".into(),
        scope: "read".into(),
        created_at: MORNING,
        expires_at: Some(later(10)),
        last_used_at: None,
        revoked_at: None,
    };
    db.put(|tx| tokens::insert(tx, &token));
    assert_eq!(db.look(|tx| tokens::find(tx, "abc", later(9))), Some(token.clone()));
    assert_eq!(db.look(|tx| tokens::find(tx, "abc", later(10))), None);
    db.put(|tx| tokens::touch(tx, token.id, later(2)));
    db.put(|tx| tokens::revoke(tx, token.id, later(3)));
    assert_eq!(db.look(|tx| tokens::find(tx, "abc", later(4))), None);
    let kept = Token { last_used_at: Some(later(2)), revoked_at: Some(later(3)), ..token };
    assert_eq!(db.look(tokens::list), [kept]);
});

db_test!(settings_are_values_under_keys, |db| {
    db.put(|tx| settings::set(tx, "company", &json!({"name": "Filon", "siret": null})));
    db.put(|tx| settings::set(tx, "company", &json!({"name": "L’Atelier"})));
    db.put(|tx| settings::set(tx, "credit_window", &json!(180)));
    assert_eq!(db.look(|tx| settings::get(tx, "company")), Some(json!({"name": "L’Atelier"})));
    assert_eq!(db.look(settings::all).len(), 2);
    db.put(|tx| settings::delete(tx, "company"));
    assert_eq!(db.look(|tx| settings::get(tx, "company")), None);
});

db_test!(a_suppression_keeps_its_first_moment, |db| {
    let all = Suppression { key: "h1".into(), channel: None, since: MORNING };
    let phone = Suppression { key: "h1".into(), channel: Some(Channel::Phone), since: later(5) };
    let again = Suppression { since: later(9), ..all.clone() };
    db.put(|tx| suppressions::add(tx, &[all.clone(), phone.clone(), again.clone()]));
    let found = db.look(|tx| suppressions::of(tx, &["h1", "h2", "h1"]));
    assert_eq!((found.len(), &found["h1"]), (1, &vec![all, phone]));
    db.put(|tx| suppressions::remove(tx, "h1", None));
    assert_eq!(db.look(suppressions::count), 1);
});
