//! Accounts (fiches).

use std::collections::HashMap;

use filon_core::journal::Standing;
use filon_core::segment::Query;
use filon_core::{Account, AccountKind, Event, Id, Moment, Person, Stage};

use crate::{Result, Tx};

/// A new account with its persons and the events that came with it (such as `ClientKnown`).
#[derive(Debug, Clone)]
pub struct Draft {
    pub account: Account,
    pub persons: Vec<Person>,
    pub events: Vec<Event>,
}

/// An account as it stands: its persons (the primary one first) and what its journal says.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountRecord {
    pub account: Account,
    pub persons: Vec<Person>,
    pub standing: Standing,
}

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    #[default]
    Name,
    City,
    Postcode,
    Dept,
    Naf,
    Employees,
    Stage,
    Created,
    LastContact,
    LastOrder,
    Revenue,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    #[default]
    Ascending,
    Descending,
}

/// A part of a list, and how long the list is.
#[derive(Debug, Clone)]
pub struct Page {
    pub rows: Vec<AccountRecord>,
    pub total: i64,
}

/// How many accounts of a selection have each value: the counts of the filter panel.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    pub stages: Vec<(Stage, i64)>,
    pub kinds: Vec<(AccountKind, i64)>,
    /// Department code (`""` where unknown), most frequent first.
    pub depts: Vec<(String, i64)>,
}

/// What an account can be recognised by. Values: the reference as it is; SIRET, 14 digits; the e-mail,
/// lower-cased, of the account or of one of its persons; core's dedupe key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Reference,
    Siret,
    Email,
    Dedupe,
}

/// Adds accounts, their persons and their first events. Fast for 100,000 rows.
pub fn insert_many(tx: &mut Tx<'_>, drafts: &[Draft]) -> Result<()> {
    todo!()
}

/// The account, unless it is not there, was merged into another or taken back with its import.
pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<AccountRecord>> {
    todo!()
}

/// The accounts of these ids that are there, in the order of `ids`.
pub fn many(tx: &mut Tx<'_>, ids: &[Id]) -> Result<Vec<AccountRecord>> {
    todo!()
}

/// The account into which `id` was merged.
pub fn merged_into(tx: &mut Tx<'_>, id: Id) -> Result<Option<Id>> {
    todo!()
}

/// Which accounts have these values, by value; the oldest where several have it. Values that nobody has
/// are left out. Fast for 100,000 values.
pub fn find(tx: &mut Tx<'_>, key: Key, values: &[&str]) -> Result<HashMap<String, Id>> {
    todo!()
}

/// The accounts meant by what people write in a file: the reference, else the SIRET, else the e-mail,
/// else the id. Keyed by the text as given; unknown texts are left out.
pub fn resolve(tx: &mut Tx<'_>, texts: &[&str]) -> Result<HashMap<String, Id>> {
    todo!()
}

/// Rewrites what is written in the account (not its persons nor its standing). `at` marks it as edited
/// by hand, so that undoing its import keeps it.
pub fn update(tx: &mut Tx<'_>, account: &Account, at: Moment) -> Result<()> {
    todo!()
}

/// Makes `gone` a part of `kept`: persons, tags, own fields, follow-ups and journal. Fields of `kept`
/// are not touched (the caller chose them with `update`). `gone` is no longer listed.
pub fn merge(tx: &mut Tx<'_>, gone: Id, kept: Id, at: Moment) -> Result<()> {
    todo!()
}

/// A part of the sorted selection, and its length.
pub fn page(
    tx: &mut Tx<'_>,
    query: &Query,
    sort: Sort,
    direction: Direction,
    limit: i64,
    offset: i64,
) -> Result<Page> {
    todo!()
}

/// How many accounts the selection has.
pub fn count(tx: &mut Tx<'_>, query: &Query) -> Result<i64> {
    todo!()
}

/// The selection's accounts, sorted.
pub fn ids(tx: &mut Tx<'_>, query: &Query, sort: Sort, direction: Direction) -> Result<Vec<Id>> {
    todo!()
}

/// Hands over each account of the selection, sorted, a few at a time in memory.
pub fn each(
    tx: &mut Tx<'_>,
    query: &Query,
    sort: Sort,
    direction: Direction,
    f: &mut dyn FnMut(AccountRecord) -> Result<()>,
) -> Result<()> {
    todo!()
}

/// Hands over each of these accounts, in the order given.
pub fn each_of(tx: &mut Tx<'_>, ids: &[Id], f: &mut dyn FnMut(AccountRecord) -> Result<()>) -> Result<()> {
    todo!()
}

/// The counts of the filter panel under a selection.
pub fn counts(tx: &mut Tx<'_>, query: &Query) -> Result<Counts> {
    todo!()
}

/// The names of the company's own fields, with the number of accounts that have each.
pub fn custom_fields(tx: &mut Tx<'_>) -> Result<Vec<(String, i64)>> {
    todo!()
}

/// The tags in use, with the number of accounts that have each.
pub fn tags(tx: &mut Tx<'_>) -> Result<Vec<(String, i64)>> {
    todo!()
}
