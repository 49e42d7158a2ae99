//! The tree of a selection.

use jiff::civil::Date;

use crate::{AccountKind, Channel, EventKind, Stage};

/// A selection of accounts.
#[derive(Debug, Clone, PartialEq)]
pub enum Query {
    /// Every account: the empty line.
    All,
    And(Vec<Query>),
    Or(Vec<Query>),
    Not(Box<Query>),
    Is(Condition),
}

/// One field under one test. The parser only builds pairs that mean something.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    pub field: Field,
    pub test: Test,
}

/// What a selection can ask about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// Bare words: names, towns, persons, notes.
    Words,
    Name,
    Kind,
    Stage,
    Siret,
    Siren,
    Naf,
    Employees,
    Revenue,
    City,
    Postcode,
    Dept,
    Region,
    Country,
    Source,
    List,
    Tag,
    Created,
    Contacted,
    Inbound,
    Campaign,
    Channel,
    Event,
    Meeting,
    Quote,
    Order,
    Amount,
    FollowUp,
    Owner,
    Consent,
    OptOut,
    Email,
    Phone,
    /// A field of the company's own, by its folded name.
    Custom(String),
}

/// What is asked of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// Any of these texts, compared after folding.
    Text(Vec<Pattern>),
    /// A number between bounds: head count, or cents for `Revenue` and `Amount`.
    Number(Vec<Bounds>),
    /// A day between bounds, already resolved against "now".
    Day(Vec<DateBounds>),
    Kinds(Vec<AccountKind>),
    Stages(Vec<Stage>),
    Channels(Vec<Channel>),
    Events(Vec<EventKind>),
    Empty,
    Filled,
}

/// A folded text with `*` at either end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    pub text: String,
    /// Anything may stand before.
    pub open_start: bool,
    /// Anything may stand after.
    pub open_end: bool,
}

/// Both ends included; `None` is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

/// Both ends included; `None` is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateBounds {
    pub min: Option<Date>,
    pub max: Option<Date>,
}
