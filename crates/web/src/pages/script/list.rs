//! `GET /argumentaires`: every script with what its calls brought, and a new one.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use filon_app::calls::{self, LessonScope};
use filon_app::scripts::{self, ScriptRow};
use filon_core::Id;
use filon_core::call::{By, Example, Goal, Key, Measure};

use crate::failure::Failure;
use crate::page::{Page, show};
use crate::pages::file::again;
use crate::posted::Posted;
use crate::shell::{Nav, Shell};

#[derive(Template)]
#[template(path = "argumentaire/liste.html")]
pub struct ScriptsView {
    pub shell: Shell,
    pub rows: Vec<Line>,
    pub examples: [Example; 4],
    pub goals: [Goal; 2],
    pub problem: Option<String>,
}

/// A script with the share of its calls that ended in a meeting.
pub struct Line {
    pub row: ScriptRow,
    pub meetings: Option<Measure>,
}

/// `GET /argumentaires`.
pub async fn list(page: Page) -> Result<Response, Failure> {
    show(&view(&page, None).await?)
}

async fn view(page: &Page, problem: Option<String>) -> Result<ScriptsView, Failure> {
    let (rows, lessons) = page
        .call(|app, actor| {
            let lessons = calls::lessons(app, actor, &LessonScope::default(), By::Script)?;
            Ok((scripts::list(app, actor)?, lessons))
        })
        .await?;
    let measured = lessons.rows.into_iter().filter_map(|row| match row.lesson.key {
        Key::Script(id) => Some((id, row.lesson.meetings)),
        _ => None,
    });
    let measured: HashMap<Id, Measure> = measured.collect();
    let line = |row: ScriptRow| Line { meetings: measured.get(&row.id).copied(), row };
    let rows = rows.into_iter().map(line).collect();
    let shell = page.shell(Nav::Scripts);
    Ok(ScriptsView { shell, rows, examples: Example::ALL, goals: Goal::ALL, problem })
}

/// `POST /argumentaires`: from an example, or with the parts that every script has.
pub async fn create(page: Page, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let chosen = form.fields.get("exemple").parse::<usize>().ok();
    let chosen = chosen.and_then(|at| Example::ALL.get(at).copied());
    let (name, goal) = (form.fields.get("nom").to_owned(), Goal::from_code(form.fields.get("but")));
    let created = page.call(move |app, actor| match chosen {
        Some(example) => scripts::from_example(app, actor, example),
        None => scripts::create(app, actor, &name, goal.unwrap_or(Goal::Meeting)),
    });
    match created.await.map_err(Failure::typed) {
        Ok(id) => Ok(page.done(&format!("/argumentaires/{id}"), w.script.created, None)),
        Err(Ok(refusal)) => again(&view(&page, Some(refusal.message.clone())).await?, &refusal),
        Err(Err(failure)) => Err(failure),
    }
}
