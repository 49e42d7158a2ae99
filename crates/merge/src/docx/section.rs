//! Section properties of a letter inside a merged document (MAILMERGE A11): how it starts, its page numbers, and
//! explicit headers and footers, because a section inherits those of the letter before it.
use super::compile::Compiler;
use super::tags::Words;
use crate::piece::{Builder, Piece};
use crate::xml::{Dom, NodeId};
use std::collections::HashMap;

pub const EMPTY_HEADER: &str = "rIdFilonVideE";
pub const EMPTY_FOOTER: &str = "rIdFilonVideP";

#[derive(Debug, Default)]
pub struct Sections {
    order: Vec<NodeId>,
    /// `headerReference` or `footerReference`, with its type.
    used: Vec<(String, String)>,
    /// Relationship of a header that holds fields → the stem of its copies' relationships.
    pub varying: HashMap<String, String>,
}

impl Sections {
    pub fn of(dom: &Dom) -> Sections {
        let words = Words::of(dom);
        let mut out = Sections::default();
        for id in dom.walk(dom.root) {
            let old = dom.parent(id).is_some_and(|p| words.word(dom, p) == "sectPrChange");
            if words.word(dom, id) != "sectPr" || old {
                continue;
            }
            out.order.push(id);
            for &child in dom.children(id) {
                let word = words.word(dom, child);
                if matches!(word, "headerReference" | "footerReference") {
                    let entry = (word.to_owned(), kind_of(dom, child));
                    if !out.used.contains(&entry) {
                        out.used.push(entry);
                    }
                }
            }
        }
        out
    }

    pub fn count(&self) -> usize {
        self.order.len().max(1)
    }

    /// The first section of a letter needs an empty part for the kinds it does not have.
    pub fn needs_empty(&self, dom: &Dom, reference: &str) -> bool {
        let words = Words::of(dom);
        self.order
            .first()
            .is_some_and(|first| self.missing(dom, &words, *first).any(|(name, _)| name == reference))
    }

    fn missing<'s>(
        &'s self,
        dom: &'s Dom,
        words: &'s Words,
        id: NodeId,
    ) -> impl Iterator<Item = &'s (String, String)> {
        self.used.iter().filter(move |(name, kind)| {
            !dom.children(id).iter().any(|c| words.word(dom, *c) == name && kind_of(dom, *c) == *kind)
        })
    }
}

fn kind_of(dom: &Dom, id: NodeId) -> String {
    dom.attr_local(id, "type").unwrap_or_else(|| "default".into())
}

/// What stands before `w:type`, and before `w:pgNumType`, in the schema.
const BEFORE_TYPE: [&str; 4] = ["headerReference", "footerReference", "footnotePr", "endnotePr"];
const BEFORE_NUMBER: [&str; 10] = [
    "headerReference",
    "footerReference",
    "footnotePr",
    "endnotePr",
    "type",
    "pgSz",
    "pgMar",
    "paperSrc",
    "pgBorders",
    "lnNumType",
];

impl Compiler<'_> {
    pub fn section(&mut self, id: NodeId) -> Vec<Piece> {
        let dom = self.dom;
        let first = self.sections.order.first() == Some(&id);
        let mut b = Builder::default();
        let tag = dom.open_tag(id);
        let empty = dom.is_empty_tag(id);
        b.text(&tag.strip_suffix("/>").map_or_else(|| tag.to_owned(), |t| format!("{t}>")));
        if first {
            let missing: Vec<(String, String)> =
                self.sections.missing(dom, &self.words, id).cloned().collect();
            for (name, kind) in missing {
                let target = if name == "headerReference" { EMPTY_HEADER } else { EMPTY_FOOTER };
                let (element, attribute, relation) =
                    (self.words.name(&name), self.words.attribute("type"), &self.words.relation_prefix);
                b.per_mode("", "", &format!("<{element} {attribute}=\"{kind}\" {relation}id=\"{target}\"/>"));
            }
        }
        let (mut typed, mut numbered) = (!first, !first);
        let own_type = self.words.child_value(dom, id, "type");
        for &child in dom.children(id) {
            let word = self.words.word(dom, child);
            if !typed && !BEFORE_TYPE.contains(&word) && !word.is_empty() {
                typed = true;
                self.start_type(own_type.as_deref(), &mut b);
            }
            if !numbered && !BEFORE_NUMBER.contains(&word) && word != "pgNumType" && !word.is_empty() {
                numbered = true;
                self.start_number(&mut b);
            }
            match word {
                "headerReference" | "footerReference" => self.reference(child, &mut b),
                "type" if first => b.per_mode(dom.outer(child), dom.outer(child), ""),
                "pgNumType" if first => {
                    numbered = true;
                    let outer = dom.outer(child);
                    if dom.attr_local(child, "start").is_some() {
                        b.text(outer);
                    } else {
                        let start = format!(" {}=\"1\"", self.words.attribute("start"));
                        let later =
                            outer.replacen(dom.name(child), &format!("{}{start}", dom.name(child)), 1);
                        b.per_mode(outer, outer, &later);
                    }
                }
                _ => self.copy(child, &mut b),
            }
        }
        if !typed {
            self.start_type(own_type.as_deref(), &mut b);
        }
        if !numbered {
            self.start_number(&mut b);
        }
        b.text(&if empty { format!("</{}>", dom.name(id)) } else { dom.close_tag(id).to_owned() });
        b.finish()
    }

    /// `w:type` says how its own section starts: a letter starts on a new page.
    fn start_type(&self, own: Option<&str>, b: &mut Builder) {
        let write = |value: &str| {
            format!("<{} {}=\"{value}\"/>", self.words.name("type"), self.words.attribute("val"))
                .into_bytes()
                .into_boxed_slice()
        };
        let page = if own == Some("oddPage") { "oddPage" } else { "nextPage" };
        b.push(Piece::Start { page: write(page), recto: write("oddPage") });
    }

    fn start_number(&self, b: &mut Builder) {
        b.per_mode(
            "",
            "",
            &format!("<{} {}=\"1\"/>", self.words.name("pgNumType"), self.words.attribute("start")),
        );
    }

    fn reference(&mut self, id: NodeId, b: &mut Builder) {
        let dom = self.dom;
        let outer = dom.outer(id);
        let relation = dom.attr_local(id, "id").unwrap_or_default();
        match self.sections.varying.get(&relation) {
            Some(stem) => {
                let (element, attribute, prefix) =
                    (dom.name(id), self.words.attribute("type"), &self.words.relation_prefix);
                let later = format!("<{element} {attribute}=\"{}\" {prefix}id=\"{stem}", kind_of(dom, id));
                b.per_mode(outer, outer, &later);
                b.push(Piece::Suffix);
                b.per_mode("", "", "\"/>");
            }
            None => b.text(outer),
        }
    }

    /// A section for a document that has none.
    pub fn bare_section(&self) -> Vec<Piece> {
        let mut b = Builder::default();
        b.per_mode(
            "",
            &format!("<{}>", self.words.name("sectPr")),
            &format!("<{}>", self.words.name("sectPr")),
        );
        self.start_type(None, &mut b);
        self.start_number(&mut b);
        b.per_mode(
            "",
            &format!("</{}>", self.words.name("sectPr")),
            &format!("</{}>", self.words.name("sectPr")),
        );
        b.finish()
    }
}
