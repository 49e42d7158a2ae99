//! Each field of a selection over the columns that answer it.

use filon_core::segment::{Condition, Field, Test};

use super::{Binder, FALSE, any, events, patterns};

/// A column of accounts, and whether it may be NULL.
enum Column {
    Key(&'static str),
    Nullable(&'static str),
}

/// Rows of another table that speak of the account: `EXISTS (SELECT 1 FROM {from} AND …)`.
struct Rows {
    from: &'static str,
    column: &'static str,
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
        // Without an order the sum is 0, and the field is empty.
        Field::Amount => match test {
            Test::Empty => "(a.orders = 0)".to_owned(),
            Test::Filled => "(a.orders > 0)".to_owned(),
            test => value("a.revenue_cents", test, binder),
        },
        Field::Created => column(&Column::Nullable("a.created_on"), test, binder),
        Field::Contacted => column(&Column::Nullable("a.last_contact_on"), test, binder),
        Field::Inbound => column(&Column::Nullable("a.last_inbound_on"), test, binder),
        Field::Owner => {
            let of = Rows { from: "users u WHERE u.id = a.owner", column: "u.name_key" };
            rows(&of, test, binder)
        }
        Field::List => {
            let of = Rows { from: "batches b WHERE b.id = a.batch", column: "b.file_key" };
            rows(&of, test, binder)
        }
        Field::Tag => {
            let of = Rows { from: "account_tags t WHERE t.account = a.id", column: "t.tag_key" };
            rows(&of, test, binder)
        }
        Field::Custom(name) => {
            let name = binder.bind(name.clone());
            let from = format!("account_custom c WHERE c.account = a.id AND c.name_key = {name}");
            exists(&from, "c.value_key", test, binder)
        }
        Field::Email => either(EMAILS, test, binder),
        Field::Phone => either(PHONES, test, binder),
        Field::FollowUp => {
            let of = Rows {
                from: "follow_ups f WHERE f.account = a.id AND f.done_on IS NULL",
                column: "f.due_on",
            };
            rows(&of, test, binder)
        }
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

const EMAILS: &[Rows] = &[
    Rows { from: "persons p WHERE p.account = a.id", column: "p.email" },
    Rows { from: "accounts o WHERE o.id = a.id AND o.email IS NOT NULL", column: "o.email" },
];

const PHONES: &[Rows] = &[
    Rows { from: "persons p WHERE p.account = a.id", column: "p.phone" },
    Rows { from: "persons p WHERE p.account = a.id", column: "p.mobile" },
    Rows { from: "accounts o WHERE o.id = a.id AND o.phone IS NOT NULL", column: "o.phone" },
];

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

fn rows(rows: &Rows, test: &Test, binder: &mut Binder) -> String {
    exists(rows.from, rows.column, test, binder)
}

/// Whether a row of another table stands the test; filled is any value there, empty is none.
fn exists(from: &str, column: &str, test: &Test, binder: &mut Binder) -> String {
    let filled = format!("EXISTS (SELECT 1 FROM {from} AND {column} <> '')");
    match test {
        Test::Filled => filled,
        Test::Empty => format!("(NOT {filled})"),
        test => format!("EXISTS (SELECT 1 FROM {from} AND {})", value(column, test, binder)),
    }
}

/// Whether rows of any of these tables stand the test.
fn either(sources: &[Rows], test: &Test, binder: &mut Binder) -> String {
    match test {
        Test::Empty => format!("(NOT {})", either(sources, &Test::Filled, binder)),
        test => any(sources.iter().map(|source| rows(source, test, binder)).collect()),
    }
}

/// Pairs that the parser never builds select nothing.
pub(super) fn nothing() -> String {
    FALSE.to_owned()
}
