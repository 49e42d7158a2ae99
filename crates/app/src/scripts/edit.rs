//! A script made, changed, put away.

use filon_core::Id;
use filon_core::call::{Block, BlockKind, CallScript, Example, Goal, example};
use filon_store::{StoreError, Tx, scripts};

use super::list::script_in;
use crate::fail::Fail;
use crate::{Actor, App, AppError, Result};

/// Makes a script with the blocks that every one has, without their texts.
pub fn create(app: &App, actor: &Actor, name: &str, goal: Goal) -> Result<Id> {
    let name = named(actor, name)?;
    let block = |kind: BlockKind| Block {
        id: app.next_id(),
        kind,
        title: String::new(),
        text: String::new(),
        questions: Vec::new(),
        arguments: Vec::new(),
    };
    let script = CallScript {
        id: app.next_id(),
        name,
        version: 1,
        offer: String::new(),
        audience: String::new(),
        goal,
        blocks: BlockKind::ALL.map(block).into(),
        objections: Vec::new(),
    };
    insert(app, actor, &script)
}

/// Makes a script from one of the examples; where its name is taken, a number follows it.
pub fn from_example(app: &App, actor: &Actor, chosen: Example) -> Result<Id> {
    let mut ids = app.id_source();
    let script = example(chosen, &mut ids);
    app.write(actor, |tx| {
        let script = CallScript { name: free_name(tx, &script.name)?, ..script.clone() };
        scripts::insert(tx, &script, actor.user, app.now())?;
        Ok(script.id)
    })
}

/// Makes a script from another one's current version. Blocks, objections and replies get identifiers of
/// their own, so that the results of the two are told apart.
pub fn copy(app: &App, actor: &Actor, id: Id, name: &str) -> Result<Id> {
    let name = named(actor, name)?;
    let (_, mut script) = app.read(actor, |tx| script_in(tx, actor, id, None))?;
    (script.id, script.name, script.version) = (app.next_id(), name, 1);
    for block in &mut script.blocks {
        block.id = app.next_id();
        block.questions.iter_mut().for_each(|question| question.id = app.next_id());
    }
    for objection in &mut script.objections {
        objection.id = app.next_id();
        objection.replies.iter_mut().for_each(|reply| reply.id = app.next_id());
    }
    insert(app, actor, &script)
}

/// Takes a script out of use; lists that call with it keep it.
pub fn archive(app: &App, actor: &Actor, id: Id) -> Result<()> {
    let now = app.now();
    app.write(actor, |tx| Ok(scripts::archive(tx, id, Some(now))?))
}

pub fn unarchive(app: &App, actor: &Actor, id: Id) -> Result<()> {
    app.write(actor, |tx| Ok(scripts::archive(tx, id, None)?))
}

/// Saves what was written on version `seen_version`; answers the version that it became: the same where it
/// never served, else the next one. Where somebody saved since, nothing is written over.
pub fn save(app: &App, actor: &Actor, script: &CallScript, seen_version: u32) -> Result<u32> {
    let script = CallScript { name: named(actor, &script.name)?, ..script.clone() };
    let now = app.now();
    app.write(actor, |tx| {
        let words = &actor.words().script;
        let kept = scripts::get(tx, script.id)?.ok_or_else(|| AppError::not_found(words.unknown))?;
        if kept.version != seen_version {
            return Err(AppError::conflict((words.saved_since)(kept.version)).into());
        }
        let namesake = scripts::by_name(tx, &script.name)?;
        if namesake.is_some_and(|other| other.id != script.id) {
            return Err(AppError::conflict((words.name_taken)(&script.name)).into());
        }
        Ok(scripts::save(tx, &script, seen_version, actor.user, now)?)
    })
}

fn named(actor: &Actor, name: &str) -> Result<String> {
    match name.trim() {
        "" => Err(AppError::usage(actor.words().script.nameless)),
        name => Ok(name.to_owned()),
    }
}

fn insert(app: &App, actor: &Actor, script: &CallScript) -> Result<Id> {
    let now = app.now();
    app.write(actor, |tx| match scripts::insert(tx, script, actor.user, now) {
        Ok(()) => Ok(script.id),
        Err(StoreError::Conflict { .. }) => {
            Err(AppError::conflict((actor.words().script.name_taken)(&script.name)).into())
        }
        Err(error) => Err(error.into()),
    })
}

/// The name, or the first of `name (2)`, `name (3)` … that no script has.
fn free_name(tx: &mut Tx<'_>, name: &str) -> std::result::Result<String, Fail> {
    let mut free = name.to_owned();
    for number in 2..1_000 {
        if scripts::by_name(tx, &free)?.is_none() {
            break;
        }
        free = format!("{name} ({number})");
    }
    Ok(free)
}
