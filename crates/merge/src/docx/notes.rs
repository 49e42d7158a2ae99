//! Footnotes and endnotes: separators once, the notes again for every letter (they may hold fields).
use super::compile::{Compiler, Shared};
use super::part::Part;
use crate::piece::{Builder, Piece};
use crate::xml::Dom;

#[derive(Debug, Clone)]
pub struct Notes {
    pub name: String,
    /// Root and separators.
    pub head: Vec<Piece>,
    pub notes: Vec<Piece>,
    pub tail: Vec<u8>,
}

impl Notes {
    pub fn compile(name: &str, dom: &Dom, shared: &mut Shared<'_>) -> Notes {
        let mut compiler = Compiler::new(dom, shared);
        let mut head = Builder::default();
        let mut notes = Builder::default();
        let (before, after) = Part::around(dom, dom.root);
        head.text(&before);
        for &child in dom.children(dom.root) {
            let word = compiler.words.word(dom, child).to_owned();
            let normal = matches!(word.as_str(), "footnote" | "endnote")
                && dom.attr_local(child, "type").is_none_or(|t| t == "normal");
            let b = if normal { &mut notes } else { &mut head };
            let words = compiler.words.clone();
            compiler.ids.open_tag(dom, child, &words, b);
            if dom.open_tag(child) != dom.outer(child) {
                b.extend(compiler.container(child));
            }
            b.text(dom.close_tag(child));
        }
        Notes { name: name.to_owned(), head: head.finish(), notes: notes.finish(), tail: after.into_bytes() }
    }
}
