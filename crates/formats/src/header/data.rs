//! Whether a cell is plainly data: nobody heads a column with a telephone number.

use crate::cell::CellKind;

pub fn looks_like_data(text: &str, kind: CellKind) -> bool {
    let text = text.trim();
    if is_year(text) {
        return false;
    }
    match kind {
        CellKind::Number | CellKind::Date | CellKind::Bool | CellKind::Error => true,
        CellKind::Empty => false,
        CellKind::Text => is_address(text) || is_numeric(text),
    }
}

/// Columns of yearly figures are headed by years.
fn is_year(text: &str) -> bool {
    text.len() == 4 && matches!(text.parse(), Ok(1900..=2100))
}

fn is_address(text: &str) -> bool {
    let mail = text.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'));
    mail || text.starts_with("http://") || text.starts_with("https://")
}

/// Numbers, dates, telephones, SIRETs: digits and what stands between them.
fn is_numeric(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || " .,-+/:()%€\u{a0}\u{202f}".contains(c))
}
