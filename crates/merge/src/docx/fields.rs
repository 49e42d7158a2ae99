//! One field of Word: its code read, its look chosen, its result compiled.
use super::atoms::{Atom, RunId};
use super::compile::{Compiler, Writer};
use super::tree::{FieldNode, Node};
use crate::Message;
use crate::field::lex::Unit;
use crate::field::parse::{Look, parse};
use crate::field::wrap::Wrap;
use crate::field::{Field, Instruction, Part};
use crate::piece::Piece;
use std::sync::Arc;

const MAX_DEPTH: usize = 24;

/// The code of a field, unit by unit, and where each unit comes from.
pub struct Code {
    pub units: Vec<Unit>,
    pub origins: Vec<Origin>,
}

#[derive(Debug, Clone, Copy)]
pub struct Origin {
    /// Index in the field's code nodes.
    pub node: usize,
    pub run: Option<RunId>,
}

impl Compiler<'_> {
    pub fn field(&mut self, node: &FieldNode) -> Arc<Field> {
        self.depth += 1;
        let field = if self.depth > MAX_DEPTH { self.keep(node, "", &[]) } else { self.compute(node) };
        self.depth -= 1;
        Arc::new(field)
    }

    fn compute(&mut self, node: &FieldNode) -> Field {
        let code = self.code(node);
        let spoken =
            code.origins.iter().find_map(|o| o.run).and_then(|r| self.runs.get(r)).and_then(|r| r.language);
        let spoken = spoken.or_else(|| self.styles.default.as_deref().and_then(crate::Language::from_tag));
        let parsed = parse(&code.units, spoken, self.names, self.defined);
        let Some(mut instruction) = parsed.instruction else {
            return self.keep(node, &parsed.kind, &code.units);
        };
        let first_code = code.origins.iter().find_map(|o| o.run);
        let first_letter = code.units.iter().zip(&code.origins).find_map(|(u, o)| match u {
            Unit::Char(c) if !c.is_whitespace() => o.run,
            _ => None,
        });
        let old = first_run(&node.result);
        let look = match parsed.look {
            Look::Code => first_code.or(old),
            Look::FirstLetter => first_letter.or(old),
            Look::OldResult => old.or(first_code),
        };
        let run = look.and_then(|r| self.runs.get(r));
        let language = first_code.and_then(|r| self.runs.get(r)).or(run).and_then(|r| r.language);
        let open = format!("<{}>{}", self.words.name("r"), run.map_or("", |r| r.properties.as_str()));
        let wrap = Wrap::Word { open: open.as_bytes().into(), tags: self.words.tags.clone() };
        if let Instruction::If { yes, no, .. } = &mut instruction {
            yes.pieces = self.branch(node, &code, yes.range, &open);
            no.pieces = self.branch(node, &code, no.range, &open);
        }
        let after = self.residue(node);
        Field { instruction, wrap, language, after, label: parsed.label }
    }

    /// Nested fields are compiled first; their values reach the outer field as tokens.
    fn code(&mut self, node: &FieldNode) -> Code {
        let mut code = Code { units: Vec::new(), origins: Vec::new() };
        if let Some(simple) = node.simple {
            let run = first_run(&node.result);
            for c in self.dom.attr_local(simple, "instr").unwrap_or_default().chars() {
                code.units.push(Unit::Char(c));
                code.origins.push(Origin { node: 0, run });
            }
            return code;
        }
        for (index, child) in node.code.iter().enumerate() {
            match child {
                Node::Atom(Atom::Text { run, text, .. }) => {
                    for c in text.chars() {
                        code.units.push(Unit::Char(c));
                        code.origins.push(Origin { node: index, run: Some(*run) });
                    }
                }
                Node::Atom(atom) => {
                    let seen = match atom {
                        Atom::Open(id) | Atom::Close(id) => self.words.word(self.dom, *id) == "p",
                        Atom::InRun { .. } => true,
                        _ => false,
                    };
                    code.units.push(if seen { Unit::Mark } else { Unit::Silent });
                    code.origins.push(Origin { node: index, run: None });
                }
                Node::Field(inner) => {
                    let field = self.field(inner);
                    code.units.push(Unit::Field(field));
                    code.origins.push(Origin { node: index, run: None });
                }
            }
        }
        code
    }

    /// A field that Word computes: written back, its nested fields merged.
    fn keep(&mut self, node: &FieldNode, kind: &str, units: &[Unit]) -> Field {
        // Fields that make Word read another file are a way to leak it: only their last result stays.
        let linked = matches!(
            kind,
            "INCLUDETEXT" | "INCLUDEPICTURE" | "INCLUDE" | "DDE" | "DDEAUTO" | "DATABASE" | "IMPORT" | "LINK"
        );
        let inner = units.iter().find_map(|u| match u {
            Unit::Field(f) if f.varies() => Some(f.clone()),
            _ => None,
        });
        let mut w = Writer::default();
        w.visible(true);
        if linked {
            w.b.extend(self.residue_of(&node.code));
            self.nodes(&node.result, &mut w);
        } else if let Some(simple) = node.simple {
            w.b.push(self.renamed(self.dom.open_tag(simple), kind));
            self.nodes(&node.result, &mut w);
            w.close_run(&self.words);
            w.b.text(self.dom.close_tag(simple));
        } else {
            if let Some((run, id)) = node.begin {
                self.atom(&Atom::Begin(run, id), &mut w);
            }
            let mut fields = units.iter().filter_map(|u| if let Unit::Field(f) = u { Some(f) } else { None });
            for child in &node.code {
                match child {
                    Node::Atom(Atom::Text { run, node, .. }) => {
                        w.open_run(*run, &self.runs, &self.words);
                        let raw = self.dom.outer(*node).to_owned();
                        self.code_text(&raw, kind, &mut w);
                    }
                    Node::Atom(atom) => self.atom(atom, &mut w),
                    Node::Field(_) => {
                        if let Some(field) = fields.next() {
                            w.field(Arc::new(self.as_code(field)), &self.words);
                        }
                    }
                }
            }
            if let Some((run, id)) = node.separate {
                self.atom(&Atom::Separate(run, id), &mut w);
            }
            match &inner {
                // The old text of a link is the old value: show the new one.
                Some(field)
                    if kind == "HYPERLINK" && !node.result.iter().any(|n| matches!(n, Node::Field(_))) =>
                {
                    w.b.push(Piece::Field(self.in_look_of(field, &node.result)));
                    w.b.extend(self.residue_of(&node.result));
                }
                _ => self.nodes(&node.result, &mut w),
            }
            if let Some((run, id)) = node.end {
                self.atom(&Atom::End(run, id), &mut w);
            }
        }
        let warning = match (linked, &inner) {
            (true, _) => Some(Message::FrozenLink),
            (false, Some(_)) if kind != "HYPERLINK" => {
                *self.update_fields = true;
                Some(Message::LeftToWord)
            }
            _ => None,
        };
        let pieces = w.finish(&self.words);
        let mut text = Vec::new();
        self.text_parts(&node.result, &mut text);
        let wrap = Wrap::Word { open: Box::default(), tags: self.words.tags.clone() };
        Field {
            instruction: Instruction::Keep { pieces, text, warning },
            wrap,
            language: None,
            after: Vec::new(),
            label: kind.to_owned(),
        }
    }

    /// The number of pages of a merged file is of no use to a letter: its section has the right one.
    fn renamed(&self, raw: &str, kind: &str) -> Piece {
        if kind == "NUMPAGES" && self.sections.count() == 1 {
            let many = raw.replace("NUMPAGES", "SECTIONPAGES");
            return Piece::PerMode {
                single: raw.as_bytes().into(),
                first: many.as_bytes().into(),
                later: many.as_bytes().into(),
            };
        }
        Piece::Bytes(raw.as_bytes().into())
    }

    /// The code of a field that stays, with the bookmarks it names.
    fn code_text(&mut self, raw: &str, kind: &str, w: &mut Writer) {
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let found = self.ids.bookmarks.iter().filter(|n| n.len() > 1).find_map(|name| {
            let at = raw.find(name.as_str())?;
            let (before, after) = (raw.get(..at)?, raw.get(at + name.len()..)?);
            (!is_word(before.chars().last()) && !is_word(after.chars().next()) && before.contains('>'))
                .then(|| (before.to_owned(), name.clone(), after.to_owned()))
        });
        match found {
            Some((before, name, after))
                if matches!(kind, "REF" | "PAGEREF" | "NOTEREF" | "HYPERLINK" | "GOTOBUTTON") =>
            {
                w.b.text(&before);
                self.ids.bookmark(&name, &mut w.b);
                w.b.text(&after);
            }
            _ => w.b.push(self.renamed(raw, kind)),
        }
    }

    fn as_code(&self, field: &Field) -> Field {
        let open = format!("<{}>", self.words.name("r"));
        let wrap = Wrap::Word { open: open.as_bytes().into(), tags: self.words.code_tags.clone() };
        Field { wrap, ..field.clone() }
    }

    fn in_look_of(&self, field: &Field, result: &[Node]) -> Arc<Field> {
        let properties =
            first_run(result).and_then(|r| self.runs.get(r)).map_or("", |r| r.properties.as_str());
        let open = format!("<{}>{properties}", self.words.name("r"));
        Arc::new(Field {
            wrap: Wrap::Word { open: open.as_bytes().into(), tags: self.words.tags.clone() },
            after: Vec::new(),
            ..field.clone()
        })
    }

    fn text_parts(&mut self, nodes: &[Node], out: &mut Vec<Part>) {
        for node in nodes {
            match node {
                Node::Atom(Atom::Text { text, .. }) => out.push(Part::Text(text.clone())),
                Node::Field(field) => {
                    let field = self.field(field);
                    out.push(Part::Field(field));
                }
                Node::Atom(_) => {}
            }
        }
    }
}

/// The run of the first text among the nodes.
pub fn first_run(nodes: &[Node]) -> Option<RunId> {
    nodes.iter().find_map(|node| match node {
        Node::Atom(Atom::Text { run, .. } | Atom::InRun { run, .. }) => Some(*run),
        Node::Field(field) => first_run(&field.result).or_else(|| field.begin.map(|(r, _)| r)),
        Node::Atom(_) => None,
    })
}
