//! Accounts that rows can meet: those of the base and those that earlier rows made.

use std::collections::HashMap;

use filon_core::segment::Query;
use filon_core::{Account, Id, Person, Stage};
use filon_store::accounts::{self, Key};
use filon_store::{StoreError, Tx};

use super::add::{Common, draft, merge};
use super::marks::{Candidate, Candidates, Keys, Kind, Mark, Marker, Marks, Seen};
use super::packed::Packed;

/// An account under work, and what was done to it.
#[derive(Debug, Clone)]
pub(super) struct Working {
    pub account: Account,
    pub persons: Vec<Person>,
    pub stage: Stage,
    /// It was in the base before this import.
    pub existing: bool,
    /// Its own fields were filled by a row.
    pub changed: bool,
    /// Persons of the base that a row filled.
    pub changed_persons: Vec<Id>,
    pub new_persons: Vec<Id>,
    /// The first row that asked for an objection, a consent.
    pub opted_out_by: Option<usize>,
    pub consented_by: Option<usize>,
    /// The first row that met or made it.
    pub row: usize,
}

/// An account of the plan: most rows meet nobody, and stay packed until they are written.
#[derive(Debug)]
pub(super) enum Slot {
    Row(Packed, Id),
    Working(Box<Working>),
}

impl Slot {
    pub fn open(self, common: &Common, next: &mut impl FnMut() -> Id) -> Working {
        match self {
            Slot::Row(packed, id) => draft(packed.unpack(), common, id, next),
            Slot::Working(working) => *working,
        }
    }
}

/// The accounts, and who has which key.
#[derive(Debug)]
pub(super) struct Pool {
    accounts: Vec<Slot>,
    marker: Marker,
    seen: Seen,
}

/// So many rows are opened at a time to be looked up in the base.
const PART: usize = 20_000;

impl Pool {
    /// Loads from the base whatever any of the rows could meet; an empty base holds nothing.
    pub fn load(tx: &mut Tx<'_>, candidates: &Candidates, common: &Common) -> Result<Pool, StoreError> {
        let rows = &candidates.rows;
        let mut pool = Pool {
            accounts: Vec::with_capacity(rows.len()),
            marker: candidates.marker.clone(),
            seen: Seen::with_room(rows.len()),
        };
        if accounts::count(tx, &Query::All)? == 0 {
            return Ok(pool);
        }
        let mut places = HashMap::new();
        for part in rows.chunks(PART) {
            let keys: Vec<Keys> = part.iter().map(|row| Keys::of_row(row.packed.unpack(), common)).collect();
            pool.load_part(tx, &keys, &mut places)?;
        }
        Ok(pool)
    }

    fn load_part(
        &mut self,
        tx: &mut Tx<'_>,
        keys: &[Keys],
        places: &mut HashMap<Id, usize>,
    ) -> Result<(), StoreError> {
        let references: Vec<&str> = keys.iter().filter_map(|keys| keys.reference.as_deref()).collect();
        let sirets: Vec<&str> = keys.iter().filter_map(|keys| keys.siret.as_deref()).collect();
        let emails: Vec<&str> = keys.iter().flat_map(|keys| keys.emails.iter().map(String::as_str)).collect();
        let dedupe: Vec<&str> = keys.iter().filter_map(|keys| keys.dedupe.as_deref()).collect();
        let found = [
            (Kind::Reference, accounts::find(tx, Key::Reference, &references)?),
            (Kind::Siret, accounts::find(tx, Key::Siret, &sirets)?),
            (Kind::Email, accounts::find(tx, Key::Email, &emails)?),
            (Kind::Dedupe, accounts::find(tx, Key::Dedupe, &dedupe)?),
        ];
        let all = found.iter().flat_map(|(_, found)| found.values().copied());
        let mut ids: Vec<Id> = all.filter(|id| !places.contains_key(id)).collect();
        ids.sort_unstable();
        ids.dedup();
        for record in accounts::many(tx, &ids)? {
            places.insert(record.account.id, self.accounts.len());
            self.accounts.push(Slot::Working(Box::new(Working::of_base(record))));
        }
        for (kind, found) in found {
            for (value, id) in found {
                if let Some(at) = places.get(&id) {
                    self.seen.add(self.marker.mark(kind, &value), *at);
                }
            }
        }
        Ok(())
    }

