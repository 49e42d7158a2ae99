//! An answer that somebody found during a call becomes a prepared one.

use filon_core::Id;
use filon_core::call::Technique;
use filon_store::scripts;

use super::list::script_in;
use crate::{Actor, App, AppError, Result};

/// Adds the answer to an objection of the current version; answers the version that has it.
pub fn promote(
    app: &App,
    actor: &Actor,
    script: Id,
    objection: Id,
    text: &str,
    technique: Technique,
) -> Result<u32> {
    let words = &actor.words().script;
    if text.trim().is_empty() {
        return Err(AppError::usage(words.reply_empty));
    }
    let (reply, now) = (app.next_id(), app.now());
    app.write(actor, |tx| {
        let (kept, mut body) = script_in(tx, actor, script, None)?;
        let found = body.objections.iter_mut().find(|one| one.id == objection);
        let found = found.ok_or_else(|| AppError::not_found(words.objection_unknown))?;
        found.promote(reply, technique, text);
        Ok(scripts::save(tx, &body, kept.version, actor.user, now)?)
    })
}
