//! Identifiers that must be unique in the merged document (MAILMERGE A11), rewritten in start tags.
use super::tags::Words;
use crate::piece::{Builder, IdCount, IdCounts, IdSpace, Piece, space_index};
use crate::xml::dom::attributes;
use crate::xml::{Dom, NodeId};
use std::collections::{HashMap, HashSet};

/// Identifiers met so far, over all parts of the document.
#[derive(Debug, Default)]
pub struct Ids {
    known: HashMap<(IdSpace, String), u32>,
    counts: [u32; IdSpace::ALL.len()],
    pub bookmarks: HashSet<String>,
    /// Numbered lists, which start again in every letter.
    pub lists: HashSet<String>,
    pub first_list: u32,
}

/// Word cuts bookmark names at 40 characters.
const BOOKMARK_ROOM: usize = 30;

impl Ids {
    /// Two marks of a pair (bookmark start and end) share their number.
    fn shared(&mut self, space: IdSpace, original: &str) -> Piece {
        let count = self.counts.get_mut(space_index(space));
        let index = *self.known.entry((space, original.to_owned())).or_insert_with(|| match count {
            Some(count) => {
                *count += 1;
                *count - 1
            }
            None => 0,
        });
        Piece::Id { space, index, original: original.as_bytes().into() }
    }

    fn fresh(&mut self, space: IdSpace, original: &str) -> Piece {
        let mut index = 0;
        if let Some(count) = self.counts.get_mut(space_index(space)) {
            index = *count;
            *count += 1;
        }
        Piece::Id { space, index, original: original.as_bytes().into() }
    }

    /// The template's numbered lists in the order of their index.
    pub fn used_lists(&self) -> Vec<String> {
        let mut used: Vec<(u32, String)> = self
            .known
            .iter()
            .filter(|((s, _), _)| *s == IdSpace::List)
            .map(|((_, n), i)| (*i, n.clone()))
            .collect();
        used.sort();
        used.into_iter().map(|(_, name)| name).collect()
    }

    pub fn counts(&self) -> IdCounts {
        let mut out = IdCounts::default();
        for (slot, (space, count)) in out.iter_mut().zip(IdSpace::ALL.iter().zip(self.counts)) {
            // Notes number from 10: small numbers belong to the separators.
            let base = match space {
                IdSpace::Annotation => 0,
                IdSpace::Drawing => 1,
                IdSpace::Control => 1_000,
                IdSpace::Footnote | IdSpace::Endnote => 10,
                IdSpace::List => self.first_list,
            };
            *slot = IdCount { per_copy: count, base };
        }
        out
    }

    /// A bookmark's name, or a reference to one: later letters add their number.
    pub fn bookmark(&mut self, name: &str, b: &mut Builder) {
        let short: String = if name.chars().count() > BOOKMARK_ROOM {
            // The number keeps two long names apart once cut.
            let Piece::Id { index, .. } = self.shared(IdSpace::Annotation, &format!("name {name}")) else {
                return;
            };
            format!("{}_{index}", name.chars().take(BOOKMARK_ROOM - 6).collect::<String>())
        } else {
            name.to_owned()
        };
        let escaped = |text: &str| {
            let mut out = Vec::new();
            crate::xml::escape::push_escaped(&mut out, text);
            String::from_utf8_lossy(&out).into_owned()
        };
        b.per_mode(&escaped(name), &escaped(name), &escaped(&short));
        b.push(Piece::Suffix);
    }

    /// Writes a start tag with its identifiers rewritten.
    pub fn open_tag(&mut self, dom: &Dom, id: NodeId, words: &Words, b: &mut Builder) {
        let tag = dom.open_tag(id);
        let name = dom.name(id);
        let mut done = 0;
        for attribute in attributes(tag) {
            let Some(rule) = self.rule(dom, id, name, attribute.name, attribute.raw, words) else { continue };
            if rule == Rule::Drop {
                b.text(tag.get(done..attribute.whole.start).unwrap_or(""));
                b.per_mode(tag.get(attribute.whole.clone()).unwrap_or(""), "", "");
                done = attribute.whole.end;
                continue;
            }
            b.text(tag.get(done..attribute.value.start).unwrap_or(""));
            match rule {
                Rule::Shared(space) => b.push(self.shared(space, attribute.raw)),
                Rule::Fresh(space) => b.push(self.fresh(space, attribute.raw)),
                Rule::Bookmark => self.bookmark(&crate::xml::escape::unescape(attribute.raw), b),
                _ => {
                    b.text(attribute.raw);
                    b.push(Piece::Suffix);
                }
            }
            done = attribute.value.end;
        }
        b.text(tag.get(done..).unwrap_or(""));
    }

    fn rule(
        &self,
        dom: &Dom,
        id: NodeId,
        element: &str,
        attribute: &str,
        value: &str,
        words: &Words,
    ) -> Option<Rule> {
        let (prefix, local) = attribute.rsplit_once(':').unwrap_or(("", attribute));
        let element_local = element.rsplit_once(':').map_or(element, |(_, l)| l);
        if matches!(local, "paraId" | "textId" | "anchorId" | "editId") && prefix.starts_with('w') {
            return Some(Rule::Drop);
        }
        if let Some(word) = words.local(element) {
            let own = attribute == words.attribute("id");
            return match word {
                "footnoteReference" if own => Some(Rule::Shared(IdSpace::Footnote)),
                "endnoteReference" if own => Some(Rule::Shared(IdSpace::Endnote)),
                "footnote" if own && dom.attr_local(id, "type").is_none() => {
                    Some(Rule::Shared(IdSpace::Footnote))
                }
                "endnote" if own && dom.attr_local(id, "type").is_none() => {
                    Some(Rule::Shared(IdSpace::Endnote))
                }
                "footnote" | "endnote" | "comment" | "commentReference" | "commentRangeStart"
                | "commentRangeEnd" => None,
                "bookmarkStart" if attribute == words.attribute("name") => Some(Rule::Bookmark),
                "hyperlink" if attribute == words.attribute("anchor") && self.bookmarks.contains(value) => {
                    Some(Rule::Bookmark)
                }
                "numId" if attribute == words.attribute("val") && self.lists.contains(value) => {
                    Some(Rule::Shared(IdSpace::List))
                }
                "id" if attribute == words.attribute("val") => Some(Rule::Fresh(IdSpace::Control)),
                _ if own && value.parse::<i64>().is_ok() => Some(Rule::Shared(IdSpace::Annotation)),
                _ => None,
            };
        }
        match element_local {
            "docPr" if attribute == "id" => Some(Rule::Fresh(IdSpace::Drawing)),
            "shapetype" => None,
            _ if element.starts_with("v:") && (attribute == "id" || attribute == "o:spid") => {
                Some(Rule::Suffix)
            }
            "OLEObject" if attribute == "ShapeID" => Some(Rule::Suffix),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    Drop,
    Shared(IdSpace),
    Fresh(IdSpace),
    Bookmark,
    Suffix,
}
