//! Reading a Word document: its parts found by their relationships, those with text compiled.
use super::compile::Shared;
use super::ids::Ids;
use super::notes::Notes;
use super::numbering::Numbering;
use super::part::Part;
use super::relations::{self, Relation, rels_name, resolve};
use super::section::Sections;
use super::settings::Settings;
use super::styles::Styles;
use super::tags::Words;
use crate::field::lex::{Token, Unit, lex};
use crate::field::names::{Names, Wanted};
use crate::package::Package;
use crate::piece::{IdCounts, Piece, varies};
use crate::xml::Dom;
use crate::{Language, TemplateError};
use std::collections::{HashMap, HashSet};

pub struct Docx {
    pub package: Package,
    pub body: Part,
    /// Properties of the letter's last section.
    pub section: Vec<Piece>,
    pub headers: Vec<Header>,
    pub notes: Vec<Notes>,
    /// Parts written otherwise than they were read, by name.
    pub replaced: HashMap<String, Vec<u8>>,
    pub dropped: HashSet<String>,
    pub content_types: String,
    pub relations: String,
    pub empty_header: bool,
    pub empty_footer: bool,
    pub word_uri: String,
    pub ids: IdCounts,
    /// Numbered lists that the letters use, and where they are defined.
    pub lists: Vec<String>,
    pub numbering: Option<Numbering>,
    pub keep_blank_lines: bool,
    pub catalog: bool,
    pub language: Option<Language>,
    pub names: Vec<Wanted>,
    pub mapped: Vec<(String, String)>,
    pub notices: Vec<String>,
    pub paragraph: Words,
}

pub struct Header {
    pub part: Part,
    pub footer: bool,
    pub target: String,
    /// Stem of the relationships of its copies.
    pub stem: String,
    pub varies: bool,
    pub relations: Option<Vec<u8>>,
}

