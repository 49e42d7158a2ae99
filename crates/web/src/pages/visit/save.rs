//! A report is saved: by its form, or by the page that kept it while there was no network.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use filon_app::visits::{self, Conflict, Saved, Shown};
use filon_core::Id;
use filon_core::visit::{VisitField, VisitReport};
use jiff::civil::Date;

use super::form::{people, view_of};
use crate::failure::{Failure, Refusal};
use crate::page::{Page, show_refused};
use crate::params::Params;
use crate::posted::Posted;
use crate::shell::{Nav, Shell};
use crate::words::Words;

#[derive(Template)]
#[template(path = "visite/conflit.html", blocks = ["choice"])]
pub struct ConflictView {
    pub shell: Shell,
    pub report: VisitReport,
    pub revision: u32,
    pub sides: Vec<Side>,
}

/// A field that two people filled in differently: the texts that are sent, and as people read them.
pub struct Side {
    pub field: VisitField,
    pub mine: String,
    pub theirs: String,
    pub mine_read: String,
    pub theirs_read: String,
}

/// What is done next, when and by whom: agreed together, so chosen together.
const NEXT: [VisitField; 3] = [VisitField::NextWhat, VisitField::NextOn, VisitField::NextWho];

impl ConflictView {
    /// What is chosen field by field.
    pub fn apart(&self) -> Vec<&Side> {
        self.sides.iter().filter(|side| !NEXT.contains(&side.field)).collect()
    }

    /// What is chosen as one: the next step.
    pub fn together(&self) -> Vec<&Side> {
        self.sides.iter().filter(|side| NEXT.contains(&side.field)).collect()
    }

    /// The fields that nobody disputes, and what stands in them.
    pub fn settled(&self) -> Vec<(VisitField, String)> {
        let disputed = |field: &VisitField| self.sides.iter().any(|side| side.field == *field);
        let settled = VisitField::ALL.into_iter().filter(|field| !disputed(field));
        settled.map(|field| (field, self.report.text(field))).collect()
    }
}

/// `POST /visites/{id}`.
pub async fn save(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let account = form.fields.id(w, "fiche")?;
    let seen = form.fields.get("vu").parse().unwrap_or(0);
    let (report, wrong) = read(w, id, account, page.site.app.today(), &form.fields);
    if let Some(said) = wrong {
        return again(&page, report, seen, Failure::usage(said)).await;
    }
    let asked = report.clone();
    match page.call(move |app, actor| visits::save(app, actor, &asked, seen)).await {
        Ok(Saved::Kept { id, .. }) if page.visit.fragment => Ok(format!("/visites/{id}").into_response()),
        Ok(Saved::Kept { id, .. }) => Ok(page.done(&format!("/visites/{id}"), w.visit.saved, None)),
        Ok(Saved::Conflict { report, revision, conflicts }) => conflicted(&page, report, revision, conflicts),
        Err(failure) => again(&page, report, seen, failure).await,
    }
}

/// The report that was typed, and what to mend in it.
fn read(w: &Words, id: Id, account: Id, today: Date, fields: &Params) -> (VisitReport, Option<String>) {
    let mut report = VisitReport::blank(id, account, today);
    let mut wrong = None;
    for field in VisitField::ALL {
        let chosen = fields.some("suite").map(|side| format!("{}.{side}", field.code()));
        let chosen = chosen.filter(|name| fields.0.iter().any(|(known, _)| known == name));
        let name = chosen.as_deref().unwrap_or(field.code());
        let text = fields.get(name).replace("\r\n", "\n");
        if report.set(field, &text).is_err() {
            let said = format!("{} : {}", w.visit.field(&field), w.trouble.bad_field.with(text));
            wrong = wrong.or(Some(said));
        }
    }
    (report, wrong)
}

/// The form again, with what to mend.
async fn again(page: &Page, report: VisitReport, seen: u32, failure: Failure) -> Result<Response, Failure> {
    if page.visit.fragment {
        return Err(failure);
    }
    let refusal: Refusal = failure.typed()?;
    let account = report.account;
    let blank = page.call(move |app, actor| visits::blank(app, actor, account, None)).await?;
    let shown = Shown { report, revision: seen, ..blank };
    let view = view_of(page.shell(Nav::Agenda), shown, people(page).await?, Some(refusal.message.clone()));
    show_refused(&view, refusal.status())
}

fn conflicted(
    page: &Page,
    report: VisitReport,
    revision: u32,
    conflicts: Vec<Conflict>,
) -> Result<Response, Failure> {
    let empty = page.words().visit.empty;
    let read = |text: String| if text.is_empty() { empty.to_string() } else { text };
    let sides = conflicts.into_iter().map(|conflict| Side {
        mine_read: read(conflict.mine_shown),
        theirs_read: read(conflict.theirs_shown),
        field: conflict.field,
        mine: conflict.mine,
        theirs: conflict.theirs,
    });
    let view = ConflictView { shell: page.shell(Nav::Agenda), report, revision, sides: sides.collect() };
    let status = axum::http::StatusCode::CONFLICT;
    if page.visit.fragment { show_refused(&view.as_choice(), status) } else { show_refused(&view, status) }
}
