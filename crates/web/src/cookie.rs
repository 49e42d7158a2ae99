//! The cookies: session, language, theme.

use axum::http::HeaderMap;
use axum::http::header::{COOKIE, HeaderValue};

/// Over TLS the `__Host-` name binds the session to this origin; browsers refuse it over plain HTTP.
const SESSION_TLS: &str = "__Host-filon_session";
const SESSION: &str = "filon_session";
pub const LANGUAGE: &str = "filon_langue";
pub const THEME: &str = "filon_theme";

/// A cookie's value, where the browser sent one of that name.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(found, value)| (found == name).then_some(value))
}

/// The session's token.
pub fn session(headers: &HeaderMap) -> Option<&str> {
    read(headers, SESSION_TLS).or_else(|| read(headers, SESSION))
}

/// The cookie that begins a session of at most twelve hours.
pub fn begin(token: &str, tls: bool) -> Option<HeaderValue> {
    let text = if tls {
        format!("{SESSION_TLS}={token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=43200")
    } else {
        format!("{SESSION}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200")
    };
    HeaderValue::from_str(&text).ok()
}

/// The cookies that end it, whichever name it had.
pub fn end() -> [HeaderValue; 2] {
    [
        HeaderValue::from_static("__Host-filon_session=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"),
        HeaderValue::from_static("filon_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"),
    ]
}

/// A preference, kept for a year.
pub fn preference(name: &str, value: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000")).ok()
}
