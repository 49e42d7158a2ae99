//! The guide that a caller takes along: a script on paper.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::scripts::{self, FilledScript};
use filon_app::settings;
use filon_core::Id;
use filon_core::call::{AnswerKind, CallScript, OwnField};
use filon_core::text::fold;

use crate::failure::Failure;
use crate::page::{Page, show};
use crate::shell::{Nav, Shell};
use crate::words::Words;

#[derive(Template)]
#[template(path = "argumentaire/guide.html")]
pub struct GuideView {
    pub shell: Shell,
    pub company: String,
    pub script: CallScript,
    pub filled: FilledScript,
}

impl GuideView {
    /// The boxes to tick under a question, where its answers are known beforehand.
    pub fn choices(w: &Words, answer: &AnswerKind) -> Vec<String> {
        match answer {
            AnswerKind::Choice(choices) => choices.clone(),
            AnswerKind::YesNo => vec![w.script.yes.to_string(), w.script.no.to_string()],
            AnswerKind::Text | AnswerKind::Number | AnswerKind::Date => Vec::new(),
        }
    }
}

/// `GET /argumentaires/{id}/guide`.
pub async fn guide(page: Page, Path(id): Path<Id>) -> Result<Response, Failure> {
    let version = page.params.get("version").parse().ok();
    let (script, filled, company) = page
        .call(move |app, actor| {
            let script = scripts::get(app, actor, id, version)?.script;
            let filled = scripts::filled(app, actor, &for_anybody(script.clone()), None)?;
            Ok((script, filled, settings::get(app)?.company.name))
        })
        .await?;
    show(&GuideView { shell: page.shell(Nav::Scripts), company, script, filled })
}

/// The script with the fields of the person called between brackets: on paper nobody is called yet.
fn for_anybody(mut script: CallScript) -> CallScript {
    for block in &mut script.blocks {
        block.text = marked(&block.text);
        for question in &mut block.questions {
            question.text = marked(&question.text);
        }
        for argument in &mut block.arguments {
            for part in [&mut argument.characteristic, &mut argument.advantage, &mut argument.proof] {
                *part = marked(part);
            }
        }
    }
    for objection in &mut script.objections {
        objection.real_reason_question = objection.real_reason_question.as_deref().map(marked);
        for reply in &mut objection.replies {
            reply.text = marked(&reply.text);
        }
    }
    script
}

/// `Bonjour [Prénom], ici {Moi}`: the caller's own fields stay, to be filled.
fn marked(text: &str) -> String {
    let slots = [OwnField::FirstSlot, OwnField::SecondSlot, OwnField::AgreedSlot];
    let own: Vec<OwnField> = OwnField::ALL.into_iter().filter(|own| !slots.contains(own)).collect();
    bracketed(text, &own)
}

/// `Bonjour [Prénom], ici [Moi]`: fields between brackets, without what is said where they are empty.
pub fn bracketed(text: &str, kept: &[OwnField]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((field, left)) = after.split_once('}') else { break };
        let name = field.split('|').next().unwrap_or_default().trim();
        let is_kept = kept.iter().flat_map(|own| own.names()).any(|known| fold(known) == fold(name));
        let shown = if is_kept { format!("{{{field}}}") } else { format!("[{name}]") };
        out.extend([before, &shown]);
        rest = left;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn on_paper_the_fields_of_whoever_is_called_stand_between_brackets() {
        let said = "Bonjour {Civilité} {Nom|Madame, Monsieur}, ici {Moi}. {Créneau 1} ? {pas fini";
        assert_eq!(marked(said), "Bonjour [Civilité] [Nom], ici {Moi}. [Créneau 1] ? {pas fini");
        assert_eq!(marked("{Notre Téléphone}"), "{Notre Téléphone}");
    }
}
