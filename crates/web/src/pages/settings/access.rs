//! Users, passwords and tokens.

use axum::extract::Path;
use axum::response::Response;
use filon_app::users::{self, Role};
use filon_core::Id;

use super::view::{Secret, Shown, view};
use crate::failure::Failure;
use crate::page::{Page, show};
use crate::pages::file::again;
use crate::posted::Posted;

/// `POST /reglages/utilisateurs`.
pub async fn add_user(page: Page, form: Posted) -> Result<Response, Failure> {
    page.must_administer()?;
    let w = page.words();
    let name = form.fields.need(w, "nom", &w.door.name.to_string())?;
    let role = Role::from_code(form.fields.get("role")).unwrap_or(Role::Sales);
    let label = w.settings.user_added.with(&name);
    let added = page.call(move |app, actor| users::add(app, actor, &name, role)).await;
    answer(&page, added.map(|user| Secret { label, text: user.password })).await
}

/// `POST /reglages/jetons`.
pub async fn add_token(page: Page, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let name = form.fields.need(w, "nom", &w.settings.token_name.to_string())?;
    let scope = if form.fields.get("droit") == "write" { "write" } else { "read" };
    let label = w.settings.token_made.with(&name);
    let made = page.call(move |app, actor| users::new_token(app, actor, &name, scope)).await;
    answer(&page, made.map(|token| Secret { label, text: token.token })).await
}

/// `POST /reglages/jetons/{id}/suppression`.
pub async fn revoke(page: Page, Path(id): Path<Id>, _form: Posted) -> Result<Response, Failure> {
    page.call(move |app, actor| users::revoke_token(app, actor, id)).await?;
    Ok(page.done("/reglages#t-jetons", page.words().settings.token_revoked, None))
}

/// `POST /reglages/mot-de-passe`.
pub async fn password(page: Page, form: Posted) -> Result<Response, Failure> {
    let raw = |name: &str| form.fields.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let (old, new) = (raw("ancien").unwrap_or_default(), raw("nouveau").unwrap_or_default());
    let changed = page.call(move |app, actor| users::change_password(app, actor, &old, &new)).await;
    match changed.map_err(Failure::any) {
        Ok(()) => Ok(page.done("/reglages", page.words().settings.password_changed, None)),
        Err(Ok(refusal)) => {
            let shown = Shown { problem: Some(refusal.message.clone()), ..Shown::default() };
            again(&view(&page, shown).await?, &refusal)
        }
        Err(Err(failure)) => Err(failure),
    }
}

/// The page with a secret shown this once, or with what was refused.
async fn answer(page: &Page, secret: Result<Secret, Failure>) -> Result<Response, Failure> {
    match secret.map_err(Failure::typed) {
        Ok(secret) => show(&view(page, Shown { secret: Some(secret), ..Shown::default() }).await?),
        Err(Ok(refusal)) => {
            let shown = Shown { problem: Some(refusal.message.clone()), ..Shown::default() };
            again(&view(page, shown).await?, &refusal)
        }
        Err(Err(failure)) => Err(failure),
    }
}
