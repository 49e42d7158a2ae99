//! Files that were sent and wait for their mapping to be looked at: one a user, in memory.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use filon_core::Id;

use crate::posted::Upload;

/// The last file of each user. A new one takes the place of the old, so that memory stays bounded.
#[derive(Debug, Default)]
pub struct Waiting(Mutex<(u64, HashMap<Id, Kept>)>);

type Kept = (u64, Arc<Upload>);

impl Waiting {
    pub fn keep(&self, user: Id, file: Arc<Upload>) -> u64 {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        inner.0 += 1;
        let key = inner.0;
        inner.1.insert(user, (key, file));
        key
    }

    pub fn find(&self, user: Id, key: u64) -> Option<Arc<Upload>> {
        let inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        inner.1.get(&user).filter(|(kept, _)| *kept == key).map(|(_, file)| Arc::clone(file))
    }

    pub fn forget(&self, user: Id, key: u64) {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if inner.1.get(&user).is_some_and(|(kept, _)| *kept == key) {
            inner.1.remove(&user);
        }
    }
}

/// The full answers of the last imports and launches, with what was rejected: the base keeps less of them.
#[derive(Debug)]
pub struct Answers<T>(Mutex<Vec<(String, Arc<T>)>>);

impl<T> Default for Answers<T> {
    fn default() -> Answers<T> {
        Answers(Mutex::default())
    }
}

impl<T> Answers<T> {
    pub fn keep(&self, key: &str, answer: T) {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if inner.len() >= 20 {
            inner.remove(0);
        }
        inner.push((key.to_owned(), Arc::new(answer)));
    }

    pub fn find(&self, key: &str) -> Option<Arc<T>> {
        let inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        inner.iter().rev().find(|(kept, _)| kept == key).map(|(_, answer)| Arc::clone(answer))
    }
}
