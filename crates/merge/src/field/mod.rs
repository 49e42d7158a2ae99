//! Fields, compiled: what each computes, and how its text is written into the document.
pub mod address;
pub mod condition;
pub mod eval;
pub mod formula;
pub mod lex;
pub mod mapping;
pub mod names;
pub mod parse;
pub mod style;
pub mod wrap;

use crate::format::number::NumberPicture;
use crate::format::text_case::TextCase;
use crate::odt::condition::Condition;
use crate::piece::Piece;
use crate::{Language, Message};
use std::sync::Arc;
use wrap::Wrap;

/// Text and fields in sequence. A nested field stays a field: its value is never pasted into the code (MAILMERGE A1.4).
#[derive(Debug, Clone)]
pub enum Part {
    Text(String),
    Field(Arc<Field>),
}

#[derive(Debug, Clone)]
pub struct Field {
    pub instruction: Instruction,
    pub wrap: Wrap,
    /// Language of the run that holds the code.
    pub language: Option<Language>,
    /// Tags that opened or closed inside the code and must stay for the document to be well formed.
    pub after: Vec<Piece>,
    /// For remarks: the field's type and name.
    pub label: String,
}

#[derive(Debug, Clone)]
pub enum Instruction {
    Merge {
        name: usize,
        format: Format,
        before: Vec<Part>,
        after: Vec<Part>,
    },
    If {
        test: Test,
        yes: Branch,
        no: Branch,
    },
    Compare {
        test: Test,
        format: Format,
    },
    Next(Option<Test>),
    SkipIf(Test),
    Set {
        name: String,
        value: Vec<Part>,
    },
    Ref {
        name: String,
        format: Format,
    },
    Formula {
        expression: formula::Expression,
        format: Format,
    },
    RecordNumber(Format),
    SequenceNumber(Format),
    Moment {
        time: bool,
        format: Format,
    },
    Quote {
        parts: Vec<Part>,
        format: Format,
    },
    Ask {
        name: Option<String>,
        default: Vec<Part>,
    },
    Address(address::Block),
    Greeting(address::Greeting),
    /// Left in the document for Word to compute.
    Keep {
        pieces: Vec<Piece>,
        text: Vec<Part>,
        warning: Option<Message>,
    },
    // OpenDocument
    OdfNext(Option<Condition>),
    OdfChoice {
        condition: Condition,
        yes: String,
        no: String,
    },
    HideParagraph(Condition),
    HideSection(Condition),
}

#[derive(Debug, Clone, Default)]
pub struct Branch {
    /// Where the branch stands in the code, in units.
    pub range: (usize, usize),
    pub text: Vec<Part>,
    /// The whole field when this branch is taken.
    pub pieces: Vec<Piece>,
}

#[derive(Debug, Clone)]
pub struct Test {
    pub left: Vec<Part>,
    pub operator: condition::Operator,
    pub right: Vec<Part>,
    pub right_quoted: bool,
}

#[derive(Debug, Clone, Default)]
pub struct Format {
    pub number: Option<NumberPicture>,
    pub date: Option<String>,
    pub stars: Vec<Star>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Star {
    Case(TextCase),
    Roman(bool),
    Alphabetic(bool),
    Ordinal,
    CardText,
    OrdText,
    Hex,
}

impl Field {
    /// Fields whose emptiness removes a line.
    pub fn is_merge(&self) -> bool {
        matches!(
            self.instruction,
            Instruction::Merge { .. } | Instruction::Address(_) | Instruction::Greeting(_)
        )
    }

    /// False when every record gives the same.
    pub fn varies(&self) -> bool {
        match &self.instruction {
            Instruction::Keep { pieces, .. } => crate::piece::varies(pieces),
            Instruction::Moment { .. } => false,
            _ => true,
        }
    }
}
