//! An account typed in or corrected, field by field, as text.

use std::collections::BTreeMap;

use filon_core::account::mapping::{Target, value_of};
use filon_core::account::normalise::{country_name, display_phone};
use filon_core::{Account, AccountKind, Address, Id, Person};
use filon_store::accounts::{self, Draft, Key};
use filon_store::{Tx, persons};

use super::typed::Typed;
use crate::fail::Fail;
use crate::{Actor, App, AppError, Result};

/// Every editable fact, as it was typed. A form shows it again when something in it is refused.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edit {
    pub kind: Option<AccountKind>,
    pub reference: String,
    pub name: String,
    pub siret: String,
    pub naf: String,
    pub employees: String,
    /// In euros.
    pub revenue: String,
    pub address: String,
    pub postcode: String,
    pub city: String,
    pub country: String,
    pub phone: String,
    pub email: String,
    pub website: String,
    pub source: String,
    /// Separated by commas.
    pub tags: String,
    pub note: String,
    pub custom: BTreeMap<String, String>,
    /// The primary person.
    pub civility: String,
    pub first_name: String,
    pub last_name: String,
    pub role: String,
    pub person_email: String,
    pub person_phone: String,
    pub person_mobile: String,
}

/// One field that was refused, with what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The name of the field of [`Edit`].
    pub field: &'static str,
    pub message: String,
}

/// Why nothing was saved: fields to correct, or something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    Fields(Vec<FieldError>),
    App(AppError),
}

impl From<AppError> for EditError {
    fn from(error: AppError) -> EditError {
        EditError::App(error)
    }
}

/// The account as a form shows it.
pub fn editable(app: &App, actor: &Actor, id: Id) -> Result<Edit> {
    let record = app.read(actor, |tx| found(tx, actor, id))?;
    let account = record.account;
    let person = record.persons.into_iter().next();
    let text = |value: Option<String>| value.unwrap_or_default();
    let phone = |value: Option<String>| value.as_deref().map(display_phone).unwrap_or_default();
    Ok(Edit {
        kind: Some(account.kind),
        revenue: value_of(&Target::Revenue, &account, None),
        reference: text(account.reference),
        name: account.name,
        siret: text(account.siret.or(account.siren)),
        naf: text(account.naf),
        employees: text(account.employees),
        address: account.address.lines.join("\n"),
        postcode: text(account.address.postcode),
        city: text(account.address.city),
        country: country_name(&account.address.country).unwrap_or(&account.address.country).to_owned(),
        phone: phone(account.phone),
        email: text(account.email),
        website: text(account.website),
        source: text(account.source),
        tags: account.tags.join(", "),
        note: text(account.note),
        custom: account.custom,
        civility: person.as_ref().map(|person| person.civility.clone()).unwrap_or_default(),
        first_name: person.as_ref().map(|person| person.first_name.clone()).unwrap_or_default(),
        last_name: person.as_ref().map(|person| person.last_name.clone()).unwrap_or_default(),
        role: person.as_ref().map(|person| person.role.clone()).unwrap_or_default(),
        person_email: person.as_ref().map(|person| person.email.clone()).unwrap_or_default(),
        person_phone: phone(person.as_ref().map(|person| person.phone.clone())),
        person_mobile: phone(person.map(|person| person.mobile)),
    })
}

/// Saves the corrections; nothing is saved when one field is refused.
pub fn edit(app: &App, actor: &Actor, id: Id, edit: &Edit) -> std::result::Result<(), EditError> {
    let typed = Typed::read(actor, edit)?;
    let (now, new_person) = (app.now(), app.next_id());
    let taken = app.write(actor, |tx| {
        let record = found(tx, actor, id)?;
        if let Some(taken) = taken(tx, &typed, Some(id))? {
            return Ok(Some(taken));
        }
        let mut account = record.account;
        typed.fill(&mut account);
        accounts::update(tx, &account, now)?;
        let old = record.persons.into_iter().next();
        let had_person = old.is_some();
        let mut person = old.unwrap_or_else(|| Person::nobody(new_person, id));
        let before = person.clone();
        typed.fill_person(&mut person);
        match had_person {
            true if person != before => persons::update(tx, &person, now)?,
            false if person != before => persons::insert_many(tx, &[person], None)?,
            _ => {}
        }
        Ok(None)
    })?;
    taken.map_or(Ok(()), |field| Err(EditError::Fields(vec![refusal_taken(actor, field)])))
}

/// Makes an account that was typed in.
pub fn create(app: &App, actor: &Actor, edit: &Edit) -> std::result::Result<Id, EditError> {
    let typed = Typed::read(actor, edit)?;
    let id = app.next_id();
    let mut account = Account {
        id,
        reference: None,
        kind: typed.kind,
        name: String::new(),
        siret: None,
        siren: None,
        naf: None,
        employees: None,
        revenue: None,
        address: Address::default(),
        phone: None,
        email: None,
        website: None,
        source: None,
        tags: Vec::new(),
        partial_diffusion: false,
        custom: BTreeMap::new(),
        note: None,
        owner: actor.user,
        batch: None,
        created_at: app.now(),
    };
    typed.fill(&mut account);
    account.source.get_or_insert_with(|| actor.words().edit.typed_in.to_owned());
    let mut person = Person::nobody(app.next_id(), id);
    typed.fill_person(&mut person);
    let somebody = person != Person::nobody(person.id, id);
    let draft =
        Draft { account, persons: somebody.then_some(person).into_iter().collect(), events: Vec::new() };
    let taken = app.write(actor, |tx| {
        let taken = taken(tx, &typed, None)?;
        if taken.is_none() {
            accounts::insert_many(tx, std::slice::from_ref(&draft))?;
        }
        Ok(taken)
    })?;
    taken.map_or(Ok(id), |field| Err(EditError::Fields(vec![refusal_taken(actor, field)])))
}

fn found(tx: &mut Tx<'_>, actor: &Actor, id: Id) -> std::result::Result<accounts::AccountRecord, Fail> {
    let missing = || AppError::not_found((actor.words().store.not_found)(&id.to_string())).into();
    accounts::get(tx, id)?.ok_or_else(missing)
}

/// The field whose value another account has.
fn taken(tx: &mut Tx<'_>, typed: &Typed, own: Option<Id>) -> std::result::Result<Option<&'static str>, Fail> {
    let keys = [("reference", Key::Reference, &typed.reference), ("siret", Key::Siret, &typed.siret)];
    for (field, key, value) in keys {
        if let Some(value) = value {
            let holder = accounts::find(tx, key, &[value.as_str()])?.into_values().next();
            if holder.is_some() && holder != own {
                return Ok(Some(field));
            }
        }
    }
    Ok(None)
}

fn refusal_taken(actor: &Actor, field: &'static str) -> FieldError {
    FieldError { field, message: actor.words().edit.taken.to_owned() }
}
