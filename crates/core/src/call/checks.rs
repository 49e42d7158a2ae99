//! What a script lacks before it can be called with.

use super::merge_fields::{OwnField, UnknownField, unknown_fields};
use super::{AnswerKind, Block, BlockKind, CallScript, Objection, ObjectionKind};
use crate::Id;

/// Where a problem lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Script,
    Block(Id),
    Question(Id),
    /// Of a block, counted from 0.
    Argument(Id, usize),
    Objection(Id),
    Reply(Id),
}

/// What is wrong with a script. What people are told is written where messages are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    NoName,
    /// A script has an introduction, one purpose and both closes.
    Missing(BlockKind),
    /// More than one purpose, positive or negative close.
    Repeated(BlockKind),
    /// A block comes after one that the call reaches later.
    OutOfOrder,
    /// Nothing to say in it.
    Empty,
    /// The introduction names neither the caller nor the company: both are due at the start of a call
    /// (C. conso., art. L221-16).
    CallerNotNamed(OwnField),
    /// Questions belong to a discovery, arguments to the arguments.
    Misplaced,
    /// A choice among fewer than two.
    TooFewChoices,
    /// Two questions fill one field: the second answer would cover the first.
    FilledTwice,
    /// An argument without characteristic, advantage or proof.
    IncompleteArgument,
    NothingSaid,
    NoReply,
    /// A pretext without the question that finds the real reason.
    NoRealReasonQuestion,
    UnknownField(UnknownField),
    /// An identifier that something else in the script has.
    SameId,
}

impl Problem {
    /// Whether the script cannot serve as it is; the others are advice.
    pub fn is_blocking(&self) -> bool {
        use Problem::*;
        matches!(
            self,
            NoName
                | Missing(_)
                | Repeated(_)
                | Empty
                | TooFewChoices
                | NothingSaid
                | UnknownField(_)
                | SameId
        )
    }
}

/// Every problem of a script, in the order of the call, given the names of the company's own fields.
pub fn problems(script: &CallScript, custom_fields: &[String]) -> Vec<(Place, Problem)> {
    let mut found = Vec::new();
    if is_blank(&script.name) {
        found.push((Place::Script, Problem::NoName));
    }
    whole(script, &mut found);
    let mut filled = Vec::new();
    let mut reached = BlockKind::Introduction;
    for block in &script.blocks {
        // A call ends in one close or the other: those have no order.
        let stage = block.kind.min(BlockKind::PositiveClose);
        if stage < reached {
            found.push((Place::Block(block.id), Problem::OutOfOrder));
        }
        reached = reached.max(stage);
        self::block(block, custom_fields, &mut filled, &mut found);
    }
    for objection in &script.objections {
        self::objection(objection, custom_fields, &mut found);
    }
    same_ids(script, &mut found);
    found
}

type Found = Vec<(Place, Problem)>;

fn whole(script: &CallScript, found: &mut Found) {
    for kind in BlockKind::ALL {
        let count = script.blocks_of(kind).count();
        let needed = !matches!(kind, BlockKind::Discovery | BlockKind::Arguments);
        let single = needed && kind != BlockKind::Introduction;
        if needed && count == 0 {
            found.push((Place::Script, Problem::Missing(kind)));
        }
        if single && count > 1 {
            found.push((Place::Script, Problem::Repeated(kind)));
        }
    }
    for own in [OwnField::Me, OwnField::OurCompany] {
        let has_introduction = script.blocks_of(BlockKind::Introduction).next().is_some();
        if has_introduction && !script.says(BlockKind::Introduction, own) {
            found.push((Place::Script, Problem::CallerNotNamed(own)));
        }
    }
}

fn block(block: &Block, custom_fields: &[String], filled: &mut Vec<String>, found: &mut Found) {
    let place = Place::Block(block.id);
    if is_blank(&block.text) && block.questions.is_empty() && block.arguments.is_empty() {
        found.push((place, Problem::Empty));
    }
    let questions_lost = !block.questions.is_empty() && block.kind != BlockKind::Discovery;
    let arguments_lost = !block.arguments.is_empty() && block.kind != BlockKind::Arguments;
    if questions_lost || arguments_lost {
        found.push((place, Problem::Misplaced));
    }
    fields(place, &block.text, custom_fields, found);
    for question in &block.questions {
        let place = Place::Question(question.id);
        if is_blank(&question.text) {
            found.push((place, Problem::Empty));
        }
        if let AnswerKind::Choice(choices) = &question.answer
            && choices.iter().filter(|choice| !is_blank(choice)).count() < 2
        {
            found.push((place, Problem::TooFewChoices));
        }
        if let Some(fills) = &question.fills {
            let code = fills.target().code();
            if filled.contains(&code) {
                found.push((place, Problem::FilledTwice));
            }
            filled.push(code);
        }
        fields(place, &question.text, custom_fields, found);
    }
    for (at, argument) in block.arguments.iter().enumerate() {
        let place = Place::Argument(block.id, at);
        let parts = [&argument.characteristic, &argument.advantage, &argument.proof];
        if parts.iter().any(|part| is_blank(part)) {
            found.push((place, Problem::IncompleteArgument));
        }
        for part in parts {
            fields(place, part, custom_fields, found);
        }
    }
}

fn objection(objection: &Objection, custom_fields: &[String], found: &mut Found) {
    let place = Place::Objection(objection.id);
    if objection.said.iter().all(|said| is_blank(said)) {
        found.push((place, Problem::NothingSaid));
    }
    if objection.replies.is_empty() {
        found.push((place, Problem::NoReply));
    }
    let question = objection.real_reason_question.as_deref().unwrap_or_default();
    if objection.kind == ObjectionKind::Pretext && is_blank(question) {
        found.push((place, Problem::NoRealReasonQuestion));
    }
    fields(place, question, custom_fields, found);
    for reply in &objection.replies {
        if is_blank(&reply.text) {
            found.push((Place::Reply(reply.id), Problem::Empty));
        }
        fields(Place::Reply(reply.id), &reply.text, custom_fields, found);
    }
}

fn fields(place: Place, text: &str, custom_fields: &[String], found: &mut Found) {
    let unknown = unknown_fields(text, custom_fields).into_iter();
    found.extend(unknown.map(|field| (place, Problem::UnknownField(field))));
}

fn same_ids(script: &CallScript, found: &mut Found) {
    let mut places = Vec::new();
    for block in &script.blocks {
        places.push((block.id, Place::Block(block.id)));
        places.extend(block.questions.iter().map(|question| (question.id, Place::Question(question.id))));
    }
    for objection in &script.objections {
        places.push((objection.id, Place::Objection(objection.id)));
        places.extend(objection.replies.iter().map(|reply| (reply.id, Place::Reply(reply.id))));
    }
    let mut seen = std::collections::HashSet::new();
    found.extend(
        places.into_iter().filter(|(id, _)| !seen.insert(*id)).map(|(_, place)| (place, Problem::SameId)),
    );
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
