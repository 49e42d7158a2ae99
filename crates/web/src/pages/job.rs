//! Long work: begun, shown, found again.

use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::{Actor, App, AppError};

use crate::failure::Failure;
use crate::jobs::{Job, State};
use crate::page::{Page, elsewhere, show};
use crate::shell::{Nav, Shell};

#[derive(Template)]
#[template(path = "compte/travail.html")]
pub struct JobView {
    pub shell: Shell,
    pub title: String,
    pub progress: Option<(u64, u64)>,
}

/// Work that is soon over is waited for, so that it needs no page of its own.
const PATIENCE: Duration = Duration::from_millis(1500);

impl Page {
    /// Begins work that answers with the address of what it made, and goes there as soon as it is done.
    pub async fn begin(
        &self,
        title: String,
        work: impl FnOnce(&App, &Actor, &Job) -> Result<String, AppError> + Send + 'static,
    ) -> Result<Response, Failure> {
        let (key, job) = self.site.jobs.open(self.who.user, title);
        let (app, actor, shared) = (self.site.app.clone(), self.actor(), Arc::clone(&job));
        let task = tokio::task::spawn_blocking(move || {
            let state = match work(&app, &actor, &shared) {
                Ok(address) => State::Done(address),
                Err(error) => State::Failed(Failure::from(error)),
            };
            shared.end(state);
        });
        if let Ok(Err(panic)) = tokio::time::timeout(PATIENCE, task).await {
            return Err(Failure::new(filon_app::ErrorKind::Internal, panic.to_string()));
        }
        match job.state() {
            State::Done(address) => Ok(elsewhere(&address)),
            State::Failed(failure) => Err(failure),
            State::Running => Ok(elsewhere(&format!("/travaux/{key}"))),
        }
    }
}

/// `GET /travaux/{key}`.
pub async fn watch(page: Page, Path(key): Path<u64>) -> Result<Response, Failure> {
    let gone = || Failure::new(filon_app::ErrorKind::NotFound, page.words().trouble.gone.to_string());
    let job = page.site.jobs.find(page.who.user, key).ok_or_else(gone)?;
    match job.state() {
        State::Done(address) => Ok(elsewhere(&address)),
        State::Failed(failure) => Err(failure),
        State::Running => show(&JobView {
            shell: page.shell(Nav::None),
            title: job.title.clone(),
            progress: job.progress(),
        }),
    }
}
