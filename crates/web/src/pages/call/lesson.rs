//! `GET /appels/enseignements`: what the calls teach.

use askama::Template;
use axum::response::Response;
use filon_app::calls::{self, LessonScope, Lessons, ListRow, ObjectionRow};
use filon_app::campaigns;
use filon_app::scripts::{self, ScriptRow};
use filon_core::Id;
use filon_core::call::{Best, By, ReplyLesson, Technique};

use crate::failure::Failure;
use crate::page::{Page, show};
use crate::pages::script::bracketed;
use crate::params::Params;
use crate::shell::{Nav, Shell};

#[derive(Template)]
#[template(path = "enseignement/enseignements.html")]
pub struct LessonsView {
    pub shell: Shell,
    pub lessons: Lessons,
    pub scripts: Vec<ScriptRow>,
    pub lists: Vec<ListRow>,
    /// Names of the launched actions.
    pub acts: Vec<String>,
    pub params: Params,
}

impl LessonsView {
    /// The same scope, drawn up by something else.
    pub fn by_address(&self, by: &By) -> String {
        let kept = ["argumentaire", "liste", "action", "du", "au"].map(|name| (name, self.params.get(name)));
        let pairs: Vec<(&str, &str)> = [("par", by.code())].into_iter().chain(kept).collect();
        format!("/appels/enseignements{}", Params::encoded(&pairs))
    }

    pub fn tabs(&self) -> [By; 5] {
        By::ALL
    }

    pub fn is_by(&self, by: &By) -> bool {
        self.lessons.by == *by
    }

    pub fn is_chosen(&self, name: &str, value: impl AsRef<str>) -> bool {
        self.params.get(name) == value.as_ref()
    }

    pub fn text(id: &Id) -> String {
        id.to_string()
    }

    pub fn value(&self, name: &str) -> &str {
        self.params.get(name)
    }

    /// An answer as nobody in particular hears it.
    pub fn answer(text: &str) -> String {
        bracketed(text, &[])
    }

    pub fn is_best(row: &ObjectionRow, reply: &Id) -> bool {
        row.lesson.best == Best::Reply(*reply)
    }

    pub fn is_best_unknown(row: &ObjectionRow) -> bool {
        row.lesson.best == Best::TooFew && row.lesson.replies.len() > 1
    }

    /// What an answer brought, where it was given.
    pub fn given<'a>(row: &'a ObjectionRow, reply: &Id) -> Option<&'a ReplyLesson> {
        row.lesson.replies.iter().find(|lesson| lesson.reply == *reply)
    }

    pub fn techniques(&self) -> [Technique; 10] {
        Technique::ALL
    }

    /// `3 h 05`.
    pub fn hours(&self, minutes: &i64) -> String {
        let w = self.shell.w;
        w.lesson.worked.with(w.lesson.hours.with2(minutes / 60, format!("{:02}", minutes % 60)))
    }
}

/// `GET /appels/enseignements?par=…&argumentaire=…&liste=…&action=…&du=…&au=…`.
pub async fn lessons(page: Page) -> Result<Response, Failure> {
    let (w, params) = (page.words(), page.params.clone());
    let by = By::from_code(params.get("par")).unwrap_or(By::Script);
    let scope = LessonScope {
        script: params.get("argumentaire").parse().ok(),
        list: params.get("liste").parse().ok(),
        campaign: params.some("action"),
        from: params.date(w, "du")?,
        to: params.date(w, "au")?,
    };
    let (lessons, scripts, lists, acts) = page
        .call(move |app, actor| {
            let lessons = calls::lessons(app, actor, &scope, by)?;
            let acts = campaigns::list(app, actor)?.into_iter().map(|row| row.campaign);
            let acts = acts.filter(|act| act.launched_on.is_some()).map(|act| act.name).collect();
            Ok((lessons, scripts::list(app, actor)?, calls::lists(app, actor)?, acts))
        })
        .await?;
    show(&LessonsView { shell: page.shell(Nav::Calls), lessons, scripts, lists, acts, params })
}
