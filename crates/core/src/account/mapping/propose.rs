//! A mapping for the headers of one file.

use super::Target;
use super::headers::{ranked, squash};

/// What a header says beside its neighbours: `Nom` beside `Prénom` is a last name, alone it is the
/// name of the account; `Name` beside a company is a person's; `Title` beside a role is a civility.
/// Also finds the value of a letter's field among the letter's fields.
pub fn recognise_among(header: &str, headers: &[String]) -> Option<Target> {
    among(header, &neighbours(headers)).map(|(target, _)| target)
}

/// What the headers say for sure.
fn neighbours(headers: &[String]) -> Vec<(&str, Target)> {
    let sure = headers.iter().filter(|header| !matches!(squash(header).as_str(), "name" | "nom"));
    sure.filter_map(|header| Some((header.as_str(), ranked(header)?.0))).collect()
}

fn among(header: &str, neighbours: &[(&str, Target)]) -> Option<(Target, usize)> {
    let (target, rank) = ranked(header)?;
    let other_says =
        |wanted: &Target| neighbours.iter().any(|(other, said)| *other != header && said == wanted);
    let settled = match squash(header).as_str() {
        "nom" if other_says(&Target::FirstName) => Target::LastName,
        "nom" if other_says(&Target::Name) => Target::LastName,
        "nom" => Target::Name,
        "name" if other_says(&Target::FirstName) || other_says(&Target::LastName) => Target::FullName,
        "name" if other_says(&Target::Name) => Target::FullName,
        "title" if other_says(&Target::Role) => Target::Civility,
        "nomcontact" | "nomducontact" | "nominterlocuteur" | "nomdirigeant" | "nomdudirigeant"
            if !other_says(&Target::FirstName) =>
        {
            Target::FullName
        }
        "nomclient" | "nomduclient" | "nomprospect" if other_says(&Target::FirstName) => Target::LastName,
        _ => target,
    };
    Some((settled, rank))
}

/// One target for each header, in their order, each target at most once. Of two headers that say
/// the same, the surer wins; a second telephone becomes the mobile, or the house's number; whatever
/// is unknown or left over becomes a field of the company's own, so that nothing is lost.
pub fn propose_mapping(headers: &[String]) -> Vec<Target> {
    let neighbours = neighbours(headers);
    let said: Vec<Option<(Target, usize)>> =
        headers.iter().map(|header| among(header, &neighbours)).collect();
    let mut taken: Vec<Target> = Vec::new();
    let mut mapping: Vec<Option<Target>> = vec![None; headers.len()];
    let mut by_rank: Vec<usize> = (0..headers.len()).filter(|at| said[*at].is_some()).collect();
    by_rank.sort_by_key(|at| (said[*at].as_ref().map(|(_, rank)| *rank), *at));
    let mut leftover = Vec::new();
    for at in by_rank {
        let Some((target, _)) = &said[at] else { continue };
        if taken.contains(target) {
            leftover.push((at, target.clone()));
        } else {
            taken.push(target.clone());
            mapping[at] = Some(target.clone());
        }
    }
    leftover.sort_by_key(|(at, _)| *at);
    for (at, target) in leftover {
        let seconds: &[Target] = match target {
            Target::Phone => &[Target::Mobile, Target::HousePhone],
            Target::Mobile | Target::HousePhone => &[Target::Phone],
            Target::Email => &[Target::HouseEmail],
            Target::AddressLine(1) => {
                &[Target::AddressLine(2), Target::AddressLine(3), Target::AddressLine(4)]
            }
            Target::AddressLine(2) => &[Target::AddressLine(3), Target::AddressLine(4)],
            Target::AddressLine(3) => &[Target::AddressLine(4)],
            _ => &[],
        };
        if let Some(second) = seconds.iter().find(|second| !taken.contains(second)) {
            taken.push(second.clone());
            mapping[at] = Some(second.clone());
        }
    }
    let mut own: Vec<String> = Vec::new();
    mapping
        .into_iter()
        .enumerate()
        .map(|(at, target)| {
            target.unwrap_or_else(|| {
                let name = free_name(&headers[at], at, &own);
                own.push(name.clone());
                Target::Custom(name)
            })
        })
        .collect()
}

/// The header's words, with a number where another column has them, the place where it has none.
fn free_name(header: &str, at: usize, used: &[String]) -> String {
    let trimmed = header.split_whitespace().collect::<Vec<_>>().join(" ");
    let base = if squash(&trimmed).is_empty() { format!("Colonne {}", at + 1) } else { trimmed };
    let is_used = |name: &str| used.iter().any(|other| crate::text::fold(other) == crate::text::fold(name));
    if !is_used(&base) {
        return base;
    }
    let mut number = 2;
    while is_used(&format!("{base} {number}")) {
        number += 1;
    }
    format!("{base} {number}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(headers: &[&str]) -> Vec<String> {
        let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
        propose_mapping(&headers).iter().map(Target::code).collect()
    }

    #[test]
    fn a_typical_file_is_understood() {
        assert_eq!(
            codes(&[
                "id",
                "societe",
                "siret",
                "naf",
                "civilite",
                "prenom",
                "nom",
                "email",
                "telephone",
                "adresse",
                "cp",
                "ville",
                "effectif",
                "ca",
                "consentement",
                "dernier_contact",
                "source",
            ]),
            [
                "reference",
                "name",
                "siret",
                "naf",
                "civility",
                "first_name",
                "last_name",
                "email",
                "phone",
                "address1",
                "postcode",
                "city",
                "employees",
                "revenue",
                "consent",
                "last_contact",
                "source",
            ]
        );
    }

    #[test]
    fn a_name_depends_on_its_neighbours() {
        assert_eq!(codes(&["Nom", "Ville"]), ["name", "city"]);
        assert_eq!(codes(&["Nom", "Prénom"]), ["last_name", "first_name"]);
        assert_eq!(codes(&["Société", "Nom"]), ["name", "last_name"]);
        assert_eq!(codes(&["Name", "Given Name", "Family Name"]), ["full_name", "first_name", "last_name"]);
        assert_eq!(codes(&["Name", "City"]), ["name", "city"]);
        assert_eq!(codes(&["Société", "Nom du contact"]), ["name", "full_name"]);
        assert_eq!(codes(&["Nom client", "Prénom client"]), ["last_name", "first_name"]);
        assert_eq!(codes(&["Title", "Job Title"]), ["civility", "role"]);
        assert_eq!(codes(&["Title", "Last Name"]), ["role", "last_name"]);
    }

    #[test]
    fn each_target_once_and_nothing_lost() {
        assert_eq!(codes(&["Tél", "Tél 2"]), ["phone", "mobile"]);
        assert_eq!(codes(&["Tél", "Tél bureau", "Portable"]), ["phone", "house_phone", "mobile"]);
        assert_eq!(codes(&["Enseigne", "Raison sociale"]), ["custom.Enseigne", "name"]);
        assert_eq!(
            codes(&["Couleur", "couleur", "", "Ville", "Ville"]),
            ["custom.Couleur", "custom.couleur 2", "custom.Colonne 3", "city", "custom.Ville"]
        );
        assert_eq!(codes(&["Adresse", "Rue"]), ["address1", "address2"]);
        assert_eq!(codes(&[]), Vec::<String>::new());
    }
}
