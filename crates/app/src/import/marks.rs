//! What a row can be recognised by, as keyed hashes: of a million rows, few bytes each.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};

use filon_core::account::keys::dedupe_key;
use filon_core::{Account, Id, Person};

use super::add::{Common, draft};
use super::packed::Packed;
use super::row;

/// What a row can be recognised by.
#[derive(Debug, Clone, Default)]
pub(super) struct Keys {
    pub reference: Option<String>,
    pub siret: Option<String>,
    pub emails: Vec<String>,
    pub dedupe: Option<String>,
}

impl Keys {
    pub fn of_row(row: row::Candidate, common: &Common) -> Keys {
        // No key holds an identifier.
        let id = Id::new(common.at, 0);
        let working = draft(row, common, id, &mut || id);
        Keys::of(working.account, working.persons)
    }

    fn of(mut account: Account, persons: Vec<Person>) -> Keys {
        let dedupe = dedupe_key(&account);
        let of_persons = persons.into_iter().map(|person| person.email).filter(|email| !email.is_empty());
        Keys {
            reference: account.reference.take(),
            siret: account.siret.take(),
            emails: account.email.take().into_iter().chain(of_persons).collect(),
            dedupe,
        }
    }
}

/// Which key a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Reference,
    Siret,
    Email,
    Dedupe,
}

/// A keyed hash of a value, in two halves that pack tightly: among a million rows, two values are taken for one
/// in one file of a million.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Mark([u32; 2]);

impl Mark {
    pub const NOTHING: Mark = Mark([0; 2]);

    pub fn is_nothing(self) -> bool {
        self == Mark::NOTHING
    }
}

/// A row's keys, each [`Mark::NOTHING`] where it has none. A row has an e-mail of its house and one of its person.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks {
    pub reference: Mark,
    pub siret: Mark,
    pub emails: [Mark; 2],
    pub dedupe: Mark,
}

impl Marks {
    pub fn each(&self, f: impl FnMut(Mark)) {
        let [house, person] = self.emails;
        [self.reference, self.siret, house, person, self.dedupe]
            .into_iter()
            .filter(|mark| !mark.is_nothing())
            .for_each(f);
    }
}

/// A row that may become an account.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub packed: Packed,
    pub marks: Marks,
}

/// The rows of a file, whose marks compare with each other's alone.
#[derive(Debug, Clone, Default)]
pub(super) struct Candidates {
    pub rows: Vec<Candidate>,
    pub marker: Marker,
}

/// Makes the marks of one import.
#[derive(Debug, Clone, Default)]
pub(super) struct Marker(RandomState);

impl Marker {
    pub fn mark(&self, kind: Kind, value: &str) -> Mark {
        let hash = self.0.hash_one((kind, value));
        Mark([(hash >> 32) as u32, hash as u32])
    }

    pub fn candidate(&self, row: row::Candidate, common: &Common) -> Candidate {
        let packed = Packed::of(&row);
        let keys = Keys::of_row(row, common);
        let mark = |kind, value: Option<&String>| value.map_or(Mark::NOTHING, |value| self.mark(kind, value));
        let marks = Marks {
            reference: mark(Kind::Reference, keys.reference.as_ref()),
            siret: mark(Kind::Siret, keys.siret.as_ref()),
            emails: [0, 1].map(|place| mark(Kind::Email, keys.emails.get(place))),
            dedupe: mark(Kind::Dedupe, keys.dedupe.as_ref()),
        };
        Candidate { packed, marks }
    }
}

/// Which account had a mark first.
#[derive(Debug)]
pub(super) struct Seen(HashMap<Mark, u32, BuildHasherDefault<AsItIs>>);

impl Seen {
    /// Room for the keys of so many rows; few rows have all.
    pub fn with_room(rows: usize) -> Seen {
        Seen(HashMap::with_capacity_and_hasher(rows * 3, BuildHasherDefault::default()))
    }

    pub fn get(&self, mark: Mark) -> Option<usize> {
        if mark.is_nothing() { None } else { self.0.get(&mark).map(|at| *at as usize) }
    }

    pub fn add(&mut self, mark: Mark, at: usize) {
        // Files of four thousand million rows are refused long before.
        let Ok(at) = u32::try_from(at) else { return };
        self.0.entry(mark).or_insert(at);
    }
}

/// A mark is a hash already.
#[derive(Debug, Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0 << 8 | u64::from(*byte);
        }
    }

    fn write_u32(&mut self, half: u32) {
        self.0 = self.0 << 32 | u64::from(half);
    }
}
