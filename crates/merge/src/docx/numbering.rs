//! Numbered lists start again in every letter: each takes list numbers of its own, defined at the end.
use super::tags::Words;
use crate::xml::Dom;
use std::collections::HashMap;

#[derive(Debug, Clone)]
pub struct Numbering {
    pub part: String,
    source: String,
    /// Where a new `w:num` may stand.
    at: usize,
    words: Words,
    /// Lists that count, with their definition; bullets need nothing.
    pub counted: HashMap<String, String>,
    pub first_free: u32,
}

impl Numbering {
    pub fn read(part: &str, dom: &Dom) -> Numbering {
        let words = Words::of(dom);
        let mut counts: HashMap<String, bool> = HashMap::new();
        let mut out = Numbering {
            part: part.to_owned(),
            source: dom.src.clone(),
            at: dom.span(dom.root).end.saturating_sub(dom.close_tag(dom.root).len()),
            words: words.clone(),
            counted: HashMap::new(),
            first_free: 1,
        };
        for &id in dom.children(dom.root) {
            match words.word(dom, id) {
                "abstractNum" => {
                    let bullet =
                        words.child(dom, id, "lvl").and_then(|l| words.child_value(dom, l, "numFmt"));
                    let counted = bullet.is_some_and(|f| f != "bullet" && f != "none");
                    counts.insert(dom.attr_local(id, "abstractNumId").unwrap_or_default(), counted);
                }
                "num" => {
                    let number = dom.attr_local(id, "numId").unwrap_or_default();
                    let definition = words.child_value(dom, id, "abstractNumId").unwrap_or_default();
                    out.first_free = out.first_free.max(number.parse::<u32>().unwrap_or(0).saturating_add(1));
                    if counts.get(&definition) == Some(&true) {
                        out.counted.insert(number, definition);
                    }
                }
                "numIdMacAtCleanup" => out.at = out.at.min(dom.span(id).start),
                _ => {}
            }
        }
        out
    }

    /// The part with the lists of all letters; `used` are the template's lists in the order of their index.
    pub fn with_letters(&self, used: &[String], letters: usize) -> Vec<u8> {
        let (before, after) =
            (self.source.get(..self.at).unwrap_or(""), self.source.get(self.at..).unwrap_or(""));
        let (num, number) = (self.words.name("num"), self.words.attribute("numId"));
        let (definition, value) = (self.words.name("abstractNumId"), self.words.attribute("val"));
        let (over, level, start) =
            (self.words.name("lvlOverride"), self.words.attribute("ilvl"), self.words.name("startOverride"));
        let restart = format!("<{over} {level}=\"0\"><{start} {value}=\"1\"/></{over}>");
        let mut out = before.to_owned();
        let mut id = self.first_free;
        for _ in 0..letters {
            for list in used {
                let of = self.counted.get(list).map_or("0", String::as_str);
                out.push_str(&format!(
                    "<{num} {number}=\"{id}\"><{definition} {value}=\"{of}\"/>{restart}</{num}>"
                ));
                id = id.saturating_add(1);
            }
        }
        out.push_str(after);
        out.into_bytes()
    }
}
