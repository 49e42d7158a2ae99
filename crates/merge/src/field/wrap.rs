//! How the text of a field is written: a run of Word, text of OpenDocument, or nothing round it.
use crate::xml::escape::push_escaped;
use std::sync::Arc;

#[derive(Debug, Clone)]
pub enum Wrap {
    Word { open: Box<[u8]>, tags: Arc<WordTags> },
    Odf,
}

/// Tags with the prefix that the document gives to the Word namespace.
#[derive(Debug)]
pub struct WordTags {
    pub run_close: String,
    pub text_open: String,
    pub text_close: String,
    pub line_break: String,
    pub tab: String,
}

impl WordTags {
    pub fn new(prefix: &str) -> WordTags {
        WordTags {
            run_close: format!("</{prefix}r>"),
            text_open: format!("<{prefix}t xml:space=\"preserve\">"),
            text_close: format!("</{prefix}t>"),
            line_break: format!("<{prefix}br/>"),
            tab: format!("<{prefix}tab/>"),
        }
    }
}

impl Wrap {
    /// Line breaks and tabs become the document's own; an empty text writes nothing.
    pub fn write(&self, text: &str, out: &mut Vec<u8>) {
        if text.is_empty() {
            return;
        }
        match self {
            Wrap::Word { open, tags } => {
                out.extend_from_slice(open);
                write_word(text, tags, out);
                out.extend_from_slice(tags.run_close.as_bytes());
            }
            Wrap::Odf => write_odf(text, out),
        }
    }
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn write_word(text: &str, tags: &WordTags, out: &mut Vec<u8>) {
    let text = if text.contains('\r') { &text.replace("\r\n", "\n") } else { text };
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c| is_break(c) || c == '\t').unwrap_or(rest.len());
        let (plain, tail) = rest.split_at(end);
        if !plain.is_empty() {
            out.extend_from_slice(tags.text_open.as_bytes());
            push_escaped(out, plain);
            out.extend_from_slice(tags.text_close.as_bytes());
        }
        let mut chars = tail.chars();
        match chars.next() {
            Some('\t') => out.extend_from_slice(tags.tab.as_bytes()),
            Some(_) => out.extend_from_slice(tags.line_break.as_bytes()),
            None => {}
        }
        rest = chars.as_str();
    }
}

/// OpenDocument collapses spaces: all but a lone one between words are written as elements.
fn write_odf(text: &str, out: &mut Vec<u8>) {
    let text = text.replace("\r\n", "\n");
    let mut plain = String::new();
    let mut chars = text.chars().peekable();
    let mut start = true;
    while let Some(c) = chars.next() {
        match c {
            ' ' if !start
                && !matches!(chars.peek(), None | Some(' '))
                && !plain.ends_with(' ')
                && !plain.is_empty() =>
            {
                plain.push(' ');
            }
            ' ' => odf_element(&mut plain, out, "<text:s/>"),
            '\t' => odf_element(&mut plain, out, "<text:tab/>"),
            c if is_break(c) => odf_element(&mut plain, out, "<text:line-break/>"),
            c => plain.push(c),
        }
        start = false;
    }
    push_escaped(out, &plain);
}

fn odf_element(plain: &mut String, out: &mut Vec<u8>, element: &str) {
    push_escaped(out, plain);
    plain.clear();
    out.extend_from_slice(element.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_tabs_and_spaces_become_elements() {
        let wrap = Wrap::Word { open: (*b"<w:r>").into(), tags: Arc::new(WordTags::new("w:")) };
        let mut out = Vec::new();
        wrap.write("a\r\nb\tc&\u{7}", &mut out);
        assert_eq!(
            String::from_utf8_lossy(&out),
            "<w:r><w:t xml:space=\"preserve\">a</w:t><w:br/><w:t xml:space=\"preserve\">b</w:t><w:tab/><w:t xml:space=\"preserve\">c&amp;</w:t></w:r>"
        );
        let mut out = Vec::new();
        Wrap::Odf.write(" a b  c\nd", &mut out);
        assert_eq!(String::from_utf8_lossy(&out), "<text:s/>a b<text:s/><text:s/>c<text:line-break/>d");
    }
}
