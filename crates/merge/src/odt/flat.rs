//! A flat document (`.fodt`) as a package, so that the rest of the crate knows one form.
use crate::TemplateError;
use crate::package::{Package, decode};
use crate::xml::Dom;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub fn flat_to_package(bytes: &[u8]) -> Result<Package, TemplateError> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or(&[]);
    if !head.windows(15).any(|w| w == b"office:document") {
        return Err(TemplateError::UnknownKind);
    }
    if bytes.len() > 64 * 1024 * 1024 {
        return Err(TemplateError::TooLarge("64 MiB".into()));
    }
    let dom = Dom::parse(decode(bytes.to_vec(), "fodt")?, "fodt")?;
    let mime = dom.attr(dom.root, "office:mimetype").unwrap_or_default();
    if dom.name(dom.root) != "office:document" || !mime.contains("opendocument.text") {
        return Err(TemplateError::UnknownKind);
    }
    let part = |root: &str, names: &[&str]| {
        let attributes = dom.open_tag(dom.root).strip_prefix("<office:document").unwrap_or(">");
        let mut out = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:{root}{attributes}");
        for name in names {
            if let Some(id) = dom.child(dom.root, name) {
                out.push_str(dom.outer(id));
            }
        }
        out.push_str(&format!("</office:{root}>"));
        out
    };
    let parts = [
        (
            "content.xml",
            part("document-content", &["office:font-face-decls", "office:automatic-styles", "office:body"]),
        ),
        (
            "styles.xml",
            part(
                "document-styles",
                &[
                    "office:font-face-decls",
                    "office:styles",
                    "office:automatic-styles",
                    "office:master-styles",
                ],
            ),
        ),
        ("meta.xml", part("document-meta", &["office:meta"])),
        ("settings.xml", part("document-settings", &["office:settings"])),
    ];
    // LibreOffice refuses a package whose list and parts name different versions.
    let version = dom.attr(dom.root, "office:version").unwrap_or_else(|| "1.2".to_owned());
    pack(&parts, &version)
        .map_err(|e| TemplateError::Damaged(e.to_string()))
        .and_then(|bytes| Package::open(&bytes))
}

fn pack(parts: &[(&str, String)], version: &str) -> Result<Vec<u8>, zip::result::ZipError> {
    let mime = "application/vnd.oasis.opendocument.text";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("mimetype", SimpleFileOptions::default().compression_method(CompressionMethod::Stored))?;
    zip.write_all(mime.as_bytes())?;
    let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut manifest = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"{version}\"><manifest:file-entry manifest:full-path=\"/\" manifest:version=\"{version}\" manifest:media-type=\"{mime}\"/>"
    );
    for (name, text) in parts {
        zip.start_file(*name, deflated)?;
        zip.write_all(text.as_bytes())?;
        manifest.push_str(&format!(
            "<manifest:file-entry manifest:full-path=\"{name}\" manifest:media-type=\"text/xml\"/>"
        ));
    }
    manifest.push_str("</manifest:manifest>");
    zip.start_file("META-INF/manifest.xml", deflated)?;
    zip.write_all(manifest.as_bytes())?;
    Ok(zip.finish()?.into_inner())
}
