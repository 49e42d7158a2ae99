//! The list of sheets and where the parts are.

use std::collections::HashMap;

use crate::error::FileError;
use crate::limits::SMALL_PART;
use crate::office::Office;
use crate::office::xml::{Node, attribute, local};

#[derive(Clone)]
pub struct Sheet {
    pub name: String,
    hidden: bool,
    pub part: String,
}

pub struct Workbook {
    pub sheets: Vec<Sheet>,
    pub date1904: bool,
    pub strings: String,
    pub styles: String,
}

struct Relation {
    kind: String,
    target: String,
}

/// More sheets than this are not looked through for the first that has rows.
const SHEETS: usize = 256;

impl Workbook {
    pub fn read(office: &Office) -> Result<Self, FileError> {
        let root = relations(office, "_rels/.rels", "")?;
        let part = root
            .values()
            .find(|r| r.kind.ends_with("/officeDocument"))
            .map_or("xl/workbook.xml", |r| r.target.as_str());
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let relations = relations(office, &format!("{folder}/_rels/{file}.rels"), folder)?;
        let of_kind = |kind: &str, otherwise: &str| {
            relations
                .values()
                .find(|r| r.kind.ends_with(kind))
                .map_or(format!("{folder}/{otherwise}"), |r| r.target.clone())
        };
        let mut workbook = Workbook {
            sheets: Vec::new(),
            date1904: false,
            strings: of_kind("/sharedStrings", "sharedStrings.xml"),
            styles: of_kind("/styles", "styles.xml"),
        };
        let mut archive = office.archive()?;
        let mut xml = office.xml(&mut archive, part, SMALL_PART)?.ok_or_else(|| FileError::damaged(part))?;
        loop {
            match xml.next()? {
                Node::Open(start) if local(&start) == "workbookPr" => {
                    workbook.date1904 =
                        matches!(attribute(&start, "date1904").as_deref(), Some("1" | "true"));
                }
                Node::Open(start) if local(&start) == "sheet" && workbook.sheets.len() < SHEETS => {
                    let name = attribute(&start, "name").unwrap_or_default();
                    let id = relation_id(&start);
                    let hidden = attribute(&start, "state").is_some_and(|s| s != "visible");
                    let Some(relation) = relations.get(&id) else { continue };
                    if relation.kind.ends_with("/worksheet") && office.find(&relation.target).is_some() {
                        let part = relation.target.clone();
                        workbook.sheets.push(Sheet { name, hidden, part });
                    }
                }
                Node::End => break,
                _ => {}
            }
        }
        drop(xml);
        if workbook.sheets.is_empty() {
            workbook.sheets = lone_sheet(office, folder);
        }
        // A hidden sheet holds lists for menus and the like; it is read only when nothing else has rows.
        workbook.sheets.sort_by_key(|sheet| sheet.hidden);
        Ok(workbook)
    }
}

/// `r:id`, and never a plain `id`.
fn relation_id(start: &quick_xml::events::BytesStart<'_>) -> String {
    start
        .attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|a| a.key.prefix().is_some() && a.key.local_name().into_inner() == "id")
        .map(|a| a.value.into_owned())
        .unwrap_or_default()
}

/// Some writers forget the relations; the usual name is tried.
fn lone_sheet(office: &Office, folder: &str) -> Vec<Sheet> {
    let part = format!("{folder}/worksheets/sheet1.xml");
    if office.find(&part).is_none() {
        return Vec::new();
    }
    vec![Sheet { name: "Sheet1".into(), hidden: false, part }]
}

fn relations(office: &Office, part: &str, folder: &str) -> Result<HashMap<String, Relation>, FileError> {
    let mut found = HashMap::new();
    let mut archive = office.archive()?;
    let Some(mut xml) = office.xml(&mut archive, part, SMALL_PART)? else {
        return Ok(found);
    };
    loop {
        match xml.next()? {
            Node::Open(start) if local(&start) == "Relationship" => {
                // An external target is never followed: only parts of the container are ever opened.
                let id = attribute(&start, "Id").unwrap_or_default();
                let kind = attribute(&start, "Type").unwrap_or_default();
                let target = resolve(folder, &attribute(&start, "Target").unwrap_or_default());
                found.insert(id, Relation { kind, target });
            }
            Node::End => return Ok(found),
            _ => {}
        }
    }
}

/// A target relative to its folder, inside the container.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let start = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = start.split('/').filter(|s| !s.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}
