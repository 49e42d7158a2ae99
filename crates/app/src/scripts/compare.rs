//! Two versions of a script set against each other: each account hears one of them, at random.

use filon_core::Id;
use filon_core::call::problems;
use filon_store::{accounts, scripts};

use super::list::{known_fields, script_in};
use crate::{Actor, App, AppError, Result};

/// Starts a comparison; one that goes on ends with it. A version that cannot serve is refused.
pub fn compare(app: &App, actor: &Actor, id: Id, a: u32, b: u32) -> Result<()> {
    let words = &actor.words().script;
    if a == b {
        return Err(AppError::usage(words.same_versions));
    }
    let secret = app.secret();
    let chance = secret.iter().take(8).fold(0_u64, |chance, byte| (chance << 8) | u64::from(*byte));
    let now = app.now();
    app.write(actor, |tx| {
        let own: Vec<String> = accounts::custom_fields(tx)?.into_iter().map(|(name, _)| name).collect();
        for version in [a, b] {
            let (_, script) = script_in(tx, actor, id, Some(version))?;
            let found = problems(&script, &known_fields(&script, &own));
            if let Some((_, problem)) = found.iter().find(|(_, problem)| problem.is_blocking()) {
                let said = (words.compare_blocked)(version, &(words.problem)(problem));
                return Err(AppError::refused(said).into());
            }
        }
        let compared = scripts::Compared { a, b, chance, started_at: now };
        Ok(scripts::compare(tx, id, Some(compared))?)
    })
}

/// Ends the comparison: the current version serves from now on.
pub fn stop_comparing(app: &App, actor: &Actor, id: Id) -> Result<()> {
    app.write(actor, |tx| Ok(scripts::compare(tx, id, None)?))
}
