//! What goes wrong inside a transaction, before it is worded.

use filon_store::StoreError;

use crate::{AppError, ErrorKind, Language};

/// A failure within a transaction: the store's own, or a refusal already worded.
#[derive(Debug)]
pub(crate) enum Fail {
    Store(StoreError),
    App(AppError),
}

impl From<StoreError> for Fail {
    fn from(error: StoreError) -> Fail {
        Fail::Store(error)
    }
}

impl From<AppError> for Fail {
    fn from(error: AppError) -> Fail {
        Fail::App(error)
    }
}

impl Fail {
    pub(crate) fn worded(self, language: Language) -> AppError {
        match self {
            Fail::App(error) => error,
            Fail::Store(error) => worded(&error, language),
        }
    }
}

/// The sentence for what the store met.
pub(crate) fn worded(error: &StoreError, language: Language) -> AppError {
    let words = &language.words().store;
    let (kind, message) = match error {
        StoreError::Locked | StoreError::Lost => (ErrorKind::Busy, words.busy.to_owned()),
        StoreError::Newer { found, known } => (ErrorKind::Refused, (words.newer)(*found, *known)),
        StoreError::Foreign => (ErrorKind::Refused, words.foreign.to_owned()),
        StoreError::Altered { number } => (ErrorKind::Refused, (words.altered)(*number)),
        StoreError::NotFound { key, .. } => (ErrorKind::NotFound, (words.not_found)(key)),
        StoreError::Conflict { what } => (ErrorKind::Conflict, (words.conflict)(what)),
        StoreError::Address(url) => (ErrorKind::Usage, (words.address)(url)),
        StoreError::ReadOnly => (ErrorKind::Refused, words.read_only.to_owned()),
        StoreError::Full => (ErrorKind::Refused, words.full.to_owned()),
        StoreError::Damaged { path, detail } => {
            (ErrorKind::Refused, (words.damaged)(&path.display().to_string(), detail))
        }
        StoreError::Io { path, source } => {
            (ErrorKind::Refused, (words.file)(&path.display().to_string(), &source.to_string()))
        }
        StoreError::Unreachable(detail) => (ErrorKind::Busy, (words.unreachable)(detail)),
        StoreError::Value { .. } | StoreError::Database(_) => {
            (ErrorKind::Internal, (words.internal)(&error.to_string()))
        }
    };
    AppError::new(kind, message)
}
