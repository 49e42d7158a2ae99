//! The table's columns, in one order for reading and writing.

use filon_core::journal::Standing;
use filon_core::{Account, AccountKind, Address, Stage};

use super::derive::Derived;
use crate::db::{Columns, Value};
use crate::{Result, StoreError};

/// Columns that are read back into an account and its standing.
macro_rules! account_columns {
    () => {
        "a.id, a.reference, a.kind, a.name, a.siret, a.siren, a.naf, a.employees, a.revenue, \
         a.address_lines, a.postcode, a.city, a.country, a.phone, a.email, a.website, a.source, \
         a.partial_diffusion, a.note, a.owner, a.batch, a.created_at, a.stage, a.first_event_on, \
         a.last_contact_on, a.last_inbound_on, a.first_order_on, a.last_order_on, a.orders, \
         a.revenue_cents, a.margin_cents"
    };
}
pub(crate) use account_columns;

/// Columns that are written with a new account, before the derived ones and the standing.
pub(super) const BASE_COLUMNS: &[&str] = &[
    "id",
    "reference",
    "kind",
    "name",
    "siret",
    "siren",
    "naf",
    "employees",
    "revenue",
    "address_lines",
    "postcode",
    "city",
    "country",
    "phone",
    "email",
    "website",
    "source",
    "partial_diffusion",
    "note",
    "owner",
    "batch",
    "created_at",
];

/// Columns that are computed from what is written in the account, in the order of [`derived_values`].
pub(crate) const DERIVED_COLUMNS: &[&str] = &[
    "created_on",
    "name_key",
    "city_key",
    "postcode_key",
    "dept",
    "region",
    "naf_key",
    "employees_min",
    "country_key",
    "source_key",
    "search_text",
    "dedupe_key",
];

/// Columns that are folded from the journal, in the order of [`standing_values`].
pub(crate) const STANDING_COLUMNS: &[&str] = &[
    "stage",
    "first_event_on",
    "last_contact_on",
    "last_inbound_on",
    "first_order_on",
    "last_order_on",
    "orders",
    "revenue_cents",
    "margin_cents",
];

/// What is written in an account, then what is derived from it.
pub(super) fn written<'a>(account: &'a Account, derived: Derived) -> Vec<Value<'a>> {
    let mut values: Vec<Value<'a>> = Vec::with_capacity(48);
    values.extend([
        account.id.into(),
        account.reference.as_ref().into(),
        account.kind.code().into(),
        Value::from(&account.name),
        account.siret.as_ref().into(),
        account.siren.as_ref().into(),
        account.naf.as_ref().into(),
        account.employees.as_ref().into(),
        account.revenue.into(),
        lines_to_json(&account.address.lines).into(),
        account.address.postcode.as_ref().into(),
        account.address.city.as_ref().into(),
        Value::from(&account.address.country),
        account.phone.as_ref().into(),
        account.email.as_ref().into(),
        account.website.as_ref().into(),
        account.source.as_ref().into(),
        account.partial_diffusion.into(),
        account.note.as_ref().into(),
        account.owner.into(),
        account.batch.into(),
        account.created_at.into(),
    ]);
    values.extend(derived_values(derived));
    values
}

/// Derived columns, from `created_on` to `dedupe_key`.
pub(crate) fn derived_values(derived: Derived) -> [Value<'static>; 12] {
    [
        derived.created_on.into(),
        derived.name_key.into(),
        derived.city_key.into(),
        derived.postcode_key.into(),
        derived.dept.into(),
        derived.region.into(),
        derived.naf_key.into(),
        derived.employees_min.into(),
        derived.country_key.into(),
        derived.source_key.into(),
        derived.search_text.into(),
        derived.dedupe_key.into(),
    ]
}

/// Standing columns, from `stage` to `margin_cents`.
pub(crate) fn standing_values(standing: &Standing) -> [Value<'static>; 9] {
    [
        standing.stage.code().into(),
        standing.first_event_on.into(),
        standing.last_contact_on.into(),
        standing.last_inbound_on.into(),
        standing.first_order_on.into(),
        standing.last_order_on.into(),
        standing.orders.into(),
        standing.revenue.into(),
        standing.margin.into(),
    ]
}

/// Reads [`account_columns`]; tags and own fields are elsewhere.
pub(super) fn read(columns: &mut Columns<'_>) -> Result<(Account, Standing)> {
    let account = Account {
        id: columns.id()?,
        reference: columns.opt_string()?,
        kind: columns.code(AccountKind::from_code)?,
        name: columns.string()?,
        siret: columns.opt_string()?,
        siren: columns.opt_string()?,
        naf: columns.opt_string()?,
        employees: columns.opt_string()?,
        revenue: columns.opt_int()?,
        address: Address {
            lines: lines_from_json(columns.str()?)?,
            postcode: columns.opt_string()?,
            city: columns.opt_string()?,
            country: columns.string()?,
        },
        phone: columns.opt_string()?,
        email: columns.opt_string()?,
        website: columns.opt_string()?,
        source: columns.opt_string()?,
        partial_diffusion: columns.flag()?,
        note: columns.opt_string()?,
        owner: columns.opt_id()?,
        batch: columns.opt_id()?,
        created_at: columns.moment()?,
        tags: Vec::new(),
        custom: Default::default(),
    };
    Ok((account, read_standing(columns)?))
}

/// Reads the nine standing columns.
pub(crate) fn read_standing(columns: &mut Columns<'_>) -> Result<Standing> {
    Ok(Standing {
        stage: columns.code(Stage::from_code)?,
        first_event_on: columns.opt_date()?,
        last_contact_on: columns.opt_date()?,
        last_inbound_on: columns.opt_date()?,
        first_order_on: columns.opt_date()?,
        last_order_on: columns.opt_date()?,
        orders: columns.int()?,
        revenue: columns.int()?,
        margin: columns.int()?,
    })
}

fn lines_to_json(lines: &[String]) -> String {
    serde_json::to_string(lines).unwrap_or_else(|_| "[]".to_owned())
}

fn lines_from_json(text: &str) -> Result<Vec<String>> {
    serde_json::from_str(text).map_err(|_| StoreError::value("address", text))
}
