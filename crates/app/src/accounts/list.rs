//! The selection: counted, listed for a program, listed for a page.

use std::collections::HashMap;

use filon_core::{AccountKind, Cents, Id, Person, Stage};
use filon_store::accounts;
use jiff::civil::Date;

use super::answer_of;
use crate::answer::ContactsAnswer;
use crate::follow_ups::next_days;
use crate::query::read_query;
use crate::{Actor, App, Result};

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    #[default]
    Name,
    City,
    Stage,
    LastContact,
    Created,
    Naf,
    Revenue,
}

impl Sort {
    pub const ALL: [Sort; 7] =
        [Sort::Name, Sort::City, Sort::Stage, Sort::LastContact, Sort::Created, Sort::Naf, Sort::Revenue];

    /// Its word in an address.
    pub const fn code(self) -> &'static str {
        match self {
            Sort::Name => "name",
            Sort::City => "city",
            Sort::Stage => "stage",
            Sort::LastContact => "contacted",
            Sort::Created => "created",
            Sort::Naf => "naf",
            Sort::Revenue => "revenue",
        }
    }

    pub fn from_code(code: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.code() == code)
    }
}

/// A sort and its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Order {
    pub sort: Sort,
    pub descending: bool,
}

/// A page of a selection.
#[derive(Debug, Clone, Default)]
pub struct ListRequest {
    pub query: String,
    pub order: Order,
    pub offset: u64,
    pub limit: u64,
}

/// One line of the Fichier page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub id: Id,
    pub reference: Option<String>,
    pub name: String,
    pub kind: AccountKind,
    pub stage: Stage,
    /// The primary person.
    pub person: String,
    pub role: String,
    pub postcode: Option<String>,
    pub city: Option<String>,
    pub naf: Option<String>,
    /// E.164; the person's, else the house's.
    pub phone: String,
    pub email: String,
    pub last_contact_on: Option<Date>,
    pub next_step_on: Option<Date>,
    pub orders: i64,
    pub revenue_cents: Cents,
}

/// A page of rows, and how many there are in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub count: u64,
    pub rows: Vec<Row>,
}

/// The selection as the contract gives it. A limit of 0 is no limit.
pub fn list(app: &App, actor: &Actor, request: &ListRequest) -> Result<ContactsAnswer> {
    let page = page(app, actor, request)?;
    let answers = page.rows.iter().map(|row| answer_of(&row.account, &row.persons, row.standing.stage));
    Ok(ContactsAnswer { count: crate::unsigned(page.total), accounts: answers.collect() })
}

/// How many accounts the query selects.
pub fn count(app: &App, actor: &Actor, query: &str) -> Result<u64> {
    let query = read_query(app, actor, query)?;
    Ok(crate::unsigned(app.read(actor, |tx| Ok(accounts::count(tx, &query)?))?))
}

/// The selection as the Fichier page shows it. A limit of 0 is no limit.
pub fn table(app: &App, actor: &Actor, request: &ListRequest) -> Result<Table> {
    let page = page(app, actor, request)?;
    let ids: Vec<Id> = page.rows.iter().map(|row| row.account.id).collect();
    let next = app.read(actor, |tx| next_days(tx, &ids))?;
    let rows = page.rows.into_iter().map(|row| row_of(row, &next)).collect();
    Ok(Table { count: crate::unsigned(page.total), rows })
}

/// Rows of these accounts, in the given order.
pub(crate) fn rows_of(app: &App, actor: &Actor, ids: &[Id]) -> Result<Vec<Row>> {
    app.read(actor, |tx| {
        let next = next_days(tx, ids)?;
        Ok(accounts::many(tx, ids)?.into_iter().map(|row| row_of(row, &next)).collect())
    })
}

fn page(app: &App, actor: &Actor, request: &ListRequest) -> Result<accounts::Page> {
    let query = read_query(app, actor, &request.query)?;
    let sort = request.order.sort.of_store();
    let direction = if request.order.descending {
        accounts::Direction::Descending
    } else {
        accounts::Direction::Ascending
    };
    let limit = if request.limit == 0 { i64::MAX } else { crate::signed(request.limit) };
    let offset = crate::signed(request.offset);
    app.read(actor, |tx| Ok(accounts::page(tx, &query, sort, direction, limit, offset)?))
}

impl Sort {
    fn of_store(self) -> accounts::Sort {
        match self {
            Sort::Name => accounts::Sort::Name,
            Sort::City => accounts::Sort::City,
            Sort::Stage => accounts::Sort::Stage,
            Sort::LastContact => accounts::Sort::LastContact,
            Sort::Created => accounts::Sort::Created,
            Sort::Naf => accounts::Sort::Naf,
            Sort::Revenue => accounts::Sort::Revenue,
        }
    }
}

fn row_of(record: accounts::AccountRecord, next: &HashMap<Id, Date>) -> Row {
    let accounts::AccountRecord { account, persons, standing } = record;
    let first = persons.first();
    let of_person = |read: fn(&Person) -> &str| {
        first.map(|person| read(person).to_owned()).filter(|text| !text.is_empty())
    };
    Row {
        id: account.id,
        next_step_on: next.get(&account.id).copied(),
        person: first.map(Person::full_name).unwrap_or_default(),
        role: of_person(|person| &person.role).unwrap_or_default(),
        phone: of_person(|person| &person.phone)
            .or_else(|| of_person(|person| &person.mobile))
            .or(account.phone)
            .unwrap_or_default(),
        email: of_person(|person| &person.email).or(account.email).unwrap_or_default(),
        reference: account.reference,
        name: account.name,
        kind: account.kind,
        stage: standing.stage,
        postcode: account.address.postcode,
        city: account.address.city,
        naf: account.naf,
        last_contact_on: standing.last_contact_on,
        orders: standing.orders,
        revenue_cents: standing.revenue,
    }
}
