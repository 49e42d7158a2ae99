//! The form of a report.

use std::borrow::Borrow;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::users::{self, User};
use filon_app::visits::{self, Shown};
use filon_core::Id;
use filon_core::visit::VisitField;

use crate::failure::Failure;
use crate::page::{Page, elsewhere, show};
use crate::shell::{Nav, Shell};

#[derive(Template)]
#[template(path = "visite/formulaire.html")]
pub struct VisitView {
    pub shell: Shell,
    pub shown: Shown,
    pub users: Vec<User>,
    pub problem: Option<String>,
}

impl VisitView {
    pub fn text(&self, field: impl Borrow<VisitField>) -> String {
        self.shown.report.text(*field.borrow())
    }

    /// The long fields, in the order of the talk.
    pub fn long() -> [VisitField; 5] {
        use VisitField::{Competitors, Needs, Note, Objections, Subject};
        [Subject, Needs, Objections, Competitors, Note]
    }

    pub fn is(&self, field: impl Borrow<VisitField>, id: &Id) -> bool {
        self.text(field) == id.to_string()
    }
}

/// `GET /visites/nouvelle?fiche=…&rdv=…`: a meeting has one report, which is opened again.
pub async fn new(page: Page) -> Result<Response, Failure> {
    let account = page.params.id(page.words(), "fiche")?;
    let meeting: Option<Id> = page.params.get("rdv").parse().ok();
    let written = page.call(move |app, actor| visits::list(app, actor, account)).await?;
    let same = written.iter().find(|shown| meeting.is_some() && shown.report.meeting == meeting);
    if let Some(shown) = same {
        return Ok(elsewhere(&format!("/visites/{}", shown.report.id)));
    }
    let shown = page.call(move |app, actor| visits::blank(app, actor, account, meeting)).await?;
    show(&view_of(page.shell(Nav::Agenda), shown, people(&page).await?, None))
}

/// `GET /visites/{id}`.
pub async fn show_one(page: Page, Path(id): Path<Id>) -> Result<Response, Failure> {
    let shown = page.call(move |app, actor| visits::get(app, actor, id)).await?;
    show(&view_of(page.shell(Nav::Agenda), shown, people(&page).await?, None))
}

/// Those who can go and see somebody.
pub async fn people(page: &Page) -> Result<Vec<User>, Failure> {
    let all = page.call(users::list).await?;
    Ok(all.into_iter().filter(|user| user.disabled_at.is_none()).collect())
}

pub fn view_of(shell: Shell, shown: Shown, users: Vec<User>, problem: Option<String>) -> VisitView {
    VisitView { shell, shown, users, problem }
}
