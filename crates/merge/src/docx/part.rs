//! A part that holds text: what stands before its content, the content, what stands after.
use super::compile::{Compiler, Shared};
use crate::piece::Piece;
use crate::xml::{Dom, NodeId};

#[derive(Debug, Clone)]
pub struct Part {
    pub name: String,
    pub before: Vec<u8>,
    pub pieces: Vec<Piece>,
    pub after: Vec<u8>,
}

impl Part {
    /// A header or a footer.
    pub fn whole(name: &str, dom: &Dom, shared: &mut Shared<'_>) -> Part {
        let pieces = Compiler::new(dom, shared).container(dom.root);
        let (before, after) = Part::around(dom, dom.root);
        Part { name: name.to_owned(), before: before.into_bytes(), pieces, after: after.into_bytes() }
    }

    /// The document's body, and its last section apart.
    pub fn body(name: &str, dom: &Dom, shared: &mut Shared<'_>) -> (Part, Vec<Piece>) {
        let mut compiler = Compiler::new(dom, shared);
        let body = compiler.words.child(dom, dom.root, "body").unwrap_or(dom.root);
        let blocks: Vec<NodeId> =
            dom.children(body).iter().copied().filter(|c| !dom.name(*c).is_empty()).collect();
        let section = blocks.last().copied().filter(|b| compiler.words.word(dom, *b) == "sectPr");
        compiler.skip = section;
        // Marks such as a bookmark's end may stand after the last paragraph.
        let last = blocks.iter().rev().find(|b| matches!(compiler.words.word(dom, **b), "p" | "tbl" | "sdt"));
        let takes = last.copied().filter(|p| {
            let own =
                compiler.words.child(dom, *p, "pPr").and_then(|pr| compiler.words.child(dom, pr, "sectPr"));
            compiler.words.word(dom, *p) == "p" && own.is_none()
        });
        compiler.slot_in = takes;
        let pieces = compiler.container(body);
        let section = match section {
            Some(id) => compiler.section(id),
            None => compiler.bare_section(),
        };
        let (before, after) = Part::around(dom, body);
        (
            Part { name: name.to_owned(), before: before.into_bytes(), pieces, after: after.into_bytes() },
            section,
        )
    }

    /// Source before the first child and after the last one.
    pub fn around(dom: &Dom, id: NodeId) -> (String, String) {
        let span = dom.span(id);
        if dom.is_empty_tag(id) {
            let open = dom.open_tag(id).strip_suffix("/>").unwrap_or("").to_owned() + ">";
            let before = dom.src.get(..span.start).unwrap_or("").to_owned() + &open;
            return (before, format!("</{}>{}", dom.name(id), dom.src.get(span.end..).unwrap_or("")));
        }
        let from = span.start + dom.open_tag(id).len();
        let to = span.end - dom.close_tag(id).len();
        (dom.src.get(..from).unwrap_or("").to_owned(), dom.src.get(to..).unwrap_or("").to_owned())
    }
}
