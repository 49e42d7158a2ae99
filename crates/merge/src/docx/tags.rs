//! Names of Word's elements under whatever prefix the document gives them.
use crate::field::wrap::WordTags;
use crate::xml::dom::attributes;
use crate::xml::{Dom, NodeId};
use std::sync::Arc;

const NAMESPACES: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];
const RELATIONS: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
];

#[derive(Debug, Clone)]
pub struct Words {
    /// `w:` as a rule, empty when it is the default namespace.
    prefix: String,
    /// Attributes are always prefixed.
    attribute_prefix: String,
    /// `r:` as a rule.
    pub relation_prefix: String,
    pub tags: Arc<WordTags>,
    /// The same with `instrText`, for values that go inside a field that stays.
    pub code_tags: Arc<WordTags>,
}

impl Words {
    pub fn of(dom: &Dom) -> Words {
        let prefix_of = |uris: &[&str]| {
            let mut found: Vec<String> = attributes(dom.open_tag(dom.root))
                .filter(|a| uris.contains(&a.raw) && a.name.starts_with("xmlns"))
                .map(|a| a.name.strip_prefix("xmlns:").map_or(String::new(), |p| format!("{p}:")))
                .collect();
            found.sort_by_key(String::len);
            found
        };
        let own = prefix_of(&NAMESPACES);
        let root = dom.name(dom.root).split_once(':').map_or(String::new(), |(p, _)| format!("{p}:"));
        let prefix = own.iter().find(|p| **p == root).cloned().unwrap_or(root);
        let attribute_prefix = own.iter().rfind(|p| !p.is_empty()).cloned().unwrap_or_else(|| prefix.clone());
        let relation_prefix =
            prefix_of(&RELATIONS).into_iter().rfind(|p| !p.is_empty()).unwrap_or_else(|| "r:".into());
        let tags = WordTags::new(&prefix);
        let code = WordTags {
            text_open: format!("<{prefix}instrText xml:space=\"preserve\">"),
            text_close: format!("</{prefix}instrText>"),
            ..WordTags::new(&prefix)
        };
        Words { prefix, attribute_prefix, relation_prefix, tags: Arc::new(tags), code_tags: Arc::new(code) }
    }

    /// Local name of an element of Word's namespace.
    pub fn local<'n>(&self, name: &'n str) -> Option<&'n str> {
        name.strip_prefix(self.prefix.as_str()).filter(|l| !l.is_empty() && !l.contains(':'))
    }
    pub fn word<'d>(&self, dom: &'d Dom, id: NodeId) -> &'d str {
        self.local(dom.name(id)).unwrap_or("")
    }
    pub fn name(&self, local: &str) -> String {
        format!("{}{local}", self.prefix)
    }
    pub fn attribute(&self, local: &str) -> String {
        format!("{}{local}", self.attribute_prefix)
    }
    pub fn child(&self, dom: &Dom, id: NodeId, local: &str) -> Option<NodeId> {
        dom.children(id).iter().copied().find(|c| self.word(dom, *c) == local)
    }
    /// `w:val` of a child.
    pub fn child_value(&self, dom: &Dom, id: NodeId, local: &str) -> Option<String> {
        dom.attr_local(self.child(dom, id, local)?, "val")
    }
}
