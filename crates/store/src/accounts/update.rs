//! Changing what is written in an account.

use filon_core::{Account, Id, Moment, Person};

use super::columns::{derived_values, written};
use super::derive::Derived;
use super::find::live_references;
use super::{detail, read};
use crate::db::{Value, statements};
use crate::{Result, StoreError, Tx, persons};

statements! {
    UPDATE = "UPDATE accounts SET reference = $2, kind = $3, name = $4, siret = $5, siren = $6, naf = $7, \
        employees = $8, revenue = $9, address_lines = $10, postcode = $11, city = $12, country = $13, \
        phone = $14, email = $15, website = $16, source = $17, partial_diffusion = $18, note = $19, \
        owner = $20, batch = $21, created_at = $22, created_on = $23, name_key = $24, city_key = $25, \
        postcode_key = $26, dept = $27, region = $28, naf_key = $29, employees_min = $30, \
        country_key = $31, source_key = $32, search_text = $33, dedupe_key = $34, edited_at = $35 \
        WHERE id = $1 AND retired_at IS NULL";
    UPDATE_DERIVED = "UPDATE accounts SET created_on = $1, name_key = $2, city_key = $3, \
        postcode_key = $4, dept = $5, region = $6, naf_key = $7, employees_min = $8, country_key = $9, \
        source_key = $10, search_text = $11, dedupe_key = $12 WHERE id = $13";
    TOUCH = "UPDATE accounts SET edited_at = $2 WHERE id = $1";
}

/// Rewrites what is written in the account (not its persons nor its standing). `at` marks it as edited
/// by hand, so that undoing its import keeps it.
pub fn update(tx: &mut Tx<'_>, account: &Account, at: Moment) -> Result<()> {
    if let Some(reference) = account.reference.as_deref() {
        let holder = live_references(tx, &[reference])?.remove(reference);
        if holder.is_some_and(|holder| holder != account.id) {
            return Err(StoreError::conflict(reference));
        }
    }
    let persons = persons::of_account(tx, account.id)?;
    let mut values = written(account, Derived::of(account, &persons));
    values.push(at.into());
    if tx.execute(UPDATE, &values)? == 0 {
        return Err(StoreError::not_found("account", account.id));
    }
    detail::rewrite(tx, account)
}

/// Marks an account as edited by hand, which undoing its import respects.
pub(crate) fn touch(tx: &mut Tx<'_>, id: Id, at: Moment) -> Result<()> {
    tx.execute(TOUCH, &[id.into(), at.into()]).map(|_| ())
}

/// Computes the derived columns of these accounts again, after their persons changed.
pub(crate) fn derive_again(tx: &mut Tx<'_>, ids: &[Id]) -> Result<()> {
    let mut again: Vec<(Id, Derived)> = Vec::with_capacity(ids.len());
    read::each_of(tx, ids, &mut |record| {
        let persons: &[Person] = &record.persons;
        again.push((record.account.id, Derived::of(&record.account, persons)));
        Ok(())
    })?;
    for (id, derived) in again {
        let mut values: Vec<Value<'_>> = derived_values(derived).into();
        values.push(id.into());
        tx.execute(UPDATE_DERIVED, &values)?;
    }
    Ok(())
}
