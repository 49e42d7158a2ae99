//! Files made to hurt: refused with a sentence, never a panic.
use super::build::*;
use filon_merge::*;
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

#[test]
fn refusals_name_their_cause() {
    let refused = |bytes: &[u8]| Template::read(bytes).err().expect("refused");
    assert_eq!(refused(b"bonjour"), TemplateError::UnknownKind);
    assert_eq!(refused(b""), TemplateError::UnknownKind);
    assert_eq!(refused(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1]), TemplateError::OldWord);
    assert_eq!(refused(&zip_of(&[("a.txt", "x")])), TemplateError::UnknownKind);
    assert_eq!(refused(&docx_with(&p(""), &[("vbaProject.bin", "", "x")])), TemplateError::Macros);
    let cut = docx(&p(""));
    assert!(matches!(refused(&cut[..cut.len() / 2]), TemplateError::Damaged(_)));
    let ods =
        zip_of(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")]);
    assert_eq!(refused(&ods), TemplateError::UnknownKind);
    let dtd = "<!DOCTYPE x [<!ENTITY a \"b\">]><office:document-content/>";
    let odt = zip_of(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", dtd)]);
    assert!(matches!(refused(&odt), TemplateError::Doctype(_)));
    assert!(refused(&odt).text(Language::French).contains("DTD"));
    let deep = docx(&("<w:p>".repeat(400) + &"</w:p>".repeat(400)));
    assert!(matches!(refused(&deep), TemplateError::Xml { .. }));
}

#[test]
fn a_bomb_is_counted_while_it_unpacks() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/media/image1.png", SimpleFileOptions::default().large_file(true)).unwrap();
    let zeros = vec![0u8; 1 << 20];
    for _ in 0..300 {
        zip.write_all(&zeros).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert!(matches!(Template::read(&bytes), Err(TemplateError::TooLarge(_))));
}

#[test]
fn fields_nested_without_end_are_kept_not_followed() {
    let char = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let one = format!("{}<w:r><w:instrText> IF </w:instrText></w:r>", char("begin"));
    let body = p(&(one.repeat(200) + &char("end").repeat(200)));
    each(&docx(&body), "n", &["1"]);
    each(&docx(&p(&one.repeat(300))), "n", &["1"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_code_and_any_value_merge(code in "[ A-Z\\\\\"=<>(){}*#@0-9,.;a-z%^+-]{0,60}", word in "(MERGEFIELD v|IF |=|SET v |QUOTE |ADDRESSBLOCK |NEXTIF |)", value in "\\PC{0,30}") {
        let value = value.replace('|', " ");
        let body = p(&f(&format!("{word}{}", code.replace(['{', '}'], ""))));
        let (columns, records) = data("v", &[&value, "2"]);
        let template = Template::read(&docx(&body)).unwrap();
        let mut out = Cursor::new(Vec::new());
        match merge_to_one(&template, &columns, records.into_iter(), &options(), &mut out) {
            Ok(_) => { let _ = super::read::Doc::open(out.get_ref()).text(); }
            Err(MergeError::NoLetter | MergeError::Template(_)) => {}
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn a_damaged_file_never_panics(at in 0usize..2000, with in any::<u8>()) {
        let mut bytes = docx(&p(&f("MERGEFIELD v")));
        if let Some(byte) = bytes.get_mut(at) { *byte = with; }
        if let Ok(template) = Template::read(&bytes) {
            let (columns, records) = data("v", &["1"]);
            let _ = merge_to_one(&template, &columns, records.into_iter(), &options(), Cursor::new(Vec::new()));
        }
    }
}
