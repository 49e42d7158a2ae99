//! Style, scripts and fonts, in the binary. The address of an asset holds the start of its checksum, so that it
//! can be kept for ever and is asked for anew when it changes.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets"]
struct Files;

/// The address of an asset by its path, e.g. `css/filon.css`.
pub fn address(path: &str) -> String {
    let hash = Files::get(path).map(|file| short_hash(&file.metadata.sha256_hash())).unwrap_or_default();
    format!("/actifs/{hash}/{path}")
}

fn short_hash(sum: &[u8; 32]) -> String {
    sum.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// `GET /actifs/{hash}/{path}`. The hash is there for caches; any asks for the one version there is.
pub async fn serve(Path((_, path)): Path<(String, String)>) -> Response {
    let Some(file) = Files::get(&path) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    };
    let keep = (header::CACHE_CONTROL, "public, max-age=31536000, immutable");
    ([(header::CONTENT_TYPE, kind), keep], file.data).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vendored_files_are_the_ones_whose_sums_are_written_down() {
        let list = include_str!("../assets/VENDORED.md");
        for path in ["js/htmx.min.js", "fonts/inter-latin-variable.woff2"] {
            let sum = Files::get(path).expect(path).metadata.sha256_hash();
            let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
            assert!(list.contains(&sum), "{path}: {sum}");
        }
    }
}
