//! `POST /actions/{id}/resultats`: one outcome of one account, and whole files of them.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::campaigns::{self, FollowFilter, FollowRow};
use filon_app::import::Input;
use filon_app::journal::{self, RecordOptions};

use super::Head;
use super::follow::{has, short};
use crate::failure::Failure;
use crate::notes::{Note, Undo};
use crate::page::{Page, show};
use crate::pages::account::{QUICK, Quick, event};
use crate::posted::Posted;
use crate::shell::{Nav, Shell};
use crate::words::{Text, Words};

/// One row of Suivi after its outcome, with the note of it.
#[derive(Template)]
#[template(path = "action/ligne_seule.html")]
pub struct RowView {
    pub shell: Shell,
    pub head: Head,
    pub row: FollowRow,
    pub quick: [Quick; 6],
}

impl RowView {
    /// The row comes alone, and takes the place of the one of before.
    pub const IS_ALONE: bool = true;

    pub fn has(row: &FollowRow, quick: &Quick) -> bool {
        has(row, quick)
    }

    pub fn short(w: &Words, quick: &Quick) -> Text {
        short(w, quick)
    }
}

pub async fn outcome(page: Page, Path(id): Path<String>, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let account = form.fields.id(w, "fiche")?;
    let (event, _) = event(w, account, &form)?;
    let kind = event.kind;
    let recorded = page.record(event, Some(id.clone())).await?;
    let asked = id.clone();
    let rows = page.call(move |app, actor| campaigns::followed(app, actor, &asked, &FollowFilter::default()));
    let row = rows.await?.into_iter().find(|row| row.account == account).ok_or_else(Failure::not_found)?;
    let said = w.follow.recorded.with2(&row.name, w.codes.event(&kind));
    if !page.visit.fragment {
        return Ok(page.done(&format!("/actions/{id}/suivi#l-{account}"), said, Some(Undo::Event(recorded))));
    }
    let key =
        page.site.notes.keep(page.site.app.now(), page.who.user, said.clone(), Some(Undo::Event(recorded)));
    let head = Head::of(w, &page.act(&id).await?, "suivi");
    let mut shell = page.shell(Nav::Acts);
    shell.note = Some(Note { text: said, undo: Some(key) });
    shell.path = format!("/actions/{id}/suivi");
    show(&RowView { shell, head, row, quick: QUICK })
}

/// `POST /actions/{id}/retours`: a file of outcomes.
pub async fn outcomes(page: Page, Path(id): Path<String>, mut form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let file = form.need_file(w)?;
    let options = RecordOptions { campaign: Some(id.clone()) };
    let answer = page.call(move |app, actor| {
        let input = Input::Bytes { name: &file.name, bytes: &file.bytes };
        journal::record_file(app, actor, input, &options, &mut |_, _| {})
    });
    let answer = answer.await?;
    let said = w.follow.file_done.with2(w.number(answer.recorded), w.number(answer.rejected.len()));
    let first =
        answer.rejected.first().map(|line| format!(" {}: {}", line.row, line.message)).unwrap_or_default();
    Ok(page.done(&format!("/actions/{id}/suivi"), said + &first, None))
}
