//! Where a request that changes something must come from: this very site.

use axum::extract::Request;
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use filon_app::ErrorKind;

use crate::failure::Failure;
use crate::identity::Visit;

/// Refuses an unsafe request of which the browser says that another site made it.
pub async fn origin(request: Request, next: Next) -> Response {
    if is_safe(request.method()) || is_ours(request.headers()) {
        return next.run(request).await;
    }
    let visit = request.extensions().get::<Visit>();
    let message = visit.map_or_else(String::new, |visit| visit.words().trouble.forbidden_origin.to_string());
    Failure::new(ErrorKind::Forbidden, message).into_response()
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// A browser of today says where a request was made; a program says nothing and shows its token.
fn is_ours(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site")
        && !matches!(site, "same-origin" | "none")
    {
        return false;
    }
    match (text(ORIGIN.as_str()), text(HOST.as_str())) {
        (None, _) => true,
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, from)| from == host),
        (Some(_), None) => false,
    }
}

/// Whether the browser came by TLS, through a proxy in front of Filon.
pub fn by_tls(headers: &HeaderMap) -> bool {
    headers
        .get(ORIGIN)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|origin| origin.starts_with("https://"))
}

/// Compares two secrets in a time that does not tell where they differ.
pub fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |differs, (x, y)| differs | (x ^ y)) == 0
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (name.parse().expect("name"), HeaderValue::from_static(value)))
            .collect()
    }

    #[test]
    fn only_this_site_changes_things() {
        assert!(is_ours(&headers(&[("origin", "http://127.0.0.1:7310"), ("host", "127.0.0.1:7310")])));
        assert!(is_ours(&headers(&[("host", "127.0.0.1:7310")])));
        assert!(!is_ours(&headers(&[("origin", "https://ailleurs.example"), ("host", "127.0.0.1:7310")])));
        assert!(!is_ours(&headers(&[("origin", "null"), ("host", "127.0.0.1:7310")])));
        assert!(!is_ours(&headers(&[("sec-fetch-site", "same-site"), ("host", "127.0.0.1:7310")])));
    }

    #[test]
    fn secrets_are_compared_whole() {
        assert!(same("abc", "abc"));
        assert!(!same("abc", "abd") && !same("abc", "ab") && same("", ""));
    }
}
