//! What an import would do to the base.

use filon_core::Id;
use filon_store::{StoreError, Tx};

use super::add::{Common, draft};
use super::pool::{Keys, Pool};
use super::row::Candidate;
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
    candidates: Vec<Candidate>,
    common: &Common,
    on_duplicate: OnDuplicate,
    mut next: impl FnMut() -> Id,
) -> Result<Plan, StoreError> {
    let drafts: Vec<_> =
        candidates.into_iter().map(|candidate| draft(candidate, common, &mut next)).collect();
    let keys: Vec<Keys> = drafts.iter().map(|working| Keys::of(&working.account, &working.persons)).collect();
    let mut plan = Plan { pool: Pool::load(tx, &keys)?, counts: Counts::default() };
    for (row, keys) in drafts.into_iter().zip(keys) {
        let met = if on_duplicate == OnDuplicate::Create { None } else { plan.pool.meet(&keys) };
        match met {
            Some(_) if on_duplicate == OnDuplicate::Skip => plan.counts.skipped += 1,
            Some(at) => {
                plan.pool.merge_at(at, row, keys);
                plan.counts.merged += 1;
            }
            None => {
                plan.pool.add(row, keys);
                plan.counts.created += 1;
            }
        }
    }
    Ok(plan)
}
