//! The selection: counted, listed for a program, listed for a page.

use filon_core::{AccountKind, Cents, Id, Stage};
use jiff::civil::Date;

use crate::answer::ContactsAnswer;
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

/// The selection as the contract gives it.
pub fn list(_app: &App, _actor: &Actor, _request: &ListRequest) -> Result<ContactsAnswer> {
    crate::error::pending()
}

/// How many accounts the query selects.
pub fn count(_app: &App, _actor: &Actor, _query: &str) -> Result<u64> {
    crate::error::pending()
}

/// The selection as the Fichier page shows it.
pub fn table(_app: &App, _actor: &Actor, _request: &ListRequest) -> Result<Table> {
    crate::error::pending()
}

/// Rows of these accounts, in the given order.
pub(crate) fn rows_of(_app: &App, _actor: &Actor, _ids: &[Id]) -> Result<Vec<Row>> {
    crate::error::pending()
}
