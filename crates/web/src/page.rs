//! What a handler of a signed-in page starts from.

use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::HeaderValue;
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Redirect, Response};
use filon_app::users::{self, Who};
use filon_app::{Actor, App, AppError, ErrorKind};

use crate::blocking;
use crate::failure::Failure;
use crate::identity::Visit;
use crate::notes::Undo;
use crate::pages::undo::without;
use crate::params::{Params, escape};
use crate::shell::{Nav, Shell};
use crate::site::Site;
use crate::words::Words;

/// A request of somebody who has come in.
#[derive(Clone)]
pub struct Page {
    pub site: Site,
    pub visit: Visit,
    pub who: Who,
    /// The pairs of the address.
    pub params: Params,
}

impl FromRequestParts<Site> for Page {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Page, Failure> {
        let visit = visit(parts)?;
        let Some(who) = visit.who.clone() else { return Err(door(site, &visit, parts).await) };
        let params = params(parts);
        if visit.read_only && !parts.method.is_safe() {
            return Err(Failure::new(ErrorKind::Forbidden, visit.words().trouble.read_only.to_string()));
        }
        Ok(Page { site: site.clone(), visit, who, params })
    }
}

/// A request of anybody: the doors, and what needs nobody.
pub struct Stranger {
    pub site: Site,
    pub visit: Visit,
    pub params: Params,
}

impl FromRequestParts<Site> for Stranger {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Stranger, Failure> {
        Ok(Stranger { site: site.clone(), visit: visit(parts)?, params: params(parts) })
    }
}

fn visit(parts: &Parts) -> Result<Visit, Failure> {
    parts.extensions.get::<Visit>().cloned().ok_or_else(Failure::not_found)
}

fn params(parts: &Parts) -> Params {
    let query = parts.uri.query().unwrap_or_default();
    Params::parse(query)
}

/// Where somebody unknown is sent: to make the first owner, or to sign in and come back.
async fn door(site: &Site, visit: &Visit, parts: &Parts) -> Failure {
    if visit.is_api() {
        return Failure::new(ErrorKind::Forbidden, visit.words().trouble.need_token.to_string());
    }
    let app = site.app.clone();
    match blocking::run(move || users::is_first_start(&app)).await {
        Ok(true) => Failure::Elsewhere("/premier-pas".to_owned()),
        Ok(false) if parts.method.is_safe() && visit.path != "/" => {
            Failure::Elsewhere(format!("/connexion?vers={}", escape(&visit.path)))
        }
        Ok(false) => Failure::Elsewhere("/connexion".to_owned()),
        Err(failure) => failure,
    }
}

impl Page {
    pub fn words(&self) -> &'static Words {
        self.visit.words()
    }

    pub fn actor(&self) -> Actor {
        self.visit.actor()
    }

    /// Asks the application, on the blocking pool.
    pub async fn call<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&App, &Actor) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, Failure> {
        let (app, actor) = (self.site.app.clone(), self.actor());
        blocking::run(move || ask(&app, &actor)).await
    }

    /// What surrounds the page: navigation, preferences, the note of what was just done.
    pub fn shell(&self, nav: Nav) -> Shell {
        let note = self.params.get("note").parse().ok();
        let note = note.and_then(|key| self.site.notes.read(self.site.app.now(), self.who.user, key));
        Shell { note, ..Shell::of(&self.site, &self.visit, nav) }
    }

    /// To another page, saying there what was done and how to undo it.
    pub fn done(&self, to: &str, text: impl Into<String>, undo: Option<Undo>) -> Response {
        let key = self.site.notes.keep(self.site.app.now(), self.who.user, text.into(), undo);
        // A page that was reached with a note is gone back to with this one only.
        let to = without(to, &["note"]);
        let (path, anchor) =
            to.split_once('#').map_or((to.as_str(), String::new()), |(path, at)| (path, format!("#{at}")));
        let separator = if path.contains('?') { '&' } else { '?' };
        elsewhere(&format!("{path}{separator}note={key}{anchor}"))
    }

    /// Refuses who may not launch, import or take data out.
    pub fn must_manage(&self) -> Result<(), Failure> {
        self.must(self.who.role.may_manage())
    }

    /// Refuses who may not change settings and users.
    pub fn must_administer(&self) -> Result<(), Failure> {
        self.must(self.who.role.may_administer())
    }

    fn must(&self, may: bool) -> Result<(), Failure> {
        let refused = || Failure::new(ErrorKind::Forbidden, self.words().trouble.role.to_string());
        may.then_some(()).ok_or_else(refused)
    }
}

/// See another page, after something was done.
pub fn elsewhere(to: &str) -> Response {
    Redirect::to(to).into_response()
}

/// A rendered template as an answer.
pub fn show(template: &impl Template) -> Result<Response, Failure> {
    let text = template.render().map_err(|error| Failure::new(ErrorKind::Internal, error.to_string()))?;
    Ok(Html(text).into_response())
}

/// A rendered template with the status of a refusal, so that a program sees it too.
pub fn show_refused(template: &impl Template, status: axum::http::StatusCode) -> Result<Response, Failure> {
    let mut response = show(template)?;
    *response.status_mut() = status;
    Ok(response)
}

/// A file for the disk. The name is cleaned so that no header breaks.
pub fn attachment(name: &str, kind: &'static str, bytes: impl Into<axum::body::Body>) -> Response {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_. ".contains(c) { c } else { '_' }).collect();
    let text = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", escape(name));
    let disposition = HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("attachment"));
    let mut response = Response::new(bytes.into());
    response.headers_mut().insert("content-disposition", disposition);
    response.headers_mut().insert("content-type", HeaderValue::from_static(kind));
    response
}
