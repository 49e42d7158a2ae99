//! What is done with a whole script: two versions compared, an answer promoted, a copy, the shelf.

use axum::extract::Path;
use axum::response::Response;
use filon_app::scripts;
use filon_core::Id;
use filon_core::call::Technique;

use crate::failure::Failure;
use crate::page::Page;
use crate::pages::door::local;
use crate::posted::Posted;

/// `POST /argumentaires/{id}/comparaison`.
pub async fn compare(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let version = |name: &str| {
        let text = form.fields.get(name);
        text.parse::<u32>().map_err(|_| Failure::usage(w.trouble.bad_field.with(text)))
    };
    let (a, b) = (version("a")?, version("b")?);
    page.call(move |app, actor| scripts::compare(app, actor, id, a, b)).await?;
    Ok(page.done(&format!("/argumentaires/{id}"), w.script.compare_started, None))
}

/// `POST /argumentaires/{id}/comparaison/fin`.
pub async fn stop_comparing(page: Page, Path(id): Path<Id>, _form: Posted) -> Result<Response, Failure> {
    page.call(move |app, actor| scripts::stop_comparing(app, actor, id)).await?;
    Ok(page.done(&format!("/argumentaires/{id}"), page.words().script.compare_stopped, None))
}

/// `POST /argumentaires/{id}/reponses`: a spontaneous answer becomes a prepared one.
pub async fn promote(page: Page, Path(id): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let objection = form.fields.id(w, "objection")?;
    let text = form.fields.need(w, "texte", &w.script.reply.to_string())?;
    let technique = Technique::from_code(form.fields.get("technique")).unwrap_or(Technique::Question);
    let version =
        page.call(move |app, actor| scripts::promote(app, actor, id, objection, &text, technique)).await?;
    let to = match form.fields.get("vers") {
        "" => format!("/argumentaires/{id}#p-{objection}"),
        to => local(to).to_owned(),
    };
    Ok(page.done(&to, w.script.promoted.with(version), None))
}

/// `POST /argumentaires/{id}/copie`.
pub async fn copy(page: Page, Path(id): Path<Id>, _form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let named = w.script.copy_name;
    let copied = page.call(move |app, actor| {
        let name = scripts::get(app, actor, id, None)?.script.name;
        scripts::copy(app, actor, id, &named.with(name))
    });
    Ok(page.done(&format!("/argumentaires/{}", copied.await?), w.script.copied, None))
}

/// `POST /argumentaires/{id}/rangement`: puts it away, or takes it out again.
pub async fn archive(page: Page, Path(id): Path<Id>, _form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let archived = page.call(move |app, actor| {
        let archived = scripts::get(app, actor, id, None)?.archived;
        if archived {
            scripts::unarchive(app, actor, id)?;
        } else {
            scripts::archive(app, actor, id)?;
        }
        Ok(!archived)
    });
    if archived.await? {
        Ok(page.done("/argumentaires", w.script.archived_done, None))
    } else {
        Ok(page.done(&format!("/argumentaires/{id}"), w.script.unarchived_done, None))
    }
}
