//! What an import would do to the base.

use filon_core::Id;
use filon_store::{StoreError, Tx};

use super::add::{Common, draft, merge};
use super::pool::{Keys, Pool};
use super::row::Candidate;
use super::run::OnDuplicate;

/// The accounts after the import, and the counts.
pub(super) struct Plan {
    pub pool: Pool,
    pub created: u64,
    pub merged: u64,
    pub skipped: u64,
}

/// Lets each row meet an account of the base or of an earlier row, in the order of the file.
pub(super) fn plan(
    tx: &mut Tx<'_>,
    candidates: &[Candidate],
    common: &Common,
    on_duplicate: OnDuplicate,
    mut next: impl FnMut() -> Id,
) -> Result<Plan, StoreError> {
    let drafts: Vec<_> = candidates.iter().map(|candidate| draft(candidate, common, &mut next)).collect();
    let keys: Vec<Keys> = drafts.iter().map(|working| Keys::of(&working.account, &working.persons)).collect();
    let mut plan = Plan { pool: Pool::load(tx, &keys)?, created: 0, merged: 0, skipped: 0 };
    for (mut row, keys) in drafts.into_iter().zip(&keys) {
        let met = if on_duplicate == OnDuplicate::Create { None } else { plan.pool.meet(keys) };
        match met {
            Some(_) if on_duplicate == OnDuplicate::Skip => plan.skipped += 1,
            Some(at) => {
                // Taken out while the pool is asked who has which reference.
                let Some(mut working) = plan.pool.accounts.get(at).cloned() else { continue };
                merge(&mut working, row, |label, value| match label {
                    "siret" => plan.pool.has_siret(value),
                    _ => plan.pool.has_reference(value),
                });
                plan.pool.accounts[at] = working;
                plan.pool.register(at);
                plan.merged += 1;
            }
            None => {
                // A reference is one account's: the second one is kept, elsewhere.
                let taken = row.account.reference.take_if(|reference| plan.pool.has_reference(reference));
                if let Some(reference) = taken {
                    row.account.custom.entry("référence".to_owned()).or_insert(reference);
                }
                plan.pool.add(row);
                plan.created += 1;
            }
        }
    }
    Ok(plan)
}
