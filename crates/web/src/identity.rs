//! Who asks, in which language, under which theme; and refusals worded for them.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION, HOST, LOCATION};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use filon_app::users::{self, Who};
use filon_app::{Actor, Language};

use crate::blocking;
use crate::cookie;
use crate::failure::{Failure, Refusal};
use crate::guard;
use crate::pages::trouble;
use crate::shell::Theme;
use crate::site::Site;
use crate::words::{self, Words};

/// One request, as every page needs to know it.
#[derive(Debug, Clone)]
pub struct Visit {
    pub language: Language,
    pub theme: Theme,
    pub who: Option<Who>,
    /// A bearer token that may only read.
    pub read_only: bool,
    /// Path and query, to come back to.
    pub path: String,
    /// htmx asks for a part of the page.
    pub fragment: bool,
    pub tls: bool,
    /// The name and port that the browser asked, empty where it said none.
    pub host: String,
    /// Where the request comes from, for throttling.
    pub address: String,
}

impl Visit {
    pub fn words(&self) -> &'static Words {
        words::of(self.language)
    }

    pub fn actor(&self) -> Actor {
        Actor { user: self.who.as_ref().map(|who| who.user), language: self.language }
    }

    /// `https://filon.example`: this site, as the browser names it.
    pub fn origin(&self) -> String {
        format!("{}://{}", if self.tls { "https" } else { "http" }, self.host)
    }

    pub fn is_api(&self) -> bool {
        self.path.starts_with("/api/")
    }
}

/// Finds out who asks, lets the handler work, and words what it refused.
pub async fn identify(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let (headers, path) =
        (request.headers().clone(), request.uri().path_and_query().map(ToString::to_string));
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_string());
    let visit = match visit(&site, &headers, path.unwrap_or_default(), peer.unwrap_or_default()).await {
        Ok(visit) => visit,
        Err((visit, refusal)) => return trouble::page(&site, &visit, &refusal),
    };
    request.extensions_mut().insert(visit.clone());
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<Refusal>() {
        Some(refusal) if visit.is_api() => trouble::json(&visit, &refusal),
        Some(refusal) => trouble::page(&site, &visit, &refusal),
        None if visit.fragment && visit.who.is_none() => to_the_door(response),
        None => vary(response),
    }
}

/// A session that ended in the middle of a page: the whole page goes to the door, not a part of it.
fn to_the_door(mut response: Response) -> Response {
    if let Some(place) = response.headers_mut().remove(LOCATION) {
        *response.status_mut() = StatusCode::NO_CONTENT;
        response.headers_mut().insert(HeaderName::from_static("hx-redirect"), place);
    }
    response
}

fn vary(mut response: Response) -> Response {
    let vary = HeaderValue::from_static("cookie, accept-language, hx-request");
    response.headers_mut().entry(HeaderName::from_static("vary")).or_insert(vary);
    response
}

async fn visit(
    site: &Site,
    headers: &HeaderMap,
    path: String,
    address: String,
) -> Result<Visit, (Box<Visit>, Refusal)> {
    let theme = Theme::from_code(cookie::read(headers, cookie::THEME).unwrap_or_default());
    let mut visit = Visit {
        language: language(headers),
        theme,
        who: None,
        read_only: false,
        fragment: headers.contains_key("hx-request") && !headers.contains_key("hx-history-restore-request"),
        tls: guard::by_tls(headers),
        host: headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default().to_owned(),
        address,
        path,
    };
    if let Some((who, may_write)) = who(site, headers, &visit).await.map_err(|failure| {
        let refusal = match failure {
            Failure::Refused(refusal) => refusal,
            Failure::Elsewhere(_) => Refusal::nothing(),
        };
        (Box::new(visit.clone()), refusal)
    })? {
        visit.read_only = !may_write || !who.role.may_write();
        if cookie::read(headers, cookie::LANGUAGE).is_none() {
            visit.language = who.language;
        }
        visit.who = Some(who);
    }
    Ok(visit)
}

/// The person behind the cookie, or behind a bearer token on the JSON interface only.
async fn who(site: &Site, headers: &HeaderMap, visit: &Visit) -> Result<Option<(Who, bool)>, Failure> {
    let app = site.app.clone();
    if visit.is_api()
        && let Some(token) = bearer(headers)
    {
        return blocking::run(move || users::verify_token(&app, &token)).await;
    }
    let Some(token) = cookie::session(headers).map(str::to_owned) else { return Ok(None) };
    if visit.path.starts_with("/actifs/") {
        return Ok(None);
    }
    Ok(blocking::run(move || users::session(&app, &token)).await?.map(|who| (who, true)))
}

fn bearer(headers: &HeaderMap) -> Option<String> {
    headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ").map(|token| token.trim().to_owned())
}

/// The language chosen before, else the first of the browser's that Filon speaks, else French.
fn language(headers: &HeaderMap) -> Language {
    if let Some(chosen) = cookie::read(headers, cookie::LANGUAGE).and_then(Language::from_code) {
        return chosen;
    }
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut wanted = accepted.split(',').filter_map(|part| part.trim().get(..2));
    wanted.find_map(|code| Language::from_code(&code.to_ascii_lowercase())).unwrap_or(Language::Fr)
}
