//! A file of people's data, opened whatever its kind.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use crate::cell::{Cell, CellKind, Row};
use crate::csv::read::CsvFile;
use crate::error::FileError;
use crate::format::{Format, Shape, named_tsv, shape};
use crate::header::{self, SampleRow};
use crate::limits;
use crate::message::{Message, Problem};
use crate::ods::OdsFile;
use crate::office::{Office, Workbook};
use crate::problems::Problems;
use crate::source::Source;
use crate::vcard::{self, VcardFile};
use crate::xlsx::XlsxFile;

/// Receives rows; breaks to stop the reading.
pub type Each<'e> = dyn FnMut(Row<'_>) -> ControlFlow<()> + 'e;

/// What was found out about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sniffed {
    pub format: Format,
    /// `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`.
    pub encoding: &'static str,
    /// None for a workbook, a vCard, or a text of one column.
    pub separator: Option<char>,
    /// Row of the column names, from 1; 0 when there is none.
    pub header_row: usize,
    /// Names of the columns, each once; letters where the file gives none.
    pub headers: Vec<String>,
    /// The sheet that is read.
    pub sheet: Option<String>,
}

enum Inside {
    Csv(CsvFile),
    Xlsx(XlsxFile),
    Ods(OdsFile),
    Vcard(VcardFile),
}

pub struct TableFile {
    inside: Inside,
    sniffed: Sniffed,
    size: u64,
}

impl TableFile {
    /// Opens a file; the kind is found from content, the name's extension only breaks ties.
    pub fn open(path: &Path) -> Result<TableFile, FileError> {
        unpanicked(|| open(path, Source::Path(path.to_owned())))
    }

    /// The same for bytes in memory; `name` is a file name.
    pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<TableFile, FileError> {
        unpanicked(|| open(Path::new(name), Source::memory(bytes)))
    }

    #[must_use]
    pub fn sniffed(&self) -> &Sniffed {
        &self.sniffed
    }

    /// The value `Row::progress` ends near to.
    #[must_use]
    pub fn size_hint(&self) -> u64 {
        self.size
    }

    /// Calls `each` for every filled row after the header, in order, until it breaks. May be called again.
    pub fn rows(
        &mut self,
        each: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
    ) -> Result<Vec<Problem>, FileError> {
        let mut theirs = None;
        let result = unpanicked(|| self.read(each, &mut theirs));
        // A panic of the caller's closure is the caller's, not the file's.
        match theirs {
            Some(panic) => resume_unwind(panic),
            None => result,
        }
    }

    fn read(
        &self,
        each: &mut Each<'_>,
        theirs: &mut Option<Box<dyn std::any::Any + Send>>,
    ) -> Result<Vec<Problem>, FileError> {
        let (after, width) = (self.sniffed.header_row, self.sniffed.headers.len());
        let mut extra = Problems::default();
        let mut problems = Problems::default();
        let mut give = |row: Row<'_>| {
            if row.number <= after || row.is_blank() {
                return ControlFlow::Continue(());
            }
            report(&row, width, &mut extra);
            let padded;
            let failed = row.cells.iter().any(|c| c.kind == CellKind::Error);
            let row = if row.cells.len() == width && !failed {
                row
            } else {
                padded = fit(row.cells, width);
                Row { cells: &padded, ..row }
            };
            match catch_unwind(AssertUnwindSafe(|| each(row))) {
                Ok(flow) => flow,
                Err(panic) => {
                    *theirs = Some(panic);
                    ControlFlow::Break(())
                }
            }
        };
        self.inside.scan(&mut give, &mut problems)?;
        let headers = &self.sniffed.headers;
        let mut all = problems.finish(after, headers);
        all.extend(extra.finish(after, headers));
        all.sort_by_key(|p| p.row);
        Ok(all)
    }
}

