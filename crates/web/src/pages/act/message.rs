//! Message: the letter of the action.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::campaigns;
use filon_app::templates::{self, TemplateInfo};

use super::Head;
use super::head::needs_letter;
use crate::failure::Failure;
use crate::page::{Page, elsewhere, show};
use crate::pages::model::ModelsView;
use crate::posted::Posted;
use crate::shell::{Nav, Shell};

#[derive(Template)]
#[template(path = "action/message.html")]
pub struct MessageView {
    pub shell: Shell,
    pub head: Head,
    pub models: Vec<TemplateInfo>,
    /// The letter of a launched action.
    pub chosen: Option<TemplateInfo>,
    pub needs_letter: bool,
    /// The one just added, proposed.
    pub proposed: String,
}

impl MessageView {
    pub fn unknown(model: &TemplateInfo) -> usize {
        ModelsView::unknown(model)
    }

    pub fn is_chosen(&self, model: &TemplateInfo) -> bool {
        if self.proposed.is_empty() {
            return self.head.campaign.template == Some(model.id) || self.models.len() == 1;
        }
        self.proposed == model.id.to_string()
    }
}

/// `GET /actions/{id}/message`.
pub async fn message(page: Page, Path(id): Path<String>) -> Result<Response, Failure> {
    let act = page.act(&id).await?;
    let models = page.call(templates::list).await?;
    let chosen = models.iter().find(|model| Some(model.id) == act.campaign.template).cloned();
    show(&MessageView {
        shell: page.shell(Nav::Acts),
        needs_letter: needs_letter(&act.campaign),
        head: Head::of(page.words(), &act, "message"),
        models,
        chosen,
        proposed: page.params.get("modele").to_owned(),
    })
}

/// `POST /actions/{id}/message`.
pub async fn choose(page: Page, Path(id): Path<String>, form: Posted) -> Result<Response, Failure> {
    let template = form.fields.id(page.words(), "modele")?;
    let to = format!("/actions/{id}/budget");
    let plan = campaigns::Plan { template: Some(Some(template)), ..campaigns::Plan::default() };
    page.call(move |app, actor| campaigns::plan(app, actor, &id, &plan)).await?;
    Ok(elsewhere(&to))
}
