//! What a handler answers when it cannot do what was asked.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use filon_app::{AppError, ErrorKind};

/// A refusal on its way to the page that words it (see [`crate::identity`]), or the way to another page.
#[derive(Debug, Clone)]
pub enum Failure {
    /// Go there first: sign in, make the owner.
    Elsewhere(String),
    Refused(Refusal),
}

#[derive(Debug, Clone)]
pub struct Refusal {
    pub kind: ErrorKind,
    pub message: String,
    pub at: Option<(usize, usize)>,
    pub nearest: Option<String>,
}

impl Failure {
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Failure {
        Failure::Refused(Refusal { kind, message: message.into(), at: None, nearest: None })
    }

    pub fn usage(message: impl Into<String>) -> Failure {
        Failure::new(ErrorKind::Usage, message)
    }

    pub fn not_found() -> Failure {
        Failure::new(ErrorKind::NotFound, String::new())
    }

    /// The refusal of something typed, to be shown where it was typed; anything else goes on.
    pub fn typed(self) -> Result<Refusal, Failure> {
        match self {
            Failure::Refused(refusal)
                if matches!(refusal.kind, ErrorKind::Usage | ErrorKind::Refused | ErrorKind::Conflict) =>
            {
                Ok(refusal)
            }
            other => Err(other),
        }
    }
}

impl Failure {
    /// The refusal, whatever its kind, for a form that shows it; the way elsewhere goes on.
    pub fn any(self) -> Result<Refusal, Failure> {
        match self {
            Failure::Refused(refusal) if refusal.kind != ErrorKind::Internal => Ok(refusal),
            other => Err(other),
        }
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Failure {
        let AppError { kind, message, at, nearest } = error;
        if kind == ErrorKind::Internal {
            eprintln!("filon: {message}");
        }
        Failure::Refused(Refusal { kind, message, at, nearest })
    }
}

impl Refusal {
    /// Nothing is there.
    pub fn nothing() -> Refusal {
        Refusal { kind: ErrorKind::NotFound, message: String::new(), at: None, nearest: None }
    }

    /// At the door, a guess too many is 429 and a wrong one 403.
    pub fn login_status(&self) -> StatusCode {
        match self.kind {
            ErrorKind::Busy => StatusCode::TOO_MANY_REQUESTS,
            _ => self.status(),
        }
    }

    pub fn status(&self) -> StatusCode {
        match self.kind {
            ErrorKind::Usage => StatusCode::BAD_REQUEST,
            ErrorKind::Refused => StatusCode::UNPROCESSABLE_ENTITY,
            ErrorKind::NotFound => StatusCode::NOT_FOUND,
            ErrorKind::Conflict => StatusCode::CONFLICT,
            ErrorKind::Forbidden => StatusCode::FORBIDDEN,
            ErrorKind::Busy => StatusCode::SERVICE_UNAVAILABLE,
            ErrorKind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        match self {
            Failure::Elsewhere(to) => Redirect::to(&to).into_response(),
            Failure::Refused(refusal) => {
                let mut response = refusal.status().into_response();
                response.extensions_mut().insert(refusal);
                response
            }
        }
    }
}
