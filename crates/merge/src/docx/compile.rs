//! From the tree of a part to pieces.
use super::atoms::{Atom, Run, RunId};
use super::ids::Ids;
use super::section::Sections;
use super::styles::Styles;
use super::tags::Words;
use super::tree::{Node, build};
use crate::field::names::Names;
use crate::piece::{Builder, Piece, Slot};
use crate::xml::{Dom, Kind, NodeId};
use std::collections::HashSet;

/// What the parts of one document share while they are compiled.
pub struct Shared<'a> {
    pub names: &'a mut Names,
    pub ids: &'a mut Ids,
    pub styles: &'a Styles,
    /// Names that a `SET` or `ASK` of the document defines.
    pub defined: &'a HashSet<String>,
    pub sections: &'a Sections,
    /// Word must refresh fields on opening.
    pub update_fields: bool,
}

pub struct Compiler<'a> {
    pub dom: &'a Dom,
    pub words: Words,
    pub names: &'a mut Names,
    pub ids: &'a mut Ids,
    pub styles: &'a Styles,
    pub defined: &'a HashSet<String>,
    pub sections: &'a Sections,
    pub update_fields: &'a mut bool,
    pub runs: Vec<Run>,
    pub paragraph_style: Option<String>,
    pub go_back: Option<String>,
    /// The body's own section properties, compiled apart.
    pub skip: Option<NodeId>,
    /// The paragraph that takes the section properties when another letter follows.
    pub slot_in: Option<NodeId>,
    pub depth: usize,
    holders: HashSet<NodeId>,
}

