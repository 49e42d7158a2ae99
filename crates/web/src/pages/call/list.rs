//! The call lists, and a new one.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::calls::{self, From, ListRow, NewList};
use filon_app::scripts::{self, ScriptRow};
use filon_app::segments::{self, Segment};
use filon_app::{Actor, App, AppError, campaigns};
use filon_core::{Channel, Id};

use crate::failure::{Failure, Refusal};
use crate::page::{Page, show};
use crate::pages::file::{QueryProblem, again};
use crate::params::Params;
use crate::posted::Posted;
use crate::shell::{Nav, Shell};
use crate::words::Words;

#[derive(Template)]
#[template(path = "appels/liste.html")]
pub struct ListsView {
    pub shell: Shell,
    pub lists: Vec<ListRow>,
    pub segments: Vec<Segment>,
    pub sources: Vec<Source>,
    pub scripts: Vec<ScriptRow>,
    pub form: ListForm,
    pub problem: Option<QueryProblem>,
}

/// A launched action, or one of its waves on the telephone.
pub struct Source {
    pub value: String,
    pub label: String,
}

/// What was typed.
#[derive(Default)]
pub struct ListForm {
    pub name: String,
    pub segment: String,
    pub act: String,
    pub query: String,
    pub script: String,
}

impl ListForm {
    fn read(fields: &Params) -> ListForm {
        let get = |name: &str| fields.get(name).to_owned();
        ListForm {
            name: get("nom"),
            segment: get("selection"),
            act: get("action"),
            query: get("q"),
            script: get("argumentaire"),
        }
    }

    /// A selection, else an action, else the query.
    fn from(&self) -> From {
        if !self.segment.is_empty() {
            return From::Segment(self.segment.clone());
        }
        match self.act.strip_prefix("etape:").and_then(|id| id.parse().ok()) {
            Some(step) => From::Step(step),
            None if !self.act.is_empty() => From::Campaign(self.act.clone()),
            None => From::Query(self.query.clone()),
        }
    }
}

impl ListsView {
    /// The script that was chosen, or the only one there is.
    pub fn is_chosen(form: &ListForm, script: &ScriptRow) -> bool {
        form.script == script.id.to_string()
    }
}

/// `GET /appels`.
pub async fn list(page: Page) -> Result<Response, Failure> {
    let form = ListForm::read(&page.params);
    show(&view(&page, form, None).await?)
}

/// `POST /appels`.
pub async fn create(page: Page, posted: Posted) -> Result<Response, Failure> {
    let form = ListForm::read(&posted.fields);
    let new =
        NewList { name: posted.fields.some("nom"), from: form.from(), script: form.script.parse().ok() };
    match page.call(move |app, actor| calls::open_list(app, actor, &new)).await.map_err(Failure::typed) {
        Ok(id) => Ok(page.done(&format!("/appels/{id}"), page.words().call.opened, None)),
        Err(Ok(refusal)) => again(&view(&page, form, Some(&refusal)).await?, &refusal),
        Err(Err(failure)) => Err(failure),
    }
}

/// `POST /appels/{list}/cloture`.
pub async fn close(page: Page, Path(list): Path<Id>, _form: Posted) -> Result<Response, Failure> {
    page.call(move |app, actor| calls::close_list(app, actor, list)).await?;
    Ok(page.done("/appels", page.words().call.closed, Some(crate::notes::Undo::CallList(list))))
}

async fn view(page: &Page, form: ListForm, refusal: Option<&Refusal>) -> Result<ListsView, Failure> {
    let w = page.words();
    let (lists, segments, sources, scripts) = page
        .call(move |app, actor| {
            let scripts = scripts::list(app, actor)?.into_iter().filter(|row| !row.archived);
            let lists = calls::lists(app, actor)?.into_iter().filter(|row| !row.closed);
            let segments = segments::list(app, actor)?;
            Ok((lists.collect(), segments, sources(app, actor, w)?, scripts.collect()))
        })
        .await?;
    let problem = refusal.map(|refusal| QueryProblem::of(&form.query, refusal));
    Ok(ListsView { shell: page.shell(Nav::Calls), lists, segments, sources, scripts, form, problem })
}

fn sources(app: &App, actor: &Actor, w: &Words) -> Result<Vec<Source>, AppError> {
    let mut sources = Vec::new();
    for row in campaigns::list(app, actor)? {
        let campaign = row.campaign;
        if campaign.launched_on.is_none() || campaign.closed_on.is_some() {
            continue;
        }
        sources.push(Source { value: campaign.id.to_string(), label: campaign.name.clone() });
        for step in campaigns::steps(app, actor, &campaign.id.to_string())? {
            if step.channel == Channel::Phone && step.position > 0 {
                let label = format!("{} · {} {}", campaign.name, w.call.from_step, step.position + 1);
                sources.push(Source { value: format!("etape:{}", step.id), label });
            }
        }
    }
    Ok(sources)
}
