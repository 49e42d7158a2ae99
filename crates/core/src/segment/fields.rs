//! The names of fields, in both languages.

use super::Field;
use crate::text::fold;

/// A field with its French and English name and the other words for it, folded.
pub(super) struct Naming {
    pub field: Field,
    pub french: &'static str,
    pub english: &'static str,
    pub others: &'static [&'static str],
}

const fn naming(
    field: Field,
    french: &'static str,
    english: &'static str,
    others: &'static [&'static str],
) -> Naming {
    Naming { field, french, english, others }
}

pub(super) const NAMINGS: &[Naming] = &[
    naming(Field::Name, "nom", "name", &["raison sociale", "societe", "company"]),
    naming(Field::Kind, "type", "kind", &["nature"]),
    naming(Field::Stage, "étape", "stage", &["statut", "status", "stade"]),
    naming(Field::Siret, "siret", "siret", &[]),
    naming(Field::Siren, "siren", "siren", &[]),
    naming(Field::Naf, "naf", "naf", &["ape", "code naf", "code ape", "activite"]),
    naming(Field::Employees, "effectif", "employees", &["effectifs", "salaries", "headcount"]),
    naming(Field::Revenue, "ca", "revenue", &["chiffre d affaires", "turnover"]),
    naming(Field::City, "ville", "city", &["commune", "town"]),
    naming(Field::Postcode, "cp", "postcode", &["code postal", "zip"]),
    naming(Field::Dept, "dept", "dept", &["departement", "department", "dep", "dpt"]),
    naming(Field::Region, "région", "region", &[]),
    naming(Field::Country, "pays", "country", &[]),
    naming(Field::Source, "source", "source", &["origine", "provenance"]),
    naming(Field::List, "liste", "list", &["fichier", "file", "lot", "batch", "import"]),
    naming(Field::Tag, "étiquette", "tag", &["etiquettes", "tags"]),
    naming(Field::Created, "créé", "created", &["cree le", "creation", "creee", "ajoute"]),
    naming(
        Field::Contacted,
        "contacté",
        "contacted",
        &["contactee", "dernier contact", "last contact", "contact"],
    ),
    naming(Field::Inbound, "entrant", "inbound", &["contact entrant", "recu"]),
    naming(Field::Campaign, "action", "campaign", &["campagne", "campagnes", "actions", "operation"]),
    naming(Field::Channel, "canal", "channel", &["canaux"]),
    naming(Field::Event, "événement", "event", &["evenements", "events", "evt"]),
    naming(Field::Meeting, "rdv", "meeting", &["rendez vous", "rendezvous"]),
    naming(Field::Quote, "devis", "quote", &[]),
    naming(Field::Order, "commande", "order", &["commandes", "orders"]),
    naming(Field::Amount, "montant", "amount", &["total commandes"]),
    naming(Field::FollowUp, "relance", "follow-up", &["followup", "relances", "rappel"]),
    naming(Field::Owner, "responsable", "owner", &["commercial", "suivi par"]),
    naming(Field::Consent, "consentement", "consent", &["accord"]),
    naming(Field::OptOut, "opposition", "opt-out", &["optout", "desinscrit", "oppose"]),
    naming(Field::Email, "email", "email", &["e mail", "mail", "courriel", "mel"]),
    naming(Field::Phone, "téléphone", "phone", &["tel", "portable", "mobile"]),
];

/// The prefixes of the company's own fields.
pub(super) const OWN: [&str; 3] = ["champ.", "field.", "custom."];

/// Every name that a field can be given, for proposals while typing.
pub fn field_names() -> impl Iterator<Item = &'static str> {
    NAMINGS.iter().flat_map(|naming| {
        [Some(naming.french), (naming.english != naming.french).then_some(naming.english)]
            .into_iter()
            .flatten()
    })
}

/// The field of a name as it was typed; `None` where there is none.
pub(super) fn field_named(typed: &str) -> Option<Field> {
    let folded = fold(typed);
    for prefix in OWN {
        if let Some(name) = folded.strip_prefix(prefix) {
            let name = fold(name);
            return (!name.is_empty()).then_some(Field::Custom(name));
        }
    }
    NAMINGS
        .iter()
        .find(|naming| {
            fold(naming.french) == folded
                || fold(naming.english) == folded
                || naming.others.contains(&folded.as_str())
        })
        .map(|naming| naming.field.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_means_two_fields() {
        let mut seen = std::collections::HashMap::new();
        for naming in NAMINGS {
            let mut names = vec![fold(naming.french), fold(naming.english)];
            names.extend(naming.others.iter().map(|other| (*other).to_owned()));
            names.sort();
            names.dedup();
            for name in names {
                assert_eq!(seen.insert(name.clone(), naming.french), None, "{name}");
                assert_eq!(fold(&name), name);
                assert_eq!(field_named(&name).as_ref(), Some(&naming.field));
            }
        }
    }

    #[test]
    fn names_of_both_languages_and_own_fields() {
        for (typed, field) in [
            ("Étape", Field::Stage),
            ("STATUT", Field::Stage),
            ("e-mail", Field::Email),
            ("rendez-vous", Field::Meeting),
            ("opt-out", Field::OptOut),
            ("département", Field::Dept),
            ("champ.Secteur_d'activité", Field::Custom("secteur d activite".into())),
            ("FIELD.x", Field::Custom("x".into())),
        ] {
            assert_eq!(field_named(typed), Some(field), "{typed}");
        }
        assert_eq!(field_named("couleur"), None);
        assert_eq!(field_named("champ."), None);
    }
}
