//! One field of an account filled by an answer on the telephone, by the rules of the form.

use filon_core::account::mapping::Target;
use filon_core::account::normalise::full_name;
use filon_core::{Account, Person};

use super::edit::{Edit, EditError};
use super::typed::Typed;
use crate::Actor;

/// Fills a field with what was answered, or empties it; the problem is worded where the form would refuse.
pub(crate) fn fill(
    actor: &Actor,
    target: &Target,
    answer: &str,
    account: &mut Account,
    person: &mut Person,
) -> Result<(), String> {
    let text = answer.trim().to_owned();
    let mut edit = Edit {
        kind: Some(account.kind),
        // A form without a name is refused, whatever else it says.
        name: account.name.clone(),
        country: account.address.country.clone(),
        ..Edit::default()
    };
    let typed = |edit: &Edit| Typed::read(actor, edit).map_err(first_problem);
    match target {
        Target::Name => {
            edit.name.clone_from(&text);
            account.name = typed(&edit)?.name;
        }
        Target::Naf => take(account, &typed(&Edit { naf: text, ..edit })?, |to, from| to.naf = from.naf),
        Target::Employees => account.employees = Some(text).filter(|text| !text.is_empty()),
        Target::Revenue => {
            take(account, &typed(&Edit { revenue: text, ..edit })?, |to, from| to.revenue = from.revenue);
        }
        Target::AddressLine(line) => set_line(account, usize::from(*line), text),
        Target::Postcode => take(account, &typed(&Edit { postcode: text, ..edit })?, |to, from| {
            to.address.postcode = from.address.postcode;
        }),
        Target::City => account.address.city = Some(text).filter(|text| !text.is_empty()),
        Target::HousePhone => {
            take(account, &typed(&Edit { phone: text, ..edit })?, |to, from| to.phone = from.phone);
        }
        Target::HouseEmail => {
            take(account, &typed(&Edit { email: text, ..edit })?, |to, from| to.email = from.email);
        }
        Target::Website => account.website = Some(text).filter(|text| !text.is_empty()),
        Target::Note => account.note = Some(text).filter(|text| !text.is_empty()),
        Target::Custom(name) => match text.as_str() {
            "" => {
                account.custom.remove(name);
            }
            text => {
                account.custom.insert(name.clone(), text.to_owned());
            }
        },
        Target::Civility => {
            let mut read = person.clone();
            typed(&Edit { civility: text, ..edit })?.fill_person(&mut read);
            person.civility = read.civility;
        }
        Target::FirstName => person.first_name = text,
        Target::LastName => person.last_name = text,
        Target::FullName => {
            let name = full_name(&text);
            (person.first_name, person.last_name) = (name.first_name, name.last_name);
        }
        Target::Role => person.role = text,
        Target::Email => {
            let mut read = person.clone();
            typed(&Edit { person_email: text, ..edit })?.fill_person(&mut read);
            person.email = read.email;
        }
        Target::Phone => {
            let mut read = person.clone();
            typed(&Edit { person_phone: text, ..edit })?.fill_person(&mut read);
            person.phone = read.phone;
        }
        Target::Mobile => {
            let mut read = person.clone();
            typed(&Edit { person_mobile: text, ..edit })?.fill_person(&mut read);
            person.mobile = read.mobile;
        }
        // What the law or the state gives is filled by no answer: `Fills` refuses it.
        _ => {}
    }
    Ok(())
}

fn first_problem(error: EditError) -> String {
    match error {
        EditError::Fields(fields) => fields.into_iter().map(|field| field.message).next().unwrap_or_default(),
        EditError::App(error) => error.message,
    }
}

fn take(account: &mut Account, typed: &Typed, field: impl FnOnce(&mut Account, Account)) {
    let mut read = account.clone();
    typed.fill(&mut read);
    field(account, read);
}

fn set_line(account: &mut Account, line: usize, text: String) {
    let lines = &mut account.address.lines;
    let place = line.saturating_sub(1);
    while lines.len() <= place {
        lines.push(String::new());
    }
    if let Some(at) = lines.get_mut(place) {
        *at = text;
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
}
