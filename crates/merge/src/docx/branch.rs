//! The branch of an `IF` that is taken keeps its own runs, paragraphs and tables; the rest is dropped, but for the
//! tags that must stay for the document to be well formed.
use super::atoms::Atom;
use super::compile::{Compiler, Writer};
use super::fields::Code;
use super::tree::{FieldNode, Node};
use crate::field::lex::Unit;
use crate::piece::Piece;
use crate::xml::NodeId;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tag {
    Open(NodeId),
    Close(NodeId),
}

impl Compiler<'_> {
    /// Pieces of the whole field when the units of `range` are taken.
    pub fn branch(&mut self, node: &FieldNode, code: &Code, range: (usize, usize), look: &str) -> Vec<Piece> {
        let (from, to) = (range.0.min(code.units.len()), range.1.min(code.units.len()));
        let mut w = Writer::default();
        let mut before = Vec::new();
        self.unit_tags(node, code, 0, from, &mut before);
        self.write_tags(&before, &mut w);
        let mut at = from;
        while at < to {
            let Some((unit, origin)) = code.units.get(at).zip(code.origins.get(at)) else { break };
            match unit {
                Unit::Char(_) => {
                    let mut text = String::new();
                    while let (Some(Unit::Char(c)), Some(next)) =
                        (code.units.get(at).filter(|_| at < to), code.origins.get(at))
                    {
                        if next.run != origin.run {
                            break;
                        }
                        // `\"` and `\\` stand for the second character.
                        let escape = *c == '\\'
                            && at + 1 < to
                            && matches!(code.units.get(at + 1), Some(Unit::Char('"' | '\\' | '“' | '”')));
                        if escape && let Some(Unit::Char(c)) = code.units.get(at + 1) {
                            text.push(*c);
                            at += 2;
                        } else {
                            text.push(*c);
                            at += 1;
                        }
                    }
                    w.visible(!text.trim().is_empty());
                    match origin.run.filter(|_| node.simple.is_none()) {
                        Some(run) => w.open_run(run, &self.runs, &self.words),
                        None => {
                            w.close_run(&self.words);
                            w.b.text(look);
                        }
                    }
                    w.b.text(&self.words.tags.text_open);
                    w.b.escaped(&text);
                    w.b.text(&self.words.tags.text_close);
                    if node.simple.is_some() {
                        w.b.text(&self.words.tags.run_close);
                    }
                    continue;
                }
                Unit::Field(field) => w.field(field.clone(), &self.words),
                Unit::Mark | Unit::Silent => {
                    if let Some(Node::Atom(atom)) = node.code.get(origin.node) {
                        self.atom(atom, &mut w);
                    }
                }
            }
            at += 1;
        }
        let mut after = Vec::new();
        self.unit_tags(node, code, to, code.units.len(), &mut after);
        collect(&node.result, &mut after);
        self.write_tags(&after, &mut w);
        w.finish(&self.words)
    }

    /// Tags that a field dropped whole leaves behind.
    pub fn residue(&mut self, node: &FieldNode) -> Vec<Piece> {
        let mut tags = Vec::new();
        collect(&node.code, &mut tags);
        collect(&node.result, &mut tags);
        self.tags_pieces(&tags)
    }

    pub fn residue_of(&mut self, nodes: &[Node]) -> Vec<Piece> {
        let mut tags = Vec::new();
        collect(nodes, &mut tags);
        self.tags_pieces(&tags)
    }

    fn tags_pieces(&mut self, tags: &[Tag]) -> Vec<Piece> {
        let mut w = Writer::default();
        self.write_tags(tags, &mut w);
        w.finish(&self.words)
    }

    fn unit_tags(&self, node: &FieldNode, code: &Code, from: usize, to: usize, out: &mut Vec<Tag>) {
        for (unit, origin) in code.units.iter().zip(&code.origins).skip(from).take(to - from) {
            if !matches!(unit, Unit::Char(_))
                && let Some(child) = node.code.get(origin.node)
            {
                collect(std::slice::from_ref(child), out);
            }
        }
    }

    fn write_tags(&mut self, tags: &[Tag], w: &mut Writer) {
        let paragraph = self.words.name("p");
        for tag in reduce(tags, |id| self.dom.name(id).to_owned(), &paragraph) {
            match tag {
                Tag::Open(id) => self.atom(&Atom::Open(id), w),
                Tag::Close(id) => self.atom(&Atom::Close(id), w),
            }
        }
    }
}

fn collect(nodes: &[Node], out: &mut Vec<Tag>) {
    for node in nodes {
        match node {
            Node::Atom(Atom::Open(id)) => out.push(Tag::Open(*id)),
            Node::Atom(Atom::Close(id)) => out.push(Tag::Close(*id)),
            Node::Atom(_) => {}
            Node::Field(field) => {
                collect(&field.code, out);
                collect(&field.result, out);
            }
        }
    }
}

/// Pairs that open and close inside vanish; what is left closes outer elements, then opens new ones. A paragraph
/// that ends where another of the same kind begins goes on: its mark was inside the field.
fn reduce(tags: &[Tag], name: impl Fn(NodeId) -> String, paragraph: &str) -> Vec<Tag> {
    let mut closes: Vec<NodeId> = Vec::new();
    let mut opens: Vec<NodeId> = Vec::new();
    for tag in tags {
        match tag {
            Tag::Open(id) => opens.push(*id),
            Tag::Close(id) => {
                if opens.pop().is_none() {
                    closes.push(*id);
                }
            }
        }
    }
    // Outermost close against outermost open.
    let mut joined = 0;
    while let (Some(close), Some(open)) = (closes.last(), opens.get(joined)) {
        // Cells and rows are never joined.
        if name(*close) != name(*open) || joined == 0 && name(*close) != paragraph {
            break;
        }
        closes.pop();
        joined += 1;
    }
    closes.into_iter().map(Tag::Close).chain(opens.into_iter().skip(joined).map(Tag::Open)).collect()
}
