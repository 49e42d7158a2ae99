//! One meeting: when, where, with whom; its confirmation and its file for calendars.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::meetings::{self, MeetingRow};
use filon_core::Id;
use filon_core::meeting::MeetingState;

use crate::failure::Failure;
use crate::page::{Page, attachment, show};
use crate::shell::{Nav, Shell};

#[derive(Template)]
#[template(path = "agenda/rendez_vous.html")]
pub struct MeetingView {
    pub shell: Shell,
    pub row: MeetingRow,
}

/// `GET /rendez-vous/{id}`.
pub async fn show_one(page: Page, Path(id): Path<Id>) -> Result<Response, Failure> {
    let row = page.call(move |app, actor| meetings::show(app, actor, id)).await?;
    show(&MeetingView { shell: page.shell(Nav::Agenda), row })
}

/// `GET /rendez-vous/{id}/agenda.ics`.
pub async fn ics(page: Page, Path(id): Path<Id>) -> Result<Response, Failure> {
    let bytes = page.call(move |app, actor| meetings::ics(app, actor, id)).await?;
    Ok(attachment("rendez-vous.ics", "text/calendar; charset=utf-8", bytes))
}
