//! The buttons of the editor: add, move, remove, put back. Each works on what was typed, and loses none of it.

use filon_core::Id;
use filon_core::call::{
    AnswerKind, Argument, Block, BlockKind, CallScript, Objection, ObjectionKind, Question, Reply, Technique,
};
use serde_json::{Value, from_value, json};

/// What a button did.
#[derive(Debug, Default)]
pub struct Changed {
    /// The part to go on typing in: its identifier, and the argument's number where it is one.
    pub focus: Option<String>,
    /// What was taken out, to be put back.
    pub removed: Option<String>,
}

/// Does what a button says (`bloc:purpose`, `question:ID`, `haut:ID`, `retirer:ID.2` …); a word that says nothing
/// changes nothing. `id` is drawn for what is added, `removed` is what the button before took out.
pub fn change(script: &mut CallScript, command: &str, id: Id, removed: &str) -> Changed {
    let (verb, what) = command.split_once(':').unwrap_or((command, ""));
    let focus = match verb {
        "bloc" => BlockKind::from_code(what).map(|kind| add_block(script, kind, id)),
        "objection" => ObjectionKind::from_code(what).map(|kind| add_objection(script, kind, id)),
        "question" => block_mut(script, what).map(|block| add_question(block, id)),
        "argument" => block_mut(script, what).map(add_argument),
        "reponse" => objection_mut(script, what).map(|objection| add_reply(objection, id)),
        "haut" => shift(script, what, -1).then(|| what.to_owned()),
        "bas" => shift(script, what, 1).then(|| what.to_owned()),
        "remettre" => put_back(script, removed),
        "retirer" => return Changed { focus: None, removed: take_out(script, what) },
        _ => None,
    };
    Changed { focus, removed: None }
}

fn add_block(script: &mut CallScript, kind: BlockKind, id: Id) -> String {
    let block = Block {
        id,
        kind,
        title: String::new(),
        text: String::new(),
        questions: Vec::new(),
        arguments: Vec::new(),
    };
    // After the last one that the call reaches no later.
    let at = script.blocks.iter().rposition(|other| other.kind <= kind).map_or(0, |at| at + 1);
    script.blocks.insert(at, block);
    id.to_string()
}

fn add_objection(script: &mut CallScript, kind: ObjectionKind, id: Id) -> String {
    let objection = Objection { id, kind, said: Vec::new(), replies: Vec::new(), real_reason_question: None };
    script.objections.push(objection);
    id.to_string()
}

fn add_question(block: &mut Block, id: Id) -> String {
    block.questions.push(Question { id, text: String::new(), answer: AnswerKind::Text, fills: None });
    id.to_string()
}

fn add_argument(block: &mut Block) -> String {
    let empty = String::new();
    let argument = Argument { characteristic: empty.clone(), advantage: empty.clone(), proof: empty };
    block.arguments.push(argument);
    format!("{}.{}", block.id, block.arguments.len() - 1)
}

fn add_reply(objection: &mut Objection, id: Id) -> String {
    objection.replies.push(Reply { id, technique: Technique::Question, text: String::new() });
    id.to_string()
}

fn block_mut<'a>(script: &'a mut CallScript, id: &str) -> Option<&'a mut Block> {
    let id: Id = id.parse().ok()?;
    script.blocks.iter_mut().find(|block| block.id == id)
}

fn objection_mut<'a>(script: &'a mut CallScript, id: &str) -> Option<&'a mut Objection> {
    let id: Id = id.parse().ok()?;
    script.objections.iter_mut().find(|objection| objection.id == id)
}

/// `ID.2`: an argument of a block.
fn argument_of(what: &str) -> Option<(&str, usize)> {
    let (block, at) = what.split_once('.')?;
    Some((block, at.parse().ok()?))
}

fn moved<T>(list: &mut [T], at: Option<usize>, by: isize) -> bool {
    let Some(at) = at else { return false };
    match at.checked_add_signed(by).filter(|to| *to < list.len()) {
        Some(to) => {
            list.swap(at, to);
            true
        }
        None => true,
    }
}

fn shift(script: &mut CallScript, what: &str, by: isize) -> bool {
    if let Some((block, at)) = argument_of(what) {
        return block_mut(script, block).is_some_and(|block| moved(&mut block.arguments, Some(at), by));
    }
    let Ok(id) = what.parse::<Id>() else { return false };
    let at = script.blocks.iter().position(|block| block.id == id);
    if moved(&mut script.blocks, at, by) {
        return true;
    }
    let at = script.objections.iter().position(|objection| objection.id == id);
    if moved(&mut script.objections, at, by) {
        return true;
    }
    let questions = script.blocks.iter_mut().any(|block| {
        let at = block.questions.iter().position(|question| question.id == id);
        moved(&mut block.questions, at, by)
    });
    questions
        || script.objections.iter_mut().any(|objection| {
            let at = objection.replies.iter().position(|reply| reply.id == id);
            moved(&mut objection.replies, at, by)
        })
}

