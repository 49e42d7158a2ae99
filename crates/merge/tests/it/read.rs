//! Reading results back: parts, text, and what must hold for any merged document.
use quick_xml::events::Event;
use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read};

pub struct Doc {
    pub parts: HashMap<String, Vec<u8>>,
    pub order: Vec<String>,
}

impl Doc {
    pub fn open(bytes: &[u8]) -> Doc {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let mut doc = Doc { parts: HashMap::new(), order: Vec::new() };
        for index in 0..zip.len() {
            let mut entry = zip.by_index(index).unwrap();
            let mut part = Vec::new();
            entry.read_to_end(&mut part).unwrap();
            let name = entry.name().to_owned();
            doc.order.push(name.clone());
            assert!(doc.parts.insert(name.clone(), part).is_none(), "{name} twice");
        }
        doc
    }
    pub fn xml(&self, name: &str) -> &str {
        std::str::from_utf8(&self.parts[name]).unwrap()
    }
    pub fn main(&self) -> String {
        let name =
            if self.parts.contains_key("content.xml") { "content.xml".to_owned() } else { main_part(self) };
        self.xml(&name).to_owned()
    }
    pub fn text(&self) -> String {
        text_of(&self.main())
    }
    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(name)
    }
}

pub fn main_part(doc: &Doc) -> String {
    let rels = doc.xml("_rels/.rels");
    let at = rels.find("/officeDocument\"").unwrap();
    let start = rels[..at].rfind("<Relationship").unwrap();
    let target = attr(&rels[start..], "Target").unwrap();
    target.trim_start_matches('/').to_owned()
}

pub fn attr(tag: &str, name: &str) -> Option<String> {
    let end = tag.find('>').unwrap_or(tag.len());
    let at = tag[..end].find(&format!(" {name}=\""))? + name.len() + 3;
    Some(tag[at..at + tag[at..].find('"')?].to_owned())
}

/// Visible text: paragraphs as lines; the fallback half of AlternateContent is left out.
pub fn text_of(xml: &str) -> String {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut out, mut open, mut fallback) = (String::new(), Vec::<String>::new(), 0);
    loop {
        match reader.read_event().expect("well formed") {
            Event::Start(e) => {
                let name = e.name().as_ref().to_owned();
                fallback += usize::from(name == "mc:Fallback");
                open.push(name);
            }
            Event::End(_) => {
                let name = open.pop().unwrap();
                fallback -= usize::from(name == "mc:Fallback");
                if (name.ends_with(":p") || name == "p" || name == "text:h") && fallback == 0 {
                    out.push('\n');
                }
            }
            Event::Empty(e) => match e.name().as_ref() {
                "w:tab" | "text:tab" => out.push('\t'),
                "w:br" | "text:line-break" => out.push('|'),
                "text:s" => out.push(' '),
                _ => {}
            },
            Event::Text(t) if fallback == 0 => {
                let name = open.last().map_or("", String::as_str);
                if name.ends_with(":t") || name == "t" || open.iter().any(|n| n == "text:p" || n == "text:h")
                {
                    out.push_str(&t);
                }
            }
            Event::GeneralRef(r) if fallback == 0 => {
                out.push_str(&quick_xml::escape::unescape(&format!("&{};", &*r)).unwrap());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    out
}

/// What must hold for every DOCX that leaves the crate.
pub fn check_docx(doc: &Doc) {
    assert_eq!(doc.order[0], "[Content_Types].xml");
    for (name, bytes) in &doc.parts {
        if name.ends_with(".xml") || name.ends_with(".rels") {
            text_of(std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{name} is UTF-8")));
        }
        if let Some((folder, file)) = name.split_once("_rels/") {
            let base = format!("{folder}{}", file.trim_end_matches(".rels"));
            check_relations(doc, name, &base, folder);
        }
    }
    let types = doc.xml("[Content_Types].xml");
    for at in types.match_indices("PartName=\"/").map(|(i, m)| i + m.len()) {
        let part = &types[at..at + types[at..].find('"').unwrap()];
        assert!(doc.has(part), "content type of {part}, which is not there");
    }
    let main = doc.main();
    assert!(
        !main.contains("instrText>MERGEFIELD") && !main.contains(" MERGEFIELD "),
        "a merge field is left"
    );
    for settings in
        doc.parts.keys().filter(|n| n.ends_with("settings.xml") || n.ends_with("settings.xml.rels"))
    {
        assert!(!doc.xml(settings).contains("mailMerge"), "{settings} still names the source");
    }
}

fn check_relations(doc: &Doc, name: &str, base: &str, folder: &str) {
    let text = doc.xml(name);
    let mut ids = HashSet::new();
    for (at, _) in text.match_indices("<Relationship ") {
        let tag = &text[at..];
        let id = attr(tag, "Id").unwrap();
        assert!(ids.insert(id.clone()), "{name}: {id} twice");
        if attr(tag, "TargetMode").as_deref() == Some("External") {
            continue;
        }
        let target = attr(tag, "Target").unwrap();
        if target.starts_with('#') || target == "NULL" {
            continue;
        }
        let mut path: Vec<&str> = if target.starts_with('/') {
            Vec::new()
        } else {
            folder.split('/').filter(|s| !s.is_empty()).collect()
        };
        for step in target.split('/') {
            match step {
                ".." => {
                    path.pop();
                }
                "." | "" => {}
                step => path.push(step),
            }
        }
        let part = path.join("/");
        assert!(doc.has(&part), "{name}: {id} leads to {part}, which is not there");
    }
    if let Some(bytes) = doc.parts.get(base) {
        let xml = String::from_utf8_lossy(bytes);
        for key in [" r:id=\"", " r:embed=\""] {
            for at in xml.match_indices(key).map(|(i, m)| i + m.len()) {
                let id = &xml[at..at + xml[at..].find('"').unwrap()];
                assert!(id.is_empty() || ids.contains(id), "{base} uses {id}, which {name} does not have");
            }
        }
    }
}

/// What must hold for a file of several letters besides.
pub fn check_unique(doc: &Doc) {
    let main = doc.main();
    unique(&main, "<wp:docPr ", "id");
    unique(&main, "<w:bookmarkStart ", "w:id");
    unique(&main, "<w:bookmarkStart ", "w:name");
    unique(&main, "<w:p ", "w14:paraId");
}

fn unique(xml: &str, tag: &str, name: &str) {
    let mut seen = HashSet::new();
    for (at, _) in xml.match_indices(tag) {
        if let Some(value) = attr(&xml[at..], name) {
            assert!(seen.insert(value.clone()), "{tag}{name}={value} twice");
        }
    }
}
