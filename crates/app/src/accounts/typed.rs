//! A form read into values, every field checked before any is saved.

use std::collections::BTreeMap;

use filon_core::account::normalise::{self, SiretProblem, collapse};
use filon_core::{Account, AccountKind, Address, Cents, Person};

use super::edit::{Edit, EditError, FieldError};
use crate::Actor;

/// The values of a form; empty texts are unknown.
#[derive(Debug, Clone)]
pub(super) struct Typed {
    pub kind: AccountKind,
    pub reference: Option<String>,
    pub name: String,
    pub siret: Option<String>,
    pub siren: Option<String>,
    naf: Option<String>,
    employees: Option<String>,
    revenue: Option<Cents>,
    address: Address,
    phone: Option<String>,
    email: Option<String>,
    website: Option<String>,
    source: Option<String>,
    tags: Vec<String>,
    note: Option<String>,
    custom: BTreeMap<String, String>,
    civility: String,
    first_name: String,
    last_name: String,
    role: String,
    person_email: String,
    person_phone: String,
    person_mobile: String,
}

impl Typed {
    /// Reads every field; all that is wrong is said at once.
    pub fn read(actor: &Actor, edit: &Edit) -> Result<Typed, EditError> {
        let (import, words) = (&actor.words().import, &actor.words().edit);
        let mut refusals = Vec::new();
        let mut refuse = |field: &'static str, message: String| refusals.push(FieldError { field, message });
        let (mut siret, mut siren) = (None, None);
        match normalise::siret(&edit.siret) {
            Ok(found) => {
                siren = Some(found.digits[..9].to_owned());
                siret = Some(found.digits);
            }
            Err(SiretProblem::Empty) => {}
            Err(SiretProblem::SirenGiven { siren: given }) => siren = Some(given),
            Err(problem) => refuse("siret", (import.siret)(&problem)),
        }
        let mut phone = |field: &'static str, text: &str| match normalise::phone(text) {
            _ if text.trim().is_empty() => None,
            Ok(phone) => Some(phone.e164),
            Err(_) => {
                refuse(field, words.phone.to_owned());
                None
            }
        };
        let (house_phone, person_phone, person_mobile) = (
            phone("phone", &edit.phone),
            phone("person_phone", &edit.person_phone),
            phone("person_mobile", &edit.person_mobile),
        );
        let mut email = |field: &'static str, text: &str| match normalise::email(text) {
            _ if text.trim().is_empty() => None,
            Ok(email) => Some(email),
            Err(_) => {
                refuse(field, words.email.to_owned());
                None
            }
        };
        let (house_email, person_email) =
            (email("email", &edit.email), email("person_email", &edit.person_email));
        let country = match optional(&edit.country) {
            None => "FR",
            Some(text) => normalise::country(&text).unwrap_or_else(|| {
                refuse("country", words.country.to_owned());
                "FR"
            }),
        };
        let postcode = optional(&edit.postcode).and_then(|text| match normalise::postcode(&text, country) {
            Ok(found) => Some(found.code),
            Err(_) => {
                refuse("postcode", words.postcode.to_owned());
                None
            }
        });
        let naf = optional(&edit.naf).and_then(|text| {
            let found = normalise::naf(&text);
            if found.is_none() {
                refuse("naf", words.naf.to_owned());
            }
            found
        });
        let revenue = optional(&edit.revenue).and_then(|text| {
            let found = normalise::parse_revenue(&text);
            if found.is_none() {
                refuse("revenue", words.revenue.to_owned());
            }
            found
        });
        let (first_name, last_name) = (collapse(&edit.first_name), collapse(&edit.last_name));
        let person = [first_name.as_str(), &last_name].join(" ").trim().to_owned();
        let name = Some(collapse(&edit.name)).filter(|name| !name.is_empty()).unwrap_or(person);
        if name.is_empty() {
            refuse("name", words.nameless.to_owned());
        }
        let mut lines = normalise::address_lines([edit.address.as_str()]);
        if lines.len() > 4 {
            let rest = lines.split_off(3);
            lines.push(rest.join(", "));
        }
        if !refusals.is_empty() {
            return Err(EditError::Fields(refusals));
        }
        let custom =
            edit.custom.iter().map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
        Ok(Typed {
            kind: edit.kind.unwrap_or(AccountKind::Company),
            reference: optional(&edit.reference),
            name,
            siret,
            siren,
            naf,
            employees: optional(&edit.employees),
            revenue,
            address: Address { lines, postcode, city: optional(&edit.city), country: country.to_owned() },
            phone: house_phone,
            email: house_email,
            website: optional(&edit.website),
            source: optional(&edit.source),
            tags: edit.tags.split([',', ';']).map(collapse).filter(|tag| !tag.is_empty()).collect(),
            note: Some(edit.note.trim().to_owned()).filter(|note| !note.is_empty()),
            custom: custom.filter(|(name, value)| !name.is_empty() && !value.is_empty()).collect(),
            civility: normalise::civility(&edit.civility)
                .map_or_else(|| collapse(&edit.civility), str::to_owned),
            first_name,
            last_name,
            role: collapse(&edit.role),
            person_email: person_email.unwrap_or_default(),
            person_phone: person_phone.unwrap_or_default(),
            person_mobile: person_mobile.unwrap_or_default(),
        })
    }

    pub fn fill(&self, account: &mut Account) {
        account.kind = self.kind;
        account.reference.clone_from(&self.reference);
        account.name.clone_from(&self.name);
        account.siret.clone_from(&self.siret);
        account.siren.clone_from(&self.siren);
        account.naf.clone_from(&self.naf);
        account.employees.clone_from(&self.employees);
        account.revenue = self.revenue;
        account.address.clone_from(&self.address);
        account.phone.clone_from(&self.phone);
        account.email.clone_from(&self.email);
        account.website.clone_from(&self.website);
        account.source.clone_from(&self.source);
        account.tags.clone_from(&self.tags);
        account.note.clone_from(&self.note);
        account.custom.clone_from(&self.custom);
    }

    pub fn fill_person(&self, person: &mut Person) {
        person.civility.clone_from(&self.civility);
        person.first_name.clone_from(&self.first_name);
        person.last_name.clone_from(&self.last_name);
        person.role.clone_from(&self.role);
        person.email.clone_from(&self.person_email);
        person.phone.clone_from(&self.person_phone);
        person.mobile.clone_from(&self.person_mobile);
    }
}

fn optional(text: &str) -> Option<String> {
    Some(collapse(text)).filter(|text| !text.is_empty())
}
