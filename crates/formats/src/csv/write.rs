//! CSV that a French Excel opens on a double click: semicolons, UTF-8 with its mark, CRLF.

use std::io::{self, Write};

use super::guard::protect;

/// Writes headers and rows; answers the number of rows.
pub fn write_csv<W: Write>(
    out: W,
    headers: &[String],
    rows: impl Iterator<Item = Vec<String>>,
) -> io::Result<u64> {
    let mut out = io::BufWriter::new(out);
    out.write_all("\u{feff}".as_bytes())?;
    write_line(&mut out, headers)?;
    let mut count = 0;
    for row in rows {
        write_line(&mut out, &row)?;
        count += 1;
    }
    out.flush()?;
    Ok(count)
}

fn write_line(out: &mut impl Write, cells: &[String]) -> io::Result<()> {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.write_all(b";")?;
        }
        let cell = protect(cell);
        // Tabs, commas and bars are quoted too, so that no reader takes them for the separator.
        if cell.contains([';', '"', '\r', '\n', '\t', ',', '|'])
            || cell.starts_with(' ')
            || cell.ends_with(' ')
        {
            write!(out, "\"{}\"", cell.replace('"', "\"\""))?;
        } else {
            out.write_all(cell.as_bytes())?;
        }
    }
    out.write_all(b"\r\n")
}
