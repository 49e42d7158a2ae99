//! Four complete scripts to start from, in French: what somebody who sells would say. They are data,
//! not messages of the program: whoever copies one rewrites it.

mod caisse;
mod comptable;
mod menuiserie;
mod nettoyage;

use super::{
    AnswerKind, Argument, Block, BlockKind, CallScript, Fills, Goal, Objection, ObjectionKind, Question,
    Reply, Technique,
};
use crate::IdSource;
use crate::account::mapping::Target;

/// The examples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Example {
    /// A joiner calls private individuals whose contract of maintenance runs.
    Menuiserie,
    /// A chartered accountant calls very small companies.
    Comptable,
    /// A seller of cash-register software calls shops.
    Caisse,
    /// A cleaning company calls companies with offices.
    Nettoyage,
}

impl Example {
    pub const ALL: [Example; 4] =
        [Example::Menuiserie, Example::Comptable, Example::Caisse, Example::Nettoyage];

    const fn sheet(self) -> &'static Sheet {
        match self {
            Example::Menuiserie => &menuiserie::SHEET,
            Example::Comptable => &comptable::SHEET,
            Example::Caisse => &caisse::SHEET,
            Example::Nettoyage => &nettoyage::SHEET,
        }
    }

    /// The fields of the company's own that its questions fill.
    pub fn custom_fields(self) -> Vec<String> {
        let questions = self.sheet().blocks.iter().flat_map(|block| block.questions);
        let own = questions.filter_map(|asked| match target(asked.fills)? {
            Target::Custom(name) => Some(name),
            _ => None,
        });
        own.collect()
    }
}

/// An example as a script of version 1, under identifiers of the caller's.
pub fn example(example: Example, ids: &mut IdSource) -> CallScript {
    let sheet = example.sheet();
    CallScript {
        id: ids.next_id(),
        name: typeset(sheet.name),
        version: 1,
        offer: typeset(sheet.offer),
        audience: typeset(sheet.audience),
        goal: sheet.goal,
        blocks: sheet.blocks.iter().map(|block| block.build(ids)).collect(),
        objections: sheet.objections.iter().map(|objection| objection.build(ids)).collect(),
    }
}

struct Sheet {
    name: &'static str,
    offer: &'static str,
    audience: &'static str,
    goal: Goal,
    blocks: &'static [Part],
    objections: &'static [Objecting],
}

struct Part {
    kind: BlockKind,
    title: &'static str,
    text: &'static str,
    questions: &'static [Asked],
    /// Characteristic, advantage, proof.
    arguments: &'static [[&'static str; 3]],
}

impl Part {
    const fn new(kind: BlockKind, title: &'static str, text: &'static str) -> Part {
        Part { kind, title, text, questions: &[], arguments: &[] }
    }

    fn build(&self, ids: &mut IdSource) -> Block {
        let argued = |[characteristic, advantage, proof]: &[&str; 3]| Argument {
            characteristic: typeset(characteristic),
            advantage: typeset(advantage),
            proof: typeset(proof),
        };
        Block {
            id: ids.next_id(),
            kind: self.kind,
            title: typeset(self.title),
            text: typeset(self.text),
            questions: self.questions.iter().map(|question| question.build(ids)).collect(),
            arguments: self.arguments.iter().map(argued).collect(),
        }
    }
}

/// A question, the kind of its answer, and the code of the field that it fills, or nothing.
struct Asked {
    text: &'static str,
    kind: Kind,
    fills: &'static str,
}

enum Kind {
    Text,
    Number,
    Date,
    YesNo,
    Choice(&'static [&'static str]),
}

impl Asked {
    fn build(&self, ids: &mut IdSource) -> Question {
        let answer = match self.kind {
            Kind::Text => AnswerKind::Text,
            Kind::Number => AnswerKind::Number,
            Kind::Date => AnswerKind::Date,
            Kind::YesNo => AnswerKind::YesNo,
            Kind::Choice(choices) => AnswerKind::Choice(choices.iter().map(|word| typeset(word)).collect()),
        };
        let fills = target(self.fills).and_then(|target| Fills::new(target).ok());
        Question { id: ids.next_id(), text: typeset(self.text), answer, fills }
    }
}

/// French typography for what is written above with plain spaces and apostrophes: narrow no-break
/// spaces before high punctuation and within numbers, no-break ones inside quotes and before a colon.
fn typeset(text: &str) -> String {
    let mut set = String::with_capacity(text.len() + 16);
    let mut chars = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        set.push(match c {
            '\'' => '’',
            ' ' if matches!(next, '?' | '!' | ';' | '%' | '€') => '\u{202f}',
            ' ' if before.is_ascii_digit() && (next.is_ascii_digit() || next == 'h') => '\u{202f}',
            ' ' if before == '«' || matches!(next, '»' | ':') => '\u{a0}',
            c => c,
        });
        before = c;
    }
    set
}

fn target(code: &str) -> Option<Target> {
    if code.is_empty() { None } else { Target::from_code(code) }
}

struct Objecting {
    kind: ObjectionKind,
    said: &'static [&'static str],
    replies: &'static [(Technique, &'static str)],
    /// The question that finds the real reason, or nothing.
    ask: &'static str,
}

impl Objecting {
    fn build(&self, ids: &mut IdSource) -> Objection {
        let id = ids.next_id();
        let replies = self.replies.iter().map(|(technique, text)| Reply {
            id: ids.next_id(),
            technique: *technique,
            text: typeset(text),
        });
        Objection {
            id,
            kind: self.kind,
            said: self.said.iter().map(|said| typeset(said)).collect(),
            replies: replies.collect(),
            real_reason_question: (!self.ask.is_empty()).then(|| typeset(self.ask)),
        }
    }
}
