//! Lancement: the target frozen, the letters made, the journal written.

use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::answer::LettersAnswer;
use filon_app::campaigns::{self, AudiencePreview, Launch, Mentions, TemplateRef};
use filon_app::templates::{self, TemplateInfo};
use filon_app::{App, AppError, ErrorKind};
use filon_core::Campaign;
use jiff::civil::Date;

use super::Head;
use super::head::{expected_cost, needs_letter};
use crate::failure::Failure;
use crate::page::{Page, attachment, show};
use crate::pages::file::again;
use crate::pages::model::document_kind;
use crate::posted::Posted;
use crate::shell::{Nav, Shell};
use crate::site;

#[derive(Template)]
#[template(path = "action/lancement.html")]
pub struct LaunchView {
    pub shell: Shell,
    pub head: Head,
    pub audience: AudiencePreview,
    pub model: Option<TemplateInfo>,
    pub needs_letter: bool,
    /// Whether the letter says who sends it; `None` where there is no letter to look at.
    pub mentions: Option<Mentions>,
    pub cost_cents: i64,
    pub today: Date,
    /// The files that the letters can be made as.
    pub formats: Vec<&'static str>,
    /// The files of a launched action that are here.
    pub files: Vec<&'static str>,
    pub answer: Option<Arc<LettersAnswer>>,
    pub problem: Option<String>,
}

/// `GET /actions/{id}/lancement`.
pub async fn launch(page: Page, Path(id): Path<String>) -> Result<Response, Failure> {
    show(&view(&page, &id, None).await?)
}

/// `POST /actions/{id}/lancement`.
pub async fn launching(page: Page, Path(id): Path<String>, form: Posted) -> Result<Response, Failure> {
    page.must_manage()?;
    let w = page.words();
    let on = form.fields.date(w, "le")?;
    let ticked = |name: &str| !form.fields.get(name).is_empty();
    let asked = Asked {
        format: form.fields.get("format").to_owned(),
        on,
        sort_postcode: ticked("tri"),
        mentions_confirmed: ticked("entete"),
    };
    let (kept, wanted) = (page.site.clone(), id.clone());
    let campaign = page.call(move |app, actor| campaigns::find(app, actor, &wanted)).await?;
    let title = w.act.launching.with(&campaign.name);
    let begun = page.begin(title, move |app, actor, job| {
        let launch = request(app, &campaign, &asked)?;
        let answer = campaigns::launch(app, actor, &launch, &mut |done, total| job.advance(done, total))?;
        kept.letters.keep(&campaign.id.to_string(), answer);
        Ok(format!("/actions/{}/lancement", campaign.id))
    });
    match begun.await.map_err(Failure::typed) {
        Ok(response) => Ok(response),
        Err(Ok(refusal)) => again(&view(&page, &id, Some(refusal.message.clone())).await?, &refusal),
        Err(Err(failure)) => Err(failure),
    }
}

/// What the form of the launch says.
struct Asked {
    format: String,
    on: Option<Date>,
    sort_postcode: bool,
    /// The letters go on paper that carries the sender's mentions.
    mentions_confirmed: bool,
}

fn request(app: &App, campaign: &Campaign, asked: &Asked) -> Result<Launch, AppError> {
    let letters = needs_letter(campaign);
    let out = if letters {
        let folder = folder(app);
        let failed = |error: std::io::Error| {
            AppError::new(ErrorKind::Refused, format!("{} : {error}", folder.display()))
        };
        std::fs::create_dir_all(&folder).map_err(failed)?;
        let ending = ENDINGS.into_iter().find(|ending| *ending == asked.format).unwrap_or("docx");
        Some(file(&folder, campaign, ending))
    } else {
        None
    };
    Ok(Launch {
        campaign: campaign.id.to_string(),
        template: campaign.template.map(TemplateRef::Stored),
        out,
        each: None,
        on: asked.on,
        sort_postcode: asked.sort_postcode,
        mentions_confirmed: asked.mentions_confirmed,
    })
}

const ENDINGS: [&str; 3] = ["docx", "odt", "pdf"];

/// Where the letters of launched actions wait to be downloaded.
fn folder(app: &App) -> PathBuf {
    site::folder(app).join("letters")
}

fn file(folder: &FilePath, campaign: &Campaign, ending: &str) -> PathBuf {
    folder.join(format!("{}.{ending}", campaign.id))
}

/// `GET /actions/{id}/courriers?format=…`.
pub async fn letters(page: Page, Path(id): Path<String>) -> Result<Response, Failure> {
    page.must_manage()?;
    let wanted = page.params.get("format").to_owned();
    let ending = ENDINGS.into_iter().find(|ending| *ending == wanted).ok_or_else(Failure::not_found)?;
    let (campaign, bytes) = page
        .call(move |app, actor| {
            let campaign = campaigns::find(app, actor, &id)?;
            let bytes = std::fs::read(file(&folder(app), &campaign, ending)).ok();
            Ok((campaign, bytes))
        })
        .await?;
    let missing = || Failure::new(ErrorKind::NotFound, page.words().act.no_file.to_string());
    let name = format!("{}.{ending}", campaign.name);
    Ok(attachment(&name, document_kind(ending), bytes.ok_or_else(missing)?))
}

async fn view(page: &Page, id: &str, problem: Option<String>) -> Result<LaunchView, Failure> {
    let act = page.act(id).await?;
    let campaign = act.campaign.clone();
    let (audience, model, mentions, files) = page
        .call(move |app, actor| {
            let audience = campaigns::audience(app, actor, &campaign.id.to_string())?;
            let model = campaign.template.map(|id| templates::get(app, actor, &id.to_string()));
            let mentions = match (&model, campaign.launched_on) {
                (Some(_), None) => Some(campaigns::mentions(app, actor, &campaign.id.to_string(), None)?),
                _ => None,
            };
            let folder = folder(app);
            let here = ENDINGS.into_iter().filter(|ending| file(&folder, &campaign, ending).exists());
            Ok((audience, model.transpose()?.map(|(model, _)| model), mentions, here.collect()))
        })
        .await?;
    Ok(LaunchView {
        shell: page.shell(Nav::Acts),
        needs_letter: needs_letter(&act.campaign),
        head: Head::of(page.words(), &act, "lancement"),
        audience,
        mentions,
        formats: vec![model.as_ref().map_or("docx", |model| model.kind), "pdf"],
        model,
        cost_cents: expected_cost(&act),
        today: page.site.app.today(),
        files,
        answer: page.site.letters.find(&act.campaign.id.to_string()),
        problem,
    })
}
