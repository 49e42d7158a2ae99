//! The form of an account: what was typed is shown again with what to correct.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use filon_app::accounts::{self, Edit, EditError, FieldError};
use filon_core::{AccountKind, Id};

use crate::failure::Failure;
use crate::notes::Undo;
use crate::page::{Page, show, show_refused};
use crate::params::Params;
use crate::posted::Posted;
use crate::shell::{Nav, Shell};
use crate::words::{Text, Words};

#[derive(Template)]
#[template(path = "fiche/formulaire.html")]
pub struct FormView {
    pub shell: Shell,
    pub title: String,
    pub action: String,
    pub back: String,
    pub individual: bool,
    pub groups: Vec<InputGroup>,
    pub problem: Option<String>,
}

pub struct InputGroup {
    pub title: String,
    pub inputs: Vec<Input>,
}

pub struct Input {
    pub name: String,
    pub label: String,
    pub value: String,
    pub hint: String,
    pub long: bool,
    pub error: Option<String>,
}

/// `GET /fiches/nouvelle`.
pub async fn new(page: Page) -> Result<Response, Failure> {
    let edit = Edit { name: page.params.get("nom").to_owned(), ..Edit::default() };
    show(&form_view(page.shell(Nav::File), None, &edit, &[], None))
}

/// `GET /fiches/{id}/modifier`.
pub async fn edit(page: Page, Path(id): Path<Id>) -> Result<Response, Failure> {
    let edit = page.call(move |app, actor| accounts::editable(app, actor, id)).await?;
    show(&form_view(page.shell(Nav::File), Some(id), &edit, &[], None))
}

/// `POST /fiches`.
pub async fn create(page: Page, form: Posted) -> Result<Response, Failure> {
    let edit = typed(&form.fields);
    let asked = edit.clone();
    match page.call(move |app, actor| split(accounts::create(app, actor, &asked))).await? {
        Ok(id) => Ok(page.done(&format!("/fiches/{id}"), page.words().card.created, None)),
        Err(fields) => again(&page, None, &edit, &fields),
    }
}

/// `POST /fiches/{id}`.
pub async fn save(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let edit = typed(&form.fields);
    let asked = edit.clone();
    let saved = page.call(move |app, actor| {
        let before = accounts::editable(app, actor, id)?;
        split(accounts::edit(app, actor, id, &asked).map(|()| before))
    });
    match saved.await? {
        Ok(before) => {
            let undo = Some(Undo::Edit(id, Box::new(before)));
            Ok(page.done(&format!("/fiches/{id}"), page.words().common.saved, undo))
        }
        Err(fields) => again(&page, Some(id), &edit, &fields),
    }
}

/// Fields to correct are an answer; anything else is a failure.
fn split<T>(result: Result<T, EditError>) -> filon_app::Result<Result<T, Vec<FieldError>>> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(EditError::Fields(fields)) => Ok(Err(fields)),
        Err(EditError::App(error)) => Err(error),
    }
}

fn again(page: &Page, id: Option<Id>, edit: &Edit, fields: &[FieldError]) -> Result<Response, Failure> {
    let known = |field: &&FieldError| LAYOUT.iter().any(|(_, names)| names.contains(&field.field));
    let (shown, other): (Vec<&FieldError>, Vec<&FieldError>) = fields.iter().partition(known);
    let problem = other.into_iter().map(|field| field.message.clone()).reduce(|a, b| format!("{a} {b}"));
    let shown: Vec<FieldError> = shown.into_iter().cloned().collect();
    let view = form_view(page.shell(Nav::File), id, edit, &shown, problem);
    show_refused(&view, StatusCode::UNPROCESSABLE_ENTITY)
}

/// The groups of the form and the fields in each, by their names in [`Edit`].
const LAYOUT: [(usize, &[&str]); 4] = [
    (0, &["name", "siret", "naf", "employees", "revenue", "reference"]),
    (1, &["address", "postcode", "city", "country", "phone", "email", "website"]),
    (2, &["civility", "first_name", "last_name", "role", "person_email", "person_phone", "person_mobile"]),
    (3, &["source", "tags", "note"]),
];