/// Takes a part out; the answer is that part and its place, as text.
fn take_out(script: &mut CallScript, what: &str) -> Option<String> {
    let kept = |kind: &str, owner: Option<Id>, at: usize, part: Value| {
        json!({ "kind": kind, "in": owner.map(|id| id.to_string()), "at": at, "part": part }).to_string()
    };
    if let Some((block, at)) = argument_of(what) {
        let block = block_mut(script, block).filter(|block| at < block.arguments.len())?;
        let part = json!(block.arguments.remove(at));
        return Some(kept("argument", Some(block.id), at, part));
    }
    let id: Id = what.parse().ok()?;
    if let Some(at) = script.blocks.iter().position(|block| block.id == id) {
        return Some(kept("block", None, at, json!(script.blocks.remove(at))));
    }
    if let Some(at) = script.objections.iter().position(|objection| objection.id == id) {
        return Some(kept("objection", None, at, json!(script.objections.remove(at))));
    }
    for block in &mut script.blocks {
        if let Some(at) = block.questions.iter().position(|question| question.id == id) {
            return Some(kept("question", Some(block.id), at, json!(block.questions.remove(at))));
        }
    }
    for objection in &mut script.objections {
        if let Some(at) = objection.replies.iter().position(|reply| reply.id == id) {
            return Some(kept("reply", Some(objection.id), at, json!(objection.replies.remove(at))));
        }
    }
    None
}

/// Puts back what [`take_out`] gave, where it was.
fn put_back(script: &mut CallScript, removed: &str) -> Option<String> {
    let mut kept: Value = serde_json::from_str(removed).ok()?;
    let at = usize::try_from(kept.get("at")?.as_u64()?).ok()?;
    let owner = kept.get("in").and_then(Value::as_str).unwrap_or_default().to_owned();
    let part = kept.get_mut("part")?.take();
    match kept.get("kind")?.as_str()? {
        "block" => place(&mut script.blocks, at, from_value(part).ok()?, |block: &Block| block.id),
        "objection" => {
            place(&mut script.objections, at, from_value(part).ok()?, |found: &Objection| found.id)
        }
        "question" => {
            let block = block_mut(script, &owner)?;
            place(&mut block.questions, at, from_value(part).ok()?, |question: &Question| question.id)
        }
        "reply" => {
            let objection = objection_mut(script, &owner)?;
            place(&mut objection.replies, at, from_value(part).ok()?, |reply: &Reply| reply.id)
        }
        _ => {
            let block = block_mut(script, &owner)?;
            let at = at.min(block.arguments.len());
            block.arguments.insert(at, from_value(part).ok()?);
            Some(format!("{}.{at}", block.id))
        }
    }
}

fn place<T>(list: &mut Vec<T>, at: usize, part: T, id: impl Fn(&T) -> Id) -> Option<String> {
    let id = id(&part);
    list.insert(at.min(list.len()), part);
    Some(id.to_string())
}

#[cfg(test)]
mod tests {
    use filon_core::call::{Example, example};
    use filon_core::{IdSource, Moment};

    use super::*;

    fn script() -> (CallScript, IdSource) {
        let mut ids = IdSource::new(Moment::from_millis(1_000_000), 1);
        (example(Example::Comptable, &mut ids), ids)
    }

    #[test]
    fn a_part_is_added_where_the_call_reaches_it() {
        let (mut script, mut ids) = script();
        let id = ids.next_id();
        let changed = change(&mut script, "bloc:purpose", id, "");
        assert_eq!(changed.focus, Some(id.to_string()));
        let at = script.blocks.iter().position(|block| block.id == id).expect("there");
        assert!(script.blocks[at - 1].kind <= BlockKind::Purpose);
        assert!(script.blocks[at + 1].kind > BlockKind::Purpose);
    }

    #[test]
    fn what_is_removed_goes_back_where_it_was() {
        let (script, mut ids) = script();
        let discovery = script.blocks_of(BlockKind::Discovery).next().expect("a discovery");
        let arguments = script.blocks_of(BlockKind::Arguments).next().expect("arguments");
        let wanted = [
            script.blocks[1].id.to_string(),
            script.objections[2].id.to_string(),
            discovery.questions[1].id.to_string(),
            script.objections[0].replies[0].id.to_string(),
            format!("{}.1", arguments.id),
        ];
        for what in wanted {
            let mut typed = script.clone();
            let removed = change(&mut typed, &format!("retirer:{what}"), ids.next_id(), "").removed;
            assert_ne!(typed, script, "{what}");
            let back = change(&mut typed, "remettre", ids.next_id(), &removed.expect("removed"));
            assert_eq!((typed, back.focus), (script.clone(), Some(what)));
        }
    }

    #[test]
    fn moving_up_and_down_again_changes_nothing_and_the_ends_hold() {
        let (script, mut ids) = script();
        let mut typed = script.clone();
        let id = script.objections[1].id;
        change(&mut typed, &format!("haut:{id}"), ids.next_id(), "");
        assert_eq!(typed.objections[0].id, id);
        change(&mut typed, &format!("haut:{id}"), ids.next_id(), "");
        assert_eq!(typed.objections[0].id, id);
        change(&mut typed, &format!("bas:{id}"), ids.next_id(), "");
        assert_eq!(typed, script);
        change(&mut typed, "n’importe quoi", ids.next_id(), "");
        assert_eq!(typed, script);
    }
}
