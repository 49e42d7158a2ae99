//! What evaluation knows: the record, variables, options, and the list of remarks.
use crate::feed::Feed;
use crate::field::mapping::{PLACEHOLDERS, Placeholder};
use crate::field::names::Wanted;
use crate::piece::{IdCounts, Once};
use crate::{Columns, Language, Message, Options, TemplateError, Warning, matching};
use std::collections::{HashMap, HashSet};

const MAX_WARNINGS: usize = 1_000;

/// Fields' names resolved to columns, once per merge.
pub struct Plan {
    names: Vec<Option<usize>>,
    words: Vec<String>,
    places: Vec<Option<usize>>,
}

impl Plan {
    pub fn new(
        wanted: &[Wanted],
        mapped: &[(String, String)],
        columns: &Columns,
    ) -> Result<Plan, TemplateError> {
        let place = |p: &Placeholder| -> Result<Option<usize>, TemplateError> {
            if let Some((_, column)) =
                mapped.iter().find(|(name, _)| name.eq_ignore_ascii_case(p.mapped_name))
                && let Some(index) = matching::column_of(column, columns)?
            {
                return Ok(Some(index));
            }
            Ok(columns.0.iter().position(|c| p.usual.contains(&matching::fold(c).as_str())))
        };
        let places = PLACEHOLDERS.iter().map(place).collect::<Result<Vec<_>, _>>()?;
        let mut names = Vec::with_capacity(wanted.len());
        for want in wanted {
            names.push(want.resolve(mapped, columns, &places)?);
        }
        Ok(Plan { names, words: wanted.iter().map(|w| w.name.clone()).collect(), places })
    }

    pub fn columns(&self) -> &[Option<usize>] {
        &self.names
    }
}

/// Which copy of the template is being written.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// 0-based.
    pub copy: usize,
    /// One file per letter.
    pub single: bool,
}

#[derive(Debug, Clone, Default)]
pub struct Para {
    pub start: usize,
    pub removable: bool,
    pub visible: bool,
    pub hidden: bool,
    pub fields: usize,
    /// What the letter had before this paragraph.
    pub had: Vec<Once>,
}

pub struct Context<'a> {
    pub feed: Feed<'a>,
    pub plan: &'a Plan,
    pub options: &'a Options,
    /// Language of the document's defaults.
    pub language: Language,
    pub variables: HashMap<String, String>,
    pub place: Place,
    pub ids: IdCounts,
    /// `SKIPIF` was true: the copy under way is dropped.
    pub skipped: bool,
    pub keep_blank_lines: bool,
    /// A paragraph of ODF hides as soon as one of its database fields is empty and nothing is left to see.
    pub paragraphs: Vec<Para>,
    /// What this letter has had of what it has once.
    pub had: Vec<Once>,
    /// Where the section properties go in the output of this copy.
    pub slot: Option<(usize, crate::piece::Slot)>,
    pub warnings: Vec<Warning>,
    seen: HashSet<(Option<String>, Message)>,
}

impl<'a> Context<'a> {
    pub fn new(
        feed: Feed<'a>,
        plan: &'a Plan,
        options: &'a Options,
        language: Option<Language>,
        ids: IdCounts,
    ) -> Context<'a> {
        Context {
            feed,
            plan,
            options,
            language: language.unwrap_or(options.language),
            variables: HashMap::new(),
            place: Place { copy: 0, single: true },
            ids,
            skipped: false,
            keep_blank_lines: false,
            paragraphs: Vec::new(),
            had: Vec::new(),
            slot: None,
            warnings: Vec::new(),
            seen: HashSet::new(),
        }
    }

    /// Moves to the next copy; false when no record is left.
    pub fn start_copy(&mut self, copy: usize, single: bool) -> bool {
        self.variables.clear();
        self.skipped = false;
        self.paragraphs.clear();
        self.had.clear();
        self.slot = None;
        self.place = Place { copy, single };
        self.feed.start_copy()
    }

    pub fn value(&mut self, name: usize) -> String {
        match self.plan.names.get(name).copied().flatten() {
            Some(column) => self.feed.value(column).to_owned(),
            None => {
                let field = self.plan.words.get(name).cloned();
                self.warn_once(field, Message::NoColumn);
                String::new()
            }
        }
    }

    pub fn place_value(&self, place: usize) -> &str {
        self.plan.places.get(place).copied().flatten().map_or("", |column| self.feed.value(column))
    }

    /// A remark about the template, told once.
    pub fn warn_once(&mut self, field: Option<String>, message: Message) {
        if self.seen.insert((field.clone(), message.clone())) {
            self.add(Warning { record: None, field, message });
        }
    }

    /// A remark about the current record.
    pub fn warn(&mut self, field: Option<String>, message: Message) {
        let record = Some(self.feed.index());
        self.add(Warning { record, field, message });
    }

    fn add(&mut self, warning: Warning) {
        match self.warnings.len() {
            n if n < MAX_WARNINGS => self.warnings.push(warning),
            MAX_WARNINGS => {
                self.warnings.push(Warning { record: None, field: None, message: Message::TooMany });
            }
            _ => {}
        }
    }
}
