//! `GET /visites`: the meetings that nobody told of yet, and what waits on this device.

use askama::Template;
use axum::response::Response;
use filon_app::meetings::{self, MeetingRow};
use filon_app::visits;
use filon_core::meeting::MeetingState;
use jiff::ToSpan;

use crate::failure::Failure;
use crate::page::{Page, show};
use crate::shell::{Nav, Shell};

/// Visits of so many days ago are still to be told.
const DAYS_BACK: i64 = 14;

#[derive(Template)]
#[template(path = "visite/liste.html")]
pub struct VisitsView {
    pub shell: Shell,
    pub rows: Vec<MeetingRow>,
}

/// `GET /visites`.
pub async fn list(page: Page) -> Result<Response, Failure> {
    let today = page.site.app.today();
    let from = today.checked_sub(DAYS_BACK.days()).unwrap_or(today);
    let rows = page
        .call(move |app, actor| {
            let agenda = meetings::agenda(app, actor, from, today, actor.user)?;
            let met = agenda.days.into_iter().rev().flat_map(|day| day.meetings).filter(|row| {
                matches!(row.state, MeetingState::Planned | MeetingState::Held)
                    && row.place.kind.is_physical()
            });
            let mut rows = Vec::new();
            for row in met {
                let told = visits::list(app, actor, row.account)?;
                if !told.iter().any(|shown| shown.report.meeting == Some(row.id)) {
                    rows.push(row);
                }
            }
            Ok(rows)
        })
        .await?;
    show(&VisitsView { shell: page.shell(Nav::Agenda), rows })
}
