//! The private feed: made, closed, and read by calendars that have no session.

use axum::extract::Path;
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use filon_app::meetings;

use super::week::view_with;
use crate::blocking;
use crate::failure::Failure;
use crate::page::{Page, Stranger, show};
use crate::posted::Posted;

/// `POST /agenda/adresse`: the address is in the answer, and nowhere else ever after.
pub async fn new_feed(page: Page, _form: Posted) -> Result<Response, Failure> {
    let token = page.call(meetings::new_feed).await?;
    show(&view_with(&page, Some(token)).await?)
}

/// `POST /agenda/adresse/fermeture`.
pub async fn revoke_feed(page: Page, _form: Posted) -> Result<Response, Failure> {
    page.call(meetings::revoke_feed).await?;
    Ok(page.done("/agenda", page.words().agenda.feed_revoked, None))
}

/// `GET /agenda/{token}.ics`.
pub async fn feed(stranger: Stranger, Path(file): Path<String>) -> Result<Response, Failure> {
    let token = file.strip_suffix(".ics").ok_or_else(Failure::not_found)?.to_owned();
    let app = stranger.site.app.clone();
    let found = blocking::run(move || meetings::feed(&app, &token)).await?;
    let kind = (CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    Ok(([kind], found.ok_or_else(Failure::not_found)?).into_response())
}
