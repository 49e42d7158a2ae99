//! Which styles show a number as a date, or with zeros in front.

use std::collections::HashMap;

use super::number::Shown;
use crate::error::FileError;
use crate::limits::SMALL_PART;
use crate::office::Office;
use crate::office::xml::{Node, attribute, local};

#[derive(Default)]
pub struct Styles {
    shown: Vec<Shown>,
}

impl Styles {
    pub fn read(office: &Office, part: &str) -> Result<Self, FileError> {
        let mut styles = Styles::default();
        let mut formats: HashMap<u32, Shown> = HashMap::new();
        let mut archive = office.archive()?;
        let Some(mut xml) = office.xml(&mut archive, part, SMALL_PART)? else {
            return Ok(styles);
        };
        let mut in_cells = 0;
        loop {
            let depth = xml.depth();
            match xml.next()? {
                Node::Open(start) => match local(&start) {
                    "numFmt" => {
                        let id = attribute(&start, "numFmtId").and_then(|id| id.parse().ok());
                        if let (Some(id), Some(code)) = (id, attribute(&start, "formatCode")) {
                            formats.insert(id, Shown::from_code(&code));
                        }
                    }
                    "cellXfs" => in_cells = depth + 1,
                    // One style for each cell is already far more than any program writes.
                    "xf" if in_cells > 0 && styles.shown.len() < 100_000 => {
                        let id = attribute(&start, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                        styles.shown.push(formats.get(&id).cloned().unwrap_or_else(|| Shown::builtin(id)));
                    }
                    _ => {}
                },
                Node::Close if depth == in_cells => in_cells = 0,
                Node::End => return Ok(styles),
                _ => {}
            }
        }
    }

    pub fn get(&self, index: usize) -> &Shown {
        self.shown.get(index).unwrap_or(&Shown::Plain)
    }
}
