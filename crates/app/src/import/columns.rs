//! Where each column of the file goes: proposed from its header, overruled by whoever imports.

use std::collections::BTreeMap;

use filon_core::account::mapping::{Target, propose_mapping};
use filon_core::text::{fold, nearest};

use crate::words::Words;
use crate::{AppError, Result};

/// The columns of a file with their places, in the file's order.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    pub headers: Vec<String>,
    pub targets: Vec<Target>,
}

impl Columns {
    /// Proposes places, then takes over what was asked for.
    pub fn new(headers: &[String], asked: &[(String, String)], words: &Words) -> Result<Columns> {
        let mut columns = Columns { headers: headers.to_vec(), targets: propose_mapping(headers) };
        for (header, field) in asked {
            let at = columns.place(header, words)?;
            let target = target_named(field, words)?;
            columns.give(at, target);
        }
        if !columns.gives_a_name() {
            return Err(AppError::refused((words.import.no_name_column)(&columns.listed())));
        }
        Ok(columns)
    }

    fn place(&self, header: &str, words: &Words) -> Result<usize> {
        let wanted = fold(header);
        let exact = self.headers.iter().position(|own| own == header);
        exact.or_else(|| self.headers.iter().position(|own| fold(own) == wanted)).ok_or_else(|| {
            let near = nearest(header, self.headers.iter().map(String::as_str)).map(str::to_owned);
            AppError::usage((words.import.unknown_header)(header, &self.listed())).with_nearest(near)
        })
    }

    /// A place has one column: the one that had it becomes a field of the company's own.
    fn give(&mut self, at: usize, target: Target) {
        let shared = matches!(target, Target::Custom(_) | Target::Ignore);
        if !shared {
            for (other, taken) in self.targets.iter_mut().enumerate() {
                if other != at && *taken == target {
                    *taken = Target::Custom(self.headers[other].clone());
                }
            }
        }
        if let Some(place) = self.targets.get_mut(at) {
            *place = target;
        }
    }

    fn gives_a_name(&self) -> bool {
        let names = [Target::Name, Target::FirstName, Target::LastName, Target::FullName];
        self.targets.iter().any(|target| names.contains(target))
    }

    fn listed(&self) -> String {
        self.headers.join(", ")
    }

    /// Header → field, for the answer.
    pub fn answer(&self) -> BTreeMap<String, String> {
        self.headers.iter().cloned().zip(self.targets.iter().map(Target::code)).collect()
    }
}

fn target_named(field: &str, words: &Words) -> Result<Target> {
    Target::from_code(field).ok_or_else(|| {
        let codes: Vec<String> = Target::FIXED.iter().map(Target::code).collect();
        let near = nearest(field, codes.iter().map(String::as_str)).map(str::to_owned);
        AppError::usage((words.import.unknown_field)(field)).with_nearest(near)
    })
}
