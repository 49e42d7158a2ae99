//! An opposition reaches the suppression list in the transaction that records it.

use filon_core::journal::standing;
use filon_core::{Event, EventKind, Id, Moment};
use filon_store::{StoreError, Tx, accounts, events, suppressions};

use crate::suppression::Hasher;

/// Puts those who objected on the suppression list.
pub(crate) fn suppress(tx: &mut Tx<'_>, lines: &[&Event], secret: [u8; 32]) -> Result<(), StoreError> {
    let objections: Vec<&&Event> = lines.iter().filter(|line| line.kind == EventKind::OptedOut).collect();
    if objections.is_empty() {
        return Ok(());
    }
    let hasher = Hasher::load(tx, secret)?;
    let ids: Vec<Id> = objections.iter().map(|line| line.account).collect();
    let records = accounts::many(tx, &ids)?;
    let mut all = Vec::new();
    for line in objections {
        if let Some(record) = records.iter().find(|record| record.account.id == line.account) {
            all.extend(hasher.suppressions(
                &record.account,
                &record.persons,
                line.channel,
                Moment::start_of(line.on),
            ));
        }
    }
    suppressions::add(tx, &all)
}

/// Takes an objection off the list when the event that recorded it was a mistake and no other says the same.
pub(super) fn release(tx: &mut Tx<'_>, voided: &Event) -> Result<(), StoreError> {
    if voided.kind != EventKind::OptedOut {
        return Ok(());
    }
    let journal = events::of_account(tx, voided.account)?;
    let others = standing(&journal, None);
    let said_again = |line: &&Event| {
        line.kind == EventKind::OptedOut && line.id != voided.id && line.channel == voided.channel
    };
    if others.into_iter().any(|line| said_again(&line)) {
        return Ok(());
    }
    let (Some(hasher), Some(record)) = (Hasher::existing(tx)?, accounts::get(tx, voided.account)?) else {
        return Ok(());
    };
    for key in hasher.keys(&record.account, &record.persons, voided.channel) {
        suppressions::remove(tx, &key, voided.channel)?;
    }
    Ok(())
}
