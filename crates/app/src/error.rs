//! Why something was not done: what, where, and what to do.

use crate::Language;

/// What sort of refusal it is; the web makes its status from it, the command line its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// Asked for in a way that means nothing: an unknown field, an amount that is none.
    Usage,
    /// Understood and not done: a rule, a state, a file that cannot be used.
    Refused,
    NotFound,
    /// Something of that name is there already, or was changed in between.
    Conflict,
    Forbidden,
    /// Another writer holds the data; it can be tried again.
    Busy,
    Internal,
}

/// A refusal, worded in the actor's language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct AppError {
    pub kind: ErrorKind,
    pub message: String,
    /// Column (in characters, from 0) and length in the query that was typed.
    pub at: Option<(usize, usize)>,
    /// The nearest name that exists.
    pub nearest: Option<String>,
}

impl AppError {
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> AppError {
        AppError { kind, message: message.into(), at: None, nearest: None }
    }

    pub(crate) fn usage(message: impl Into<String>) -> AppError {
        AppError::new(ErrorKind::Usage, message)
    }

    pub(crate) fn refused(message: impl Into<String>) -> AppError {
        AppError::new(ErrorKind::Refused, message)
    }

    pub(crate) fn not_found(message: impl Into<String>) -> AppError {
        AppError::new(ErrorKind::NotFound, message)
    }

    pub(crate) fn conflict(message: impl Into<String>) -> AppError {
        AppError::new(ErrorKind::Conflict, message)
    }

    pub(crate) fn internal(message: impl Into<String>) -> AppError {
        AppError::new(ErrorKind::Internal, message)
    }

    pub(crate) fn with_nearest(mut self, nearest: Option<String>) -> AppError {
        self.nearest = nearest;
        self
    }

    /// A file that could not be read or written.
    pub(crate) fn file(language: Language, path: &std::path::Path, error: &std::io::Error) -> AppError {
        AppError::refused((language.words().file.failed)(&path.display().to_string(), &error.to_string()))
    }
}
