//! Call scripts (argumentaires): the interview guide of a call, in blocks.

use serde::{Deserialize, Serialize};

use super::Objection;
use crate::Id;
use crate::account::mapping::Target;

/// A script in one of its versions. The versions of a script share its `id`; what was used in a call
/// is `(id, version)`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallScript {
    pub id: Id,
    pub name: String,
    /// From 1; a version that served is never changed, the next one is written.
    pub version: u32,
    /// What is offered, to whom: for whoever chooses among scripts.
    #[serde(default)]
    pub offer: String,
    #[serde(default)]
    pub audience: String,
    pub goal: Goal,
    /// In the order of the call.
    pub blocks: Vec<Block>,
    #[serde(default)]
    pub objections: Vec<Objection>,
}

/// The one goal of the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// A meeting, with two dates offered.
    Meeting,
    /// A product presented, there and then.
    Presentation,
}

impl Goal {
    pub const ALL: [Goal; 2] = [Goal::Meeting, Goal::Presentation];

    pub const fn code(self) -> &'static str {
        match self {
            Goal::Meeting => "meeting",
            Goal::Presentation => "presentation",
        }
    }

    pub fn from_code(code: &str) -> Option<Goal> {
        Goal::ALL.into_iter().find(|goal| goal.code() == code)
    }
}

/// A part of the call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    pub id: Id,
    pub kind: BlockKind,
    /// A word for the margin (« Au standard »); may be empty.
    #[serde(default)]
    pub title: String,
    /// What is said, with merge fields.
    pub text: String,
    /// Of a discovery.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Of the arguments.
    #[serde(default)]
    pub arguments: Vec<Argument>,
}

/// The parts of a call, in the order in which they come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// Présentation: who I am, reach the right person, the gatekeeper.
    Introduction,
    /// Objet: why I call, the one goal.
    Purpose,
    /// Découverte: questions whose answers fill the fiche.
    Discovery,
    /// Argumentation: characteristic, advantage, proof.
    Arguments,
    /// Conclusion positive: restate the agreement, coordinates, thanks.
    PositiveClose,
    /// Conclusion négative: courtesy, a door left open, follow-up.
    NegativeClose,
}

impl BlockKind {
    pub const ALL: [BlockKind; 6] = [
        BlockKind::Introduction,
        BlockKind::Purpose,
        BlockKind::Discovery,
        BlockKind::Arguments,
        BlockKind::PositiveClose,
        BlockKind::NegativeClose,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            BlockKind::Introduction => "introduction",
            BlockKind::Purpose => "purpose",
            BlockKind::Discovery => "discovery",
            BlockKind::Arguments => "arguments",
            BlockKind::PositiveClose => "positive_close",
            BlockKind::NegativeClose => "negative_close",
        }
    }

    pub fn from_code(code: &str) -> Option<BlockKind> {
        BlockKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A question whose answer is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub id: Id,
    /// What is asked, with merge fields.
    pub text: String,
    pub answer: AnswerKind,
    /// The field that the answer fills; `None` = the answer stays with the call.
    #[serde(default)]
    pub fills: Option<Fills>,
}

/// What kind of answer a question has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerKind {
    Text,
    Number,
    Date,
    /// One of these.
    Choice(Vec<String>),
    YesNo,
}

impl AnswerKind {
    pub const fn code(&self) -> &'static str {
        match self {
            AnswerKind::Text => "text",
            AnswerKind::Number => "number",
            AnswerKind::Date => "date",
            AnswerKind::Choice(_) => "choice",
            AnswerKind::YesNo => "yes_no",
        }
    }
}

/// An argument in the form CAP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Argument {
    /// What it is or has.
    pub characteristic: String,
    /// What that does for them.
    pub advantage: String,
    /// Why they may believe it.
    pub proof: String,
}

/// A field of the fiche, or one of the company's own, that an answer can fill: in JSON the code of
/// its [`Target`] (`employees`, `custom.Logiciel actuel`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Fills(Target);

/// No answer on the telephone can fill this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no field that an answer can fill")]
pub struct NotFillable(pub String);

impl Fills {
    /// Identifiers, rights and dates of collection are not filled by what somebody says in a call.
    pub fn new(target: Target) -> Result<Fills, NotFillable> {
        let fillable = matches!(
            target,
            Target::Name
                | Target::Naf
                | Target::Employees
                | Target::Revenue
                | Target::AddressLine(1..=4)
                | Target::Postcode
                | Target::City
                | Target::HousePhone
                | Target::HouseEmail
                | Target::Civility
                | Target::FirstName
                | Target::LastName
                | Target::FullName
                | Target::Role
                | Target::Email
                | Target::Phone
                | Target::Mobile
                | Target::Website
                | Target::Note
                | Target::Custom(_)
        );
        if fillable { Ok(Fills(target)) } else { Err(NotFillable(target.code())) }
    }

    pub fn target(&self) -> &Target {
        &self.0
    }
}

impl From<Fills> for String {
    fn from(fills: Fills) -> String {
        fills.0.code()
    }
}

impl TryFrom<String> for Fills {
    type Error = NotFillable;

    fn try_from(code: String) -> Result<Fills, NotFillable> {
        match Target::from_code(&code) {
            Some(target) => Fills::new(target),
            None => Err(NotFillable(code)),
        }
    }
}

impl CallScript {
    /// The blocks of a kind, in their order.
    pub fn blocks_of(&self, kind: BlockKind) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(move |block| block.kind == kind)
    }

    /// Every question, in the order of the call.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.blocks.iter().flat_map(|block| &block.questions)
    }

    pub fn objection(&self, id: Id) -> Option<&Objection> {
        self.objections.iter().find(|objection| objection.id == id)
    }

    /// The next version, to be written on: everything keeps its identifier.
    pub fn next_version(&self) -> CallScript {
        CallScript { version: self.version.saturating_add(1), ..self.clone() }
    }

    /// Every text with merge fields, in the order of the call.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = Vec::new();
        for block in &self.blocks {
            texts.push(&block.text);
            texts.extend(block.questions.iter().map(|question| question.text.as_str()));
            for argument in &block.arguments {
                texts.extend(
                    [&argument.characteristic, &argument.advantage, &argument.proof].map(String::as_str),
                );
            }
        }
        for objection in &self.objections {
            texts.extend(objection.replies.iter().map(|reply| reply.text.as_str()));
            texts.extend(objection.real_reason_question.as_deref());
        }
        texts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_law_or_the_state_gives_is_filled_by_no_answer() {
        for code in ["employees", "role", "custom.Logiciel actuel", "Effectif"] {
            assert!(Fills::try_from(code.to_owned()).is_ok(), "{code}");
        }
        for code in ["siret", "consent", "opt_out", "created_on", "ignore", "diffusion", "couleur"] {
            assert!(Fills::try_from(code.to_owned()).is_err(), "{code}");
        }
    }

    #[test]
    fn codes_read_back() {
        assert!(BlockKind::ALL.iter().all(|kind| BlockKind::from_code(kind.code()) == Some(*kind)));
        assert!(Goal::ALL.iter().all(|goal| Goal::from_code(goal.code()) == Some(*goal)));
    }
}
