//! Accounts that rows can meet: those of the base and those that earlier rows made.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use filon_core::account::keys::dedupe_key;
use filon_core::segment::Query;
use filon_core::{Account, Id, Person, Stage};
use filon_store::accounts::{self, Key};
use filon_store::{StoreError, Tx};

use super::add::{Common, draft, merge};
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

/// What a row can be recognised by.
#[derive(Debug, Clone, Default)]
pub(super) struct Keys {
    pub reference: Option<String>,
    pub siret: Option<String>,
    pub emails: Vec<String>,
    pub dedupe: Option<String>,
}

impl Keys {
    fn of_row(row: &Packed, common: &Common) -> Keys {
        // No key holds an identifier.
        let id = Id::new(common.at, 0);
        let working = draft(row.unpack(), common, id, &mut || id);
        Keys::of(&working.account, &working.persons)
    }

    pub fn of(account: &Account, persons: &[Person]) -> Keys {
        let of_persons = persons.iter().map(|person| person.email.as_str()).filter(|email| !email.is_empty());
        Keys {
            reference: account.reference.clone(),
            siret: account.siret.clone(),
            emails: account.email.as_deref().into_iter().chain(of_persons).map(str::to_owned).collect(),
            dedupe: dedupe_key(account),
        }
    }
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
    references: Seen,
    sirets: Seen,
    emails: Seen,
    dedupe: Seen,
}

/// So many rows are opened at a time to be looked up in the base.
const PART: usize = 20_000;

impl Pool {
    /// Loads from the base whatever any of the rows could meet; an empty base holds nothing.
    pub fn load(tx: &mut Tx<'_>, rows: &[Packed], common: &Common) -> Result<Pool, StoreError> {
        let mut pool = Pool::with_room(rows.len());
        if accounts::count(tx, &Query::All)? == 0 {
            return Ok(pool);
        }
        let mut places = HashMap::new();
        for part in rows.chunks(PART) {
            let keys: Vec<Keys> = part.iter().map(|row| Keys::of_row(row, common)).collect();
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
            accounts::find(tx, Key::Reference, &references)?,
            accounts::find(tx, Key::Siret, &sirets)?,
            accounts::find(tx, Key::Email, &emails)?,
            accounts::find(tx, Key::Dedupe, &dedupe)?,
        ];
        let all = found.iter().flat_map(|found| found.values().copied());
        let mut ids: Vec<Id> = all.filter(|id| !places.contains_key(id)).collect();
        ids.sort_unstable();
        ids.dedup();
        for record in accounts::many(tx, &ids)? {
            places.insert(record.account.id, self.accounts.len());
            self.accounts.push(Slot::Working(Box::new(Working::of_base(record))));
        }
        let seen = [&mut self.references, &mut self.sirets, &mut self.emails, &mut self.dedupe];
        for (seen, found) in seen.into_iter().zip(found) {
            for (value, id) in found {
                if let Some(at) = places.get(&id) {
                    seen.add(&value, *at);
                }
            }
        }
        Ok(())
    }

    fn with_room(rows: usize) -> Pool {
        let seen = || Seen::with_room(rows);
        let accounts = Vec::with_capacity(rows);
        Pool { accounts, references: seen(), sirets: seen(), emails: seen(), dedupe: seen() }
    }

    /// The accounts alone: who has which key is forgotten.
    pub fn into_slots(self) -> Vec<Slot> {
        self.accounts
    }

    /// The account that a row meets: by reference, then SIRET, then e-mail, then name and postcode.
    pub fn meet(&self, keys: &Keys, common: &Common) -> Option<usize> {
        let by_reference = || self.references.get(keys.reference.as_deref()?);
        let by_siret = || self.sirets.get(keys.siret.as_deref()?);
        let by_email = || keys.emails.iter().find_map(|email| self.emails.get(email));
        let by_name = || self.dedupe.get(keys.dedupe.as_deref()?).filter(|at| self.may_be(*at, keys, common));
        by_reference().or_else(by_siret).or_else(by_email).or_else(by_name)
    }

    /// Two references or two SIRETs tell apart what has one name in one town.
    fn may_be(&self, at: usize, keys: &Keys, common: &Common) -> bool {
        let differ = |own: &Option<String>, other: &Option<String>| {
            own.as_ref().zip(other.as_ref()).is_some_and(|(own, other)| own != other)
        };
        let agrees = |account: &Account| {
            !differ(&account.reference, &keys.reference) && !differ(&account.siret, &keys.siret)
        };
        match self.accounts.get(at) {
            Some(Slot::Working(working)) => agrees(&working.account),
            Some(Slot::Row(packed, id)) => agrees(&draft(packed.unpack(), common, *id, &mut || *id).account),
            None => false,
        }
    }

    /// A row becomes an account of its own. A reference is one account's: the second one is kept, elsewhere.
    pub fn add(&mut self, packed: Packed, mut working: Working, mut keys: Keys) {
        let account = &mut working.account;
        let is_taken = |reference: &mut String| self.references.get(reference).is_some();
        let slot = if let Some(taken) = account.reference.take_if(is_taken) {
            account.custom.entry("référence".to_owned()).or_insert(taken);
            keys.reference = None;
            Slot::Working(Box::new(working))
        } else {
            Slot::Row(packed, account.id)
        };
        self.accounts.push(slot);
        self.register(self.accounts.len() - 1, &keys);
    }

    /// A row adds to an account, which later rows meet by what the row said too.
    pub fn merge_at(&mut self, at: usize, row: Working, keys: &Keys, common: &Common) {
        let Pool { accounts, references, sirets, .. } = self;
        let Some(slot) = accounts.get_mut(at) else { return };
        if let Slot::Row(packed, id) = slot {
            // The person's identifier is drawn again from the row that joins: it is thrown away.
            let spare = row.account.id;
            *slot = Slot::Working(Box::new(draft(packed.unpack(), common, *id, &mut || spare)));
        }
        if let Slot::Working(working) = slot {
            merge(working, row, |label, value| match label {
                "siret" => sirets.get(value).is_some(),
                _ => references.get(value).is_some(),
            });
        }
        self.register(at, keys);
    }

    fn register(&mut self, at: usize, keys: &Keys) {
        let Keys { reference, siret, emails, dedupe } = keys;
        reference.iter().for_each(|value| self.references.add(value, at));
        siret.iter().for_each(|value| self.sirets.add(value, at));
        emails.iter().for_each(|value| self.emails.add(value, at));
        dedupe.iter().for_each(|value| self.dedupe.add(value, at));
    }
}

/// Which account had a value first. Of a value only a keyed hash is kept, in two halves that pack tightly:
/// among a million rows, two values are taken for one in one file of ten million.
#[derive(Debug)]
struct Seen(HashMap<[u32; 2], u32, RandomState>);

impl Seen {
    fn with_room(values: usize) -> Seen {
        Seen(HashMap::with_capacity(values))
    }

    fn hash(&self, value: &str) -> [u32; 2] {
        let hash = self.0.hasher().hash_one(value);
        [(hash >> 32) as u32, hash as u32]
    }

    fn get(&self, value: &str) -> Option<usize> {
        self.0.get(&self.hash(value)).map(|at| *at as usize)
    }

    fn add(&mut self, value: &str, at: usize) {
        // Files of four thousand million rows are refused long before.
        let Ok(at) = u32::try_from(at) else { return };
        self.0.entry(self.hash(value)).or_insert(at);
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