    /// The accounts alone: who has which key is forgotten.
    pub fn into_slots(self) -> Vec<Slot> {
        self.accounts
    }

    /// The account that a row meets: by reference, then SIRET, then e-mail, then name and postcode.
    pub fn meet(&self, marks: &Marks) -> Option<usize> {
        let seen = |mark: Mark| self.seen.get(mark);
        let by_name = || seen(marks.dedupe).filter(|at| self.may_be(*at, marks));
        seen(marks.reference)
            .or_else(|| seen(marks.siret))
            .or_else(|| marks.emails.iter().find_map(|email| seen(*email)))
            .or_else(by_name)
    }

    /// Two references or two SIRETs tell apart what has one name in one town.
    fn may_be(&self, at: usize, marks: &Marks) -> bool {
        let agrees = |reference: &Option<String>, siret: &Option<String>| {
            self.agree(Kind::Reference, reference, marks.reference)
                && self.agree(Kind::Siret, siret, marks.siret)
        };
        match self.accounts.get(at) {
            Some(Slot::Working(working)) => agrees(&working.account.reference, &working.account.siret),
            Some(Slot::Row(packed, _)) => {
                let row = packed.unpack();
                agrees(&row.reference, &row.siret)
            }
            None => false,
        }
    }

    fn agree(&self, kind: Kind, own: &Option<String>, other: Mark) -> bool {
        own.as_ref().is_none_or(|own| other.is_nothing() || self.marker.mark(kind, own) == other)
    }

    /// A row becomes an account of its own. A reference is one account's: the second one is kept, elsewhere.
    pub fn add(&mut self, row: Candidate, id: Id, common: &Common, next: &mut impl FnMut() -> Id) {
        let Candidate { packed, mut marks } = row;
        let slot = if self.seen.get(marks.reference).is_some() {
            let mut working = draft(packed.unpack(), common, id, next);
            if let Some(taken) = working.account.reference.take() {
                working.account.custom.entry("référence".to_owned()).or_insert(taken);
            }
            marks.reference = Mark::NOTHING;
            Slot::Working(Box::new(working))
        } else {
            Slot::Row(packed, id)
        };
        self.accounts.push(slot);
        self.register(self.accounts.len() - 1, &marks);
    }

    /// A row adds to an account, which later rows meet by what the row said too.
    pub fn merge_at(&mut self, at: usize, row: Working, marks: &Marks, common: &Common) {
        let Pool { accounts, marker, seen } = self;
        let Some(slot) = accounts.get_mut(at) else { return };
        if let Slot::Row(packed, id) = slot {
            // The person's identifier is drawn again from the row that joins: it is thrown away.
            let spare = row.account.id;
            *slot = Slot::Working(Box::new(draft(packed.unpack(), common, *id, &mut || spare)));
        }
        if let Slot::Working(working) = slot {
            merge(working, row, |label, value| {
                let kind = if label == "siret" { Kind::Siret } else { Kind::Reference };
                seen.get(marker.mark(kind, value)).is_some()
            });
        }
        self.register(at, marks);
    }

    fn register(&mut self, at: usize, marks: &Marks) {
        marks.each(|mark| self.seen.add(mark, at));
    }
}

impl Working {
    fn of_base(record: accounts::AccountRecord) -> Working {
        Working {
            account: record.account,
            persons: record.persons,
            stage: record.standing.stage,
            existing: true,
            changed: false,
            changed_persons: Vec::new(),
            new_persons: Vec::new(),
            opted_out_by: None,
            consented_by: None,
            row: 0,
        }
    }
}
