//! Tables and figures for people, JSON for programs.

use std::io::Write;

use serde::Serialize;

/// One JSON document on standard output.
pub fn json<T: Serialize>(answer: &T) -> anyhow::Result<()> {
    line(&serde_json::to_string(answer)?);
    Ok(())
}

/// One line on standard output. A reader that has seen enough (`| head`) closes the pipe: what it did not
/// want is left out, as every Unix tool does.
pub fn line(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// One line on standard error.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// `println!` that never panics.
#[macro_export]
macro_rules! out {
    () => { $crate::print::line("") };
    ($($what:tt)*) => { $crate::print::line(&format!($($what)*)) };
}

/// `eprintln!` that never panics.
#[macro_export]
macro_rules! err {
    ($($what:tt)*) => { $crate::print::say(&format!($($what)*)) };
}

/// Rows under headers, each column as wide as its widest cell. Columns named in `right` are aligned
/// to the right.
pub fn table(headers: &[&str], rows: &[Vec<String>], right: &[usize]) {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        cells.chain([headers[column].chars().count()]).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..headers.len()).map(width).collect();
    let show = |cells: &mut dyn Iterator<Item = &str>| {
        let padded: Vec<String> = cells
            .zip(&widths)
            .enumerate()
            .map(|(column, (cell, width))| match right.contains(&column) {
                true => format!("{cell:>width$}"),
                false => format!("{cell:<width$}"),
            })
            .collect();
        out!("{}", padded.join("  ").trim_end());
    };
    show(&mut headers.iter().copied());
    out!("{}", "─".repeat(widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1)));
    for row in rows {
        show(&mut row.iter().map(String::as_str));
    }
}
