//! Excel workbooks, read as a stream: a sheet's declared size is never believed.

mod number;
mod sheet;
mod strings;
mod styles;
mod workbook;
pub mod write;

use std::ops::ControlFlow;

use crate::cell::Row;
use crate::error::FileError;
use crate::office::Office;
use crate::problems::Problems;
use crate::table::Each;
use strings::Strings;
use styles::Styles;
use workbook::{Sheet, Workbook};

pub struct XlsxFile {
    office: Office,
    strings: Strings,
    styles: Styles,
    date1904: bool,
    sheet: Sheet,
}

impl XlsxFile {
    pub fn open(office: Office) -> Result<Self, FileError> {
        let workbook = Workbook::read(&office)?;
        let strings = Strings::read(&office, &workbook.strings)?;
        let styles = Styles::read(&office, &workbook.styles)?;
        let Some(first) = workbook.sheets.first() else {
            return Err(FileError::NoRows);
        };
        let mut file =
            XlsxFile { office, strings, styles, date1904: workbook.date1904, sheet: first.clone() };
        for sheet in &workbook.sheets {
            file.sheet = sheet.clone();
            if file.has_rows()? {
                return Ok(file);
            }
        }
        Err(FileError::NoRows)
    }

    pub fn sheet(&self) -> &str {
        &self.sheet.name
    }

    pub fn size(&self) -> u64 {
        self.office.part_size(&self.sheet.part)
    }

    fn has_rows(&self) -> Result<bool, FileError> {
        let mut found = false;
        let mut look = |row: Row<'_>| {
            found = !row.is_blank();
            if found { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        self.scan(&mut look, &mut Problems::default())?;
        Ok(found)
    }

    pub fn scan(&self, each: &mut Each<'_>, problems: &mut Problems) -> Result<(), FileError> {
        sheet::scan(self, each, problems)
    }
}

/// A number without format, as both kinds of workbooks show it.
pub fn plain_number(number: f64) -> String {
    number::plain(number)
}
