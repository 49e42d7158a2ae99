//! An account in the words of the contract.

use filon_core::{Account, Person, Stage};

use crate::answer::{AccountAnswer, PersonAnswer};

/// The contract's answer for one account.
pub(crate) fn answer_of(account: &Account, persons: &[Person], stage: Stage) -> AccountAnswer {
    AccountAnswer {
        id: account.id.to_string(),
        reference: account.reference.clone(),
        name: account.name.clone(),
        kind: account.kind.code(),
        stage: stage.code(),
        siret: account.siret.clone(),
        naf: account.naf.clone(),
        employees: account.employees.clone(),
        address: account.address.lines.clone(),
        postcode: account.address.postcode.clone(),
        city: account.address.city.clone(),
        country: account.address.country.clone(),
        persons: persons.iter().map(person_answer).collect(),
        custom: account.custom.clone(),
        source: account.source.clone().unwrap_or_default(),
    }
}

fn person_answer(person: &Person) -> PersonAnswer {
    let phone = if person.phone.is_empty() { &person.mobile } else { &person.phone };
    PersonAnswer {
        civility: person.civility.clone(),
        first_name: person.first_name.clone(),
        last_name: person.last_name.clone(),
        role: person.role.clone(),
        email: person.email.clone(),
        phone: phone.clone(),
    }
}
