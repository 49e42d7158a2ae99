//! The application: a base, a clock, a source of chance.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use filon_core::{Id, IdSource, Moment};
use filon_store::{Db, Tx};
use jiff::civil::Date;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::fail::{Fail, worded};
use crate::users::HashCost;
use crate::{Actor, Language, Result};

type Clock = Arc<dyn Fn() -> Moment + Send + Sync>;

/// Everything that a verb needs: cheap to clone, shared by every request.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    db: Db,
    clock: Clock,
    chance: Mutex<Chance>,
    hash_cost: HashCost,
    /// How many passwords are being hashed: each takes 46 MiB.
    hashing: (Mutex<usize>, Condvar),
}

/// So many passwords are hashed at once; others wait so long.
const HASHES_AT_ONCE: usize = 2;
const PATIENCE: Duration = Duration::from_secs(5);

/// Chance, and the identifiers made from it: they only grow, also within a millisecond.
struct Chance {
    draw: StdRng,
    ids: Option<(Moment, IdSource)>,
}

impl App {
    /// Opens a base with the real clock and real chance. SQLite files are made on first use.
    pub fn open(url: &str) -> Result<App> {
        App::open_in(url, Language::default())
    }

    /// The same, with a refusal worded in a language.
    pub fn open_in(url: &str, language: Language) -> Result<App> {
        let clock = || Moment::from_millis(jiff::Timestamp::now().as_millisecond());
        App::build(url, language, Arc::new(clock), StdRng::from_os_rng(), HashCost::Full)
    }

    /// Opens a base with a given clock and seed: for tests and the example company. Password hashes
    /// are made cheap, since such a base is no place for secrets.
    pub fn with_clock(url: &str, clock: Arc<dyn Fn() -> Moment + Send + Sync>, seed: u64) -> Result<App> {
        App::build(url, Language::default(), clock, StdRng::seed_from_u64(seed), HashCost::Cheap)
    }

    fn build(url: &str, language: Language, clock: Clock, draw: StdRng, hash_cost: HashCost) -> Result<App> {
        let db = Db::open(url).map_err(|error| worded(&error, language))?;
        let chance = Mutex::new(Chance { draw, ids: None });
        Ok(App { inner: Arc::new(Inner { db, clock, chance, hash_cost, hashing: Default::default() }) })
    }

    pub fn now(&self) -> Moment {
        (self.inner.clock)()
    }

    /// The day at the company's place.
    pub fn today(&self) -> Date {
        self.now().day()
    }

    /// The SQLite file of the base, where it is one.
    pub fn file(&self) -> Option<&Path> {
        self.inner.db.path()
    }

    /// A folder of the base's own, for files that belong with it: beside an SQLite file, else in the
    /// user's data folder. It is made when something is put there.
    pub fn folder(&self) -> PathBuf {
        if let Some(file) = self.file() {
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            return file.with_file_name(format!("{name}.files"));
        }
        let data = std::env::var_os("XDG_DATA_HOME").map(PathBuf::from);
        let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local").join("share"));
        data.or_else(home).unwrap_or_else(std::env::temp_dir).join("filon").join("files")
    }

    pub(crate) fn db(&self) -> &Db {
        &self.inner.db
    }

    pub(crate) fn hash_cost(&self) -> HashCost {
        self.inner.hash_cost
    }

    /// Reads one unchanging view of the base.
    pub(crate) fn read<T>(
        &self,
        actor: &Actor,
        f: impl FnMut(&mut Tx<'_>) -> std::result::Result<T, Fail>,
    ) -> Result<T> {
        self.inner.db.read(f).map_err(|fail| fail.worded(actor.language))
    }

    /// Writes in one transaction. The closure may run twice: nothing outside the base happens in it.
    pub(crate) fn write<T>(
        &self,
        actor: &Actor,
        f: impl FnMut(&mut Tx<'_>) -> std::result::Result<T, Fail>,
    ) -> Result<T> {
        self.inner.db.write(f).map_err(|fail| fail.worded(actor.language))
    }

    /// The next identifier, greater than every one that this application made before.
    pub fn next_id(&self) -> Id {
        let now = self.now();
        let mut chance = self.chance();
        let Chance { draw, ids } = &mut *chance;
        match ids {
            Some((at, source)) if *at >= now => source.next_id(),
            _ => {
                // The upper bit stays free, so that counting on never runs into the time.
                let (_, source) = ids.insert((now, IdSource::new(now, draw.random::<u128>() >> 49)));
                source.next_id()
            }
        }
    }

    /// Identifiers for the store to draw from.
    pub(crate) fn id_source(&self) -> IdSource {
        let start = self.chance().draw.random::<u128>() >> 49;
        IdSource::new(self.now(), start)
    }

    /// Bytes that nobody can guess.
    pub(crate) fn secret(&self) -> [u8; 32] {
        self.chance().draw.random()
    }

    /// Runs `f` while few others do; `None` where they take too long.
    pub(crate) fn hashing<T>(&self, f: impl FnOnce() -> T) -> Option<T> {
        let (count, freed) = &self.inner.hashing;
        let busy = |count: &mut usize| *count >= HASHES_AT_ONCE;
        let waited = freed.wait_timeout_while(locked(count), PATIENCE, busy);
        let (mut held, _) = waited.unwrap_or_else(PoisonError::into_inner);
        if *held >= HASHES_AT_ONCE {
            return None;
        }
        *held += 1;
        drop(held);
        let answer = f();
        *locked(count) -= 1;
        freed.notify_one();
        Some(answer)
    }

    fn chance(&self) -> MutexGuard<'_, Chance> {
        locked(&self.inner.chance)
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
