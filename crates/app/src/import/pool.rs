//! Accounts that rows can meet: those of the base and those that earlier rows made.

use std::collections::HashMap;

use filon_core::account::keys::dedupe_key;
use filon_core::segment::Query;
use filon_core::{Account, Id, Person, Stage};
use filon_store::accounts::{self, Key};
use filon_store::{StoreError, Tx};

use super::add::merge;

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

/// The accounts, and who has which key.
#[derive(Debug, Default)]
pub(super) struct Pool {
    pub accounts: Vec<Working>,
    references: HashMap<String, usize>,
    sirets: HashMap<String, usize>,
    emails: HashMap<String, usize>,
    dedupe: HashMap<String, usize>,
}

impl Pool {
    /// Loads from the base whatever any of the rows could meet; an empty base holds nothing.
    pub fn load(tx: &mut Tx<'_>, keys: &[Keys]) -> Result<Pool, StoreError> {
        let mut pool = Pool::with_room(keys.len());
        if accounts::count(tx, &Query::All)? == 0 {
            return Ok(pool);
        }
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
        let mut ids: Vec<Id> = found.iter().flat_map(|found| found.values().copied()).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut places = HashMap::with_capacity(ids.len());
        for record in accounts::many(tx, &ids)? {
            places.insert(record.account.id, pool.accounts.len());
            pool.accounts.push(Working::of_base(record));
        }
        let [references, sirets, emails, dedupe] = found;
        let maps = [
            (&mut pool.references, references),
            (&mut pool.sirets, sirets),
            (&mut pool.emails, emails),
            (&mut pool.dedupe, dedupe),
        ];
        for (map, found) in maps {
            map.extend(found.into_iter().filter_map(|(value, id)| Some((value, *places.get(&id)?))));
        }
        Ok(pool)
    }

    fn with_room(rows: usize) -> Pool {
        Pool {
            accounts: Vec::with_capacity(rows),
            references: HashMap::with_capacity(rows),
            sirets: HashMap::with_capacity(rows),
            emails: HashMap::with_capacity(rows),
            dedupe: HashMap::with_capacity(rows),
        }
    }

    /// The account that a row meets: by reference, then SIRET, then e-mail, then name and postcode.
    pub fn meet(&self, keys: &Keys) -> Option<usize> {
        let by_reference = keys.reference.as_ref().and_then(|reference| self.references.get(reference));
        let by_siret = || keys.siret.as_ref().and_then(|siret| self.sirets.get(siret));
        let by_email = || keys.emails.iter().find_map(|email| self.emails.get(email));
        let by_name =
            || keys.dedupe.as_ref().and_then(|key| self.dedupe.get(key)).filter(|at| self.may_be(**at, keys));
        by_reference.or_else(by_siret).or_else(by_email).or_else(by_name).copied()
    }

    /// Two references or two SIRETs tell apart what has one name in one town.
    fn may_be(&self, at: usize, keys: &Keys) -> bool {
        let differ = |own: &Option<String>, other: &Option<String>| {
            own.as_ref().zip(other.as_ref()).is_some_and(|(own, other)| own != other)
        };
        self.accounts.get(at).is_some_and(|working| {
            !differ(&working.account.reference, &keys.reference)
                && !differ(&working.account.siret, &keys.siret)
        })
    }

    /// A row becomes an account of its own. A reference is one account's: the second one is kept, elsewhere.
    pub fn add(&mut self, mut working: Working, mut keys: Keys) {
        let account = &mut working.account;
        if let Some(taken) = account.reference.take_if(|reference| self.references.contains_key(reference)) {
            account.custom.entry("référence".to_owned()).or_insert(taken);
            keys.reference = None;
        }
        self.accounts.push(working);
        self.register(self.accounts.len() - 1, keys);
    }

    /// A row adds to an account, which later rows meet by what the row said too.
    pub fn merge_at(&mut self, at: usize, row: Working, keys: Keys) {
        let Pool { accounts, references, sirets, .. } = self;
        if let Some(working) = accounts.get_mut(at) {
            merge(working, row, |label, value| match label {
                "siret" => sirets.contains_key(value),
                _ => references.contains_key(value),
            });
            self.register(at, keys);
        }
    }

    fn register(&mut self, at: usize, keys: Keys) {
        if let Some(reference) = keys.reference {
            self.references.entry(reference).or_insert(at);
        }
        if let Some(siret) = keys.siret {
            self.sirets.entry(siret).or_insert(at);
        }
        for email in keys.emails {
            self.emails.entry(email).or_insert(at);
        }
        if let Some(dedupe) = keys.dedupe {
            self.dedupe.entry(dedupe).or_insert(at);
        }
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
