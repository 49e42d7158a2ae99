//! settings.xml: what `w:mailMerge` says, and the part without it (MAILMERGE A10).
use super::tags::Words;
use crate::xml::{Dom, NodeId};

#[derive(Debug, Default)]
pub struct Settings {
    pub keep_blank_lines: bool,
    pub catalog: bool,
    /// Word's predefined name, column of the source.
    pub mapped: Vec<(String, String)>,
    pub notices: Vec<String>,
    pub theme_language: Option<String>,
    /// The part without the merge's source, with and without the order to refresh fields.
    pub cleaned: String,
    update_at: usize,
    update_tag: String,
}

/// Elements that follow `w:updateFields` in the schema.
const AFTER_UPDATE: [&str; 20] = [
    "hdrShapeDefaults",
    "footnotePr",
    "endnotePr",
    "compat",
    "docVars",
    "rsids",
    "mathPr",
    "attachedSchema",
    "themeFontLang",
    "clrSchemeMapping",
    "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures",
    "forceUpgrade",
    "captions",
    "readModeInkLockDown",
    "smartTagType",
    "schemaLibrary",
    "shapeDefaults",
    "decimalSymbol",
    "listSeparator",
];

impl Settings {
    pub fn read(dom: &Dom) -> Settings {
        let words = Words::of(dom);
        let mut out = Settings {
            update_tag: format!("<{} {}=\"true\"/>", words.name("updateFields"), words.attribute("val")),
            ..Settings::default()
        };
        let mut done = 0;
        let mut update_at = None;
        for &id in dom.children(dom.root) {
            let word = words.word(dom, id);
            if matches!(word, "mailMerge" | "attachedTemplate" | "updateFields") {
                let span = dom.span(id);
                out.cleaned.push_str(dom.src.get(done..span.start).unwrap_or(""));
                done = span.end;
            }
            if word == "mailMerge" {
                out.merge(dom, id, &words);
            }
            if word == "themeFontLang" {
                out.theme_language = dom.attr_local(id, "val");
            }
            let local = dom.local(id);
            if update_at.is_none() && AFTER_UPDATE.contains(&local) {
                let start = dom.span(id).start;
                update_at = Some(out.cleaned.len() + start.saturating_sub(done));
            }
        }
        let end = dom.src.len().saturating_sub(dom.close_tag(dom.root).len());
        let end = dom
            .src
            .rfind(dom.close_tag(dom.root))
            .filter(|_| !dom.close_tag(dom.root).is_empty())
            .unwrap_or(end);
        out.update_at = update_at.unwrap_or(out.cleaned.len() + end.saturating_sub(done));
        out.cleaned.push_str(dom.src.get(done..).unwrap_or(""));
        out
    }

    pub fn with_update(&self) -> String {
        match (self.cleaned.get(..self.update_at), self.cleaned.get(self.update_at..)) {
            (Some(before), Some(after)) => format!("{before}{}{after}", self.update_tag),
            _ => self.cleaned.clone(),
        }
    }

    fn merge(&mut self, dom: &Dom, id: NodeId, words: &Words) {
        let blank = words.child(dom, id, "doNotSuppressBlankLines");
        // Present without a value means true.
        self.keep_blank_lines = blank
            .is_some_and(|c| !matches!(dom.attr_local(c, "val").as_deref(), Some("0" | "false" | "off")));
        self.catalog = words.child_value(dom, id, "mainDocumentType").is_some_and(|t| t == "catalog");
        if let Some(query) = words.child_value(dom, id, "query") {
            let upper = query.to_uppercase();
            if upper.contains(" WHERE ") || upper.contains(" ORDER BY ") {
                self.notices.push(format!(
                    "Le filtre ou le tri enregistré dans le modèle ne s’applique plus : {query}"
                ));
            }
        }
        for node in dom.walk(id) {
            match words.word(dom, node) {
                "fieldMapData" => {
                    let get = |name| words.child_value(dom, node, name);
                    if let (Some(mapped), Some(name)) = (get("mappedName"), get("name")) {
                        self.mapped.push((mapped, name));
                    }
                }
                "recipientData" if dom.attr_local(node, "id").is_some() => {
                    let words = "Les destinataires décochés dans le modèle ne sont plus exclus : choisissez-les dans les données.";
                    self.notices.push(words.to_owned());
                }
                _ => {}
            }
        }
    }
}
