//! A backup to download, and the check of everything derived.

use axum::response::Response;
use filon_app::{App, AppError, ErrorKind, backup, check};

use super::view::{Shown, view};
use crate::failure::Failure;
use crate::page::{Page, attachment, show};
use crate::posted::Posted;
use crate::site;

/// `POST /reglages/sauvegarde`: made beside the data, verified, handed over, and taken away.
pub async fn backup(page: Page, _form: Posted) -> Result<Response, Failure> {
    page.must_administer()?;
    let name = format!("filon-{}.filon", page.site.app.today());
    let bytes = page
        .call(|app, actor| {
            let file = scratch(app)?;
            let made = backup::backup(app, actor, &file);
            let bytes = made.and_then(|_| std::fs::read(&file).map_err(|error| trouble(&error)));
            // What cannot be removed is overwritten by the next backup of this second.
            let _ = std::fs::remove_file(&file);
            bytes
        })
        .await?;
    Ok(attachment(&name, "application/octet-stream", bytes))
}

fn scratch(app: &App) -> Result<std::path::PathBuf, AppError> {
    let folder = site::folder(app).join("backups");
    std::fs::create_dir_all(&folder).map_err(|error| trouble(&error))?;
    Ok(folder.join(format!("web-{}.filon", app.now().millis())))
}

fn trouble(error: &std::io::Error) -> AppError {
    AppError::new(ErrorKind::Internal, error.to_string())
}

/// `POST /reglages/verification`.
pub async fn check(page: Page, _form: Posted) -> Result<Response, Failure> {
    page.must_administer()?;
    let answer = page.call(check::check).await?;
    show(&view(&page, Shown { check: Some(answer), ..Shown::default() }).await?)
}
