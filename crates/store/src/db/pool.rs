//! A few connections shared by many threads.

use std::ops::{Deref, DerefMut};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::{Result, StoreError};

/// How long anybody waits for a connection or a lock before being told that the database is locked.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

type Open<C> = Box<dyn Fn() -> Result<C> + Send + Sync>;

/// Opens up to `most` connections when they are asked for, and keeps them.
pub(super) struct Pool<C> {
    state: Mutex<State<C>>,
    freed: Condvar,
    open: Open<C>,
    most: usize,
}

struct State<C> {
    idle: Vec<C>,
    opened: usize,
}

/// A connection lent; it goes back when dropped.
pub(super) struct Lease<'p, C> {
    pool: &'p Pool<C>,
    connection: Option<C>,
}

impl<C> Pool<C> {
    pub(super) fn new(most: usize, open: impl Fn() -> Result<C> + Send + Sync + 'static) -> Pool<C> {
        Pool {
            state: Mutex::new(State { idle: Vec::new(), opened: 0 }),
            freed: Condvar::new(),
            open: Box::new(open),
            most,
        }
    }

    /// Lends a connection, after waiting for one if need be.
    pub(super) fn take(&self) -> Result<Lease<'_, C>> {
        let full = |state: &mut State<C>| state.idle.is_empty() && state.opened >= self.most;
        let (mut state, _) = self
            .freed
            .wait_timeout_while(self.lock(), PATIENCE, full)
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(connection) = state.idle.pop() {
            return Ok(Lease { pool: self, connection: Some(connection) });
        }
        if state.opened >= self.most {
            return Err(StoreError::Locked);
        }
        state.opened += 1;
        drop(state);
        match (self.open)() {
            Ok(connection) => Ok(Lease { pool: self, connection: Some(connection) }),
            Err(error) => {
                self.forget();
                Err(error)
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, State<C>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn forget(&self) {
        self.lock().opened -= 1;
        self.freed.notify_one();
    }
}

impl<C> Lease<'_, C> {
    /// Closes the connection instead of giving it back.
    pub(super) fn discard(mut self) {
        if self.connection.take().is_some() {
            self.pool.forget();
        }
    }
}

impl<C> Drop for Lease<'_, C> {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            self.pool.lock().idle.push(connection);
            self.pool.freed.notify_one();
        }
    }
}

// The connection is only taken by `discard` and `drop`, after which nobody can look at it.
impl<C> Deref for Lease<'_, C> {
    type Target = C;

    fn deref(&self) -> &C {
        match &self.connection {
            Some(connection) => connection,
            None => unreachable!("a lease holds its connection until it ends"),
        }
    }
}

impl<C> DerefMut for Lease<'_, C> {
    fn deref_mut(&mut self) -> &mut C {
        match &mut self.connection {
            Some(connection) => connection,
            None => unreachable!("a lease holds its connection until it ends"),
        }
    }
}
