//! Each field of a selection over the columns that answer it.

use filon_core::segment::{Condition, Field, Test};

use super::{Binder, FALSE, any, events, patterns};

/// A column of accounts, and whether it may be NULL.
enum Column {
    Key(&'static str),
    Nullable(&'static str),
}

/// Where the values of a field stand, when there may be several.
enum Source {
    /// A column of the account, which may be NULL or empty.
    Own(&'static str),
    /// `{of} IN ({select} AND …)`: the set is made once for the whole statement, from an index if there is
    /// one. `of` may be NULL.
    Set { of: &'static str, select: &'static str, column: &'static str },
}

pub(super) fn read(condition: &Condition, binder: &mut Binder) -> String {
    let Condition { field, test } = condition;
    match field {
        Field::Words => column(&Column::Key("a.search_text"), test, binder),
        Field::Name => column(&Column::Key("a.name_key"), test, binder),
        Field::City => column(&Column::Key("a.city_key"), test, binder),
        Field::Naf => column(&Column::Key("a.naf_key"), test, binder),
        Field::Dept => column(&Column::Key("a.dept"), test, binder),
        Field::Region => column(&Column::Key("a.region"), test, binder),
        Field::Country => column(&Column::Key("a.country_key"), test, binder),
        Field::Source => column(&Column::Key("a.source_key"), test, binder),
        Field::Postcode => column(&Column::Key("a.postcode_key"), test, binder),
        Field::Siret => column(&Column::Nullable("a.siret"), test, binder),
        Field::Siren => column(&Column::Nullable("a.siren"), test, binder),
        Field::Kind => column(&Column::Key("a.kind"), test, binder),
        Field::Stage => column(&Column::Key("a.stage"), test, binder),
        Field::Employees => column(&Column::Nullable("a.employees_min"), test, binder),
        Field::Revenue => column(&Column::Nullable("a.revenue"), test, binder),
        // Without an order there is no sum, as the field is empty.
        Field::Amount => match test {
            Test::Empty => "(a.orders = 0)".to_owned(),
            Test::Filled => "(a.orders > 0)".to_owned(),
            test => format!("(a.orders > 0 AND {})", value("a.revenue_cents", test, binder)),
        },
        Field::Created => column(&Column::Nullable("a.created_on"), test, binder),
        Field::Contacted => column(&Column::Nullable("a.last_contact_on"), test, binder),
        Field::Inbound => column(&Column::Nullable("a.last_inbound_on"), test, binder),
        Field::Owner => either(OWNER, test, binder),
        Field::List => either(LIST, test, binder),
        Field::Tag => either(TAG, test, binder),
        Field::Custom(name) => custom(name, test, binder),
        Field::Email => either(EMAIL, test, binder),
        Field::Phone => either(PHONE, test, binder),
        Field::FollowUp => either(FOLLOW_UP, test, binder),
        Field::Campaign
        | Field::Channel
        | Field::Event
        | Field::Meeting
        | Field::Quote
        | Field::Order
        | Field::Consent
        | Field::OptOut => events::read(field, test, binder),
    }
}

const OWNER: &[Source] = &[Source::Set {
    of: "a.owner",
    select: "SELECT u.id FROM users u WHERE u.name_key <> ''",
    column: "u.name_key",
}];

const LIST: &[Source] = &[Source::Set {
    of: "a.batch",
    select: "SELECT b.id FROM batches b WHERE b.file_key <> ''",
    column: "b.file_key",
}];

const TAG: &[Source] = &[Source::Set {
    of: "a.id",
    select: "SELECT t.account FROM account_tags t WHERE t.tag_key <> ''",
    column: "t.tag_key",
}];

const EMAIL: &[Source] = &[
    Source::Own("a.email"),
    Source::Set {
        of: "a.id",
        select: "SELECT p.account FROM persons p WHERE p.email <> ''",
        column: "p.email",
    },
];

const PHONE: &[Source] = &[
    Source::Own("a.phone"),
    Source::Set {
        of: "a.id",
        select: "SELECT p.account FROM persons p WHERE p.phone <> ''",
        column: "p.phone",
    },
    Source::Set {
        of: "a.id",
        select: "SELECT p.account FROM persons p WHERE p.mobile <> ''",
        column: "p.mobile",
    },
];

const FOLLOW_UP: &[Source] = &[Source::Set {
    of: "a.id",
    select: "SELECT f.account FROM follow_ups f WHERE f.done_on IS NULL",
    column: "f.due_on",
}];

/// A test of one column of the account.
fn column(column: &Column, test: &Test, binder: &mut Binder) -> String {
    match column {
        Column::Key(name) => match test {
            Test::Empty => format!("({name} = '')"),
            Test::Filled => format!("({name} <> '')"),
            test => value(name, test, binder),
        },
        Column::Nullable(name) => match test {
            Test::Empty => format!("({name} IS NULL)"),
            Test::Filled => format!("({name} IS NOT NULL)"),
            test => format!("({name} IS NOT NULL AND {})", value(name, test, binder)),
        },
    }
}

/// A test of a value that is there.
pub(super) fn value(name: &str, test: &Test, binder: &mut Binder) -> String {
    match test {
        Test::Text(texts) => patterns::text(name, texts, binder),
        Test::Number(bounds) => patterns::number(name, bounds, binder),
        Test::Day(bounds) => patterns::day(name, bounds, binder),
        Test::Kinds(kinds) => patterns::words(name, kinds.iter().map(|kind| kind.code()), binder),
        Test::Stages(stages) => patterns::words(name, stages.iter().map(|stage| stage.code()), binder),
        Test::Channels(channels) => {
            patterns::words(name, channels.iter().map(|channel| channel.code()), binder)
        }
        Test::Events(kinds) => patterns::words(name, kinds.iter().map(|kind| kind.code()), binder),
        Test::Empty => format!("({name} IS NULL)"),
        Test::Filled => format!("({name} IS NOT NULL)"),
    }
}

/// Whether a value of any of these sources stands the test.
fn either(sources: &[Source], test: &Test, binder: &mut Binder) -> String {
    if *test == Test::Empty {
        return format!("(NOT {})", either(sources, &Test::Filled, binder));
    }
    let one = |source: &Source| match source {
        Source::Own(name) => match test {
            Test::Filled => format!("({name} IS NOT NULL AND {name} <> '')"),
            test => format!("({name} IS NOT NULL AND {})", value(name, test, binder)),
        },
        Source::Set { of, select, column } => match test {
            Test::Filled => format!("({of} IS NOT NULL AND {of} IN ({select}))"),
            test => format!("({of} IS NOT NULL AND {of} IN ({select} AND {}))", value(column, test, binder)),
        },
    };
    any(sources.iter().map(one).collect())
}

/// A field of the company's own: looked up account by account, since each has few.
fn custom(name: &str, test: &Test, binder: &mut Binder) -> String {
    if *test == Test::Empty {
        return format!("(NOT {})", custom(name, &Test::Filled, binder));
    }
    let name = binder.bind(name.to_owned());
    let stands = match test {
        Test::Filled => "c.value_key <> ''".to_owned(),
        test => value("c.value_key", test, binder),
    };
    format!(
        "EXISTS (SELECT 1 FROM account_custom c WHERE c.account = a.id AND c.name_key = {name} AND {stands})"
    )
}

/// Pairs that the parser never builds select nothing.
pub(super) fn nothing() -> String {
    FALSE.to_owned()
}
