//! Merge fields of scripts.

use filon_core::call::{Example, FieldValues, OwnField, fill};

use super::{script, sophie};
use crate::story::company;

fn own() -> Vec<(OwnField, String)> {
    vec![
        (OwnField::Me, "Karim Benali".into()),
        (OwnField::OurCompany, "Net Aquitaine".into()),
        (OwnField::OurPhone, "05 56 44 55 66".into()),
    ]
}

#[test]
fn somebody_known_is_greeted_by_name() {
    let (mut account, sophie, own) = (company("Garage Dupont"), sophie(), own());
    account.custom.insert("Marque préférée".into(), "Renault".into());
    let values = FieldValues { account: &account, person: Some(&sophie), own: &own, custom_fields: &[] };
    let said = |text: &str| fill(text, &values).text();
    assert_eq!(
        said("Bonjour {civilité} {NOM}, {Moi}, de {notre societe}. Vous êtes {Fonction} chez {Société} ?"),
        "Bonjour Madame Martin, Karim Benali, de Net Aquitaine. Vous êtes gérante chez Garage Dupont ?"
    );
    assert_eq!(
        said("{Prénom} {marque preferee} {Téléphone} {Notre téléphone}"),
        "Sophie Renault 05 56 11 22 33 05 56 44 55 66"
    );
    assert_eq!(said("{Créneau 1|mardi} ou {Couleur} {"), "mardi ou {Couleur} {");
}

#[test]
fn nobody_known_leaves_no_holes() {
    let (account, own) = (company("Garage Dupont"), own());
    let values = FieldValues { account: &account, person: None, own: &own, custom_fields: &[] };
    let said = |text: &str| fill(text, &values).text();
    assert_eq!(said("Bonjour {Civilité} {Nom}, {Moi}."), "Bonjour, Karim Benali.");
    assert_eq!(said("Parfait, {Civilité} {Nom}. Alors"), "Parfait. Alors");
    assert_eq!(said("Je comprends, {Civilité} {Nom}, et merci"), "Je comprends, et merci");
    assert_eq!(said("C’est entendu, {Civilité} {Nom}\u{a0}: mardi"), "C’est entendu\u{a0}: mardi");
    assert_eq!(said("Est-ce que {Civilité} {Nom|le gérant} est là ?"), "Est-ce que le gérant est là ?");
    assert_eq!(said("{Civilité} {Nom|Le gérant} est là ?"), "Le gérant est là ?");
}

#[test]
fn the_examples_read_well_with_and_without_a_person() {
    let (account, sophie, own) = (company("Garage Dupont"), sophie(), own());
    for which in Example::ALL {
        for text in script(which).texts() {
            for person in [Some(&sophie), None] {
                let values = FieldValues { account: &account, person, own: &own, custom_fields: &[] };
                let filled = fill(text, &values);
                assert_eq!(filled.unknown().count(), 0);
                let said = filled.text();
                for hole in ["  ", " ,", " .", ",,", ",.", "{", "}"] {
                    assert!(!said.contains(hole), "{hole:?} in {said}");
                }
            }
        }
    }
}
