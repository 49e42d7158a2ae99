//! Languages that styles give to their text.
use super::tags::Words;
use crate::xml::Dom;
use std::collections::HashMap;

#[derive(Debug, Default)]
pub struct Styles {
    languages: HashMap<String, String>,
    parents: HashMap<String, String>,
    /// Of the document's defaults, as a tag.
    pub default: Option<String>,
}

impl Styles {
    pub fn read(dom: &Dom) -> Styles {
        let words = Words::of(dom);
        let mut out = Styles::default();
        for &id in dom.children(dom.root) {
            match words.word(dom, id) {
                "docDefaults" => {
                    let properties =
                        words.child(dom, id, "rPrDefault").and_then(|d| words.child(dom, d, "rPr"));
                    out.default = properties.and_then(|p| words.child_value(dom, p, "lang"));
                }
                "style" => {
                    let Some(name) = dom.attr_local(id, "styleId") else { continue };
                    if let Some(parent) = words.child_value(dom, id, "basedOn") {
                        out.parents.insert(name.clone(), parent);
                    }
                    if let Some(tag) =
                        words.child(dom, id, "rPr").and_then(|p| words.child_value(dom, p, "lang"))
                    {
                        out.languages.insert(name, tag);
                    }
                }
                _ => {}
            }
        }
        out
    }

    pub fn language(&self, style: Option<&str>) -> Option<String> {
        let mut at = style?;
        // A chain of styles that bites its tail ends here.
        for _ in 0..20 {
            if let Some(tag) = self.languages.get(at) {
                return Some(tag.clone());
            }
            at = self.parents.get(at)?;
        }
        None
    }
}
