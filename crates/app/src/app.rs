//! The application: a base, a clock, a source of chance.

use std::sync::{Arc, Mutex};

use filon_core::{Id, IdSource, Moment};
use jiff::civil::Date;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::Result;

type Clock = Arc<dyn Fn() -> Moment + Send + Sync>;

/// Everything that a verb needs: cheap to clone, shared by every request.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    clock: Clock,
    chance: Mutex<Chance>,
}

/// Chance, and the identifiers made from it: they only grow, also within a millisecond.
struct Chance {
    draw: StdRng,
    ids: Option<(Moment, IdSource)>,
}

impl App {
    /// Opens a base with the real clock and real chance. SQLite files are made on first use.
    pub fn open(url: &str) -> Result<App> {
        let clock = || Moment::from_millis(jiff::Timestamp::now().as_millisecond());
        App::build(url, Arc::new(clock), StdRng::from_os_rng())
    }

    /// Opens a base with a given clock and seed: for tests and the example company.
    pub fn with_clock(url: &str, clock: Arc<dyn Fn() -> Moment + Send + Sync>, seed: u64) -> Result<App> {
        App::build(url, clock, StdRng::seed_from_u64(seed))
    }

    fn build(_url: &str, clock: Clock, draw: StdRng) -> Result<App> {
        let chance = Mutex::new(Chance { draw, ids: None });
        Ok(App { inner: Arc::new(Inner { clock, chance }) })
    }

    pub fn now(&self) -> Moment {
        (self.inner.clock)()
    }

    /// The day at the company's place.
    pub fn today(&self) -> Date {
        self.now().day()
    }

    /// The next identifier, greater than every one that this application made before.
    pub(crate) fn next_id(&self) -> Id {
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

    /// Bytes that nobody can guess.
    pub(crate) fn secret(&self) -> [u8; 32] {
        self.chance().draw.random()
    }

    fn chance(&self) -> std::sync::MutexGuard<'_, Chance> {
        self.inner.chance.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
