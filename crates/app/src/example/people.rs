//! The accounts of the example, drawn from a seed.

use std::collections::{BTreeMap, HashSet};

use filon_core::account::normalise::{siren_is_valid, siret_is_valid};
use filon_core::{Account, AccountKind, Address, Id, Moment, Person};
use filon_store::accounts::Draft;
use jiff::civil::Date;
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;

use super::names::{ACTIVITIES, EMPLOYEES, FIRST_NAMES, LAST_NAMES, ROLES, STREETS, TOWNS};
use crate::App;

/// Draws companies and private individuals, each name once.
pub(super) struct People<'a> {
    app: &'a App,
    pub draw: StdRng,
    names: Vec<(usize, usize)>,
    sirens: HashSet<String>,
    count: usize,
}

impl<'a> People<'a> {
    pub fn new(app: &'a App, mut draw: StdRng) -> People<'a> {
        let mut names: Vec<(usize, usize)> = (0..ACTIVITIES.len())
            .flat_map(|activity| (0..LAST_NAMES.len()).map(move |name| (activity, name)))
            .collect();
        names.shuffle(&mut draw);
        People { app, draw, names, sirens: HashSet::new(), count: 0 }
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.draw.random_range(0..of.len())]
    }

    /// A company known since a day.
    pub fn company(&mut self, since: Date, source: &str, batch: Option<Id>) -> Draft {
        let (activity, name) = self.names.pop().unwrap_or((0, self.count % LAST_NAMES.len()));
        let (naf, word) = ACTIVITIES[activity];
        let siret = self.siret();
        let last_name = if self.draw.random_bool(0.6) { LAST_NAMES[name] } else { self.pick(&LAST_NAMES) };
        let mut draft = self.account(since, source, batch);
        let account = &mut draft.account;
        account.kind = AccountKind::Company;
        account.name = format!("{word} {}", LAST_NAMES[name]);
        account.siren = Some(siret[..9].to_owned());
        account.siret = Some(siret);
        account.naf = Some(naf.to_owned());
        let domain = plain(&account.name);
        account.email = Some(format!("contact@{domain}.example"));
        draft.account.employees = Some(self.pick(&EMPLOYEES).to_owned());
        draft.account.revenue = Some(self.draw.random_range(80..4_000) * 100_000);
        let mut person = self.person(draft.account.id, last_name);
        person.role = self.pick(&ROLES).to_owned();
        person.email = format!("{}@{domain}.example", plain(&person.first_name));
        person.phone = self.phone("5");
        draft.persons.push(person);
        draft
    }

    /// A private individual known since a day.
    pub fn individual(&mut self, since: Date, source: &str, batch: Option<Id>) -> Draft {
        let last_name = self.pick(&LAST_NAMES);
        let mut draft = self.account(since, source, batch);
        let mut person = self.person(draft.account.id, last_name);
        person.mobile = self.phone("6");
        person.email =
            format!("{}.{}{}@courriel.example", plain(&person.first_name), plain(last_name), self.count);
        draft.account.kind = AccountKind::Individual;
        draft.account.name = person.full_name();
        draft.persons.push(person);
        draft
    }

    fn account(&mut self, since: Date, source: &str, batch: Option<Id>) -> Draft {
        self.count += 1;
        let (postcode, city) = self.pick(&TOWNS);
        let street = format!("{} {}", self.draw.random_range(1..160), self.pick(&STREETS));
        let account = Account {
            id: self.app.next_id(),
            reference: Some(format!("G{:04}", self.count)),
            kind: AccountKind::Company,
            name: String::new(),
            siret: None,
            siren: None,
            naf: None,
            employees: None,
            revenue: None,
            address: Address {
                lines: vec![street],
                postcode: Some(postcode.to_owned()),
                city: Some(city.to_owned()),
                country: "FR".to_owned(),
            },
            phone: None,
            email: None,
            website: None,
            source: Some(source.to_owned()),
            tags: Vec::new(),
            partial_diffusion: false,
            custom: BTreeMap::new(),
            note: None,
            owner: None,
            batch,
            created_at: Moment::at(since.at(9, 0, 0, 0)),
        };
        Draft { account, persons: Vec::new(), events: Vec::new() }
    }

    fn person(&mut self, account: Id, last_name: &str) -> Person {
        let (civility, first_name) = self.pick(&FIRST_NAMES);
        Person {
            id: self.app.next_id(),
            account,
            primary: true,
            civility: civility.to_owned(),
            first_name: first_name.to_owned(),
            last_name: last_name.to_owned(),
            role: String::new(),
            email: String::new(),
            phone: String::new(),
            mobile: String::new(),
        }
    }

    /// A number of the block that ARCEP keeps for fiction: 05 36 49 00 00 to 99, 06 39 98 00 00 to 99.
    fn phone(&mut self, sort: &str) -> String {
        let end = self.draw.random_range(0..10_000);
        if sort == "6" { format!("+33639{:02}{end:04}", 98) } else { format!("+33536{:02}{end:04}", 49) }
    }

    /// Valid by its key, and of nobody: INSEE gives no SIREN that begins with 000.
    fn siret(&mut self) -> String {
        loop {
            let body = format!("000{:05}", self.draw.random_range(1..100_000));
            let siren = (0..10).map(|key| format!("{body}{key}")).find(|siren| siren_is_valid(siren));
            let Some(siren) = siren.filter(|siren| self.sirens.insert(siren.clone())) else { continue };
            let siret = (0..10).map(|key| format!("{siren}0001{key}")).find(|siret| siret_is_valid(siret));
            if let Some(siret) = siret {
                return siret;
            }
        }
    }
}

/// Letters that an address takes.
fn plain(text: &str) -> String {
    filon_core::text::fold(text).chars().filter(char::is_ascii_alphanumeric).collect()
}
