//! Databases that vanish, and a small company to put in them.

use std::ops::Deref;
use std::sync::atomic::{AtomicU32, Ordering};

use filon_core::{Account, AccountKind, Address, Event, EventKind, Id, IdSource, Moment, Person};
use filon_store::accounts::Draft;
use filon_store::{Db, Result, Tx};
use jiff::civil::{Date, date};

/// A database of one test.
pub struct TestDb {
    db: Db,
    pub url: String,
    place: Place,
}

enum Place {
    Folder(#[allow(dead_code)] tempfile::TempDir),
    Schema { name: String, server: String },
}

impl TestDb {
    pub fn sqlite() -> TestDb {
        let folder = tempfile::tempdir().unwrap();
        let url = folder.path().join("filon.db").to_str().unwrap().to_owned();
        TestDb { db: Db::open(&url).unwrap(), url, place: Place::Folder(folder) }
    }

    pub fn postgres() -> TestDb {
        let (url, place) = schema();
        TestDb { db: Db::open(&url).unwrap(), url, place }
    }

    /// An empty place for another database of the same engine: its address, and what holds it.
    pub fn elsewhere(&self) -> (String, Elsewhere) {
        match &self.place {
            Place::Folder(_) => {
                let folder = tempfile::tempdir().unwrap();
                let url = folder.path().join("other.db").to_str().unwrap().to_owned();
                (url, Elsewhere(Place::Folder(folder)))
            }
            Place::Schema { .. } => {
                let (url, place) = schema();
                (url, Elsewhere(place))
            }
        }
    }

    /// Runs SQL behind the store's back, as somebody with the file in hand would.
    pub fn tamper(&self, sql: &str) -> std::result::Result<(), String> {
        self.tamper_at(&self.url, sql)
    }

    /// The same in another database of the same engine.
    pub fn tamper_at(&self, url: &str, sql: &str) -> std::result::Result<(), String> {
        match &self.place {
            Place::Folder(_) => rusqlite::Connection::open(url)
                .and_then(|connection| connection.execute_batch(sql))
                .map_err(|error| error.to_string()),
            Place::Schema { .. } => postgres::Client::connect(url, postgres::NoTls)
                .and_then(|mut client| client.batch_execute(sql))
                .map_err(|error| format!("{error}: {:?}", error.as_db_error().map(|db| db.message()))),
        }
    }
}

/// Keeps a place until the end of a test.
pub struct Elsewhere(#[allow(dead_code)] Place);

fn schema() -> (String, Place) {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let server = std::env::var("FILON_TEST_POSTGRES").expect(
        "FILON_TEST_POSTGRES is not set: run `cargo xtask postgres` and export the line that it prints",
    );
    let name = format!("t_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let mut client = postgres::Client::connect(&server, postgres::NoTls).unwrap();
    client.batch_execute(&format!("DROP SCHEMA IF EXISTS {name} CASCADE; CREATE SCHEMA {name}")).unwrap();
    let joint = if server.contains('?') { '&' } else { '?' };
    (format!("{server}{joint}options=-csearch_path%3D{name}"), Place::Schema { name, server })
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Place::Schema { name, server } = self
            && let Ok(mut client) = postgres::Client::connect(server, postgres::NoTls)
        {
            // A failing test may leave a transaction open on it: the throw-away server goes anyway.
            let _ = client.batch_execute(&format!(
                "SET client_min_messages = warning; SET lock_timeout = '2s'; DROP SCHEMA IF EXISTS {name} CASCADE"
            ));
        }
    }
}

impl Deref for TestDb {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

impl TestDb {
    /// `write` for closures whose error is the store's.
    pub fn put<T>(&self, f: impl FnMut(&mut Tx<'_>) -> Result<T>) -> T {
        self.db.write(f).unwrap()
    }

    /// `read` for closures whose error is the store's.
    pub fn look<T>(&self, f: impl FnMut(&mut Tx<'_>) -> Result<T>) -> T {
        self.db.read(f).unwrap()
    }
}

/// Hands out what tests need: identifiers that grow, and accounts of a small town.
pub struct Teller {
    pub ids: IdSource,
}

pub const MORNING: Moment = Moment::from_millis(1_788_000_000_000);
pub const DAY: Date = date(2026, 9, 1);

impl Teller {
    pub fn new() -> Teller {
        Teller { ids: IdSource::new(MORNING, 7_310) }
    }

    pub fn id(&mut self) -> Id {
        self.ids.next_id()
    }

    /// Menuiserie Lambert, Bordeaux, and the like.
    pub fn account(&mut self, name: &str) -> Account {
        Account {
            id: self.id(),
            reference: None,
            kind: AccountKind::Company,
            name: name.to_owned(),
            siret: None,
            siren: None,
            naf: Some("43.32A".to_owned()),
            employees: Some("10 à 19".to_owned()),
            revenue: None,
            address: Address {
                lines: vec!["3 rue du Port".to_owned(), "Bât. B".to_owned()],
                postcode: Some("33000".to_owned()),
                city: Some("Bordeaux".to_owned()),
                country: "FR".to_owned(),
            },
            phone: None,
            email: None,
            website: None,
            source: Some("Salon de l’habitat".to_owned()),
            tags: vec!["Été 2026".to_owned(), "bois".to_owned()],
            partial_diffusion: false,
            custom: [("Secteur d’activité".to_owned(), "Escaliers\tet\nparquets \\ 100 %".to_owned())].into(),
            note: Some("Atelier au fond de la cour".to_owned()),
            owner: None,
            batch: None,
            created_at: MORNING,
        }
    }

    pub fn person(&mut self, account: Id, first_name: &str, last_name: &str) -> Person {
        Person {
            id: self.id(),
            account,
            primary: true,
            civility: "Mme".to_owned(),
            first_name: first_name.to_owned(),
            last_name: last_name.to_owned(),
            role: "Gérante".to_owned(),
            email: format!("{}@example.fr", first_name.to_lowercase()),
            phone: "+33556000000".to_owned(),
            mobile: String::new(),
        }
    }

    pub fn draft(&mut self, name: &str) -> Draft {
        let account = self.account(name);
        Draft { account, persons: Vec::new(), events: Vec::new() }
    }

    pub fn event(&mut self, account: Id, kind: EventKind, on: Date) -> Event {
        Event {
            id: self.id(),
            account,
            person: None,
            kind,
            channel: None,
            campaign: None,
            on,
            at: None,
            by: None,
            outcome: None,
            minutes: None,
            kilometres: None,
            amount: None,
            margin: None,
            note: None,
            voids: None,
            recorded_at: MORNING,
        }
    }

    /// An account that is in the database.
    pub fn settled(&mut self, db: &TestDb, name: &str) -> Account {
        let draft = self.draft(name);
        db.put(|tx| filon_store::accounts::insert_many(tx, std::slice::from_ref(&draft)));
        draft.account
    }
}
