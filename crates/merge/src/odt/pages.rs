//! How a later letter starts on a new page: a copy of its first block's style that breaks the page and names its
//! page style.
use super::body::removable;
use crate::piece::{Builder, Piece};
use crate::xml::{Dom, NodeId};
use std::collections::HashMap;

/// The page style of a text that names none: in the document or not, LibreOffice has it.
const DEFAULT: &str = "Standard";

/// The blocks that can start a letter: the first of them that a letter keeps starts it.
#[derive(Debug, Default)]
pub struct Starters {
    blocks: HashMap<NodeId, usize>,
    /// Family and name of the styles that the blocks have; a letter without any block takes the first.
    styles: Vec<(&'static str, String)>,
    /// One of the blocks is in every letter.
    pub certain: bool,
}

impl Starters {
    pub fn of(dom: &Dom, text: NodeId) -> Starters {
        let mut out = Starters::default();
        out.certain = out.gather(dom, text);
        if !out.certain {
            out.number("paragraph", String::new());
        }
        out
    }

    pub fn has(&self, id: NodeId) -> bool {
        self.blocks.contains_key(&id)
    }

    pub fn ids(&self) -> impl Iterator<Item = NodeId> {
        self.blocks.keys().copied()
    }

    pub fn style_of(&self, id: NodeId) -> usize {
        self.blocks.get(&id).copied().unwrap_or(0)
    }

    /// The style of a paragraph that is in the letter only to start it.
    pub fn bare_style(&self) -> usize {
        self.styles.iter().position(|s| *s == ("paragraph", String::new())).unwrap_or(0)
    }

    pub fn style_name(&self, style: usize, per_letter: bool) -> Vec<Piece> {
        let name = |stem: &str| {
            let number = if style == 0 { String::new() } else { (style + 1).to_string() };
            format!("{stem}{number}").into_bytes().into_boxed_slice()
        };
        let mut out = vec![Piece::Start { page: name(NAMES[0]), recto: name(NAMES[1]) }];
        if per_letter {
            out.push(Piece::Suffix);
        }
        out
    }

    fn number(&mut self, family: &'static str, style: String) -> usize {
        let entry = (family, style);
        self.styles.iter().position(|s| *s == entry).unwrap_or_else(|| {
            self.styles.push(entry);
            self.styles.len() - 1
        })
    }

