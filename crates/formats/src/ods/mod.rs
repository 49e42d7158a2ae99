//! OpenDocument spreadsheets, read as a stream: repeated cells and rows are only words until they are filled.

mod cell;
mod sheet;
pub mod write;

use std::ops::ControlFlow;

use crate::error::FileError;
use crate::office::Office;
use crate::problems::Problems;
use crate::table::Each;

const CONTENT: &str = "content.xml";

pub struct OdsFile {
    office: Office,
    name: String,
    index: usize,
}

impl OdsFile {
    pub fn open(office: Office) -> Result<Self, FileError> {
        let mut found = None;
        sheet::walk(&office, &mut Problems::default(), &mut |index, name, row| {
            if row.is_blank() {
                return ControlFlow::Continue(());
            }
            found = Some((index, name.to_owned()));
            ControlFlow::Break(())
        })?;
        let (index, name) = found.ok_or(FileError::NoRows)?;
        Ok(OdsFile { office, name, index })
    }

    pub fn sheet(&self) -> &str {
        &self.name
    }

    pub fn size(&self) -> u64 {
        self.office.part_size(CONTENT)
    }

    pub fn scan(&self, each: &mut Each<'_>, problems: &mut Problems) -> Result<(), FileError> {
        sheet::walk(&self.office, problems, &mut |index, _, row| {
            if index == self.index {
                each(row)
            } else if index > self.index {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })
    }
}
