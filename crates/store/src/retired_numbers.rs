//! Telephone numbers found wrong: they leave the account or the person, and are kept here.

use filon_core::{Id, Moment};

use crate::db::{Row, statements, values};
use crate::{Result, StoreError, Tx, accounts, persons};

/// Where a number stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberField {
    /// The account's own.
    House,
    /// A person's.
    Phone,
    Mobile,
}

impl NumberField {
    pub const ALL: [NumberField; 3] = [NumberField::House, NumberField::Phone, NumberField::Mobile];

    /// The word of the database.
    pub const fn code(self) -> &'static str {
        match self {
            NumberField::House => "house",
            NumberField::Phone => "phone",
            NumberField::Mobile => "mobile",
        }
    }

    pub fn from_code(code: &str) -> Option<NumberField> {
        NumberField::ALL.into_iter().find(|field| field.code() == code)
    }
}

/// A number that is no longer called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetiredNumber {
    pub account: Id,
    pub person: Option<Id>,
    pub field: NumberField,
    /// E.164.
    pub number: String,
    /// The application's word.
    pub why: String,
    pub at: Moment,
}

statements! {
    KEEP = "INSERT INTO retired_numbers (account, number, person, field, why, at) \
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (account, number, field) DO UPDATE \
        SET person = excluded.person, why = excluded.why, at = excluded.at";
    OF_ACCOUNT = "SELECT account, number, person, field, why, at FROM retired_numbers WHERE account = $1 \
        ORDER BY at DESC, number, field";
    FORGET = "DELETE FROM retired_numbers WHERE account = $1 AND number = $2";
}

/// Takes a number out of an account and its persons, wherever it stands, and keeps it here. Answers what was
/// taken; nothing where the account does not have the number.
pub fn retire(
    tx: &mut Tx<'_>,
    account: Id,
    number: &str,
    why: &str,
    at: Moment,
) -> Result<Vec<RetiredNumber>> {
    let record = accounts::get(tx, account)?.ok_or_else(|| StoreError::not_found("account", account))?;
    let retired = |person, field| RetiredNumber {
        account,
        person,
        field,
        number: number.to_owned(),
        why: why.to_owned(),
        at,
    };
    let mut taken = Vec::new();
    let mut kept = record.account;
    if kept.phone.as_deref() == Some(number) {
        kept.phone = None;
        accounts::update(tx, &kept, at)?;
        taken.push(retired(None, NumberField::House));
    }
    for mut person in record.persons {
        let before = taken.len();
        for (stands, field) in
            [(&mut person.phone, NumberField::Phone), (&mut person.mobile, NumberField::Mobile)]
        {
            if stands.as_str() == number {
                stands.clear();
                taken.push(retired(Some(person.id), field));
            }
        }
        if taken.len() > before {
            persons::update(tx, &person, at)?;
        }
    }
    for RetiredNumber { account, person, field, number, why, at } in &taken {
        tx.execute(KEEP, values![*account, number, *person, field.code(), why, *at])?;
    }
    Ok(taken)
}

/// The numbers of an account that are no longer called, the last retired first.
pub fn of_account(tx: &mut Tx<'_>, account: Id) -> Result<Vec<RetiredNumber>> {
    tx.query(OF_ACCOUNT, values![account], read)
}

/// Puts a number back where it stood; a field that has another number meanwhile keeps it. `false` where the
/// number was not retired.
pub fn give_back(tx: &mut Tx<'_>, account: Id, number: &str, at: Moment) -> Result<bool> {
    let retired: Vec<_> = of_account(tx, account)?.into_iter().filter(|r| r.number == number).collect();
    for RetiredNumber { person, field, .. } in &retired {
        match person {
            None => give_back_to_account(tx, account, number, at)?,
            Some(person) => give_back_to_person(tx, *person, *field, number, at)?,
        }
    }
    tx.execute(FORGET, values![account, number])?;
    Ok(!retired.is_empty())
}

fn give_back_to_account(tx: &mut Tx<'_>, account: Id, number: &str, at: Moment) -> Result<()> {
    let Some(mut record) = accounts::get(tx, account)? else { return Ok(()) };
    if record.account.phone.is_some() {
        return Ok(());
    }
    record.account.phone = Some(number.to_owned());
    accounts::update(tx, &record.account, at)
}

fn give_back_to_person(
    tx: &mut Tx<'_>,
    person: Id,
    field: NumberField,
    number: &str,
    at: Moment,
) -> Result<()> {
    let Some(mut person) = persons::get(tx, person)? else { return Ok(()) };
    let stands = if field == NumberField::Mobile { &mut person.mobile } else { &mut person.phone };
    if stands.is_empty() {
        number.clone_into(stands);
        persons::update(tx, &person, at)?;
    }
    Ok(())
}

fn read(row: &Row) -> Result<RetiredNumber> {
    let mut columns = row.columns();
    Ok(RetiredNumber {
        account: columns.id()?,
        number: columns.string()?,
        person: columns.opt_id()?,
        field: columns.code(NumberField::from_code)?,
        why: columns.string()?,
        at: columns.moment()?,
    })
}
