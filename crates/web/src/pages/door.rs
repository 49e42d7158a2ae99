//! The doors: the first owner, sign-in and out, the one-time link of the example.

use std::sync::atomic::Ordering;

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::Response;
use filon_app::users;

use crate::blocking;
use crate::cookie;
use crate::failure::Failure;
use crate::guard;
use crate::page::{Page, Stranger, elsewhere, show, show_refused};
use crate::posted::Posted;
use crate::shell::{Nav, Shell};

#[derive(Template)]
#[template(path = "compte/premier_pas.html")]
pub struct FirstView {
    pub shell: Shell,
    pub key: String,
    pub name: String,
    pub email: String,
    pub problem: Option<String>,
}

#[derive(Template)]
#[template(path = "compte/connexion.html")]
pub struct SignInView {
    pub shell: Shell,
    pub name: String,
    pub to: String,
    pub problem: Option<String>,
}

#[derive(Template)]
#[template(path = "compte/entrer.html")]
pub struct EnterView {
    pub shell: Shell,
    pub key: String,
    pub problem: Option<String>,
}

impl Stranger {
    fn shell(&self) -> Shell {
        Shell::of(&self.site, &self.visit, Nav::None)
    }

    async fn is_first_start(&self) -> Result<bool, Failure> {
        let app = self.site.app.clone();
        blocking::run(move || users::is_first_start(&app)).await
    }

    /// Begins a session and goes on to a page of this site.
    fn begin(&self, session: &users::Session, to: &str) -> Response {
        let mut response = elsewhere(local(to));
        if let Some(cookie) = cookie::begin(&session.token, self.visit.tls) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

/// An address of this site, whatever was asked for.
pub fn local(to: &str) -> &str {
    let inside = to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\r', '\n']);
    if inside { to } else { "/aujourdhui" }
}

/// `GET /premier-pas`.
pub async fn first(stranger: Stranger) -> Result<Response, Failure> {
    if !stranger.is_first_start().await? {
        return Ok(elsewhere("/connexion"));
    }
    let key = stranger.params.get("cle").to_owned();
    show(&FirstView {
        shell: stranger.shell(),
        key,
        name: String::new(),
        email: String::new(),
        problem: None,
    })
}

/// `POST /premier-pas`: makes the owner and lets them in.
pub async fn make_first(stranger: Stranger, form: Posted) -> Result<Response, Failure> {
    let (key, name) = (form.fields.get("cle").to_owned(), form.fields.get("nom").to_owned());
    let (email, password) = (form.fields.some("courriel"), raw(&form, "mot"));
    let (app, actor, address) =
        (stranger.site.app.clone(), stranger.visit.actor(), stranger.visit.address.clone());
    let (given, who, mail) = (key.clone(), name.clone(), email.clone());
    let made = blocking::run(move || {
        users::create_owner(&app, &actor, &given, &who, mail.as_deref(), &password)?;
        users::login(&app, &actor, &who, &password, &address)
    });
    match made.await.map_err(Failure::any) {
        Ok(session) => Ok(stranger.begin(&session, "/aujourdhui")),
        Err(Ok(refusal)) => {
            let (shell, email, problem) =
                (stranger.shell(), email.unwrap_or_default(), Some(refusal.message.clone()));
            show_refused(&FirstView { shell, key, name, email, problem }, refusal.status())
        }
        Err(Err(failure)) => Err(failure),
    }
}

/// `GET /connexion`.
pub async fn sign_in(stranger: Stranger) -> Result<Response, Failure> {
    if stranger.is_first_start().await? {
        return Ok(elsewhere("/premier-pas"));
    }
    if stranger.visit.who.is_some() {
        return Ok(elsewhere("/aujourdhui"));
    }
    let to = stranger.params.get("vers").to_owned();
    show(&SignInView { shell: stranger.shell(), name: String::new(), to, problem: None })
}

/// `POST /connexion`.
pub async fn open_session(stranger: Stranger, form: Posted) -> Result<Response, Failure> {
    let (name, to) = (form.fields.get("nom").to_owned(), form.fields.get("vers").to_owned());
    let (app, actor, address) =
        (stranger.site.app.clone(), stranger.visit.actor(), stranger.visit.address.clone());
    let (who, password) = (name.clone(), raw(&form, "mot"));
    let session = blocking::run(move || users::login(&app, &actor, &who, &password, &address)).await;
    match session.map_err(Failure::any) {
        Ok(session) => Ok(stranger.begin(&session, &to)),
        Err(Ok(refusal)) => {
            let problem = Some(refusal.message.clone());
            show_refused(&SignInView { shell: stranger.shell(), name, to, problem }, refusal.login_status())
        }
        Err(Err(failure)) => Err(failure),
    }
}

/// `POST /deconnexion`: ends the session here and in the base.
pub async fn close_session(
    page: Page,
    headers: axum::http::HeaderMap,
    _form: Posted,
) -> Result<Response, Failure> {
    if let Some(token) = cookie::session(&headers).map(str::to_owned) {
        page.call(move |app, _| users::logout(app, &token)).await?;
    }
    let mut response = elsewhere("/connexion");
    for cookie in cookie::end() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// `GET /entrer?cle=…`: the console's link to the example. Looking changes nothing; the button enters.
pub async fn enter(stranger: Stranger) -> Result<Response, Failure> {
    let used = stranger.site.entered.load(Ordering::SeqCst);
    let problem = used.then(|| stranger.visit.words().door.enter_used.to_string());
    let key = stranger.params.get("cle").to_owned();
    show(&EnterView { shell: stranger.shell(), key, problem })
}

/// `POST /entrer`: lets in once, as the owner of the example.
pub async fn enter_once(stranger: Stranger, form: Posted) -> Result<Response, Failure> {
    let options = &stranger.site.options;
    let known = options.open_example
        && options.setup_secret.as_deref().is_some_and(|secret| guard::same(secret, form.fields.get("cle")));
    if !known || stranger.site.entered.swap(true, Ordering::SeqCst) {
        let problem = Some(stranger.visit.words().door.enter_used.to_string());
        let view = EnterView { shell: stranger.shell(), key: String::new(), problem };
        return show_refused(&view, StatusCode::FORBIDDEN);
    }
    let (app, actor, address) =
        (stranger.site.app.clone(), stranger.visit.actor(), stranger.visit.address.clone());
    let key = form.fields.get("cle").to_owned();
    let session = blocking::run(move || {
        if users::is_first_start(&app)? {
            users::create_owner(&app, &actor, &key, EXAMPLE_OWNER, None, &key)?;
        }
        users::login(&app, &actor, EXAMPLE_OWNER, &key, &address)
    });
    Ok(stranger.begin(&session.await?, "/aujourdhui"))
}

/// The owner of the example; the key of the console's link is the password.
const EXAMPLE_OWNER: &str = "demo";

/// A password as it was typed, spaces included.
fn raw(form: &Posted, name: &str) -> String {
    form.fields.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default()
}
