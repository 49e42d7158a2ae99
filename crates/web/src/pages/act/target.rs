//! Cible: who the action would reach, and who not, with the reason.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::campaigns::{self, AudiencePreview};

use super::Head;
use crate::failure::Failure;
use crate::page::{Page, elsewhere, show};
use crate::pages::file::{QueryProblem, again};
use crate::params::Params;
use crate::posted::Posted;
use crate::shell::{Nav, Shell};

#[derive(Template)]
#[template(path = "action/cible.html")]
pub struct TargetView {
    pub shell: Shell,
    pub head: Head,
    pub audience: AudiencePreview,
    pub query: String,
    pub file_address: String,
    pub problem: Option<QueryProblem>,
}

/// `GET /actions/{id}`: the step at which the action stands.
pub async fn open(page: Page, Path(id): Path<String>) -> Result<Response, Failure> {
    let asked = id.clone();
    let campaign = page.call(move |app, actor| campaigns::find(app, actor, &asked)).await?;
    let step = match (campaign.launched_on, campaign.verdict) {
        (None, _) => "cible",
        (Some(_), None) => "suivi",
        (Some(_), Some(_)) => "bilan",
    };
    Ok(elsewhere(&format!("/actions/{}/{step}", campaign.id)))
}

/// `GET /actions/{id}/cible`.
pub async fn target(page: Page, Path(id): Path<String>) -> Result<Response, Failure> {
    show(&view(&page, &id, None, None).await?)
}

/// `POST /actions/{id}/cible`: another query, before the launch.
pub async fn change(page: Page, Path(id): Path<String>, form: Posted) -> Result<Response, Failure> {
    let query = form.fields.get("q").to_owned();
    let (asked, typed) = (id.clone(), query.clone());
    let plan = campaigns::Plan { query: Some(typed), ..campaigns::Plan::default() };
    match page
        .call(move |app, actor| campaigns::plan(app, actor, &asked, &plan))
        .await
        .map_err(Failure::typed)
    {
        Ok(_) => Ok(page.done(&format!("/actions/{id}/cible"), page.words().act.target_changed, None)),
        Err(Ok(refusal)) => {
            let problem = Some(QueryProblem::of(&query, &refusal));
            again(&view(&page, &id, Some(query), problem).await?, &refusal)
        }
        Err(Err(failure)) => Err(failure),
    }
}

async fn view(
    page: &Page,
    id: &str,
    typed: Option<String>,
    problem: Option<QueryProblem>,
) -> Result<TargetView, Failure> {
    let show = page.act(id).await?;
    let asked = id.to_owned();
    let audience = page.call(move |app, actor| campaigns::audience(app, actor, &asked)).await?;
    let query = typed.unwrap_or_else(|| show.campaign.query.clone());
    let file_address = format!("/fichier{}", Params::encoded(&[("q", &show.campaign.query)]));
    let head = Head::of(page.words(), &show, "cible");
    Ok(TargetView { shell: page.shell(Nav::Acts), head, audience, query, file_address, problem })
}
