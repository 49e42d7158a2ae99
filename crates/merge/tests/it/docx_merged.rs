//! One Word document for all letters: sections, headers, identifiers, settings.
use super::build::*;
use super::read::*;
use filon_merge::*;

const SECTION: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rfooter1\"/><w:type w:val=\"continuous\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:cols w:space=\"708\"/></w:sectPr>";

fn footer(content: &str) -> String {
    format!("<w:ftr {NS}>{}</w:ftr>", p(content))
}

#[test]
fn each_letter_is_a_section_and_nothing_follows_the_last() {
    let body = p(&f("MERGEFIELD n")) + SECTION;
    let foot = footer(&t("fixe"));
    let (doc, _) = one(&docx_with(&body, &[("footer1.xml", "footer", &foot)]), "n", &["1", "2", "3"]);
    check_docx(&doc);
    let main = doc.main();
    assert_eq!(main.matches("<w:sectPr>").count(), 3);
    assert_eq!(main.matches("<w:pPr><w:sectPr>").count(), 2);
    assert_eq!(
        main.matches("<w:type w:val=\"continuous\"/>").count(),
        1,
        "the first letter starts as the template says"
    );
    assert_eq!(main.matches("<w:type w:val=\"nextPage\"/><w:pgSz").count(), 2);
    assert_eq!(main.matches("<w:pgNumType w:start=\"1\"/><w:cols").count(), 2);
    assert!(main.ends_with("</w:sectPr></w:body></w:document>"));
    assert_eq!(doc.text(), "1\n2\n3\n");
    assert_eq!(
        doc.parts.keys().filter(|k| k.contains("footer")).count(),
        1,
        "a footer without fields is shared"
    );
}

#[test]
fn each_letter_has_its_own_footer_with_its_relations() {
    let body = p(&f("MERGEFIELD n")) + SECTION;
    let foot = footer(&f("MERGEFIELD n"));
    let rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"https://exemple.fr\" TargetMode=\"External\"/></Relationships>";
    let template =
        docx_with(&body, &[("footer1.xml", "footer", &foot), ("_rels/footer1.xml.rels", "", rels)]);
    let (doc, _) = one(&template, "n", &["Anne", "Bob", "Cléo"]);
    check_docx(&doc);
    for (part, name) in
        [("word/footer1.xml", "Anne"), ("word/footer1_1.xml", "Bob"), ("word/footer1_2.xml", "Cléo")]
    {
        assert_eq!(text_of(doc.xml(part)), format!("{name}\n"));
    }
    assert!(doc.has("word/_rels/footer1_2.xml.rels"));
    let order: Vec<usize> = ["rfooter1\"", "rIdFilon0_1\"", "rIdFilon0_2\""]
        .iter()
        .map(|id| doc.main().find(id).unwrap())
        .collect();
    assert!(order.is_sorted());
}

#[test]
fn a_letter_that_ends_with_a_table_gets_a_paragraph_for_its_section() {
    let body = format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p(&f("MERGEFIELD n")));
    let (doc, _) = one(&docx(&body), "n", &["1", "2"]);
    check_docx(&doc);
    assert_eq!(doc.main().matches("</w:tbl><w:p>").count(), 1);
}

#[test]
fn missing_header_types_are_explicit_and_empty() {
    let first =
        format!("<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"1\"/></w:sectPr></w:pPr>{}</w:p>", f("MERGEFIELD n"));
    let body = first + &p(&t("deux")) + SECTION;
    let foot = footer(&t("pied"));
    let (doc, _) = one(&docx_with(&body, &[("footer1.xml", "footer", &foot)]), "n", &["1", "2"]);
    check_docx(&doc);
    assert_eq!(doc.main().matches("r:id=\"rIdFilonVideP\"").count(), 1);
    assert!(doc.has("word/filonPied.xml"));
    assert_eq!(
        doc.main().matches("<w:type w:val=\"continuous\"/>").count(),
        2,
        "only the first section of a letter changes its start"
    );
}

#[test]
fn identifiers_and_bookmarks_are_unique_and_followed() {
    let mark =
        "<w:bookmarkStart w:id=\"0\" w:name=\"total\"/><w:r><w:t>12</w:t></w:r><w:bookmarkEnd w:id=\"0\"/>";
    let body = format!(
        "<w:p w14:paraId=\"11111111\">{mark}{}<w:hyperlink w:anchor=\"total\"><w:r><w:t>voir</w:t></w:r></w:hyperlink></w:p>",
        f(" REF total \\h ")
    );
    let (doc, _) = one(&docx(&body), "n", &["1", "2"]);
    check_docx(&doc);
    check_unique(&doc);
    let main = doc.main();
    assert_eq!(main.matches("w:name=\"total_1\"").count(), 1);
    assert_eq!(main.matches("REF total_1 ").count(), 1);
    assert_eq!(main.matches("w:anchor=\"total_1\"").count(), 1);
    let single = each(&docx(&body), "n", &["1"]).remove(0);
    assert!(single.main().contains("w14:paraId=\"11111111\""), "one file per letter keeps everything");
}

