//! What a template is compiled to: bytes to copy, and the few things that change from letter to letter.
use crate::field::Field;
use std::sync::Arc;

#[derive(Debug, Clone)]
pub enum Piece {
    /// Copied as it is.
    Bytes(Box<[u8]>),
    /// Differs between one file per letter, the first letter of a merged document, and the later ones.
    PerMode {
        single: Box<[u8]>,
        first: Box<[u8]>,
        later: Box<[u8]>,
    },
    /// An identifier that must be unique in the merged document.
    Id {
        space: IdSpace,
        index: u32,
        original: Box<[u8]>,
    },
    /// `_k` in letter k of a merged document, nothing in the first.
    Suffix,
    /// The paragraph holds something to see beside its fields.
    Visible,
    ParaOpen {
        removable: bool,
    },
    ParaClose,
    /// Later letters of a merged document only: how the letter starts, on the next page or on a right-hand one.
    Start {
        page: Box<[u8]>,
        recto: Box<[u8]>,
    },
    Field(Arc<Field>),
    /// Where the section properties of a letter go when another letter follows.
    SectionSlot(Slot),
    /// Only in later letters of a merged document (`true`), or only elsewhere.
    When {
        later: bool,
        pieces: Box<[Piece]>,
    },
    /// In later letters of a merged document: `first` for the first place that asks and stays, `rest` elsewhere.
    Once {
        what: Once,
        first: Box<[Piece]>,
        rest: Box<[Piece]>,
    },
    /// A part to keep only when the condition holds (ODF section).
    Guarded(Arc<Field>, Box<[Piece]>),
}

/// What a later letter has once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Once {
    /// The block that starts its page.
    Start,
    /// The frames that were anchored to its page.
    Frames,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// Inside the properties of the last paragraph.
    InProperties,
    /// The last paragraph has no properties.
    InParagraph,
    /// After a table: a paragraph of its own is needed.
    AfterAll,
}

/// Identifiers that count separately.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IdSpace {
    Annotation,
    Drawing,
    Control,
    Footnote,
    Endnote,
    List,
}

impl IdSpace {
    pub const ALL: [IdSpace; 6] =
        [Self::Annotation, Self::Drawing, Self::Control, Self::Footnote, Self::Endnote, Self::List];
}

/// How many identifiers one letter takes in each space, and the first free one.
#[derive(Debug, Clone, Copy, Default)]
pub struct IdCount {
    pub per_copy: u32,
    pub base: u32,
}

pub type IdCounts = [IdCount; IdSpace::ALL.len()];

pub fn space_index(space: IdSpace) -> usize {
    IdSpace::ALL.iter().position(|s| *s == space).unwrap_or(0)
}

/// Gathers pieces, joining neighbouring bytes.
#[derive(Debug, Default)]
pub struct Builder {
    pieces: Vec<Piece>,
    bytes: Vec<u8>,
}

impl Builder {
    pub fn text(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }
    pub fn escaped(&mut self, text: &str) {
        crate::xml::escape::push_escaped(&mut self.bytes, text);
    }
    pub fn push(&mut self, piece: Piece) {
        match piece {
            Piece::Bytes(bytes) => self.bytes.extend_from_slice(&bytes),
            other => {
                self.flush();
                self.pieces.push(other);
            }
        }
    }
    pub fn extend(&mut self, pieces: impl IntoIterator<Item = Piece>) {
        pieces.into_iter().for_each(|p| self.push(p));
    }
    pub fn per_mode(&mut self, single: &str, first: &str, later: &str) {
        if single == first && first == later {
            return self.text(single);
        }
        self.push(Piece::PerMode {
            single: single.as_bytes().into(),
            first: first.as_bytes().into(),
            later: later.as_bytes().into(),
        });
    }
    fn flush(&mut self) {
        if !self.bytes.is_empty() {
            self.pieces.push(Piece::Bytes(std::mem::take(&mut self.bytes).into()));
        }
    }
    pub fn finish(mut self) -> Vec<Piece> {
        self.flush();
        self.pieces
    }
}

/// True when the pieces give something else for another record.
pub fn varies(pieces: &[Piece]) -> bool {
    pieces.iter().any(|p| match p {
        Piece::Field(field) => field.varies(),
        Piece::Guarded(..) => true,
        Piece::When { pieces, .. } => varies(pieces),
        Piece::Once { first, rest, .. } => varies(first) || varies(rest),
        _ => false,
    })
}
