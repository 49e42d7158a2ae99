//! The tree: elements, text and the rest, each with its span in the source.
use super::escape::unescape;
use crate::TemplateError;
use quick_xml::events::Event;
use std::ops::Range;

pub type NodeId = usize;
type Span = Range<usize>;

const MAX_DEPTH: usize = 256;
const MAX_NODES: usize = 4_000_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Element,
    Text,
    CData,
    Other,
}

#[derive(Debug)]
struct Node {
    kind: Kind,
    name: Span,
    open: Span,
    close: Span,
    children: Vec<NodeId>,
    parent: Option<NodeId>,
}

#[derive(Debug)]
pub struct Dom {
    pub src: String,
    nodes: Vec<Node>,
    pub root: NodeId,
}

impl Dom {
    /// Parses; refuses DTDs, trees too deep, and anything not well formed.
    pub fn parse(src: String, part: &str) -> Result<Dom, TemplateError> {
        let fail = |detail: String| TemplateError::Xml { part: part.to_owned(), detail };
        let mut nodes: Vec<Node> = Vec::new();
        let mut stack: Vec<NodeId> = Vec::new();
        let mut root = None;
        let mut reader = quick_xml::Reader::from_str(&src);
        loop {
            let start = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            let event = reader.read_event().map_err(|e| fail(e.to_string()))?;
            let end = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            let span = start..end;
            let parent = stack.last().copied();
            let add = |nodes: &mut Vec<Node>, kind, name: Span| {
                let id = nodes.len();
                nodes.push(Node {
                    kind,
                    name,
                    open: span.clone(),
                    close: end..end,
                    children: Vec::new(),
                    parent,
                });
                if let Some(p) = parent.and_then(|p| nodes.get_mut(p)) {
                    p.children.push(id);
                }
                id
            };
            match event {
                Event::Start(tag) => {
                    let name = start + 1..start + 1 + tag.name().as_ref().len();
                    let id = add(&mut nodes, Kind::Element, name);
                    root.get_or_insert(id);
                    stack.push(id);
                    if stack.len() > MAX_DEPTH {
                        return Err(fail(format!("more than {MAX_DEPTH} levels")));
                    }
                }
                Event::Empty(tag) => {
                    let name = start + 1..start + 1 + tag.name().as_ref().len();
                    let id = add(&mut nodes, Kind::Element, name);
                    root.get_or_insert(id);
                }
                Event::End(_) => {
                    if let Some(node) = stack.pop().and_then(|id| nodes.get_mut(id)) {
                        node.close = span;
                    }
                }
                Event::Text(_) | Event::GeneralRef(_) if parent.is_some() => {
                    add(&mut nodes, Kind::Text, 0..0);
                }
                Event::CData(_) if parent.is_some() => {
                    add(&mut nodes, Kind::CData, 0..0);
                }
                Event::DocType(_) => return Err(TemplateError::Doctype(part.to_owned())),
                Event::Eof => break,
                _ if parent.is_some() => {
                    add(&mut nodes, Kind::Other, 0..0);
                }
                _ => {}
            }
            if nodes.len() > MAX_NODES {
                return Err(TemplateError::TooLarge(format!("{part}: too many elements")));
            }
        }
        match root {
            Some(root) if stack.is_empty() => Ok(Dom { src, nodes, root }),
            _ => Err(fail("it ends too early".into())),
        }
    }

