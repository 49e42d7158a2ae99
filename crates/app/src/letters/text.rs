//! The plain words of a letter's document, header and footer with it.

use std::io::{Cursor, Read};

/// More is no letterhead; a part is read so far.
const MOST: u64 = 8_000_000;

/// The words of a template that was read before, a line a paragraph. What cannot be opened has none.
pub(crate) fn words_of(document: &[u8]) -> String {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(document)) else {
        return without_tags(&String::from_utf8_lossy(document));
    };
    let mut words = String::new();
    for at in 0..archive.len() {
        let Ok(part) = archive.by_index(at) else { continue };
        if part.name().ends_with(".xml") && is_read(part.name()) {
            let mut text = String::new();
            if part.take(MOST).read_to_string(&mut text).is_ok() {
                words.push_str(&without_tags(&text));
                words.push('\n');
            }
        }
    }
    words
}

/// The parts that are printed; the letterhead of ODT is among its styles.
fn is_read(part: &str) -> bool {
    let word = part.strip_prefix("word/");
    word.is_some_and(|name| ["document", "header", "footer"].iter().any(|kind| name.starts_with(kind)))
        || matches!(part, "content.xml" | "styles.xml")
}

/// Ends of paragraphs are ends of lines, tabs and breaks are spaces, and the cuts within a word vanish.
fn without_tags(xml: &str) -> String {
    let mut words = String::with_capacity(xml.len() / 4);
    let mut rest = xml;
    while let Some((before, from)) = rest.split_once('<') {
        words.push_str(before);
        let Some((tag, after)) = from.split_once('>') else { return words };
        let name = tag.trim_end_matches('/').split_whitespace().next().unwrap_or_default();
        match name {
            "/w:p" | "/text:p" | "/text:h" => words.push('\n'),
            "w:tab" | "w:br" | "text:tab" | "text:s" | "text:line-break" => words.push(' '),
            _ => {}
        }
        rest = after;
    }
    words.push_str(rest);
    words.replace("&#160;", " ").replace("&#xA0;", " ").replace("&nbsp;", " ").replace("&amp;", "&")
}
