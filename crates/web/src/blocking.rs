//! The one way from a handler to the application, which blocks on its database.

use filon_app::{AppError, ErrorKind};

use crate::failure::Failure;

/// Runs what blocks on the pool that is made for it. A panic in there is an internal error here.
pub async fn run<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AppError> + Send + 'static,
) -> Result<T, Failure> {
    match tokio::task::spawn_blocking(work).await {
        Ok(answer) => answer.map_err(Failure::from),
        Err(error) => Err(Failure::from(AppError::new(ErrorKind::Internal, error.to_string()))),
    }
}