    fn slice(&self, span: &Span) -> &str {
        self.src.get(span.clone()).unwrap_or("")
    }
    pub fn kind(&self, id: NodeId) -> Kind {
        self.nodes.get(id).map_or(Kind::Other, |n| n.kind)
    }
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.nodes.get(id).and_then(|n| n.parent)
    }
    /// Name with its prefix; empty for text.
    pub fn name(&self, id: NodeId) -> &str {
        self.nodes.get(id).map_or("", |n| self.slice(&n.name))
    }
    pub fn local(&self, id: NodeId) -> &str {
        let name = self.name(id);
        name.rsplit_once(':').map_or(name, |(_, local)| local)
    }
    pub fn children(&self, id: NodeId) -> &[NodeId] {
        self.nodes.get(id).map_or(&[], |n| &n.children)
    }
    pub fn open_tag(&self, id: NodeId) -> &str {
        self.nodes.get(id).map_or("", |n| self.slice(&n.open))
    }
    pub fn close_tag(&self, id: NodeId) -> &str {
        self.nodes.get(id).map_or("", |n| self.slice(&n.close))
    }
    pub fn is_empty_tag(&self, id: NodeId) -> bool {
        self.kind(id) == Kind::Element && self.close_tag(id).is_empty()
    }
    pub fn span(&self, id: NodeId) -> Span {
        self.nodes.get(id).map_or(0..0, |n| n.open.start..n.close.end)
    }
    /// Source of the whole node.
    pub fn outer(&self, id: NodeId) -> &str {
        self.slice(&self.span(id))
    }
    /// First child element with that prefixed name.
    pub fn child(&self, id: NodeId, name: &str) -> Option<NodeId> {
        self.children(id).iter().copied().find(|c| self.name(*c) == name)
    }
    /// Attribute value, entities resolved, by full name.
    pub fn attr(&self, id: NodeId, name: &str) -> Option<String> {
        attributes(self.open_tag(id)).find(|a| a.name == name).map(|a| unescape(a.raw))
    }
    /// Attribute value by local name, whatever the prefix.
    pub fn attr_local(&self, id: NodeId, local: &str) -> Option<String> {
        attributes(self.open_tag(id))
            .find(|a| {
                a.name.rsplit_once(':').map_or(a.name, |(_, l)| l) == local && !a.name.starts_with("xml")
            })
            .map(|a| unescape(a.raw))
    }
    /// All text under the node.
    pub fn text(&self, id: NodeId) -> String {
        let mut out = String::new();
        self.push_text(id, &mut out);
        out
    }
    fn push_text(&self, id: NodeId, out: &mut String) {
        match self.kind(id) {
            Kind::Text => out.push_str(&unescape(self.outer(id))),
            Kind::CData => {
                let raw = self.outer(id);
                out.push_str(raw.strip_prefix("<![CDATA[").and_then(|r| r.strip_suffix("]]>")).unwrap_or(""));
            }
            Kind::Element => self.children(id).iter().for_each(|c| self.push_text(*c, out)),
            Kind::Other => {}
        }
    }
    /// Every element under the node, itself first, in document order.
    pub fn walk(&self, id: NodeId) -> Vec<NodeId> {
        let mut out = Vec::new();
        let mut todo = vec![id];
        while let Some(next) = todo.pop() {
            if self.kind(next) == Kind::Element {
                out.push(next);
                todo.extend(self.children(next).iter().rev());
            }
        }
        out
    }
}

/// One attribute of a start tag: spans are relative to the tag.
pub struct Attribute<'a> {
    pub name: &'a str,
    pub raw: &'a str,
    /// From the space before the name to after the closing quote.
    pub whole: Span,
    /// Between the quotes.
    pub value: Span,
}

/// Attributes of a start tag as written. The tag was already accepted by the parser.
pub fn attributes(tag: &str) -> impl Iterator<Item = Attribute<'_>> {
    let bytes = tag.as_bytes();
    let mut at = bytes.iter().position(u8::is_ascii_whitespace).unwrap_or(bytes.len());
    std::iter::from_fn(move || {
        let begin = at;
        let skip = |mut i: usize| {
            while bytes.get(i).is_some_and(u8::is_ascii_whitespace) {
                i += 1;
            }
            i
        };
        let name_from = skip(begin);
        let mut i = name_from;
        while bytes.get(i).is_some_and(|b| !b.is_ascii_whitespace() && !matches!(b, b'=' | b'>' | b'/')) {
            i += 1;
        }
        let name = tag.get(name_from..i)?;
        if name.is_empty() {
            return None;
        }
        i = skip(i);
        if bytes.get(i) != Some(&b'=') {
            return None;
        }
        i = skip(i + 1);
        let quote = *bytes.get(i).filter(|b| matches!(b, b'"' | b'\''))?;
        let from = i + 1;
        let length = bytes.get(from..)?.iter().position(|b| *b == quote)?;
        let to = from + length;
        at = to + 1;
        Some(Attribute { name, raw: tag.get(from..to)?, whole: begin..to + 1, value: from..to })
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn spans_give_back_the_source() {
        let dom = Dom::parse("<a x='1'><b>t&amp;u</b><c/></a>".into(), "t").unwrap();
        assert_eq!(dom.outer(dom.root), "<a x='1'><b>t&amp;u</b><c/></a>");
        assert_eq!(dom.text(dom.root), "t&u");
        assert_eq!(dom.attr(dom.root, "x").as_deref(), Some("1"));
    }

    #[test]
    fn doctype_and_broken_trees_are_refused() {
        assert!(matches!(Dom::parse("<!DOCTYPE a><a/>".into(), "t"), Err(TemplateError::Doctype(_))));
        assert!(Dom::parse("<a><b></a>".into(), "t").is_err());
        assert!(Dom::parse("<a>".into(), "t").is_err());
        assert!(Dom::parse("<a>".repeat(300) + &"</a>".repeat(300), "t").is_err());
    }
}
