//! Documents that nobody here wrote: each merges with three records, without failure and without lost text.
use super::build::options;
use super::read::{Doc, check_docx, check_unique, text_of};
use filon_merge::*;
use std::io::Cursor;
use std::path::PathBuf;

fn folders() -> Vec<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    [root.join("tests/fixtures"), root.join("../../../shared/corpus")]
        .into_iter()
        .filter(|f| f.is_dir())
        .flat_map(|f| [f.join("docx"), f.join("odt")])
        .collect()
}

fn documents() -> Vec<(String, Vec<u8>)> {
    let mut out = Vec::new();
    for folder in folders() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            out.push((
                path.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read(&path).unwrap(),
            ));
        }
    }
    out.sort();
    out
}

fn fixture(kind: &str, name: &str) -> Vec<u8> {
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(kind).join(name))
        .unwrap()
}

/// A value per field that cannot be confused with the template's text.
fn records(template: &Template) -> (Columns, Vec<Record>) {
    let columns = Columns(template.fields().to_vec());
    let row =
        |n: usize| Record(columns.0.iter().enumerate().map(|(i, _)| format!("valeur{n}x{i}")).collect());
    (columns.clone(), (0..3).map(row).collect())
}

/// Words of the template that are in no field: paragraphs without any field character.
fn plain_words(xml: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (at, _) in xml.match_indices("<w:p ").chain(xml.match_indices("<w:p>")) {
        let end = xml[at..].find("</w:p>").map_or(xml.len(), |e| at + e);
        let para = &xml[at..end];
        let tag = &para[..para.find('>').unwrap_or(0)];
        if tag.ends_with('/') {
            continue;
        }
        let whole = !["fldChar", "fldSimple", "w:del ", "txbxContent", "instrText", "mc:AlternateContent"]
            .iter()
            .any(|w| para.contains(w));
        if whole {
            let text = text_of(&format!("<x xmlns:w=\"w\">{para}</w:p></x>"));
            out.push(text.trim_matches('\n').to_owned());
        }
    }
    out.retain(|t| !t.trim().is_empty());
    out
}

#[test]
fn every_document_merges_and_keeps_its_text() {
    let all = documents();
    assert!(all.len() >= 55, "{}", all.len());
    for (name, bytes) in all {
        let template = Template::read(&bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
        let (columns, rows) = records(&template);
        let mut out = Cursor::new(Vec::new());
        let merged = merge_to_one(&template, &columns, rows.clone().into_iter(), &options(), &mut out)
            .unwrap_or_else(|e| panic!("{name}: {e}"));
        let doc = Doc::open(out.get_ref());
        let text = doc.text();
        if template.kind() == TemplateKind::Docx {
            check_docx(&doc);
            check_unique(&doc);
        }
        let mut singles = Vec::new();
        merge_each(&template, &columns, rows.into_iter(), &options(), &mut |_, _, b| {
            singles.push(b);
            Ok(())
        })
        .unwrap();
        assert_eq!(singles.len(), merged.letters, "{name}");
        for single in &singles {
            let single = Doc::open(single);
            if template.kind() == TemplateKind::Docx {
                check_docx(&single);
            }
            let _ = single.text();
        }
        // Every letter's text is in the merged document, in order.
        let joined: String = singles.iter().map(|s| Doc::open(s).text()).collect::<Vec<_>>().join("");
        let clean = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
        if template.kind() == TemplateKind::Docx {
            assert_eq!(clean(&joined), clean(&text), "{name}");
            let source = Doc::open(&bytes).main();
            // Fields over several paragraphs take whole paragraphs with them.
            for words in plain_words(&source) {
                let found = text.matches(words.trim()).count();
                assert!(found > 0 || source.contains(" IF "), "{name} lost « {words} »");
            }
        }
        for (i, field) in template.fields().iter().enumerate() {
            let shown = doc
                .parts
                .values()
                .any(|p| String::from_utf8_lossy(p).to_lowercase().contains(&format!("valeur0x{i}")));
            let conditional =
                doc_has(&bytes, " IF ") || doc_has(&bytes, "text:condition") || doc_has(&bytes, "COMPARE");
            assert!(shown || conditional, "{name}: « {field} » is not in the letters");
        }
        // Text written « » in the template's own words may stay; the old results of fields may not.
        if template.kind() == TemplateKind::Docx {
            for field in template.fields() {
                assert!(!text.contains(&format!("«{field}»")), "{name}: «{field}» is left");
            }
        }
    }
}

fn doc_has(bytes: &[u8], word: &str) -> bool {
    Doc::open_any(bytes).iter().any(|p| String::from_utf8_lossy(p).contains(word))
}

impl Doc {
    fn open_any(bytes: &[u8]) -> Vec<Vec<u8>> {
        if bytes.starts_with(b"PK") {
            Doc::open(bytes).parts.into_values().collect()
        } else {
            vec![bytes.to_vec()]
        }
    }
}

#[test]
fn annaswims_gives_what_word_gave_by_hand() {
    let template = Template::read(&fixture("docx", "annaswims__complex-unmerged-doc.docx")).unwrap();
    let expected = Doc::open(&fixture("docx", "annaswims__complex-handmerged-doc.docx")).text();
    let columns = Columns(vec!["First Name".into(), "Last Name".into()]);
    let row = Record(vec!["Anita".into(), "Borg".into()]);
    let mut out = Vec::new();
    merge_each(&template, &columns, std::iter::once(row), &options(), &mut |_, _, b| {
        out.push(Doc::open(&b).text());
        Ok(())
    })
    .unwrap();
    assert_eq!(out[0].trim(), expected.trim());
}
