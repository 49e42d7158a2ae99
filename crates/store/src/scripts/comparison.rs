//! Two versions of a script compared, each account hearing one of them, at random.

use filon_core::call::Arm;
use filon_core::{Id, Moment};

use crate::db::{Columns, statements, values};
use crate::{Result, StoreError, Tx};

/// A comparison that is going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    pub a: u32,
    pub b: u32,
    /// Drawn once by the caller, when the comparison starts.
    pub chance: u64,
    pub started_at: Moment,
}

statements! {
    COMPARE = "UPDATE scripts SET compared_a = $2, compared_b = $3, chance = $4, compared_at = $5 WHERE id = $1";
    ENTERED = "SELECT arm FROM call_arms WHERE script = $1 AND compared_at = $2 AND account = $3";
    NEXT = "SELECT COALESCE(MAX(position), -1) + 1 FROM call_arms WHERE script = $1 AND compared_at = $2";
    ENTER = "INSERT INTO call_arms (script, compared_at, account, position, arm) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (script, compared_at, position) DO NOTHING";
}

/// Starts a comparison, or ends it with `None`. Versions that are not there are refused.
pub fn compare(tx: &mut Tx<'_>, script: Id, compared: Option<Compared>) -> Result<()> {
    for version in compared.iter().flat_map(|compared| [compared.a, compared.b]) {
        if super::body(tx, script, version)?.is_none() {
            return Err(StoreError::not_found("version", version.to_string()));
        }
    }
    let values = values![
        script,
        compared.map(|compared| compared.a),
        compared.map(|compared| compared.b),
        compared.map(|compared| compared.chance.cast_signed()),
        compared.map(|compared| compared.started_at),
    ];
    match tx.execute(COMPARE, values)? {
        0 => Err(StoreError::not_found("script", script)),
        _ => Ok(()),
    }
}

/// The version that an account hears in a comparison; one that is new to it enters it. Writes.
pub fn arm(tx: &mut Tx<'_>, script: Id, compared: &Compared, account: Id) -> Result<u32> {
    let Compared { a, b, chance, started_at } = *compared;
    let version = |arm| if arm == Arm::A { a } else { b };
    let entered =
        tx.first(ENTERED, values![script, started_at, account], |row| row.columns().code(Arm::from_code))?;
    if let Some(arm) = entered {
        return Ok(version(arm));
    }
    let position = tx.number(NEXT, values![script, started_at])?;
    let arm = filon_core::call::arm(chance, position.max(0).unsigned_abs());
    // Where two callers take the same place at once, PostgreSQL runs one of them again.
    tx.execute(ENTER, values![script, started_at, account, position, arm.code()])?;
    Ok(version(arm))
}

pub(super) fn read(columns: &mut Columns<'_>) -> Result<Option<Compared>> {
    let (a, b) = (columns.opt_count()?, columns.opt_count()?);
    let (chance, started_at) = (columns.opt_int()?, columns.opt_moment()?);
    Ok(match (a, b, chance, started_at) {
        (Some(a), Some(b), Some(chance), Some(started_at)) => {
            Some(Compared { a, b, chance: chance.cast_unsigned(), started_at })
        }
        _ => None,
    })
}
