//! Language and theme.

use axum::http::header;
use axum::response::Response;
use filon_app::{Language, users};

use crate::blocking;
use crate::cookie;
use crate::failure::Failure;
use crate::page::{Stranger, elsewhere};
use crate::pages::door::local;
use crate::posted::Posted;
use crate::shell::Theme;

/// `POST /theme`.
pub async fn theme(_stranger: Stranger, form: Posted) -> Result<Response, Failure> {
    Ok(remember(&form, cookie::THEME, Theme::from_code(form.fields.get("theme")).code()))
}

/// `POST /langue`: for this browser, and for the user where there is one.
pub async fn language(stranger: Stranger, form: Posted) -> Result<Response, Failure> {
    let language = Language::from_code(form.fields.get("langue")).unwrap_or_default();
    if stranger.visit.who.is_some() {
        let (app, actor) = (stranger.site.app.clone(), stranger.visit.actor());
        blocking::run(move || users::set_language(&app, &actor, language)).await?;
    }
    Ok(remember(&form, cookie::LANGUAGE, language.code()))
}

fn remember(form: &Posted, name: &str, value: &str) -> Response {
    let mut response = elsewhere(local(form.fields.get("vers")));
    if let Some(cookie) = cookie::preference(name, value) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