impl<'a> Compiler<'a> {
    pub fn new(dom: &'a Dom, shared: &'a mut Shared<'_>) -> Compiler<'a> {
        let words = Words::of(dom);
        let mut holders = HashSet::new();
        for id in dom.walk(dom.root) {
            if matches!(words.word(dom, id), "p" | "r" | "fldSimple") {
                let mut up = dom.parent(id);
                while let Some(parent) = up.filter(|p| holders.insert(*p)) {
                    up = dom.parent(parent);
                }
            }
        }
        Compiler {
            dom,
            words,
            names: shared.names,
            ids: shared.ids,
            styles: shared.styles,
            defined: shared.defined,
            sections: shared.sections,
            update_fields: &mut shared.update_fields,
            runs: Vec::new(),
            paragraph_style: None,
            go_back: None,
            skip: None,
            slot_in: None,
            depth: 0,
            holders,
        }
    }

    pub fn holds_runs(&self, id: NodeId) -> bool {
        self.holders.contains(&id)
    }

    /// Content of a container (body, header, note, text box), with a fresh stack of fields.
    pub fn container(&mut self, id: NodeId) -> Vec<Piece> {
        let mut atoms = Vec::new();
        self.flatten(id, &mut atoms);
        let nodes = build(atoms);
        let mut writer = Writer::default();
        self.nodes(&nodes, &mut writer);
        writer.finish(&self.words)
    }

    /// Copies a node as it is, but for identifiers and for text boxes inside it.
    pub fn copy(&mut self, id: NodeId, b: &mut Builder) {
        let dom = self.dom;
        if dom.kind(id) != Kind::Element {
            b.text(dom.outer(id));
            return;
        }
        self.ids.open_tag(dom, id, &self.words, b);
        if self.words.word(dom, id) == "txbxContent" {
            let (skip, slot, style) = (self.skip.take(), self.slot_in.take(), self.paragraph_style.take());
            b.extend(self.container(id));
            (self.skip, self.slot_in, self.paragraph_style) = (skip, slot, style);
        } else {
            for &child in dom.children(id) {
                self.copy(child, b);
            }
        }
        b.text(dom.close_tag(id));
    }

    pub fn nodes(&mut self, nodes: &[Node], w: &mut Writer) {
        for node in nodes {
            match node {
                Node::Atom(atom) => self.atom(atom, w),
                Node::Field(field) => {
                    let field = self.field(field);
                    w.field(field, &self.words);
                }
            }
        }
    }

    pub fn atom(&mut self, atom: &Atom, w: &mut Writer) {
        let dom = self.dom;
        match atom {
            Atom::Open(id) => {
                w.close_run(&self.words);
                if self.words.word(dom, *id) == "p" {
                    w.b.push(Piece::ParaOpen { removable: self.removable(*id) });
                }
                let mut b = Builder::default();
                self.ids.open_tag(dom, *id, &self.words, &mut b);
                // An empty element takes a slot or nothing: written open, closed by its Close atom.
                let mut pieces = b.finish();
                if dom.is_empty_tag(*id)
                    && let Some(Piece::Bytes(last)) = pieces.last_mut()
                    && let Some(open) = last.strip_suffix(b"/>")
                {
                    *last = [open, b">"].concat().into();
                }
                w.b.extend(pieces);
            }
            Atom::Close(id) => {
                w.close_run(&self.words);
                if dom.is_empty_tag(*id) {
                    w.b.text(&format!("</{}>", dom.name(*id)));
                } else {
                    w.b.text(dom.close_tag(*id));
                }
                if self.words.word(dom, *id) == "p" {
                    w.b.push(Piece::ParaClose);
                }
            }
            Atom::Raw { pieces, visible } => {
                w.close_run(&self.words);
                w.visible(*visible);
                w.b.extend(pieces.iter().cloned());
            }
            Atom::Text { run, text, node } => {
                w.open_run(*run, &self.runs, &self.words);
                w.visible(!text.trim().is_empty());
                w.b.text(dom.outer(*node));
            }
            Atom::InRun { run, pieces, visible } => {
                w.open_run(*run, &self.runs, &self.words);
                w.visible(*visible);
                w.b.extend(pieces.iter().cloned());
            }
            Atom::Begin(run, node) | Atom::Separate(run, node) | Atom::End(run, node) => {
                w.open_run(*run, &self.runs, &self.words);
                w.b.text(dom.outer(*node));
            }
            Atom::SimpleOpen(node) => {
                w.close_run(&self.words);
                w.b.text(dom.open_tag(*node));
            }
            Atom::SimpleClose(node) => {
                w.close_run(&self.words);
                w.b.text(dom.close_tag(*node));
            }
        }
    }

    /// A paragraph may vanish unless its container needs it, or it carries a section, or it keeps two tables apart.
    fn removable(&self, id: NodeId) -> bool {
        let dom = self.dom;
        let section =
            self.words.child(dom, id, "pPr").is_some_and(|p| self.words.child(dom, p, "sectPr").is_some());
        let Some(parent) = dom.parent(id) else { return false };
        let blocks: Vec<NodeId> = dom
            .children(parent)
            .iter()
            .copied()
            .filter(|c| *c == id || matches!(self.words.word(dom, *c), "p" | "tbl" | "sdt"))
            .collect();
        let at = blocks.iter().position(|b| *b == id).unwrap_or(0);
        let table = |at: Option<usize>| {
            at.and_then(|i| blocks.get(i)).is_some_and(|b| self.words.word(dom, *b) == "tbl")
        };
        let next = blocks.get(at + 1);
        !section && next.is_some() && !(table(at.checked_sub(1)) && table(Some(at + 1)))
    }

    /// `w:pPr`, with its section and the place for one.
    pub fn paragraph_properties(&mut self, id: NodeId) -> Vec<Piece> {
        let dom = self.dom;
        let mut b = Builder::default();
        let takes_slot = self.slot_in.is_some() && self.slot_in == dom.parent(id);
        if dom.is_empty_tag(id) {
            if takes_slot {
                b.push(Piece::SectionSlot(Slot::InParagraph));
            }
            return b.finish();
        }
        self.ids.open_tag(dom, id, &self.words, &mut b);
        let mut pending = takes_slot;
        for &child in dom.children(id) {
            match self.words.word(dom, child) {
                "sectPr" => b.extend(self.section(child)),
                "pPrChange" => {
                    if std::mem::take(&mut pending) {
                        b.push(Piece::SectionSlot(Slot::InProperties));
                    }
                    self.copy(child, &mut b);
                }
                _ => self.copy(child, &mut b),
            }
        }
        if pending {
            b.push(Piece::SectionSlot(Slot::InProperties));
        }
        b.text(dom.close_tag(id));
        b.finish()
    }
}

/// Writes atoms, opening and closing runs as their content asks.
#[derive(Default)]
pub struct Writer {
    pub b: Builder,
    run: Option<RunId>,
}

impl Writer {
    pub fn open_run(&mut self, run: RunId, runs: &[Run], words: &Words) {
        if self.run == Some(run) {
            return;
        }
        self.close_run(words);
        self.b.text(runs.get(run).map_or("", |r| r.open.as_str()));
        self.run = Some(run);
    }
    pub fn close_run(&mut self, words: &Words) {
        if self.run.take().is_some() {
            self.b.text(&words.tags.run_close);
        }
    }
    pub fn visible(&mut self, visible: bool) {
        if visible {
            self.b.push(Piece::Visible);
        }
    }
    pub fn field(&mut self, field: std::sync::Arc<crate::field::Field>, words: &Words) {
        self.close_run(words);
        match &field.instruction {
            // A field that stays needs no evaluation of its own.
            crate::field::Instruction::Keep { pieces, warning: None, .. } => {
                self.b.extend(pieces.iter().cloned());
            }
            _ => self.b.push(Piece::Field(field)),
        }
    }
    pub fn finish(mut self, words: &Words) -> Vec<Piece> {
        self.close_run(words);
        self.b.finish()
    }
}
