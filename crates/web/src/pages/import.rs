//! Importer: a file dropped, looked at, brought in, reported, taken back.

use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::answer::ImportAnswer;
use filon_app::import::{self, AsStage, Batch, Input, MappedColumn, OnDuplicate, Options, Preview, Undone};
use filon_core::{AccountKind, Id};

use crate::failure::Failure;
use crate::page::{Page, elsewhere, show, show_refused};
use crate::params::Params;
use crate::posted::{Posted, Upload};
use crate::shell::{Nav, Shell};
use crate::words::Words;

#[derive(Template)]
#[template(path = "import/deposer.html")]
pub struct DropView {
    pub shell: Shell,
    pub batches: Vec<Batch>,
    pub problem: Option<String>,
}

#[derive(Template)]
#[template(path = "import/apercu.html")]
pub struct PreviewView {
    pub shell: Shell,
    pub key: u64,
    pub name: String,
    pub preview: Preview,
    pub form: Choices,
    pub problem: Option<String>,
}

#[derive(Template)]
#[template(path = "import/rapport.html")]
pub struct ReportView {
    pub shell: Shell,
    pub batch: Batch,
    /// Known until the program is restarted.
    pub answer: Option<Arc<ImportAnswer>>,
    pub undone: Option<Undone>,
}

/// What was chosen in the form, as codes.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    pub source: String,
    pub stage: String,
    pub kind: String,
    pub duplicates: String,
}

impl PreviewView {
    /// The choice that keeps a column under its own name: without it, a browser shows and sends the first
    /// field of the list for every column that Filon does not know.
    pub fn own_field(column: &MappedColumn) -> String {
        match column.target.starts_with("custom.") {
            true => column.target.clone(),
            false => format!("custom.{}", column.header),
        }
    }

    /// The separator as people name it.
    pub fn separator(w: &Words, separator: &str) -> String {
        if separator == "\t" { w.import.tab.to_string() } else { separator.to_owned() }
    }
}

/// `GET /importer`.
pub async fn drop(page: Page) -> Result<Response, Failure> {
    let batches = page.call(import::batches).await?;
    show(&DropView { shell: page.shell(Nav::Import), batches, problem: None })
}

/// `POST /importer`: keeps the file and shows what it holds.
pub async fn send(page: Page, mut form: Posted) -> Result<Response, Failure> {
    page.must_manage()?;
    let w = page.words();
    let sent = form.need_file(w);
    let read = match sent {
        Ok(file) => {
            let file = Arc::new(file);
            let options = Options { dry_run: true, ..Options::default() };
            look(&page, Arc::clone(&file), options).await.map(|_| file)
        }
        Err(failure) => Err(failure),
    };
    match read.map_err(Failure::typed) {
        Ok(file) => {
            let key = page.site.waiting.keep(page.who.user, file);
            Ok(elsewhere(&format!("/importer/{key}")))
        }
        Err(Ok(refusal)) => {
            let batches = page.call(import::batches).await?;
            let problem = Some(refusal.message.clone());
            show_refused(&DropView { shell: page.shell(Nav::Import), batches, problem }, refusal.status())
        }
        Err(Err(failure)) => Err(failure),
    }
}

/// `GET /importer/{key}`.
pub async fn preview(page: Page, Path(key): Path<u64>) -> Result<Response, Failure> {
    let file = waiting(&page, key)?;
    let seen = look(&page, Arc::clone(&file), Options { dry_run: true, ..Options::default() }).await?;
    show(&PreviewView {
        shell: page.shell(Nav::Import),
        key,
        name: file.name.clone(),
        preview: seen,
        form: Choices::default(),
        problem: None,
    })
}

