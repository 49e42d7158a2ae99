//! What an import would do to the base.

use filon_core::Id;
use filon_store::{StoreError, Tx};

use super::add::{Common, draft};
use super::packed::Packed;
use super::pool::{Keys, Pool};
use super::run::OnDuplicate;

/// The accounts after the import, and the counts.
pub(super) struct Plan {
    pub pool: Pool,
    pub counts: Counts,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub created: u64,
    pub merged: u64,
    pub skipped: u64,
}

/// Lets each row meet an account of the base or of an earlier row, in the order of the file.
pub(super) fn plan(
    tx: &mut Tx<'_>,
    candidates: Vec<Packed>,
    common: &Common,
    on_duplicate: OnDuplicate,
    mut next: impl FnMut() -> Id,
) -> Result<Plan, StoreError> {
    let mut plan = Plan { pool: Pool::load(tx, &candidates, common)?, counts: Counts::default() };
    for packed in candidates {
        let id = next();
        let row = draft(packed.unpack(), common, id, &mut next);
        let keys = Keys::of(&row.account, &row.persons);
        let met = if on_duplicate == OnDuplicate::Create { None } else { plan.pool.meet(&keys, common) };
        match met {
            Some(_) if on_duplicate == OnDuplicate::Skip => plan.counts.skipped += 1,
            Some(at) => {
                plan.pool.merge_at(at, row, &keys, common);
                plan.counts.merged += 1;
            }
            None => {
                plan.pool.add(packed, row, keys);
                plan.counts.created += 1;
            }
        }
    }
    Ok(plan)
}