pub fn read(package: Package) -> Result<Docx, TemplateError> {
    if package.names.iter().any(|n| n.to_ascii_lowercase().ends_with("vbaproject.bin")) {
        return Err(TemplateError::Macros);
    }
    let roots = relations::parse(&package.text("_rels/.rels")?, "_rels/.rels")?;
    let main = roots
        .iter()
        .find(|r| r.kind == "officeDocument")
        .map(|r| resolve("", &r.target))
        .ok_or(TemplateError::UnknownKind)?;
    let content_types = package.text("[Content_Types].xml")?;
    if content_types.contains("macroEnabled") {
        return Err(TemplateError::Macros);
    }
    let rels_part = rels_name(&main);
    let rels_text =
        if package.has(&rels_part) { package.text(&rels_part)? } else { EMPTY_RELATIONS.to_owned() };
    let related = relations::parse(&rels_text, &rels_part)?;
    let of_kind = |kind: &str| {
        related
            .iter()
            .filter(|r| r.kind == kind && !r.external)
            .map(|r| (r, resolve(&main, &r.target)))
            .collect::<Vec<_>>()
    };
    let parse = |name: &str| Dom::parse(package.text(name)?, name);
    let dom = parse(&main)?;
    let mut docx_parts: Vec<(Relation, String, Dom)> = Vec::new();
    for kind in ["header", "footer", "footnotes", "endnotes"] {
        for (relation, name) in of_kind(kind) {
            if package.has(&name) {
                docx_parts.push((relation.clone(), name.clone(), parse(&name)?));
            }
        }
    }
    let styles = match of_kind("styles").first().filter(|(_, n)| package.has(n)) {
        Some((_, name)) => Styles::read(&parse(name)?),
        None => Styles::default(),
    };
    let mut replaced = HashMap::new();
    let mut dropped = HashSet::new();
    let mut content_types = content_types;
    let settings_name = of_kind("settings").first().map(|(_, n)| n.clone()).filter(|n| package.has(n));
    let settings = match &settings_name {
        Some(name) => Settings::read(&parse(name)?),
        None => Settings::default(),
    };
    if let Some(name) = &settings_name {
        let rels = rels_name(name);
        if package.has(&rels) {
            let text = package.text(&rels)?;
            let gone = |kind: &str| {
                matches!(
                    kind,
                    "mailMergeSource"
                        | "mailMergeHeaderSource"
                        | "mailMergeRecipientData"
                        | "recipientData"
                        | "attachedTemplate"
                )
            };
            for relation in relations::parse(&text, &rels)?.iter().filter(|r| gone(&r.kind) && !r.external) {
                dropped.insert(resolve(name, &relation.target));
            }
            replaced.insert(rels.clone(), relations::without(&text, &rels, gone)?.into_bytes());
        }
    }
    for name in &dropped {
        content_types = without_override(&content_types, name);
    }

    let numbering = match of_kind("numbering").first().filter(|(_, n)| package.has(n)) {
        Some((_, name)) => Some(Numbering::read(name, &parse(name)?)),
        None => None,
    };
    let mut ids = Ids::default();
    if let Some(numbering) = &numbering {
        ids.lists = numbering.counted.keys().cloned().collect();
        ids.first_list = numbering.first_free;
    }
    let mut defined = HashSet::new();
    for dom in std::iter::once(&dom).chain(docx_parts.iter().map(|(.., d)| d)) {
        survey(dom, &mut ids, &mut defined);
    }
    let mut sections = Sections::of(&dom);
    // The body is compiled first for its fields to be listed first; headers must be known to vary before it.
    let mut body_names = Names::default();
    let mut headers = Vec::new();
    let mut notes = Vec::new();
    let mut update_fields = false;
    {
        // A dry run over the body only to list its fields in document order.
        let mut scratch = Ids::default();
        scratch.bookmarks.clone_from(&ids.bookmarks);
        let mut shared = Shared {
            names: &mut body_names,
            ids: &mut scratch,
            styles: &styles,
            defined: &defined,
            sections: &sections,
            update_fields: false,
        };
        let _ = Part::body(&main, &dom, &mut shared);
    }
    let mut names = body_names;
    let mut varying = HashMap::new();
    for (index, (relation, name, part_dom)) in docx_parts.iter().enumerate() {
        let mut shared = Shared {
            names: &mut names,
            ids: &mut ids,
            styles: &styles,
            defined: &defined,
            sections: &sections,
            update_fields: false,
        };
        if matches!(relation.kind.as_str(), "footnotes" | "endnotes") {
            notes.push(Notes::compile(name, part_dom, &mut shared));
        } else {
            let part = Part::whole(name, part_dom, &mut shared);
            let rels = rels_name(name);
            let header = Header {
                varies: varies(&part.pieces),
                part,
                footer: relation.kind == "footer",
                target: relation.target.clone(),
                stem: format!("rIdFilon{index}"),
                relations: if package.has(&rels) { Some(package.part(&rels)?) } else { None },
            };
            if header.varies {
                varying.insert(relation.id.clone(), header.stem.clone());
            }
            headers.push(header);
        }
        update_fields |= shared.update_fields;
    }
    sections.varying = varying;
    let mut shared = Shared {
        names: &mut names,
        ids: &mut ids,
        styles: &styles,
        defined: &defined,
        sections: &sections,
        update_fields: false,
    };
    let (body, section) = Part::body(&main, &dom, &mut shared);
    update_fields |= shared.update_fields;
    if let Some(name) = settings_name {
        let text = if update_fields { settings.with_update() } else { settings.cleaned.clone() };
        replaced.insert(name, text.into_bytes());
    }
    let language =
        styles.default.clone().or(settings.theme_language.clone()).and_then(|t| Language::from_tag(&t));
    let strict = dom.src.contains("purl.oclc.org/ooxml/wordprocessingml/main");
    Ok(Docx {
        empty_header: sections.needs_empty(&dom, "headerReference"),
        empty_footer: sections.needs_empty(&dom, "footerReference"),
        word_uri: if strict {
            "http://purl.oclc.org/ooxml/wordprocessingml/main"
        } else {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        }
        .to_owned(),
        paragraph: Words::of(&dom),
        package,
        body,
        section,
        headers,
        notes,
        replaced,
        dropped,
        content_types,
        relations: rels_text,
        ids: ids.counts(),
        lists: ids.used_lists(),
        numbering,
        keep_blank_lines: settings.keep_blank_lines,
        catalog: settings.catalog,
        language,
        names: names.0,
        mapped: settings.mapped,
        notices: settings.notices,
    })
}

const EMPTY_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

/// Bookmarks, and the names that `SET` and `ASK` define anywhere.
fn survey(dom: &Dom, ids: &mut Ids, defined: &mut HashSet<String>) {
    let words = Words::of(dom);
    let mut code = String::new();
    for id in dom.walk(dom.root) {
        match words.word(dom, id) {
            "bookmarkStart" => ids.bookmarks.extend(dom.attr_local(id, "name").filter(|n| n != "_GoBack")),
            "instrText" => code.push_str(&dom.text(id)),
            "fldSimple" => code.push_str(&dom.attr_local(id, "instr").unwrap_or_default()),
            // A new field starts a new code.
            "fldChar" => code.push('\n'),
            _ => {}
        }
    }
    for line in code.lines() {
        let units: Vec<Unit> = line.chars().map(Unit::Char).collect();
        let tokens = lex(&units, false);
        let kind = tokens.first().and_then(Token::literal).unwrap_or_default().to_uppercase();
        if matches!(kind.as_str(), "SET" | "ASK") {
            defined.extend(tokens.get(1).and_then(Token::literal).map(|n| n.to_lowercase()));
        }
    }
}

fn without_override(types: &str, part: &str) -> String {
    let Some(at) = types.find(&format!("PartName=\"/{part}\"")) else { return types.to_owned() };
    let start = types.get(..at).and_then(|t| t.rfind('<'));
    let end = types.get(at..).and_then(|t| t.find("/>")).map(|e| at + e + 2);
    match (start.and_then(|s| types.get(..s)), end.and_then(|e| types.get(e..))) {
        (Some(before), Some(after)) => format!("{before}{after}"),
        _ => types.to_owned(),
    }
}