    /// True when a letter has one of the blocks whatever its record says.
    fn gather(&mut self, dom: &Dom, parent: NodeId) -> bool {
        dom.children(parent).iter().any(|&child| match dom.name(child) {
            "text:p" | "text:h" => {
                let style = self.number("paragraph", dom.attr(child, "text:style-name").unwrap_or_default());
                self.blocks.insert(child, style);
                let stays =
                    |id: &NodeId| !matches!(dom.name(*id), "text:database-display" | "text:hidden-paragraph");
                !removable(dom, child) || dom.walk(child).iter().all(stays)
            }
            "table:table" => {
                let style = self.number("table", dom.attr(child, "table:style-name").unwrap_or_default());
                self.blocks.insert(child, style);
                true
            }
            "text:section" => match dom.attr(child, "text:display").as_deref() {
                Some("none") => false,
                Some("condition") => {
                    self.gather(dom, child);
                    false
                }
                _ => self.gather(dom, child),
            },
            "text:list"
            | "text:list-item"
            | "text:list-header"
            | "text:numbered-paragraph"
            | "text:table-of-content"
            | "text:illustration-index"
            | "text:table-index"
            | "text:object-index"
            | "text:user-index"
            | "text:alphabetical-index"
            | "text:bibliography"
            | "text:index-body"
            | "text:index-title" => self.gather(dom, child),
            _ => false,
        })
    }
}

/// A style of that name and family: automatic in the content, common in styles.xml.
fn style(dom: &Dom, place: &str, name: &str, family: &str) -> Option<NodeId> {
    let styles = dom.child(dom.root, place)?;
    dom.children(styles).iter().copied().find(|s| {
        dom.name(*s) == "style:style"
            && dom.attr(*s, "style:name").as_deref() == Some(name)
            && dom.attr(*s, "style:family").as_deref() == Some(family)
    })
}

/// The names of the page styles.
fn masters(styles: &Dom) -> Vec<String> {
    let Some(masters) = styles.child(styles.root, "office:master-styles") else { return Vec::new() };
    let pages = styles.children(masters).iter().filter(|m| styles.name(**m) == "style:master-page");
    pages.filter_map(|m| styles.attr(*m, "style:name")).collect()
}

/// The page style that a style or one of its parents names.
fn own_master(dom: &Dom, styles: Option<&Dom>, name: &str, family: &str) -> Option<String> {
    let mut at = style(dom, "office:automatic-styles", name, family).map(|id| (dom, id));
    let mut name = name.to_owned();
    // No chain of parents is that long, unless it turns in circles.
    for _ in 0..64 {
        let (dom, id) = match at.take() {
            Some(found) => found,
            None => (styles?, style(styles?, "office:styles", &name, family)?),
        };
        if let Some(master) = dom.attr(id, "style:master-page-name") {
            return Some(master).filter(|m| !m.is_empty());
        }
        name = dom.attr(id, "style:parent-style-name")?;
    }
    None
}

/// Automatic styles that start a page of their own.
pub fn paged_styles(dom: &Dom) -> Vec<NodeId> {
    let Some(styles) = dom.child(dom.root, "office:automatic-styles") else { return Vec::new() };
    let paged = |s: &NodeId| dom.attr(*s, "style:master-page-name").is_some_and(|m| !m.is_empty());
    dom.children(styles).iter().copied().filter(paged).collect()
}

/// For the next page, and for the next right-hand page.
const NAMES: [&str; 2] = ["FilonSuite", "FilonRecto"];

/// A text without any style, as odfpy writes one, declares neither.
const SPACES: &str = " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"";

/// The two styles of each kind of block that can start a later letter.
pub fn start_styles(
    dom: &Dom,
    styles: Option<&Dom>,
    starters: &Starters,
    numbered: bool,
    per_letter: bool,
) -> Vec<Piece> {
    let masters = styles.map(masters).unwrap_or_default();
    let mut b = Builder::default();
    for (index, (family, own)) in starters.styles.iter().enumerate() {
        let source = style(dom, "office:automatic-styles", own, family);
        let master = own_master(dom, styles, own, family)
            .filter(|m| masters.contains(m))
            .unwrap_or_else(|| DEFAULT.to_owned());
        let number = if index == 0 { String::new() } else { (index + 1).to_string() };
        for (stem, restart) in NAMES.into_iter().zip([numbered, true]) {
            b.text(&format!("<style:style{SPACES} style:name=\"{stem}{number}"));
            if per_letter {
                b.push(Piece::Suffix);
            }
            b.text(&format!("\" style:family=\"{family}\""));
            let parent = source
                .map_or(Some(own.clone()), |s| dom.attr(s, "style:parent-style-name"))
                .unwrap_or_default();
            let list = source.and_then(|s| dom.attr(s, "style:list-style-name")).unwrap_or_default();
            for (attribute, value) in [("style:parent-style-name", parent), ("style:list-style-name", list)] {
                if !value.is_empty() {
                    b.text(&format!(" {attribute}=\""));
                    b.escaped(&value);
                    b.text("\"");
                }
            }
            b.text(" style:master-page-name=\"");
            b.escaped(&master);
            if per_letter && masters.contains(&master) {
                b.push(Piece::Suffix);
            }
            b.text("\">");
            properties(dom, source, family, if restart { "1" } else { "auto" }, &mut b);
            b.text("</style:style>");
        }
    }
    b.finish()
}

/// The properties of the block's style, with the page break: it counts where the page style is not found, and adds
/// no page where it is.
fn properties(dom: &Dom, source: Option<NodeId>, family: &str, number: &str, b: &mut Builder) {
    let name = format!("style:{family}-properties");
    let with_break = format!("{name} fo:break-before=\"page\" style:page-number=\"{number}\"");
    match source.and_then(|s| dom.child(s, &name)) {
        Some(id) => {
            let tag = dom.open_tag(id);
            let mut cleaned = String::new();
            let mut done = 0;
            for a in crate::xml::dom::attributes(tag) {
                if matches!(a.name, "style:page-number" | "fo:break-before") {
                    cleaned.push_str(tag.get(done..a.whole.start).unwrap_or(""));
                    done = a.whole.end;
                }
            }
            cleaned.push_str(tag.get(done..).unwrap_or(""));
            b.text(&cleaned.replacen(&name, &with_break, 1));
            for child in dom.children(id) {
                b.text(dom.outer(*child));
            }
            b.text(dom.close_tag(id));
        }
        None => b.text(&format!("<{with_break}/>")),
    }
    if let Some(source) = source {
        for child in dom.children(source).iter().filter(|c| dom.name(**c) != name) {
            b.text(dom.outer(*child));
        }
    }
}
