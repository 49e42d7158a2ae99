//! A form that was sent, with its file; refused where its token is not the session's.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use filon_app::ErrorKind;

use crate::failure::Failure;
use crate::guard;
use crate::identity::Visit;
use crate::params::Params;
use crate::site::Site;
use crate::words::Words;

/// The name of the token's field in every form.
pub const TOKEN: &str = "jeton";
/// The largest file that is taken.
pub const FILE_LIMIT: usize = 50 * 1024 * 1024;
const FORM_LIMIT: usize = 1024 * 1024;

/// The fields of a form, and its file where it has one.
pub struct Posted {
    pub fields: Params,
    pub file: Option<Upload>,
}

/// A file as it was sent.
#[derive(Debug, Clone)]
pub struct Upload {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl FromRequest<Site> for Posted {
    type Rejection = Failure;

    async fn from_request(request: Request, site: &Site) -> Result<Posted, Failure> {
        let visit = request.extensions().get::<Visit>().cloned().ok_or_else(Failure::not_found)?;
        let w = visit.words();
        let kind =
            request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let posted = if kind.starts_with("multipart/form-data") {
            parts(request, site, w).await?
        } else {
            let body = to_bytes(request.into_body(), FORM_LIMIT).await;
            let body = body.map_err(|_| Failure::usage(w.trouble.bad_form.to_string()))?;
            let text = String::from_utf8_lossy(&body);
            Posted { fields: Params::parse(&text), file: None }
        };
        let expected = visit.who.as_ref().map(|who| who.csrf.as_str());
        match expected {
            Some(token) if !guard::same(token, posted.fields.get(TOKEN)) => {
                Err(Failure::new(ErrorKind::Forbidden, w.trouble.forbidden_csrf.to_string()))
            }
            _ => Ok(posted),
        }
    }
}

async fn parts(request: Request, site: &Site, w: &Words) -> Result<Posted, Failure> {
    let bad = || Failure::usage(w.trouble.bad_form.to_string());
    let mut multipart = Multipart::from_request(request, site).await.map_err(|_| bad())?;
    let mut posted = Posted { fields: Params::default(), file: None };
    while let Some(field) = multipart.next_field().await.map_err(|_| bad())? {
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field.file_name().map(str::to_owned);
        let bytes = field.bytes().await.map_err(|_| {
            Failure::new(ErrorKind::Refused, format!("{} {}", w.trouble.too_large, w.trouble.too_large_help))
        })?;
        match file_name {
            Some(file_name) if !file_name.is_empty() => {
                posted.file = Some(Upload { name: file_name, bytes: bytes.to_vec() });
            }
            Some(_) => {}
            None => posted.fields.0.push((name, String::from_utf8_lossy(&bytes).into_owned())),
        }
    }
    Ok(posted)
}

impl Posted {
    /// The file, which must be there.
    pub fn need_file(&mut self, w: &Words) -> Result<Upload, Failure> {
        let file = self.file.take().filter(|file| !file.bytes.is_empty());
        file.ok_or_else(|| Failure::usage(w.trouble.no_file.to_string()))
    }
}
