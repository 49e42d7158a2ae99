//! The editor of one script: what was typed is shown again, with the problems beside their place.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::scripts::{self, ScriptShown, VersionRow};
use filon_core::Id;
use filon_core::call::{
    AnswerKind, BlockKind, CallScript, Goal, Objection, ObjectionKind, OwnField, Place, Question, Technique,
};

use super::change::{Changed, change};
use super::form::{self, fillable, fills_label};
use crate::failure::Failure;
use crate::page::{Page, show, show_refused};
use crate::posted::Posted;
use crate::shell::{Nav, Shell};

#[derive(Template)]
#[template(path = "argumentaire/editeur.html")]
pub struct EditorView {
    pub shell: Shell,
    /// The name as it is kept, whatever is being typed.
    pub title: String,
    pub script: CallScript,
    /// The version that saving writes on.
    pub seen: u32,
    pub versions: Vec<VersionRow>,
    pub found: Vec<Found>,
    pub served: bool,
    pub comparison: Option<(u32, u32)>,
    pub archived: bool,
    /// Something on the page is not saved.
    pub typed: bool,
    pub changed: Changed,
    pub problem: Option<String>,
}

/// A problem, worded, and where it is shown.
pub struct Found {
    pub place: Place,
    pub text: String,
    pub blocking: bool,
}

/// Merge fields about the person called that the editor offers.
const THEIRS: [&str; 8] =
    ["Civilité", "Prénom", "Nom", "Fonction", "Société", "Ville", "Code postal", "Effectif"];

impl EditorView {
    fn at(&self, place: Place) -> Vec<&Found> {
        self.found.iter().filter(|found| found.place == place).collect()
    }

    pub fn at_script(&self) -> Vec<&Found> {
        self.at(Place::Script)
    }

    pub fn at_block(&self, id: &Id) -> Vec<&Found> {
        self.at(Place::Block(*id))
    }

    pub fn at_question(&self, id: &Id) -> Vec<&Found> {
        self.at(Place::Question(*id))
    }

    pub fn at_argument(&self, block: &Id, at: &usize) -> Vec<&Found> {
        self.at(Place::Argument(*block, *at))
    }

    pub fn at_objection(&self, id: &Id) -> Vec<&Found> {
        self.at(Place::Objection(*id))
    }

    pub fn at_reply(&self, id: &Id) -> Vec<&Found> {
        self.at(Place::Reply(*id))
    }

    pub fn is_focus(&self, id: &Id) -> bool {
        self.changed.focus.as_deref().is_some_and(|focus| focus == id.to_string())
    }

    pub fn is_focus_argument(&self, block: &Id, at: &usize) -> bool {
        self.changed.focus.as_deref().is_some_and(|focus| focus == Self::argument_place(block, at))
    }

    pub fn argument_place(block: &Id, at: &usize) -> String {
        format!("{block}.{at}")
    }

    pub fn choices(answer: &AnswerKind) -> String {
        match answer {
            AnswerKind::Choice(choices) => choices.join(" ; "),
            _ => String::new(),
        }
    }

    pub fn fills(&self, question: &Question) -> String {
        fills_label(self.shell.w, question.fills.as_ref())
    }

    pub fn fill_names(&self) -> Vec<String> {
        let fixed = fillable(self.shell.w).map(|(_, label)| label.to_string());
        let own = self.script.questions().map(|question| self.fills(question));
        let mut names: Vec<String> = fixed.into_iter().chain(own).filter(|name| !name.is_empty()).collect();
        names.sort();
        names.dedup();
        names
    }

    pub fn fields(&self) -> Vec<&'static str> {
        let own = OwnField::ALL.into_iter().filter_map(|own| own.names().first().copied());
        THEIRS.into_iter().chain(own).collect()
    }

    pub fn first_said(objection: &Objection) -> &str {
        objection.said.first().map_or("…", String::as_str)
    }

    pub fn goals(&self) -> [Goal; 2] {
        Goal::ALL
    }

    pub fn kinds(&self) -> [BlockKind; 6] {
        BlockKind::ALL
    }

    pub fn objection_kinds(&self) -> [ObjectionKind; 2] {
        ObjectionKind::ALL
    }

    pub fn techniques(&self) -> [Technique; 10] {
        Technique::ALL
    }

    pub fn answer_kinds(&self) -> [AnswerKind; 5] {
        [
            AnswerKind::Text,
            AnswerKind::Number,
            AnswerKind::Date,
            AnswerKind::Choice(Vec::new()),
            AnswerKind::YesNo,
        ]
    }

    /// The editor over a script as it is kept.
    pub fn of(shell: Shell, shown: ScriptShown) -> EditorView {
        let seen = shown.versions.iter().map(|row| row.version).max().unwrap_or(shown.script.version);
        let found = shown.problems.into_iter().map(|(place, problem, text)| Found {
            place,
            text,
            blocking: problem.is_blocking(),
        });
        EditorView {
            shell,
            title: shown.script.name.clone(),
            seen,
            found: found.collect(),
            versions: shown.versions,
            served: shown.served,
            comparison: shown.comparison,
            archived: shown.archived,
            script: shown.script,
            typed: false,
            changed: Changed::default(),
            problem: None,
        }
    }
}

/// `GET /argumentaires/{id}?version=…`.
pub async fn show_one(page: Page, Path(id): Path<Id>) -> Result<Response, Failure> {
    let version = page.params.get("version").parse().ok();
    let shown = page.call(move |app, actor| scripts::get(app, actor, id, version)).await?;
    show(&EditorView::of(page.shell(Nav::Scripts), shown))
}

/// `POST /argumentaires/{id}`: saves, or does what another button of the form says.
pub async fn save(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let seen = form.fields.get("vu").parse().unwrap_or(0);
    let mut script = form::read(page.words(), id, seen, &form.fields);
    let command = form.fields.get("faire").to_owned();
    if !matches!(command.as_str(), "" | "enregistrer") {
        let new = page.site.app.next_id();
        let changed = change(&mut script, &command, new, form.fields.get("ote"));
        return show(&typed(&page, script, changed).await?);
    }
    let asked = script.clone();
    match page.call(move |app, actor| scripts::save(app, actor, &asked, seen)).await.map_err(Failure::typed) {
        Ok(version) => {
            Ok(page.done(&format!("/argumentaires/{id}"), page.words().script.saved_as.with(version), None))
        }
        Err(Ok(refusal)) => {
            let view = typed(&page, script, Changed::default()).await?;
            show_refused(&EditorView { problem: Some(refusal.message.clone()), ..view }, refusal.status())
        }
        Err(Err(failure)) => Err(failure),
    }
}

/// The editor over what was typed, which nobody saved yet.
async fn typed(page: &Page, script: CallScript, changed: Changed) -> Result<EditorView, Failure> {
    let asked = script.clone();
    let (shown, problems) = page
        .call(move |app, actor| {
            let shown = scripts::get(app, actor, asked.id, None)?;
            Ok((shown, scripts::check(app, actor, &asked)?))
        })
        .await?;
    let seen = script.version;
    let title = shown.script.name.clone();
    let view = EditorView::of(page.shell(Nav::Scripts), ScriptShown { script, problems, ..shown });
    Ok(EditorView { title, seen, typed: true, changed, ..view })
}
