//! The separator: the one that cuts the first rows into the same number of cells.

use super::parse::{Dialect, Outcome, Quotes, Record, parse};
use crate::header::words;

const CANDIDATES: [u8; 4] = [b';', b'\t', b',', b'|'];
const ROWS: usize = 200;

/// Looks at the decoded beginning of a file.
pub fn find(sample: &[u8], last: bool, named_tsv: bool) -> Dialect {
    let backslash = backslash_quotes(sample);
    let mut best: Option<(f64, u8)> = None;
    for separator in CANDIDATES {
        let dialect = Dialect { separator: Some(separator), backslash };
        let Some(mut score) = score(sample, last, dialect) else {
            continue;
        };
        if named_tsv && separator == b'\t' {
            score += 1.0;
        }
        if best.is_none_or(|(top, _)| score > top + 1e-9) {
            best = Some((score, separator));
        }
    }
    Dialect { separator: best.map(|(_, separator)| separator), backslash }
}

/// None when the separator does not cut most of the rows.
fn score(sample: &[u8], last: bool, dialect: Dialect) -> Option<f64> {
    let mut record = Record::default();
    let mut rest = sample;
    let mut widths = Vec::new();
    let mut known = 0;
    while widths.len() < ROWS && !rest.is_empty() {
        let mut outcome = parse(rest, last, dialect, Quotes::Meaningful, &mut record);
        if !matches!(outcome, Outcome::Done(_)) {
            outcome = parse(rest, last, dialect, Quotes::Ordinary, &mut record);
        }
        let Outcome::Done(used) = outcome else { break };
        rest = rest.get(used..).unwrap_or_default();
        if record.is_blank() {
            continue;
        }
        widths.push(record.width());
        if widths.len() <= 5 && record.width() > 1 {
            known = known.max(record.cells(&mut String::new()).filter(|c| words::is_known(c)).count());
        }
    }
    let rows = widths.len();
    let cut = widths.iter().filter(|w| **w > 1).count();
    // Rows may end at their last filled cell; a row of known headers then speaks for all.
    if cut == 0 || (cut * 2 < rows && known < 2) {
        return None;
    }
    let (modal, times) = mode(&widths)?;
    let (rows, cut, times) = (rows as f64, cut as f64, times as f64);
    Some(times / rows + 0.5 * cut / rows + 0.02 * modal.min(20) as f64 + 0.1 * known.min(10) as f64)
}

/// The most frequent width above 1, and how often it occurs.
fn mode(widths: &[usize]) -> Option<(usize, usize)> {
    let mut sorted: Vec<usize> = widths.iter().copied().filter(|w| *w > 1).collect();
    sorted.sort_unstable();
    sorted
        .chunk_by(|a, b| a == b)
        .filter_map(|run| run.first().map(|w| (*w, run.len())))
        .max_by_key(|(_, times)| *times)
}

/// Whether `\"` stands for a quote: it is followed by more text of the cell, which the end of a cell
/// such as `"C:\"` never is.
fn backslash_quotes(sample: &[u8]) -> bool {
    sample.windows(3).any(|w| {
        matches!(w, [b'\\', b'"', next] if !matches!(next, b'"' | b'\r' | b'\n') && !CANDIDATES.contains(next))
    })
}
