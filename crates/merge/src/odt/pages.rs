//! How a later letter starts on a new page: a copy of the first paragraph's style that names its page style.
use crate::piece::{Builder, Piece};
use crate::xml::{Dom, NodeId};

/// The first block of the text that can carry a page break.
pub fn starter(dom: &Dom, text: NodeId) -> Option<NodeId> {
    dom.children(text).iter().find_map(|child| match dom.name(*child) {
        "text:p" | "text:h" | "table:table" => Some(*child),
        "text:list" | "text:list-item" | "text:section" | "text:list-header" | "text:numbered-paragraph" => {
            starter(dom, *child)
        }
        _ => None,
    })
}

/// The automatic style of that name and family.
fn style(dom: &Dom, name: &str, family: &str) -> Option<NodeId> {
    let styles = dom.child(dom.root, "office:automatic-styles")?;
    dom.children(styles).iter().copied().find(|s| {
        dom.name(*s) == "style:style"
            && dom.attr(*s, "style:name").as_deref() == Some(name)
            && dom.attr(*s, "style:family").as_deref() == Some(family)
    })
}

/// Automatic styles that start a page of their own.
pub fn paged_styles(dom: &Dom) -> Vec<NodeId> {
    let Some(styles) = dom.child(dom.root, "office:automatic-styles") else { return Vec::new() };
    let paged = |s: &NodeId| dom.attr(*s, "style:master-page-name").is_some_and(|m| !m.is_empty());
    dom.children(styles).iter().copied().filter(paged).collect()
}

pub struct StartStyles {
    pub pieces: Vec<Piece>,
}

/// The two styles of a later letter: next page, and right-hand page.
pub fn start_styles(
    dom: &Dom,
    starter: NodeId,
    master: &str,
    numbered: bool,
    per_letter: bool,
) -> StartStyles {
    let table = dom.name(starter) == "table:table";
    let (family, attribute) =
        if table { ("table", "table:style-name") } else { ("paragraph", "text:style-name") };
    let own = dom.attr(starter, attribute).unwrap_or_default();
    let source = style(dom, &own, family);
    let properties_name = format!("style:{family}-properties");
    let mut b = Builder::default();
    for (name, restart) in [("FilonSuite", numbered), ("FilonRecto", true)] {
        let parent = source
            .map_or(Some(own.clone()), |s| dom.attr(s, "style:parent-style-name"))
            .filter(|p| !p.is_empty());
        let master_name = source
            .and_then(|s| dom.attr(s, "style:master-page-name"))
            .filter(|m| !m.is_empty())
            .unwrap_or_else(|| master.to_owned());
        b.text(&format!("<style:style style:name=\"{name}"));
        if per_letter {
            b.push(Piece::Suffix);
        }
        b.text(&format!("\" style:family=\"{family}\""));
        if let Some(parent) = parent {
            b.text(" style:parent-style-name=\"");
            b.escaped(&parent);
            b.text("\"");
        }
        if let Some(list) = source.and_then(|s| dom.attr(s, "style:list-style-name")) {
            b.text(" style:list-style-name=\"");
            b.escaped(&list);
            b.text("\"");
        }
        b.text(" style:master-page-name=\"");
        b.escaped(&master_name);
        if per_letter {
            b.push(Piece::Suffix);
        }
        b.text("\">");
        let number = if restart { "1" } else { "auto" };
        let properties = source.and_then(|s| dom.child(s, &properties_name));
        match properties {
            Some(id) => {
                let tag = dom.open_tag(id);
                let mut cleaned = String::new();
                let mut done = 0;
                for a in crate::xml::dom::attributes(tag) {
                    // The page style breaks the page; a break of its own would add an empty one.
                    if matches!(a.name, "style:page-number" | "fo:break-before") {
                        cleaned.push_str(tag.get(done..a.whole.start).unwrap_or(""));
                        done = a.whole.end;
                    }
                }
                cleaned.push_str(tag.get(done..).unwrap_or(""));
                b.text(&cleaned.replacen(
                    &properties_name,
                    &format!("{properties_name} style:page-number=\"{number}\""),
                    1,
                ));
                for child in dom.children(id) {
                    b.text(dom.outer(*child));
                }
                b.text(dom.close_tag(id));
            }
            None => b.text(&format!("<{properties_name} style:page-number=\"{number}\"/>")),
        }
        if let Some(source) = source {
            for child in dom.children(source).iter().filter(|c| dom.name(**c) != properties_name) {
                b.text(dom.outer(*child));
            }
        }
        b.text("</style:style>");
    }
    StartStyles { pieces: b.finish() }
}
