//! What the page of a report needs to live without a network: its service worker, and a fresh token after.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};
use axum::response::{IntoResponse, Response};

use crate::page::Page;

/// `GET /visites/veille.js`: the service worker. It watches over `/visites` only.
pub async fn watch() -> Response {
    let headers = [
        (CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (CACHE_CONTROL, "no-cache"),
        (HeaderName::from_static("service-worker-allowed"), "/visites"),
    ];
    (headers, include_str!("../../../assets/js/veille.js")).into_response()
}

/// `GET /visites/jeton`: the token that forms of this session carry, for what was kept from before.
pub async fn token(page: Page) -> String {
    page.who.csrf
}
