//! Recognising accounts by what people write of them.

use filon_store::accounts::{self, Key};

use crate::db_test;
use crate::support::Teller;

db_test!(an_account_is_found_by_reference_siret_or_e_mail, |db| {
    let mut teller = Teller::new();
    let mut lambert = teller.draft("Menuiserie Lambert");
    lambert.account.reference = Some("C-1".into());
    lambert.account.siret = Some("73282932000074".into());
    lambert.persons = vec![teller.person(lambert.account.id, "claire", "Lambert")];
    let mut roux = teller.draft("Ferronnerie Roux");
    roux.account.email = Some("contact@roux.example".into());
    // An e-mail that both have: the older account answers.
    roux.persons = vec![teller.person(roux.account.id, "claire", "Roux")];
    let (first, second) = (lambert.account.id, roux.account.id);
    db.put(|tx| accounts::insert_many(tx, &[lambert.clone(), roux.clone()]));

    let texts = [
        "C-1",
        " C-1 ",
        "732 829 320 00074",
        "CLAIRE@example.fr",
        "contact@roux.example",
        &second.to_string().to_lowercase(),
        "personne",
        "",
    ]
    .map(str::to_owned);
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let found = db.look(|tx| accounts::resolve(tx, &texts));
    let answers: Vec<_> = texts.iter().map(|text| found.get(*text).copied()).collect();
    let expected =
        [Some(first), Some(first), Some(first), Some(first), Some(second), Some(second), None, None];
    assert_eq!(answers, expected);

    let found =
        db.look(|tx| accounts::find(tx, Key::Email, &["claire@example.fr", "contact@roux.example", ""]));
    assert_eq!((found.len(), found["claire@example.fr"], found["contact@roux.example"]), (2, first, second));
    let key = filon_core::account::keys::dedupe_key(&roux.account).unwrap();
    assert_eq!(db.look(|tx| accounts::find(tx, Key::Dedupe, &[&key]))[&key], second);
});

db_test!(thousands_are_looked_up_in_parts, |db| {
    let mut teller = Teller::new();
    let drafts: Vec<_> = (0..1_003)
        .map(|n| {
            let mut draft = teller.draft(&format!("Société {n}"));
            draft.account.reference = Some(format!("R{n}"));
            draft
        })
        .collect();
    db.put(|tx| accounts::insert_many(tx, &drafts));
    let references: Vec<String> = (0..2_000).map(|n| format!("R{n}")).collect();
    let references: Vec<&str> = references.iter().map(String::as_str).collect();
    let found = db.look(|tx| accounts::find(tx, Key::Reference, &references));
    assert_eq!(found.len(), 1_003);
    assert!(drafts.iter().all(|draft| found[draft.account.reference.as_ref().unwrap()] == draft.account.id));
});
