//! What one key does in the agenda: put off, held, missed, called off, moved.

use axum::extract::Path;
use axum::response::Response;
use filon_app::{follow_ups, meetings};
use filon_core::Id;

use crate::failure::Failure;
use crate::notes::Undo;
use crate::page::Page;
use crate::pages::door::local;
use crate::posted::Posted;

/// `POST /relances/{id}/report`: so many days from today.
pub async fn postpone(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let text = form.fields.get("jours");
    let days: u32 = text.parse().map_err(|_| Failure::usage(w.trouble.bad_field.with(text)))?;
    let before = form.fields.date(w, "avant")?;
    let on = page.call(move |app, actor| follow_ups::postpone(app, actor, id, days)).await?;
    let undo = before.map(|before| Undo::FollowUpMoved(id, before));
    Ok(page.done(local(form.fields.get("vers")), w.agenda.postponed.with(w.date(on)), undo))
}

/// `POST /rendez-vous/{id}/tenu`.
pub async fn held(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    page.call(move |app, actor| meetings::held(app, actor, id)).await?;
    let said = page.words().agenda.held_done;
    Ok(page.done(local(form.fields.get("vers")), said, Some(Undo::Meeting(id))))
}

/// `POST /rendez-vous/{id}/manque`.
pub async fn missed(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    page.call(move |app, actor| meetings::missed(app, actor, id)).await?;
    let said = page.words().agenda.missed_done;
    Ok(page.done(local(form.fields.get("vers")), said, Some(Undo::Meeting(id))))
}

/// `POST /rendez-vous/{id}/annulation`.
pub async fn cancel(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    page.call(move |app, actor| meetings::cancel(app, actor, id)).await?;
    let said = page.words().agenda.cancelled_done;
    Ok(page.done(local(form.fields.get("vers")), said, Some(Undo::Meeting(id))))
}

/// `POST /rendez-vous/{id}/deplacement`.
pub async fn move_to(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let missing = || Failure::usage(w.trouble.missing.with(w.common.date));
    let on = form.fields.date(w, "le")?.ok_or_else(missing)?;
    let time = form.fields.time(w, "a")?.ok_or_else(missing)?;
    let minutes = form.fields.get("duree").parse().unwrap_or(60);
    let moved = page.call(move |app, actor| meetings::move_to(app, actor, id, on, time, minutes)).await?;
    let mut said = vec![w.agenda.moved_done.with(w.date(on))];
    said.extend(moved.warnings);
    Ok(page.done(&format!("/rendez-vous/{id}"), said.join(" "), None))
}
