//! Aujourd'hui: what to do now.

use askama::Template;
use axum::response::Response;
use filon_app::today::{self, Today};

use crate::chart;
use crate::failure::Failure;
use crate::page::{Page, elsewhere, show};
use crate::params::Params;
use crate::shell::{Nav, Shell};

#[derive(Template)]
#[template(path = "jour/jour.html")]
pub struct TodayView {
    pub shell: Shell,
    pub day: Today,
    /// The file, filtered on those who showed interest and have no follow-up.
    pub without_address: String,
}

/// `GET /`.
pub async fn home(_page: Page) -> Response {
    elsewhere("/aujourdhui")
}

/// `GET /aujourdhui`.
pub async fn show_day(page: Page) -> Result<Response, Failure> {
    let day = page.call(today::today).await?;
    let without_address = format!("/fichier{}", Params::encoded(&[("q", today::WITHOUT_NEXT_STEP)]));
    show(&TodayView { shell: page.shell(Nav::Today), day, without_address })
}
