//! The fields of a visit report under one name each, read and written as text.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{VisitNext, VisitReport};
use crate::Id;
use crate::account::normalise::parse_date;

/// A field that somebody fills in; the next step is three of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitField {
    Meeting,
    By,
    On,
    Place,
    People,
    Subject,
    Needs,
    Objections,
    Competitors,
    NextWhat,
    NextOn,
    NextWho,
    Probability,
    Note,
}

/// The text is no value of the field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” is no value of the field {}", .field.code())]
pub struct NotAValue {
    pub field: VisitField,
    pub text: String,
}

impl VisitField {
    /// In the order of the form.
    pub const ALL: [VisitField; 14] = [
        VisitField::Meeting,
        VisitField::By,
        VisitField::On,
        VisitField::Place,
        VisitField::People,
        VisitField::Subject,
        VisitField::Needs,
        VisitField::Objections,
        VisitField::Competitors,
        VisitField::NextWhat,
        VisitField::NextOn,
        VisitField::NextWho,
        VisitField::Probability,
        VisitField::Note,
    ];

    /// The word of the contract and of the form.
    pub const fn code(self) -> &'static str {
        match self {
            VisitField::Meeting => "meeting",
            VisitField::By => "by",
            VisitField::On => "on",
            VisitField::Place => "place",
            VisitField::People => "people",
            VisitField::Subject => "subject",
            VisitField::Needs => "needs",
            VisitField::Objections => "objections",
            VisitField::Competitors => "competitors",
            VisitField::NextWhat => "next_what",
            VisitField::NextOn => "next_on",
            VisitField::NextWho => "next_who",
            VisitField::Probability => "probability",
            VisitField::Note => "note",
        }
    }

    pub fn from_code(code: &str) -> Option<VisitField> {
        VisitField::ALL.into_iter().find(|field| field.code() == code)
    }

    /// Whether it is one of the three that make the next step.
    pub const fn is_of_next_step(self) -> bool {
        matches!(self, VisitField::NextWhat | VisitField::NextOn | VisitField::NextWho)
    }
}

impl VisitReport {
    /// A field as text, which [`VisitReport::set`] reads back: days as `2026-09-30`, the probability
    /// without a sign, users and meetings as their identifiers; empty where nothing was filled in.
    pub fn text(&self, field: VisitField) -> String {
        let id = |id: Option<Id>| id.map(|id| id.to_string()).unwrap_or_default();
        let next = self.next_step.as_ref();
        match field {
            VisitField::Meeting => id(self.meeting),
            VisitField::By => id(self.by),
            VisitField::On => self.on.to_string(),
            VisitField::Place => self.place.clone(),
            VisitField::People => self.people.clone(),
            VisitField::Subject => self.subject.clone(),
            VisitField::Needs => self.needs.clone(),
            VisitField::Objections => self.objections.clone(),
            VisitField::Competitors => self.competitors.clone(),
            VisitField::NextWhat => next.map(|next| next.what.clone()).unwrap_or_default(),
            VisitField::NextOn => next.map(|next| next.on.to_string()).unwrap_or_default(),
            VisitField::NextWho => id(next.and_then(|next| next.who)),
            VisitField::Probability => {
                self.probability.map(|percent| percent.to_string()).unwrap_or_default()
            }
            VisitField::Note => self.note.clone(),
        }
    }

    /// Fills a field from text. Without its day there is no next step: an empty day takes it away,
    /// and naming what or who first puts it on the day of the visit until another is given.
    pub fn set(&mut self, field: VisitField, text: &str) -> Result<(), NotAValue> {
        let refused = || NotAValue { field, text: text.to_owned() };
        let typed = text.trim();
        let id = || match typed {
            "" => Ok(None),
            typed => typed.parse::<Id>().map(Some).map_err(|_| refused()),
        };
        let day = || parse_date(typed).ok_or_else(refused);
        match field {
            VisitField::Meeting => self.meeting = id()?,
            VisitField::By => self.by = id()?,
            VisitField::On => self.on = day()?,
            VisitField::Place => self.place = text.to_owned(),
            VisitField::People => self.people = text.to_owned(),
            VisitField::Subject => self.subject = text.to_owned(),
            VisitField::Needs => self.needs = text.to_owned(),
            VisitField::Objections => self.objections = text.to_owned(),
            VisitField::Competitors => self.competitors = text.to_owned(),
            VisitField::NextWhat if typed.is_empty() && self.next_step.is_none() => {}
            VisitField::NextWhat => self.next(self.on).what = text.to_owned(),
            VisitField::NextOn if typed.is_empty() => self.next_step = None,
            VisitField::NextOn => {
                let on = day()?;
                self.next(on).on = on;
            }
            VisitField::NextWho if typed.is_empty() && self.next_step.is_none() => {}
            VisitField::NextWho => {
                let who = id()?;
                self.next(self.on).who = who;
            }
            VisitField::Probability => self.probability = percent(typed).ok_or_else(refused)?,
            VisitField::Note => self.note = text.to_owned(),
        }
        Ok(())
    }

    fn next(&mut self, on: Date) -> &mut VisitNext {
        self.next_step.get_or_insert_with(|| VisitNext { who: None, what: String::new(), on })
    }
}

/// `60`, `60 %` or nothing; `None` where it is none of these or above 100.
fn percent(typed: &str) -> Option<Option<u8>> {
    let typed = typed.strip_suffix('%').unwrap_or(typed).trim();
    if typed.is_empty() {
        return Some(None);
    }
    typed.parse().ok().filter(|percent| *percent <= 100).map(Some)
}
