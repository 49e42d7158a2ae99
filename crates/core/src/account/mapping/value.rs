//! The value of a target, for a letter's field or an export's column.

use super::Target;
use crate::account::normalise::{country_name, display_phone};
use crate::account::{Account, AccountKind, Person};
use crate::text::fold;

/// The text of a target for an account and somebody at it; empty where unknown. Telephones are
/// spaced as they are read, a revenue is in euros, days are `15/03/2026`.
pub fn value_of(target: &Target, account: &Account, person: Option<&Person>) -> String {
    let own = |text: &Option<String>| text.clone().unwrap_or_default();
    let of_person =
        |read: fn(&Person) -> &str| person.map(|person| read(person).to_owned()).unwrap_or_default();
    let line = |at: usize| account.address.lines.get(at).cloned().unwrap_or_default();
    match target {
        Target::Reference => own(&account.reference),
        Target::Kind => account.kind.code().to_owned(),
        Target::Name => account.name.clone(),
        Target::Siret => own(&account.siret),
        Target::Siren => own(&account.siren),
        Target::Naf => own(&account.naf),
        Target::Employees => own(&account.employees),
        Target::Revenue => account.revenue.map(euros).unwrap_or_default(),
        Target::AddressLine(number) => line(usize::from(*number).saturating_sub(1)),
        Target::FullAddress => full_address(account),
        Target::StreetName => line(0),
        Target::Postcode => own(&account.address.postcode),
        Target::City => own(&account.address.city),
        Target::PostcodeCity => postcode_city(account),
        Target::Country => {
            let code = account.address.country.as_str();
            country_name(code).unwrap_or(code).to_owned()
        }
        Target::HousePhone => account.phone.as_deref().map(display_phone).unwrap_or_default(),
        Target::HouseEmail => own(&account.email),
        Target::Civility => of_person(|person| &person.civility),
        Target::FirstName => of_person(|person| &person.first_name),
        Target::LastName => match person {
            None if account.kind == AccountKind::Individual => account.name.clone(),
            _ => of_person(|person| &person.last_name),
        },
        Target::FullName => match person {
            Some(person) => person.full_name(),
            None if account.kind == AccountKind::Individual => account.name.clone(),
            None => String::new(),
        },
        Target::Role => of_person(|person| &person.role),
        Target::Email => first([of_person(|person| &person.email), own(&account.email)]),
        Target::Phone => display_phone(&first([of_person(|person| &person.phone), own(&account.phone)])),
        Target::Mobile => display_phone(&of_person(|person| &person.mobile)),
        Target::Website => own(&account.website),
        Target::Source => own(&account.source),
        Target::Tags => account.tags.join(", "),
        Target::Note => own(&account.note),
        Target::CreatedOn => {
            let day = account.created_at.day();
            format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
        }
        Target::Custom(name) => {
            let wanted = fold(name);
            let found = account.custom.iter().find(|(field, _)| fold(field) == wanted);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        }
        Target::Vat
        | Target::EmployeesBand
        | Target::StreetNumber
        | Target::StreetRepetition
        | Target::StreetType
        | Target::Consent
        | Target::OptOut
        | Target::LastContact
        | Target::Diffusion
        | Target::Ignore => String::new(),
    }
}

fn first<const N: usize>(texts: [String; N]) -> String {
    texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

fn euros(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let (whole, part) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    if part == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole},{part:02}") }
}

fn postcode_city(account: &Account) -> String {
    let parts = [&account.address.postcode, &account.address.city];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn full_address(account: &Account) -> String {
    let mut lines = account.address.lines.clone();
    lines.push(postcode_city(account));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
