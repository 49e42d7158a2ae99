//! OpenDocument: conditions that hide, fields of page styles, letters on new pages.
use super::build::*;
use super::read::{Doc, text_of};
use filon_merge::*;
use std::io::Cursor;

const ROOT: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" office:version=\"1.2\"";

fn odt(body: &str, footer: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content {ROOT}><office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:text-align=\"end\"/></style:style></office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let styles = format!(
        "<office:document-styles {ROOT}><office:styles/><office:automatic-styles><style:page-layout style:name=\"pm1\"/></office:automatic-styles><office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"pm1\"><style:footer><text:p>{footer}</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>"
    );
    zip_of(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("styles.xml", &styles),
        ("META-INF/manifest.xml", "<m/>"),
    ])
}

fn field(name: &str) -> String {
    format!(
        "<text:database-display text:table-name=\"t\" text:table-type=\"table\" text:column-name=\"{name}\" text:database-name=\"b\">&lt;{name}&gt;</text:database-display>"
    )
}

fn said(body: &str, header: &str, row: &str) -> String {
    each(&odt(body, ""), header, &[row]).remove(0).text()
}

#[test]
fn a_value_becomes_text_with_its_spaces_and_lines() {
    assert_eq!(said(&format!("<text:p>{}</text:p>", field("Nom")), "nom", "A & B  c\nd"), "A & B  c|d\n");
}

#[test]
fn conditions_that_are_true_hide() {
    let hidden = |c: &str| {
        format!(
            "<text:p>avant</text:p><text:p>x<text:hidden-paragraph text:condition=\"{c}\" text:is-hidden=\"false\"/></text:p><text:p>fin</text:p>"
        )
    };
    assert_eq!(said(&hidden("ooow:[b.t.Ville] EQ &quot;Lyon&quot;"), "Ville", "Lyon"), "avant\nfin\n");
    assert_eq!(said(&hidden("ooow:[b.t.Ville] EQ &quot;Lyon&quot;"), "Ville", "Brest"), "avant\nx\nfin\n");
    assert_eq!(said(&hidden("![b.t.Ville]"), "Ville", ""), "avant\nfin\n");
    assert_eq!(said(&hidden("b.t.Ville"), "Ville", "x"), "avant\nfin\n");
    assert_eq!(said(&hidden("ooow:b.t.CA GEQ 10 AND NOT (b.t.CA &gt; 20)"), "CA", "9"), "avant\nx\nfin\n");
    let section = "<text:section text:name=\"S\" text:condition=\"ooow:[b.t.v] EQ 1\" text:display=\"condition\"><text:p>dedans</text:p></text:section><text:p>fin</text:p>";
    assert_eq!(said(section, "v", "1"), "fin\n");
    assert_eq!(said(section, "v", "2"), "dedans\nfin\n");
    let text = "<text:p><text:hidden-text text:condition=\"b.t.v == 1\" text:string-value=\"secret\">secret</text:hidden-text><text:conditional-text text:condition=\"b.t.v == 1\" text:string-value-if-true=\"oui\" text:string-value-if-false=\"non\">non</text:conditional-text></text:p>";
    assert_eq!(said(text, "v", "1"), "oui\n");
    assert_eq!(said(text, "v", "2"), "secretnon\n");
}

#[test]
fn empty_field_lines_vanish_but_not_in_a_cell() {
    let line = format!("<text:p>{}</text:p>", field("a"));
    let cell = format!(
        "<table:table><table:table-row><table:table-cell>{line}</table:table-cell></table:table-row></table:table>"
    );
    assert_eq!(said(&format!("{line}{cell}<text:p>fin</text:p>"), "a", ""), "\nfin\n");
}

#[test]
fn next_and_row_number() {
    let body = format!(
        "<text:p>{}<text:database-row-number>1</text:database-row-number></text:p><text:p><text:database-next text:condition=\"TRUE\"/>{}</text:p><text:p>f</text:p>",
        field("n"),
        field("n")
    );
    let docs = each(&odt(&body, ""), "n", &["a", "b", "c"]);
    assert_eq!(docs.iter().map(Doc::text).collect::<String>(), "a1\nb\nf\nc3\nf\n");
}

#[test]
fn letters_follow_on_new_pages_with_their_own_footers() {
    let body = format!(
        "<text:p text:style-name=\"P1\">{}</text:p><text:p><text:bookmark text:name=\"m\"/>fin</text:p>",
        field("n")
    );
    let (doc, merged) = one(&odt(&body, &field("n")), "n", &["Anne", "Bob", "Cléo"]);
    assert_eq!((doc.text().as_str(), merged.letters), ("Anne\nfin\nBob\nfin\nCléo\nfin\n", 3));
    assert_eq!(text_of(doc.xml("styles.xml")), "Anne\nBob\nCléo\n");
    let content = doc.main();
    for (style, master) in [("FilonSuite_1", "Standard_1"), ("FilonSuite_2", "Standard_2")] {
        assert_eq!(content.matches(&format!("text:style-name=\"{style}\"")).count(), 1);
        assert_eq!(content.matches(&format!("style:name=\"{style}\"")).count(), 1);
        assert!(content.contains(&format!("style:master-page-name=\"{master}\"")));
        assert!(doc.xml("styles.xml").contains(&format!("style:name=\"{master}\"")));
    }
    assert!(content.contains("text:name=\"m_2\""));
    let (doc, _) = one(&odt(&body, "fixe"), "n", &["Anne", "Bob"]);
    assert_eq!(doc.main().matches("style:name=\"FilonSuite\"").count(), 1);
    assert_eq!(doc.xml("styles.xml").matches("<style:master-page").count(), 1);
    assert_eq!(doc.order[0], "mimetype");
}

#[test]
fn a_flat_document_becomes_a_package() {
    let flat = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/odt/libreoffice__tdf35798-new.fodt"
    ))
    .unwrap();
    let template = Template::read(&flat).unwrap();
    assert_eq!(template.kind(), TemplateKind::Odt);
    let columns = Columns(template.fields().to_vec());
    let mut out = Cursor::new(Vec::new());
    merge_to_one(&template, &columns, std::iter::once(Record::default()), &options(), &mut out).unwrap();
    let doc = Doc::open(out.get_ref());
    assert_eq!(doc.order[0], "mimetype");
    assert!(doc.has("styles.xml"));
}

#[test]
fn a_date_takes_the_style_of_its_field_and_stays() {
    let flat = include_bytes!("../fixtures/odt/libreoffice__mm-single-date.fodt");
    assert_eq!(each(flat, "date", &["31/08/2025"])[0].text(), "2025-08-31\n");
    assert_eq!(each(flat, "date", &["bientôt"])[0].text(), "bientôt\n");
    let today = "<text:p><text:date text:date-value=\"2001-01-01\">1er janvier</text:date></text:p>";
    assert_eq!(said(today, "n", "x"), "03/03/2025\n");
}
