//! Address books: vCard 2.1, 3.0 and 4.0, one row a card.

mod card;
mod lines;
mod property;
pub mod write;

use crate::cell::{Cell, Row};
use crate::csv::encoding::{Detected, Encoding, detect};
use crate::error::FileError;
use crate::limits;
use crate::message::Message;
use crate::problems::Problems;
use crate::source::Source;
use crate::table::Each;
use card::Card;
use lines::Lines;
use property::Property;

/// The columns of an address book, as an export would head them.
pub const HEADERS: [&str; 16] = [
    "Société",
    "Civilité",
    "Prénom",
    "Nom",
    "Fonction",
    "E-mail",
    "Téléphone",
    "Mobile",
    "Adresse",
    "Complément",
    "Code postal",
    "Ville",
    "Pays",
    "Site web",
    "Note",
    "Catégories",
];

pub struct VcardFile {
    source: Source,
    detected: Detected,
}

impl VcardFile {
    pub fn open(source: Source) -> Result<Self, FileError> {
        let detected = detect(&source)?;
        Ok(VcardFile { source, detected })
    }

    pub fn encoding(&self) -> &'static str {
        self.detected.encoding.label()
    }

    pub fn scan(&self, each: &mut Each<'_>, problems: &mut Problems) -> Result<(), FileError> {
        let mut lines = Lines::new(&self.source, self.as_bytes())?;
        let mut number = 0;
        let mut card: Option<Card> = None;
        let mut nested = 0_usize;
        while let Some(line) = lines.next()? {
            let Some(property) = Property::parse(line) else { continue };
            let value = property.value.trim();
            let is_card = value.eq_ignore_ascii_case("VCARD");
            if property.name == "BEGIN" && is_card {
                if card.as_ref().is_some_and(|c| nested > 0 || c.expects_agent) {
                    nested += 1;
                    continue;
                }
                let unfinished = card.replace(Card::default());
                number += 1;
                if let Some(unfinished) = unfinished {
                    problems.push(number - 1, None, "", Message::UnfinishedCard);
                    if give(unfinished, number - 1, lines.read(), each, problems) {
                        return Ok(());
                    }
                }
            } else if property.name == "END" && is_card && nested > 0 {
                nested -= 1;
            } else if property.name == "END" && is_card {
                if let Some(done) = card.take()
                    && give(done, number, lines.read(), each, problems)
                {
                    return Ok(());
                }
            } else if let Some(card) = card.as_mut().filter(|_| nested == 0) {
                card.take(&property);
            }
        }
        if let Some(unfinished) = card {
            problems.push(number, None, "", Message::UnfinishedCard);
            give(unfinished, number, lines.read(), each, problems);
        }
        Ok(())
    }

    /// Lines are unfolded as bytes, because old programs fold in the middle of a character; only UTF-16 must
    /// be decoded before.
    fn as_bytes(&self) -> Detected {
        match self.detected.encoding {
            Encoding::Utf16Le | Encoding::Utf16Be => self.detected,
            _ => Detected { encoding: Encoding::Utf8, ..self.detected },
        }
    }
}

/// True when the reading is to stop.
fn give(card: Card, number: usize, progress: u64, each: &mut Each<'_>, problems: &mut Problems) -> bool {
    let mut fields = card.fields();
    for (column, field) in fields.iter_mut().enumerate() {
        if limits::cut_cell(field) {
            let limit = limits::CELL_CHARS;
            problems.push(number, Some(column), "", Message::CellCut { limit });
        }
    }
    let cells: Vec<Cell<'_>> = fields.iter().map(|f| Cell::text(f.as_str())).collect();
    let row = Row { number, cells: &cells, progress };
    each(row).is_break()
}
