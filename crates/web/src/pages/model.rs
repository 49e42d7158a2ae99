//! Modèles: letters, their fields checked against what the file can fill.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::templates::{self, TemplateInfo};
use filon_core::Id;

use crate::failure::Failure;
use crate::page::{Page, attachment, show, show_refused};
use crate::pages::door::local;
use crate::posted::Posted;
use crate::shell::{Nav, Shell};

#[derive(Template)]
#[template(path = "modele/liste.html")]
pub struct ModelsView {
    pub shell: Shell,
    pub models: Vec<TemplateInfo>,
    /// Where to go once a template was added; empty for its own page.
    pub to: String,
    pub problem: Option<String>,
}

#[derive(Template)]
#[template(path = "modele/modele.html")]
pub struct ModelView {
    pub shell: Shell,
    pub model: TemplateInfo,
}

impl ModelsView {
    pub fn unknown(model: &TemplateInfo) -> usize {
        model.fields.iter().filter(|field| field.column.is_none()).count()
    }
}

/// `GET /modeles`.
pub async fn list(page: Page) -> Result<Response, Failure> {
    let models = page.call(templates::list).await?;
    let to = page.params.get("vers").to_owned();
    show(&ModelsView { shell: page.shell(Nav::Models), models, to, problem: None })
}

/// `POST /modeles`: the document is read at once, so that what cannot be used is refused now.
pub async fn add(page: Page, mut form: Posted) -> Result<Response, Failure> {
    let to = form.fields.get("vers").to_owned();
    let added = match form.need_file(page.words()) {
        Ok(file) => page.call(move |app, actor| templates::add(app, actor, &file.name, &file.bytes)).await,
        Err(failure) => Err(failure),
    };
    match added.map_err(Failure::typed) {
        Ok(model) => {
            let own = format!("/modeles/{}", model.id);
            let to = if to.is_empty() { own } else { local(&to).replace("{modele}", &model.id.to_string()) };
            Ok(page.done(&to, page.words().model.added, None))
        }
        Err(Ok(refusal)) => {
            let models = page.call(templates::list).await?;
            let problem = Some(refusal.message.clone());
            show_refused(
                &ModelsView { shell: page.shell(Nav::Models), models, to, problem },
                refusal.status(),
            )
        }
        Err(Err(failure)) => Err(failure),
    }
}

/// `GET /modeles/{id}`.
pub async fn show_one(page: Page, Path(id): Path<Id>) -> Result<Response, Failure> {
    let (model, _) = page.call(move |app, actor| templates::get(app, actor, &id.to_string())).await?;
    show(&ModelView { shell: page.shell(Nav::Models), model })
}

/// `GET /modeles/{id}/document`.
pub async fn document(page: Page, Path(id): Path<Id>) -> Result<Response, Failure> {
    let (model, bytes) = page.call(move |app, actor| templates::get(app, actor, &id.to_string())).await?;
    let ending = format!(".{}", model.kind);
    let name = if model.name.ends_with(&ending) { model.name } else { format!("{}{ending}", model.name) };
    Ok(attachment(&name, document_kind(model.kind), bytes))
}

/// The content type of a document by its ending.
pub fn document_kind(ending: &str) -> &'static str {
    match ending {
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "odt" => "application/vnd.oasis.opendocument.text",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// `POST /modeles/{id}/suppression`.
pub async fn delete(page: Page, Path(id): Path<Id>, _form: Posted) -> Result<Response, Failure> {
    page.call(move |app, actor| templates::delete(app, actor, id)).await?;
    Ok(page.done("/modeles", page.words().model.deleted, None))
}