impl Inside {
    fn scan(&self, each: &mut Each<'_>, problems: &mut Problems) -> Result<(), FileError> {
        match self {
            Inside::Csv(file) => file.scan(each, problems),
            Inside::Xlsx(file) => file.scan(each, problems),
            Inside::Ods(file) => file.scan(each, problems),
            Inside::Vcard(file) => file.scan(each, problems),
        }
    }
}

fn open(name: &Path, source: Source) -> Result<TableFile, FileError> {
    let mut size = source.len()?;
    let (inside, format, encoding, separator, sheet) = match shape(&source)? {
        Shape::Vcard => {
            let file = VcardFile::open(source)?;
            let encoding = file.encoding();
            (Inside::Vcard(file), Format::Vcard, encoding, None, None)
        }
        Shape::Text => {
            let file = CsvFile::open(source, named_tsv(name))?;
            let encoding = file.detected.encoding.label();
            let separator = file.dialect.separator.map(char::from);
            let format = if separator == Some('\t') { Format::Tsv } else { Format::Csv };
            (Inside::Csv(file), format, encoding, separator, None)
        }
        Shape::Zip => match Office::open(source)? {
            Workbook::Xlsx(office) => {
                let file = XlsxFile::open(office)?;
                size = file.size();
                let sheet = Some(file.sheet().to_owned());
                (Inside::Xlsx(file), Format::Xlsx, "utf-8", None, sheet)
            }
            Workbook::Ods(office) => {
                let file = OdsFile::open(office)?;
                size = file.size();
                let sheet = Some(file.sheet().to_owned());
                (Inside::Ods(file), Format::Ods, "utf-8", None, sheet)
            }
        },
    };
    let (header_row, headers) = if format == Format::Vcard {
        (0, vcard::HEADERS.iter().map(ToString::to_string).collect())
    } else {
        headers(&inside)?
    };
    let sniffed = Sniffed { format, encoding, separator, header_row, headers, sheet };
    Ok(TableFile { inside, sniffed, size })
}

fn headers(inside: &Inside) -> Result<(usize, Vec<String>), FileError> {
    let mut sample = Vec::new();
    let mut keep = |row: Row<'_>| {
        if !row.is_blank() {
            sample.push(SampleRow::keep(&row));
        }
        if sample.len() < limits::SAMPLE_ROWS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    inside.scan(&mut keep, &mut Problems::default())?;
    if sample.is_empty() {
        return Err(FileError::NoRows);
    }
    Ok(header::find(&sample))
}

/// Cells that failed, and filled cells beyond the headers, are told.
fn report(row: &Row<'_>, width: usize, problems: &mut Problems) {
    for (column, cell) in row.cells.iter().enumerate() {
        if cell.kind == CellKind::Error {
            problems.push(row.number, Some(column), &cell.text, Message::CellError);
        }
    }
    let beyond = row.cells.get(width..).unwrap_or_default();
    let filled: Vec<&str> = beyond.iter().filter(|c| !c.is_blank()).map(|c| c.text.as_ref()).collect();
    if !filled.is_empty() {
        let message = Message::ExtraCells { expected: width, found: width + filled.len() };
        problems.push(row.number, None, &filled.join(" | "), message);
    }
}

fn fit<'a>(cells: &'a [Cell<'a>], width: usize) -> Vec<Cell<'a>> {
    let mut fitted: Vec<Cell<'a>> = cells.iter().take(width).map(Cell::borrowed).collect();
    fitted.resize(width, Cell::EMPTY);
    // "#N/A" in a letter helps nobody; it is told as a problem, and the kind still says it.
    for failed in fitted.iter_mut().filter(|c| c.kind == CellKind::Error) {
        failed.text = "".into();
    }
    fitted
}

/// The last line of defence: a fault in a library is a damaged file, not a dead program.
fn unpanicked<T>(work: impl FnOnce() -> Result<T, FileError>) -> Result<T, FileError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(FileError::damaged("?")))
}
