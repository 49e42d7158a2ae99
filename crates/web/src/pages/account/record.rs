//! What is recorded about an account: events, follow-ups, tags.

use axum::extract::Path;
use axum::response::Response;
use filon_app::{accounts, campaigns, follow_ups, journal};
use filon_core::follow_up::FollowUpKind;
use filon_core::{CallOutcome, Channel, EventKind, Id};

use crate::failure::Failure;
use crate::notes::Undo;
use crate::page::Page;
use crate::pages::door::local;
use crate::posted::Posted;
use crate::words::Words;

/// Reads the fields that every form of an event has. `action` is a name or an identifier.
pub fn event(w: &Words, account: Id, form: &Posted) -> Result<(journal::NewEvent, Option<String>), Failure> {
    let fields = &form.fields;
    let code = fields.get("quoi");
    let kind = EventKind::from_code(code).ok_or_else(|| Failure::usage(w.trouble.bad_field.with(code)))?;
    let event = journal::NewEvent {
        channel: Channel::from_code(fields.get("canal")),
        on: fields.date(w, "le")?,
        outcome: CallOutcome::from_code(fields.get("issue")).filter(|_| kind == EventKind::CallMade),
        amount: fields.cents(w, "montant")?,
        margin: fields.cents(w, "marge")?,
        note: fields.some("note"),
        follow_up: fields
            .date(w, "relance")?
            .map(|on| journal::NewFollowUp { on, note: fields.some("note") }),
        idempotency: fields.some("cle"),
        ..journal::NewEvent::new(account, kind)
    };
    Ok((event, fields.some("action")))
}

impl Page {
    /// Records an event; the action is found by its name first.
    pub async fn record(&self, mut event: journal::NewEvent, act: Option<String>) -> Result<Id, Failure> {
        let today = self.site.app.today();
        // The form proposes today; today without an hour would lose the hour that is known.
        event.on = event.on.filter(|day| *day != today);
        self.call(move |app, actor| {
            if let Some(act) = act {
                event.campaign = Some(campaigns::find(app, actor, &act)?.id);
            }
            journal::record_one(app, actor, &event)
        })
        .await
    }
}

/// `POST /fiches/{id}/evenements`.
pub async fn record(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let (event, act) = event(w, id, &form)?;
    let said = w.card.event_recorded.with(w.codes.event(&event.kind));
    let recorded = page.record(event, act).await?;
    Ok(page.done(&format!("/fiches/{id}"), said, Some(Undo::Event(recorded))))
}

/// `POST /evenements/{id}/annulation`.
pub async fn void(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    page.call(move |app, actor| journal::void(app, actor, id)).await?;
    Ok(page.done(local(form.fields.get("vers")), page.words().card.event_voided, None))
}

/// `POST /fiches/{id}/relances`.
pub async fn follow_up(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let missing = || Failure::usage(w.trouble.missing.with(w.card.follow_up_on));
    let on = form.fields.date(w, "le")?.ok_or_else(missing)?;
    let kind = FollowUpKind::from_code(form.fields.get("genre")).unwrap_or(FollowUpKind::Call);
    let new = follow_ups::NewFollowUp {
        time: form.fields.time(w, "a")?,
        note: form.fields.get("note").to_owned(),
        owner: form.fields.get("pour").parse().ok(),
        ..follow_ups::NewFollowUp::new(id, on, kind)
    };
    let added = page.call(move |app, actor| follow_ups::add(app, actor, &new)).await?;
    Ok(page.done(&format!("/fiches/{id}"), w.card.follow_up_added, Some(Undo::FollowUp(added))))
}

/// `POST /relances/{id}/fin`.
pub async fn done(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    page.call(move |app, actor| follow_ups::done(app, actor, id)).await?;
    Ok(page.done(
        local(form.fields.get("vers")),
        page.words().card.follow_up_done,
        Some(Undo::FollowUpDone(id)),
    ))
}

/// `POST /fiches/{id}/etiquettes`.
pub async fn tag(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let tag = form.fields.need(w, "etiquette", &w.card.tag_add.to_string())?;
    let asked = tag.clone();
    page.call(move |app, actor| accounts::set_tag(app, actor, &[id], &asked)).await?;
    Ok(page.done(&format!("/fiches/{id}"), w.card.tag_added, Some(Undo::TagAway(vec![id], tag))))
}

/// `POST /fiches/{id}/etiquettes/retrait`.
pub async fn untag(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let tag = form.fields.get("etiquette").to_owned();
    let asked = tag.clone();
    page.call(move |app, actor| accounts::remove_tag(app, actor, &[id], &asked)).await?;
    Ok(page.done(&format!("/fiches/{id}"), page.words().card.tag_removed, Some(Undo::TagBack(vec![id], tag))))
}
