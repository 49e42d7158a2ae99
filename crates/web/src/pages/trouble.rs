//! What is shown when something was refused.

use askama::Template;
use axum::Json;
use axum::http::HeaderValue;
use axum::response::{Html, IntoResponse, Response};
use filon_app::ErrorKind;

use crate::failure::Refusal;
use crate::identity::Visit;
use crate::shell::{Nav, Shell};
use crate::site::Site;
use crate::words::Words;

#[derive(Template)]
#[template(path = "compte/trouble.html")]
pub struct TroubleView {
    pub shell: Shell,
    pub title: String,
    pub message: String,
    pub nearest: Option<String>,
}

#[derive(Template)]
#[template(path = "compte/trouble_porte.html")]
pub struct TroubleDoorView {
    pub shell: Shell,
    pub title: String,
    pub message: String,
}

#[derive(Template)]
#[template(path = "compte/trouble_note.html")]
pub struct TroubleNoteView {
    pub message: String,
}

/// The page of a refusal, or the note that a fragment's request gets.
pub fn page(site: &Site, visit: &Visit, refusal: &Refusal) -> Response {
    let (title, message) = worded(visit.words(), refusal);
    let shell = Shell::of(site, visit, Nav::None);
    let text = if visit.fragment {
        TroubleNoteView { message }.render()
    } else if visit.who.is_none() {
        TroubleDoorView { shell, title, message }.render()
    } else {
        TroubleView { shell, title, message, nearest: refusal.nearest.clone() }.render()
    };
    let mut response = (refusal.status(), Html(text.unwrap_or_default())).into_response();
    if refusal.kind == ErrorKind::Busy {
        response.headers_mut().insert("retry-after", HeaderValue::from_static("5"));
    }
    response
}

/// The same for a program.
pub fn json(visit: &Visit, refusal: &Refusal) -> Response {
    let (title, message) = worded(visit.words(), refusal);
    let at = refusal.at.map(|(column, length)| serde_json::json!({"column": column, "length": length}));
    let error = serde_json::json!({"title": title, "message": message, "at": at, "nearest": refusal.nearest});
    (refusal.status(), Json(serde_json::json!({ "error": error }))).into_response()
}

fn worded(w: &Words, refusal: &Refusal) -> (String, String) {
    let t = &w.trouble;
    let (title, help) = match refusal.kind {
        ErrorKind::NotFound => (t.not_found, t.not_found_help),
        ErrorKind::Forbidden => (t.forbidden, t.role),
        ErrorKind::Busy => (t.busy, t.busy_help),
        ErrorKind::Internal => (t.internal, t.internal_help),
        ErrorKind::Usage | ErrorKind::Refused | ErrorKind::Conflict => (t.title, t.bad_form),
    };
    let silent = refusal.kind == ErrorKind::Internal || refusal.message.is_empty();
    (title.to_string(), if silent { help.to_string() } else { refusal.message.clone() })
}
