//! What one file may ask of the machine. A refusal names the limit, so that nobody has to guess.

/// Entries of a zip container; an honest workbook has a few dozen.
pub const ZIP_ENTRIES: usize = 2_000;
/// Unpacked bytes of a part that is streamed (a sheet).
pub const STREAMED_PART: u64 = 256 << 20;
/// Unpacked bytes of any other part.
pub const SMALL_PART: u64 = 32 << 20;
/// Text kept for the shared strings of a workbook.
pub const SHARED_STRINGS: usize = 64 << 20;
/// Cells looked at in one sheet, repetitions included.
pub const CELLS: u64 = 50_000_000;
/// Bytes of text that weigh as much as one more cell: one long string can stand in millions of cells.
const BYTES_PER_CELL: usize = 32;
/// Rows of a sheet, the limit of the spreadsheets themselves.
pub const ROWS: usize = 1_048_576;
/// Columns kept.
pub const COLUMNS: usize = 1_024;
/// Characters of one cell, the limit of Excel.
pub const CELL_CHARS: usize = 32_767;
/// Nested XML elements.
pub const XML_DEPTH: usize = 128;
/// Bytes of one XML tag or run of text.
pub const XML_EVENT: u64 = 4 << 20;
/// Bytes of one CSV record or one vCard line.
pub const RECORD: usize = 1 << 20;
/// Bytes looked at to find the separator.
pub const SAMPLE: usize = 256 << 10;
/// Rows looked at to find the header.
pub const SAMPLE_ROWS: usize = 100;
/// Problems kept with their text; further ones are only counted.
pub const PROBLEMS: usize = 10_000;
/// Characters of a value quoted in a problem.
pub const QUOTED_VALUE: usize = 200;

/// What a cell takes off `CELLS`.
pub fn weight(text: &str) -> u64 {
    1 + (text.len() / BYTES_PER_CELL) as u64
}

/// Many spaces: blank to a person, and costly to find blank again in each of the cells that share them.
pub fn is_long_blank(text: &str) -> bool {
    text.len() > 256 && text.trim().is_empty()
}

/// Cuts a text to the longest a cell may be. True when something was cut.
pub fn cut_cell(text: &mut String) -> bool {
    cut_at(text, CELL_CHARS)
}

/// Cuts a text to `chars` characters. True when something was cut.
pub fn cut_at(text: &mut String, chars: usize) -> bool {
    if text.len() <= chars {
        return false;
    }
    match text.char_indices().nth(chars) {
        Some((end, _)) => {
            text.truncate(end);
            true
        }
        None => false,
    }
}