/// `POST /importer/{key}`: looks again with other choices, or brings the file in.
pub async fn act(page: Page, Path(key): Path<u64>, form: Posted) -> Result<Response, Failure> {
    page.must_manage()?;
    let file = waiting(&page, key)?;
    let (choices, options) = options(&form.fields);
    if form.fields.get("faire") == "importer" {
        return bring_in(&page, key, file, options).await;
    }
    let asked = Options { dry_run: true, ..options };
    let (seen, problem) = match look(&page, Arc::clone(&file), asked).await.map_err(Failure::typed) {
        Ok(seen) => (seen, None),
        Err(Ok(refusal)) => {
            let plain = Options { dry_run: true, ..Options::default() };
            (look(&page, Arc::clone(&file), plain).await?, Some(refusal.message))
        }
        Err(Err(failure)) => return Err(failure),
    };
    let name = file.name.clone();
    show(&PreviewView { shell: page.shell(Nav::Import), key, name, preview: seen, form: choices, problem })
}

async fn look(page: &Page, file: Arc<Upload>, options: Options) -> Result<Preview, Failure> {
    page.call(move |app, actor| {
        import::preview(app, actor, Input::Bytes { name: &file.name, bytes: &file.bytes }, &options)
    })
    .await
}

async fn bring_in(page: &Page, key: u64, file: Arc<Upload>, options: Options) -> Result<Response, Failure> {
    let (title, site, user) =
        (page.words().import.working.with(&file.name), page.site.clone(), page.who.user);
    let work = move |app: &filon_app::App, actor: &filon_app::Actor, job: &crate::jobs::Job| {
        let input = Input::Bytes { name: &file.name, bytes: &file.bytes };
        let answer = import::run(app, actor, input, &options, &mut |done, total| job.advance(done, total))?;
        site.waiting.forget(user, key);
        let batch = answer.batch.clone().unwrap_or_default();
        site.reports.keep(&batch, answer);
        Ok(format!("/imports/{batch}"))
    };
    page.begin(title, work).await
}

fn waiting(page: &Page, key: u64) -> Result<Arc<Upload>, Failure> {
    let expired = || Failure::new(filon_app::ErrorKind::NotFound, page.words().import.expired.to_string());
    page.site.waiting.find(page.who.user, key).ok_or_else(expired)
}

fn options(fields: &Params) -> (Choices, Options) {
    let get = |name: &str| fields.get(name).to_owned();
    let choices = Choices {
        source: get("source"),
        stage: get("etape"),
        kind: get("nature"),
        duplicates: get("doublons"),
    };
    let headers = fields.0.iter().filter(|(key, _)| key == "colonne").map(|(_, value)| value.clone());
    // A place has one column, and the last that asks for it has it: columns that were just changed ask last.
    let columns = headers.zip(fields.all("champ")).zip(fields.all("avant"));
    let mut map: Vec<(bool, (String, String))> =
        columns.map(|((header, target), before)| (target != before, (header, target.to_owned()))).collect();
    map.sort_by_key(|(changed, _)| *changed);
    let options = Options {
        source: fields.some("source"),
        as_stage: match choices.stage.as_str() {
            "client" => Some(AsStage::Client),
            "suspect" => Some(AsStage::Suspect),
            _ => None,
        },
        kind: AccountKind::from_code(&choices.kind),
        map: map.into_iter().map(|(_, pair)| pair).collect(),
        on_duplicate: match choices.duplicates.as_str() {
            "skip" => OnDuplicate::Skip,
            "create" => OnDuplicate::Create,
            _ => OnDuplicate::Merge,
        },
        dry_run: false,
    };
    (choices, options)
}

/// `GET /imports/{id}`.
pub async fn report(page: Page, Path(id): Path<Id>) -> Result<Response, Failure> {
    let batch = find(&page, id).await?;
    let answer = page.site.reports.find(&id.to_string());
    show(&ReportView { shell: page.shell(Nav::Import), batch, answer, undone: None })
}

/// `POST /imports/{id}/annulation`.
pub async fn undo(page: Page, Path(id): Path<Id>, _form: Posted) -> Result<Response, Failure> {
    page.must_manage()?;
    let undone = page.call(move |app, actor| import::undo(app, actor, id)).await?;
    let batch = find(&page, id).await?;
    show(&ReportView { shell: page.shell(Nav::Import), batch, answer: None, undone: Some(undone) })
}

async fn find(page: &Page, id: Id) -> Result<Batch, Failure> {
    let batches = page.call(import::batches).await?;
    batches.into_iter().find(|batch| batch.id == id).ok_or_else(Failure::not_found)
}
