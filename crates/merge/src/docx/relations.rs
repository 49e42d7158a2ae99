//! Relationships between the parts of a package.
use crate::TemplateError;
use crate::xml::Dom;

#[derive(Debug, Clone)]
pub struct Relation {
    pub id: String,
    /// Last word of the type: `header`, `footnotes`, `mailMergeSource`; the same in strict documents.
    pub kind: String,
    pub target: String,
    pub external: bool,
}

pub fn parse(text: &str, part: &str) -> Result<Vec<Relation>, TemplateError> {
    let dom = Dom::parse(text.to_owned(), part)?;
    let read = |id| {
        let kind = dom.attr(id, "Type")?;
        Some(Relation {
            id: dom.attr(id, "Id")?,
            kind: kind.rsplit('/').next().unwrap_or("").to_owned(),
            target: dom.attr(id, "Target")?,
            external: dom.attr(id, "TargetMode").is_some_and(|m| m.eq_ignore_ascii_case("External")),
        })
    };
    Ok(dom.children(dom.root).iter().filter_map(|c| read(*c)).collect())
}

/// Name of the part that a target means, seen from `base`.
pub fn resolve(base: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = base.split('/').collect();
    path.pop();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                path.pop();
            }
            other => path.push(other),
        }
    }
    path.join("/")
}

/// `word/document.xml` → `word/_rels/document.xml.rels`.
pub fn rels_name(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// The list without the relationships that `drop` names.
pub fn without(text: &str, part: &str, drop: impl Fn(&str) -> bool) -> Result<String, TemplateError> {
    let dom = Dom::parse(text.to_owned(), part)?;
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for &child in dom.children(dom.root) {
        let kind = dom.attr(child, "Type").unwrap_or_default();
        if drop(kind.rsplit('/').next().unwrap_or("")) {
            let span = dom.span(child);
            out.push_str(text.get(done..span.start).unwrap_or(""));
            done = span.end;
        }
    }
    out.push_str(text.get(done..).unwrap_or(""));
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_resolve_from_their_part() {
        assert_eq!(resolve("word/document.xml", "header1.xml"), "word/header1.xml");
        assert_eq!(resolve("word/document.xml", "../customXml/item1.xml"), "customXml/item1.xml");
        assert_eq!(resolve("word/document.xml", "/word/media/a.png"), "word/media/a.png");
        assert_eq!(rels_name("word/header1.xml"), "word/_rels/header1.xml.rels");
    }
}