pub fn form_view(
    shell: Shell,
    id: Option<Id>,
    edit: &Edit,
    errors: &[FieldError],
    problem: Option<String>,
) -> FormView {
    let w = shell.w;
    let titles = [w.card.identity, w.card.address, w.card.person, w.card.note];
    let mut groups: Vec<InputGroup> = LAYOUT
        .iter()
        .map(|(title, names)| InputGroup {
            title: titles.get(*title).map(ToString::to_string).unwrap_or_default(),
            inputs: names.iter().map(|name| input(w, name, edit, errors)).collect(),
        })
        .collect();
    if !edit.custom.is_empty() {
        groups.push(InputGroup { title: w.card.custom.to_string(), inputs: own_inputs(&edit.custom) });
    }
    let place = id.map(|id| format!("/fiches/{id}"));
    let title = if id.is_some() { w.card.edit_title } else { w.card.new_title };
    FormView {
        title: title.to_string(),
        action: place.clone().unwrap_or_else(|| "/fiches".to_owned()),
        back: place.unwrap_or_else(|| "/fichier".to_owned()),
        individual: edit.kind == Some(AccountKind::Individual),
        groups,
        problem,
        shell,
    }
}

fn own_inputs(custom: &BTreeMap<String, String>) -> Vec<Input> {
    let inputs = custom.iter().map(|(key, value)| Input {
        name: format!("champ.{key}"),
        label: key.clone(),
        value: value.clone(),
        hint: String::new(),
        long: false,
        error: None,
    });
    inputs.collect()
}

fn input(w: &Words, name: &str, edit: &Edit, errors: &[FieldError]) -> Input {
    let card = &w.card;
    let (label, value): (Text, &String) = match name {
        "name" => (w.common.name, &edit.name),
        "siret" => (card.siret, &edit.siret),
        "naf" => (card.naf, &edit.naf),
        "employees" => (card.employees, &edit.employees),
        "revenue" => (card.revenue, &edit.revenue),
        "reference" => (card.reference, &edit.reference),
        "address" => (card.address, &edit.address),
        "postcode" => (card.postcode, &edit.postcode),
        "city" => (card.city, &edit.city),
        "country" => (card.country, &edit.country),
        "phone" => (card.phone, &edit.phone),
        "email" => (card.email, &edit.email),
        "website" => (card.website, &edit.website),
        "source" => (card.source, &edit.source),
        "tags" => (card.tags, &edit.tags),
        "civility" => (card.civility, &edit.civility),
        "first_name" => (card.first_name, &edit.first_name),
        "last_name" => (card.last_name, &edit.last_name),
        "role" => (card.role, &edit.role),
        "person_email" => (card.email, &edit.person_email),
        "person_phone" => (card.phone, &edit.person_phone),
        "person_mobile" => (card.mobile, &edit.person_mobile),
        _ => (card.note, &edit.note),
    };
    let hint = match name {
        "address" => card.address_help.to_string(),
        "tags" => card.tags_help.to_string(),
        _ => String::new(),
    };
    let error = errors.iter().find(|error| error.field == name).map(|error| error.message.clone());
    let long = matches!(name, "address" | "note");
    Input { name: name.to_owned(), label: label.to_string(), value: value.clone(), hint, long, error }
}

fn typed(fields: &Params) -> Edit {
    let get = |name: &str| fields.get(name).to_owned();
    let custom = fields
        .0
        .iter()
        .filter_map(|(key, value)| Some((key.strip_prefix("champ.")?.to_owned(), value.trim().to_owned())));
    Edit {
        kind: AccountKind::from_code(fields.get("nature")),
        reference: get("reference"),
        name: get("name"),
        siret: get("siret"),
        naf: get("naf"),
        employees: get("employees"),
        revenue: get("revenue"),
        address: get("address").replace("\r\n", "\n"),
        postcode: get("postcode"),
        city: get("city"),
        country: get("country"),
        phone: get("phone"),
        email: get("email"),
        website: get("website"),
        source: get("source"),
        tags: get("tags"),
        note: get("note"),
        custom: custom.collect(),
        civility: get("civility"),
        first_name: get("first_name"),
        last_name: get("last_name"),
        role: get("role"),
        person_email: get("person_email"),
        person_phone: get("person_phone"),
        person_mobile: get("person_mobile"),
    }
}