#[test]
fn numpages_becomes_the_pages_of_the_letter() {
    let (doc, _) = one(&docx(&p(&f(" NUMPAGES "))), "n", &["1", "2"]);
    assert_eq!(doc.main().matches(" SECTIONPAGES ").count(), 2);
    assert!(each(&docx(&p(&f(" NUMPAGES "))), "n", &["1"])[0].main().contains(" NUMPAGES "));
}

#[test]
fn the_source_of_the_template_is_gone_and_its_filter_told() {
    let settings = format!(
        "<w:settings {NS}><w:zoom w:percent=\"100\"/><w:mailMerge><w:mainDocumentType w:val=\"formLetters\"/><w:query w:val=\"SELECT * FROM t WHERE Ville = 'Brest'\"/><w:dataSource r:id=\"rId1\"/></w:mailMerge><w:compat/></w:settings>"
    );
    let rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/mailMergeSource\" Target=\"file:///C:\\Users\\anne\\base.mdb\" TargetMode=\"External\"/></Relationships>";
    let bytes = docx_with(
        &p(&f("MERGEFIELD n")),
        &[("settings.xml", "settings", &settings), ("_rels/settings.xml.rels", "", rels)],
    );
    let template = Template::read(&bytes).unwrap();
    assert!(template.notices()[0].contains("WHERE Ville"));
    for doc in [one(&bytes, "n", &["1"]).0, each(&bytes, "n", &["1"]).remove(0)] {
        check_docx(&doc);
        assert!(!doc.xml("word/_rels/settings.xml.rels").contains("anne"));
        assert!(doc.xml("word/settings.xml").contains("<w:zoom w:percent=\"100\"/><w:compat/>"));
    }
}

#[test]
fn footnotes_are_cloned_with_their_fields() {
    let body = p("<w:r><w:footnoteReference w:id=\"2\"/></w:r>") + &p(&f("MERGEFIELD n"));
    let notes = format!(
        "<w:footnotes {NS}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote><w:footnote w:id=\"2\">{}</w:footnote></w:footnotes>",
        p(&f("MERGEFIELD n"))
    );
    let (doc, _) = one(&docx_with(&body, &[("footnotes.xml", "footnotes", &notes)]), "n", &["Anne", "Bob"]);
    check_docx(&doc);
    let part = doc.xml("word/footnotes.xml");
    assert_eq!(part.matches("w:type=\"separator\"").count(), 1);
    assert_eq!(text_of(part), "\nAnne\nBob\n");
    for id in ["10", "11"] {
        assert!(part.contains(&format!("w:id=\"{id}\"")) && doc.main().contains(&format!("w:id=\"{id}\"")));
    }
}

#[test]
fn recto_starts_on_a_right_hand_page_and_a_catalogue_has_one_section() {
    let template = Template::read(&docx(&p(&f("MERGEFIELD n")))).unwrap();
    let (columns, records) = data("n", &["1", "2"]);
    let mut out = std::io::Cursor::new(Vec::new());
    merge_to_one(&template, &columns, records.into_iter(), &Options { recto: true, ..options() }, &mut out)
        .unwrap();
    assert!(Doc::open(out.get_ref()).main().contains("<w:type w:val=\"oddPage\"/>"));
    let settings = format!(
        "<w:settings {NS}><w:mailMerge><w:mainDocumentType w:val=\"catalog\"/></w:mailMerge></w:settings>"
    );
    let (doc, merged) = one(
        &docx_with(&p(&f("MERGEFIELD n")), &[("settings.xml", "settings", &settings)]),
        "n",
        &["1", "2", "3"],
    );
    assert_eq!((doc.main().matches("<w:sectPr>").count(), merged.letters), (1, 3));
}

#[test]
fn fields_are_checked_against_the_columns() {
    let template = Template::read(&docx(&p(&(f("MERGEFIELD Prénom")
        + &f("MERGEFIELD Vile")
        + &f("MERGEFIELD Remise")))))
    .unwrap();
    assert_eq!(template.fields(), ["Prénom", "Vile", "Remise"]);
    let found = template.check(&Columns(vec!["prenom".into(), "Ville".into()])).unwrap();
    assert_eq!(
        (found[0].column, found[1].column, found[1].nearest.as_deref(), found[2].nearest.as_deref()),
        (Some(0), None, Some("Ville"), None)
    );
    let ambiguous = template.check(&Columns(vec!["prenom".into(), "PRENOM".into()])).unwrap_err();
    assert!(matches!(ambiguous, TemplateError::Ambiguous { .. }));
}

#[test]
fn numbered_lists_start_again_in_every_letter() {
    let item = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>point</w:t></w:r></w:p>";
    let numbering = format!(
        "<w:numbering {NS}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    );
    let template =
        docx_with(&(item.repeat(2) + &p(&f("MERGEFIELD n"))), &[("numbering.xml", "numbering", &numbering)]);
    let (doc, _) = one(&template, "n", &["1", "2"]);
    check_docx(&doc);
    for id in ["4", "5"] {
        assert_eq!(doc.main().matches(&format!("<w:numId w:val=\"{id}\"/>")).count(), 2);
        assert!(
            doc.xml("word/numbering.xml")
                .contains(&format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride"))
        );
    }
    assert!(each(&template, "n", &["1"])[0].main().contains("<w:numId w:val=\"3\"/>"));
}
