//! `POST /annulations/{key}`: takes back what the note spoke of.

use axum::extract::Path;
use axum::response::Response;
use filon_app::accounts::{self, EditError};
use filon_app::{Actor, App, AppError, ErrorKind, calls, campaigns, follow_ups, journal, meetings, segments};
use filon_core::Id;

use crate::failure::Failure;
use crate::notes::Undo;
use crate::page::Page;
use crate::pages::door::local;
use crate::posted::Posted;

pub async fn undo(page: Page, Path(key): Path<u64>, form: Posted) -> Result<Response, Failure> {
    let gone = || Failure::new(ErrorKind::NotFound, page.words().trouble.undo_gone.to_string());
    let undo = page.site.notes.take(page.site.app.now(), page.who.user, key).ok_or_else(gone)?;
    let back = page.call(move |app, actor| match undo {
        Undo::Call(event) => call_back(app, actor, event).map(Some),
        undo => take_back(app, actor, undo).map(|()| None),
    });
    let to = back.await?.unwrap_or_else(|| without(local(form.fields.get("vers")), &["note", "rdv"]));
    Ok(page.done(&to, page.words().common.undone, None))
}

fn take_back(app: &App, actor: &Actor, undo: Undo) -> Result<(), AppError> {
    match undo {
        Undo::Event(id) => journal::void(app, actor, id),
        Undo::Edit(id, before) => accounts::edit(app, actor, id, &before).map_err(|error| match error {
            EditError::App(error) => error,
            EditError::Fields(fields) => {
                let messages: Vec<String> = fields.into_iter().map(|field| field.message).collect();
                AppError::new(ErrorKind::Refused, messages.join(" "))
            }
        }),
        Undo::FollowUp(id) => follow_ups::remove(app, actor, id),
        Undo::FollowUpDone(id) => follow_ups::reopen(app, actor, id),
        Undo::FollowUpMoved(id, on) => follow_ups::move_to(app, actor, id, on),
        Undo::Meeting(id) => meetings::undo(app, actor, id),
        Undo::Call(event) => call_back(app, actor, event).map(|_| ()),
        Undo::CallList(id) => calls::reopen_list(app, actor, id),
        Undo::SegmentBack { name, query } => segments::save(app, actor, &name, &query).map(|_| ()),
        Undo::SegmentAway(name) => segments::delete(app, actor, &name),
        Undo::Cost(id) => campaigns::remove_cost(app, actor, id),
        Undo::TagAway(ids, tag) => accounts::remove_tag(app, actor, &ids, &tag).map(|_| ()),
        Undo::TagBack(ids, tag) => accounts::set_tag(app, actor, &ids, &tag).map(|_| ()),
    }
}

/// Takes a call back, and leads to whom it was with: what was typed is there again.
fn call_back(app: &App, actor: &Actor, event: Id) -> Result<String, AppError> {
    let (list, account) = calls::undo(app, actor, event)?;
    Ok(list.map_or_else(|| format!("/fiches/{account}"), |list| format!("/appels/{list}?fiche={account}")))
}

/// The address without these parameters, as without the key of an earlier note.
pub fn without(to: &str, names: &[&str]) -> String {
    let (to, anchor) = to.split_at(to.find('#').unwrap_or(to.len()));
    let (path, query) = to.split_once('?').unwrap_or((to, ""));
    let name = |pair: &str| pair.split_once('=').map_or("", |(name, _)| name).to_owned();
    let kept: Vec<&str> =
        query.split('&').filter(|pair| !pair.is_empty() && !names.contains(&name(pair).as_str())).collect();
    let mark = if kept.is_empty() { "" } else { "?" };
    format!("{path}{mark}{}{anchor}", kept.join("&"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_old_note_is_left_behind() {
        assert_eq!(super::without("/fichier?q=a&note=3&page=2", &["note"]), "/fichier?q=a&page=2");
        assert_eq!(super::without("/fichier?note=3", &["note"]), "/fichier");
        assert_eq!(super::without("/fiches/A?note=3#journal", &["note"]), "/fiches/A#journal");
    }
}
