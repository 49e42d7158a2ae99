//! Objections and the answers prepared for them (DOMAIN.md 1.7).

use serde::{Deserialize, Serialize};

use crate::Id;

/// What stands behind an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectionKind {
    /// Prétexte: stalls or gets rid of the caller; one asks for the real reason.
    Pretext,
    /// Objective: founded; one negotiates, proves, or meets.
    Objective,
}

impl ObjectionKind {
    pub const ALL: [ObjectionKind; 2] = [ObjectionKind::Pretext, ObjectionKind::Objective];

    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            ObjectionKind::Pretext => "pretext",
            ObjectionKind::Objective => "objective",
        }
    }

    pub fn from_code(code: &str) -> Option<ObjectionKind> {
        ObjectionKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How an answer treats the objection, as French sales classes name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Technique {
    /// Ask: « c'est-à-dire ? »
    Question,
    /// Say it again, weaker, and have it agreed.
    Reformulation,
    /// Own the drawback, set the advantages against it.
    Compensation,
    /// Boomerang: turn the objection into an argument.
    #[serde(rename = "appui")]
    Support,
    /// Somebody comparable who had the same doubt.
    #[serde(rename = "temoignage")]
    Testimony,
    /// Let it pass, go on.
    #[serde(rename = "ecran")]
    Screen,
    /// Put off to a better moment of the talk.
    #[serde(rename = "report")]
    Postpone,
    /// Say it before they do.
    Anticipation,
    /// « À part cela, y a-t-il autre chose ? »
    #[serde(rename = "isolement")]
    Isolation,
    /// Show with figures or a trial.
    Demonstration,
}

impl Technique {
    pub const ALL: [Technique; 10] = [
        Technique::Question,
        Technique::Reformulation,
        Technique::Compensation,
        Technique::Support,
        Technique::Testimony,
        Technique::Screen,
        Technique::Postpone,
        Technique::Anticipation,
        Technique::Isolation,
        Technique::Demonstration,
    ];

    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            Technique::Question => "question",
            Technique::Reformulation => "reformulation",
            Technique::Compensation => "compensation",
            Technique::Support => "appui",
            Technique::Testimony => "temoignage",
            Technique::Screen => "ecran",
            Technique::Postpone => "report",
            Technique::Anticipation => "anticipation",
            Technique::Isolation => "isolement",
            Technique::Demonstration => "demonstration",
        }
    }

    pub fn from_code(code: &str) -> Option<Technique> {
        Technique::ALL.into_iter().find(|technique| technique.code() == code)
    }
}

/// A prepared answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Kept from version to version, so that its results add up.
    pub id: Id,
    pub technique: Technique,
    /// What is said, with merge fields.
    pub text: String,
}

/// Something that people say against, with the answers prepared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Kept from version to version, so that its results add up.
    pub id: Id,
    pub kind: ObjectionKind,
    /// How people say it; the first names it in lists.
    pub said: Vec<String>,
    pub replies: Vec<Reply>,
    /// For a pretext: the question that finds the real reason.
    #[serde(default)]
    pub real_reason_question: Option<String>,
}

impl Objection {
    /// A spontaneous answer becomes a prepared one.
    pub fn promote(&mut self, id: Id, technique: Technique, text: &str) {
        self.replies.push(Reply { id, technique, text: text.trim().to_owned() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back_and_are_distinct() {
        for technique in Technique::ALL {
            assert_eq!(Technique::from_code(technique.code()), Some(technique));
        }
        for kind in ObjectionKind::ALL {
            assert_eq!(ObjectionKind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(Technique::from_code("menace"), None);
    }
}
