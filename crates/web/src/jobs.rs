//! Long work: it goes on when its page is left, and is found again under its key.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use filon_core::Id;

use crate::failure::Failure;

/// How far a piece of work is.
#[derive(Debug, Clone)]
pub enum State {
    Running,
    /// Done: the address of what it made.
    Done(String),
    Failed(Failure),
}

/// One piece of work, shared between the thread that does it and the pages that show it.
#[derive(Debug)]
pub struct Job {
    pub user: Id,
    pub title: String,
    done: AtomicU64,
    total: AtomicU64,
    state: Mutex<State>,
}

impl Job {
    pub fn advance(&self, done: u64, total: u64) {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    /// Done, and of how many; `None` before the work knows.
    pub fn progress(&self) -> Option<(u64, u64)> {
        let total = self.total.load(Ordering::Relaxed);
        (total > 0).then(|| (self.done.load(Ordering::Relaxed).min(total), total))
    }

    pub fn state(&self) -> State {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn end(&self, state: State) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }
}

/// All work since the program started; the last hundred pieces are remembered.
#[derive(Debug, Default)]
pub struct Jobs(Mutex<(u64, HashMap<u64, Arc<Job>>)>);

impl Jobs {
    pub fn open(&self, user: Id, title: String) -> (u64, Arc<Job>) {
        let (done, total) = (AtomicU64::new(0), AtomicU64::new(0));
        let job = Arc::new(Job { user, title, done, total, state: Mutex::new(State::Running) });
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        inner.0 += 1;
        let key = inner.0;
        inner.1.insert(key, Arc::clone(&job));
        inner.1.retain(|old, _| old + 100 > key);
        (key, job)
    }

    /// A piece of work of this user.
    pub fn find(&self, user: Id, key: u64) -> Option<Arc<Job>> {
        let inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        inner.1.get(&key).filter(|job| job.user == user).cloned()
    }
}
