//! The rows of a file that is not imported, as accounts that a query can be asked about.

use filon_core::account::mapping::{Target, propose_mapping};
use filon_core::{Account, AccountKind, Address, Id, Moment, Person};

use super::add::{Common, draft};
use super::columns::Columns;
use super::row::RowReader;
use crate::Actor;
use crate::words::Words;

/// Reads rows by the mapping that an import would propose; every column is also a field of its own name.
pub(crate) struct RowFacts<'a> {
    columns: Columns,
    words: &'a Words,
}

impl<'a> RowFacts<'a> {
    pub fn new(headers: &[String], actor: &'a Actor) -> RowFacts<'a> {
        let columns = Columns { headers: headers.to_vec(), targets: propose_mapping(headers) };
        RowFacts { columns, words: actor.words() }
    }

    /// Where the column of a target stands.
    pub fn place_of(&self, wanted: &Target) -> Option<usize> {
        self.columns.targets.iter().position(|target| target == wanted)
    }

    /// What a row could be called: the first filled of name, last name, full name.
    pub fn name_of(&self, cells: &[String]) -> String {
        [Target::Name, Target::LastName, Target::FullName]
            .iter()
            .filter_map(|target| self.place_of(target).and_then(|place| cells.get(place)))
            .find(|cell| !cell.trim().is_empty())
            .cloned()
            .unwrap_or_default()
    }

    /// The account and persons of a row; a row that an import would reject has only its own fields.
    pub fn read(&self, number: usize, cells: &[String], id: Id, now: Moment) -> (Account, Vec<Person>) {
        let mut reader = RowReader::new(&self.columns, self.words);
        let common = Common { batch: None, at: now, source: None, file: String::new(), kind: None };
        let (mut account, persons) = match reader.read(number, cells.iter().map(String::as_str)) {
            Ok(candidate) => {
                let working = draft(candidate, &common, id, &mut || id);
                (working.account, working.persons)
            }
            Err(_) => (nameless(id, now), Vec::new()),
        };
        for (header, cell) in self.columns.headers.iter().zip(cells) {
            if !cell.trim().is_empty() {
                account.custom.insert(header.clone(), cell.trim().to_owned());
            }
        }
        (account, persons)
    }
}

fn nameless(id: Id, now: Moment) -> Account {
    Account {
        id,
        reference: None,
        kind: AccountKind::Company,
        name: String::new(),
        siret: None,
        siren: None,
        naf: None,
        employees: None,
        revenue: None,
        address: Address { country: "FR".to_owned(), ..Address::default() },
        phone: None,
        email: None,
        website: None,
        source: None,
        tags: Vec::new(),
        partial_diffusion: false,
        custom: std::collections::BTreeMap::new(),
        note: None,
        owner: None,
        batch: None,
        created_at: now,
    }
}
