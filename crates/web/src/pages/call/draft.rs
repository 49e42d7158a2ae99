//! What is typed during a call, from the form and back; kept every second by the page.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use filon_app::calls::{self, Draft};
use filon_core::call::{AfterReply, ObjectionMet};
use filon_core::{Id, Moment};

use crate::failure::Failure;
use crate::page::{Page, elsewhere};
use crate::params::Params;
use crate::posted::Posted;

/// The names of the step form begin so: they are kept as typed, and read only when the call is concluded.
pub const STEP: &str = "e.";

/// The part of the script that was reached, and the number that is called.
const KEPT: [&str; 2] = ["partie", "numero"];

/// Reads the form of the cockpit.
pub fn read(fields: &Params) -> Draft {
    let answers = fields.0.iter().filter_map(|(name, text)| {
        let question = name.strip_prefix("rep.")?.parse().ok()?;
        (!text.trim().is_empty()).then(|| (question, text.trim().to_owned()))
    });
    let kept = |name: &str| name.starts_with(STEP) || KEPT.contains(&name);
    let step = fields.0.iter().filter(|(name, _)| kept(name));
    Draft {
        started_at: fields.get("debut").parse().ok().map(Moment::from_millis),
        seconds: fields.get("secondes").parse().unwrap_or(0),
        note: fields.get("note").replace("\r\n", "\n"),
        answers: answers.collect(),
        objections: objections(fields),
        argued: !fields.get("argumente").is_empty(),
        result: fields.some("resultat"),
        fields: step.map(|(name, text)| (name.clone(), text.clone())).collect(),
    }
}

/// The objections met, in their order, with the one that a button adds and without the one that it forgets.
fn objections(fields: &Params) -> Vec<ObjectionMet> {
    let command = fields.get("faire");
    let forgotten = command.strip_prefix("oublier:").unwrap_or("\u{0}");
    let met = fields.all("obj").filter(|at| *at != forgotten).filter_map(|at| {
        let get = |name: &str| fields.get(&format!("obj.{at}.{name}")).to_owned();
        Some(ObjectionMet {
            objection: get("id").parse().ok()?,
            reply: get("rep").parse().ok(),
            spontaneous: Some(get("dit")).filter(|said| !said.is_empty()),
            next: AfterReply::from_code(&get("suite")).unwrap_or(AfterReply::WentOn),
        })
    });
    met.chain(added(fields, command)).collect()
}

fn added(fields: &Params, command: &str) -> Option<ObjectionMet> {
    let (objection, reply) = command.strip_prefix("objection:")?.split_once(':')?;
    let objection: Id = objection.parse().ok()?;
    Some(ObjectionMet {
        objection,
        reply: reply.parse().ok(),
        spontaneous: fields.some(&format!("sp.{objection}")).filter(|_| reply.is_empty()),
        next: AfterReply::WentOn,
    })
}

/// `POST /appels/{list}/brouillon`: the page keeps what is typed, or a button without JavaScript adds to it.
pub async fn keep(page: Page, Path(list): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let account = form.fields.id(page.words(), "fiche")?;
    let draft = read(&form.fields);
    page.call(move |app, actor| calls::keep(app, actor, list, account, &draft)).await?;
    if form.fields.get("auto").is_empty() {
        return Ok(elsewhere(&format!("/appels/{list}?fiche={account}")));
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_read_as_it_was_typed_and_buttons_work_without_javascript() {
        let id = |n: u128| Id::new(Moment::from_millis(1_000_000), n);
        let typed = format!(
            "note=Rappelle+jeudi&rep.{}=12&obj=0&obj.0.id={}&obj.0.rep={}&obj.0.suite=agreed&obj=4&obj.4.id={}\
             &obj.4.dit=Justement&e.quand=2026-11-27&resultat=no_answer&debut=1000&secondes=75&argumente=oui",
            id(1),
            id(2),
            id(3),
            id(2),
        );
        let draft = read(&Params::parse(&typed));
        assert_eq!((draft.note.as_str(), draft.seconds, draft.argued), ("Rappelle jeudi", 75, true));
        assert_eq!(draft.answers.get(&id(1)).map(String::as_str), Some("12"));
        assert_eq!(draft.objections.len(), 2);
        assert_eq!(draft.objections[0].next, AfterReply::Agreed);
        assert_eq!(draft.objections[1].spontaneous.as_deref(), Some("Justement"));
        assert_eq!(draft.fields.get("e.quand").map(String::as_str), Some("2026-11-27"));
        let without = read(&Params::parse(&format!("{typed}&faire=oublier%3A0")));
        assert_eq!(without.objections.len(), 1);
        let more = format!("{typed}&sp.{0}=Trop+cher+pour+qui&faire=objection%3A{0}%3A", id(5));
        let more = read(&Params::parse(&more)).objections;
        assert_eq!(more[2].spontaneous.as_deref(), Some("Trop cher pour qui"));
    }
}
