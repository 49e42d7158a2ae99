//! Opens files and gives their rows as plain text.

use std::ops::ControlFlow;
use std::path::PathBuf;

use filon_formats::{CellKind, Problem, Sniffed, TableFile};

pub struct Read {
    pub sniffed: Sniffed,
    pub rows: Vec<(usize, Vec<String>)>,
    pub kinds: Vec<Vec<CellKind>>,
    pub problems: Vec<Problem>,
}

impl Read {
    pub fn texts(&self) -> Vec<Vec<&str>> {
        self.rows.iter().map(|(_, r)| r.iter().map(String::as_str).collect()).collect()
    }

    pub fn numbers(&self) -> Vec<usize> {
        self.rows.iter().map(|(n, _)| *n).collect()
    }
}

pub fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

pub fn read_fixture(name: &str) -> Read {
    collect(TableFile::open(&fixture(name)).unwrap_or_else(|e| panic!("{name}: {e}")))
}

pub fn read_bytes(name: &str, bytes: impl Into<Vec<u8>>) -> Read {
    collect(TableFile::from_bytes(name, bytes.into()).unwrap_or_else(|e| panic!("{name}: {e}")))
}

pub fn collect(mut file: TableFile) -> Read {
    let (mut rows, mut kinds) = (Vec::new(), Vec::new());
    let width = file.sniffed().headers.len();
    let problems = file
        .rows(&mut |row| {
            assert_eq!(row.cells.len(), width);
            rows.push((row.number, row.cells.iter().map(|c| c.text.to_string()).collect()));
            kinds.push(row.cells.iter().map(|c| c.kind).collect());
            ControlFlow::Continue(())
        })
        .unwrap();
    Read { sniffed: file.sniffed().clone(), rows, kinds, problems }
}
