//! Tags put on and taken off a selection or one account.

use filon_core::text::fold;
use filon_core::{Account, Id};
use filon_store::accounts;

use crate::{Actor, App, Result};

/// Puts a tag on accounts; the answer is how many had it not.
pub fn set_tag(app: &App, actor: &Actor, ids: &[Id], tag: &str) -> Result<u64> {
    let tag = tag.trim();
    change(app, actor, ids, |account| {
        if tag.is_empty() || account.tags.iter().any(|own| fold(own) == fold(tag)) {
            return false;
        }
        account.tags.push(tag.to_owned());
        true
    })
}

/// Takes a tag off accounts; the answer is how many had it.
pub fn remove_tag(app: &App, actor: &Actor, ids: &[Id], tag: &str) -> Result<u64> {
    change(app, actor, ids, |account| {
        let before = account.tags.len();
        account.tags.retain(|own| fold(own) != fold(tag));
        account.tags.len() != before
    })
}

fn change(app: &App, actor: &Actor, ids: &[Id], mut change: impl FnMut(&mut Account) -> bool) -> Result<u64> {
    let now = app.now();
    app.write(actor, |tx| {
        let mut changed = 0;
        for mut record in accounts::many(tx, ids)? {
            if change(&mut record.account) {
                accounts::update(tx, &record.account, now)?;
                changed += 1;
            }
        }
        Ok(changed)
    })
}
