//! What an import would do to the base.

use filon_core::Id;
use filon_store::{StoreError, Tx};

use super::add::{Common, draft};
use super::marks::Candidates;
use super::pool::Pool;
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
    candidates: Candidates,
    common: &Common,
    on_duplicate: OnDuplicate,
    mut next: impl FnMut() -> Id,
) -> Result<Plan, StoreError> {
    let mut plan = Plan { pool: Pool::load(tx, &candidates, common)?, counts: Counts::default() };
    for row in candidates.rows {
        let met = if on_duplicate == OnDuplicate::Create { None } else { plan.pool.meet(&row.marks) };
        match met {
            Some(_) if on_duplicate == OnDuplicate::Skip => plan.counts.skipped += 1,
            Some(at) => {
                let id = next();
                let joining = draft(row.packed.unpack(), common, id, &mut next);
                plan.pool.merge_at(at, joining, &row.marks, common);
                plan.counts.merged += 1;
            }
            None => {
                plan.pool.add(row, next(), common, &mut next);
                plan.counts.created += 1;
            }
        }
    }
    Ok(plan)
}
