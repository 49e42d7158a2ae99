//! A part as a flat stream in document order: fields of Word begin and end anywhere in it (MAILMERGE A1.3).
use super::compile::Compiler;
use crate::piece::{Builder, Piece, Slot};
use crate::xml::{Kind, NodeId};

pub type RunId = usize;

#[derive(Debug, Clone)]
pub enum Atom {
    Open(NodeId),
    Close(NodeId),
    /// Stands between runs.
    Raw {
        pieces: Vec<Piece>,
        visible: bool,
    },
    /// `w:t` or `w:instrText`.
    Text {
        run: RunId,
        text: String,
        node: NodeId,
    },
    /// Any other child of a run.
    InRun {
        run: RunId,
        pieces: Vec<Piece>,
        visible: bool,
    },
    Begin(RunId, NodeId),
    Separate(RunId, NodeId),
    End(RunId, NodeId),
    SimpleOpen(NodeId),
    SimpleClose(NodeId),
}

/// A run's look, to be opened again wherever a part of it is written.
#[derive(Debug, Clone, Default)]
pub struct Run {
    pub open: String,
    pub properties: String,
    pub language: Option<crate::Language>,
}

impl Compiler<'_> {
    pub fn flatten(&mut self, parent: NodeId, out: &mut Vec<Atom>) {
        let dom = self.dom;
        for &child in dom.children(parent) {
            if self.skip == Some(child) {
                continue;
            }
            match dom.kind(child) {
                Kind::Element => self.element(child, out),
                _ => self.raw(child, false, out),
            }
        }
    }

    fn element(&mut self, id: NodeId, out: &mut Vec<Atom>) {
        let dom = self.dom;
        match self.words.word(dom, id) {
            "r" => self.run(id, out),
            "p" => {
                self.paragraph_style =
                    self.words.child(dom, id, "pPr").and_then(|p| self.words.child_value(dom, p, "pStyle"));
                self.nest(id, out);
            }
            "pPr" => {
                let pieces = self.paragraph_properties(id);
                out.push(Atom::Raw { pieces, visible: false });
            }
            "fldSimple" => {
                out.push(Atom::SimpleOpen(id));
                self.flatten(id, out);
                out.push(Atom::SimpleClose(id));
            }
            // Text that tracked changes deleted is no code and no content.
            "del" | "moveFrom" => self.raw(id, false, out),
            "proofErr" => self.raw(id, false, out),
            "bookmarkStart" | "bookmarkEnd" => {
                let own = dom.attr_local(id, "id");
                if dom.attr_local(id, "name").as_deref() == Some("_GoBack") {
                    // Where the author last stood: of no use in a letter, and it would keep an empty line alive.
                    self.go_back = own;
                } else if own.is_none() || self.go_back != own {
                    self.raw(id, true, out);
                }
            }
            "commentRangeStart" | "commentRangeEnd" => {
                let mut b = Builder::default();
                b.per_mode(dom.outer(id), dom.outer(id), "");
                out.push(Atom::Raw { pieces: b.finish(), visible: true });
            }
            _ if self.holds_runs(id) => self.nest(id, out),
            "tblPr" | "tblGrid" | "trPr" | "tcPr" | "sdtPr" | "sdtEndPr" => self.raw(id, false, out),
            _ => self.raw(id, true, out),
        }
    }

    fn nest(&mut self, id: NodeId, out: &mut Vec<Atom>) {
        let dom = self.dom;
        let slot = self.slot_in == Some(id) && self.words.child(dom, id, "pPr").is_none();
        if dom.is_empty_tag(id) && !slot {
            out.push(Atom::Open(id));
            out.push(Atom::Close(id));
            return;
        }
        out.push(Atom::Open(id));
        if slot {
            out.push(Atom::Raw { pieces: vec![Piece::SectionSlot(Slot::InParagraph)], visible: false });
        }
        self.flatten(id, out);
        out.push(Atom::Close(id));
    }

    fn raw(&mut self, id: NodeId, visible: bool, out: &mut Vec<Atom>) {
        let mut b = Builder::default();
        self.copy(id, &mut b);
        out.push(Atom::Raw { pieces: b.finish(), visible });
    }

    fn run(&mut self, id: NodeId, out: &mut Vec<Atom>) {
        let dom = self.dom;
        let properties = self.words.child(dom, id, "rPr");
        let style = properties.and_then(|p| self.words.child_value(dom, p, "rStyle"));
        let tag = properties.and_then(|p| self.words.child_value(dom, p, "lang"));
        let language = tag
            .or_else(|| self.styles.language(style.as_deref()))
            .or_else(|| self.styles.language(self.paragraph_style.as_deref()))
            .and_then(|t| crate::Language::from_tag(&t));
        let properties = properties.map_or(String::new(), |p| dom.outer(p).to_owned());
        let open_tag = dom.open_tag(id);
        let open_tag = open_tag.strip_suffix("/>").map_or_else(|| open_tag.to_owned(), |t| format!("{t}>"));
        let run = self.runs.len();
        self.runs.push(Run { open: format!("{open_tag}{properties}"), properties, language });
        for &child in dom.children(id) {
            match self.words.word(dom, child) {
                "rPr" => {}
                "t" | "instrText" => out.push(Atom::Text { run, text: dom.text(child), node: child }),
                "fldChar" => {
                    let kind = dom.attr_local(child, "fldCharType").unwrap_or_default();
                    out.push(match kind.as_str() {
                        "begin" => Atom::Begin(run, child),
                        "separate" => Atom::Separate(run, child),
                        _ => Atom::End(run, child),
                    });
                }
                "commentReference" => {
                    let mut b = Builder::default();
                    b.per_mode(dom.outer(child), dom.outer(child), "");
                    out.push(Atom::InRun { run, pieces: b.finish(), visible: true });
                }
                word => {
                    let blank = matches!(
                        word,
                        "tab" | "lastRenderedPageBreak" | "proofErr" | "delInstrText" | "delText"
                    );
                    let visible = !blank && dom.kind(child) == Kind::Element;
                    if dom.kind(child) == Kind::Text && dom.outer(child).trim().is_empty() {
                        continue;
                    }
                    let mut b = Builder::default();
                    self.copy(child, &mut b);
                    out.push(Atom::InRun { run, pieces: b.finish(), visible });
                }
            }
        }
    }
}
