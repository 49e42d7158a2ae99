//! A letter as a small French company writes it, through LibreOffice when it is there.
use super::build::*;
use super::read::*;
use filon_merge::*;
use std::process::Command;

fn sized(text: &str, size: u32, bold: bool) -> String {
    let b = if bold { "<w:b/>" } else { "" };
    format!("<w:r><w:rPr>{b}<w:sz w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn at_right(content: &str) -> String {
    format!("<w:p><w:pPr><w:spacing w:after=\"0\"/><w:ind w:left=\"5103\"/></w:pPr>{content}</w:p>")
}

/// Letterhead in the header, address, date, salutation by IF, a price, a text box, a footer with a field.
pub fn letter() -> Vec<u8> {
    let boxed = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"2600000\" cy=\"500000\"/><wp:docPr id=\"1\" name=\"Cadre\"/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"2600000\" cy=\"500000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"1F4E79\"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent><w:p>{}{}</w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>",
        t("Votre code client : "),
        f("MERGEFIELD Code")
    );
    let body = [
        at_right(&f("MERGEFIELD Société")),
        at_right(&(f("MERGEFIELD Civilité") + &t(" ") + &f("MERGEFIELD Prénom") + &t(" ") + &f(r"MERGEFIELD Nom \* Upper"))),
        at_right(&f("MERGEFIELD Complément")),
        at_right(&f("MERGEFIELD Adresse")),
        at_right(&(f("MERGEFIELD CP") + &t(" ") + &f(r"MERGEFIELD Ville \* Upper"))),
        p(""),
        at_right(&(t("Brest, le ") + &f(r#"DATE \@ "d MMMM yyyy""#))),
        p(""),
        p(&(sized("Objet : ", 24, true) + &t("renouvellement de votre contrat d’entretien"))),
        p(""),
        p(&(f(r#"IF {MERGEFIELD Civilité} = "Mme" "Madame" "{IF {MERGEFIELD Civilité} = "M." "Monsieur" "Madame, Monsieur"}""#) + &t(","))),
        p(&(t("Votre contrat arrive à échéance le ") + &f(r#"MERGEFIELD Échéance \@ "dddd d MMMM yyyy""#) + &t(". Nous vous proposons de le renouveler au prix de ") + &f(r##"MERGEFIELD Prix \# "# ##0,00 €""##) + &t(" hors taxes") + &f(r#"IF {MERGEFIELD Prix} > 1000 ", payable en trois fois" """#) + &t("."))),
        boxed,
        p(&t("Nous vous prions d’agréer nos salutations distinguées.")),
        at_right(&t("Anne Le Gall, gérante")),
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rheader1\"/><w:footerReference w:type=\"default\" r:id=\"rfooter1\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1700\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>".to_owned(),
    ]
    .concat();
    let header = format!(
        "<w:hdr {NS}>{}{}</w:hdr>",
        p(&sized("Chaudières d’Armor", 32, true)),
        p(&sized("12 quai de la Douane · 29200 Brest · 02 98 00 00 00", 18, false))
    );
    let footer = format!(
        "<w:ftr {NS}>{}</w:ftr>",
        p(&(t("Dossier ")
            + &f("MERGEFIELD Code")
            + &t(" — page ")
            + &f(" PAGE ")
            + &t(" sur ")
            + &f(" NUMPAGES ").replace("«ancien»", "1")))
    );
    let styles = format!(
        "<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Liberation Sans\" w:hAnsi=\"Liberation Sans\"/><w:sz w:val=\"22\"/><w:lang w:val=\"fr-FR\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"160\"/></w:pPr></w:pPrDefault></w:docDefaults></w:styles>"
    );
    docx_with(
        &body,
        &[
            ("header1.xml", "header", &header),
            ("footer1.xml", "footer", &footer),
            ("styles.xml", "styles", &styles),
        ],
    )
}

pub const HEADER: &str = "Société|Civilité|Prénom|Nom|Complément|Adresse|CP|Ville|Échéance|Prix|Code";
pub const ROWS: [&str; 3] = [
    "Élan & Fils|Mme|Léa|Petit|Bât. B|3 rue du Port|29200|Brest|30/04/2025|1234,5|C-001",
    "|M.|Jean-Pierre|Roux||14 bis, venelle de l’Église|29000|Quimper|2025-05-12|980|C-002",
    "Mairie de Crozon||||Service technique|Place de la Mairie|29160|Crozon|1er juin 2025|12 400,00 €|C-003",
];

#[test]
fn the_letter_says_what_it_should() {
    let (doc, merged) = one(&letter(), HEADER, &ROWS);
    check_docx(&doc);
    check_unique(&doc);
    let text = doc.text();
    for words in [
        "Élan & Fils\nMme Léa PETIT\nBât. B\n3 rue du Port\n29200 BREST\n",
        "M. Jean-Pierre ROUX\n14 bis, venelle de l’Église\n29000 QUIMPER\n",
        "Madame,\n",
        "Monsieur,\n",
        "Madame, Monsieur,\n",
        "échéance le mercredi 30 avril 2025.",
        "au prix de 1\u{202F}234,50 € hors taxes, payable en trois fois.",
        "980,00 € hors taxes.",
        "12\u{202F}400,00 €",
        "dimanche 1 juin 2025",
        "Brest, le 3 mars 2025",
        "Votre code client : C-002",
    ] {
        assert!(text.contains(words), "« {words} » is not in:\n{text}");
    }
    assert!(merged.warnings.is_empty(), "{:?}", merged.warnings);
    assert!(text_of(doc.xml("word/footer1_2.xml")).contains("Dossier C-003"));
}

/// Pages of the PDF as text.
fn pages(name: &str, bytes: &[u8]) -> Option<Vec<String>> {
    let folder = match std::env::var_os("FILON_MERGE_OUT") {
        Some(kept) => std::path::PathBuf::from(kept),
        None => tempfile::tempdir().unwrap().keep(),
    };
    std::fs::create_dir_all(&folder).unwrap();
    let (document, pdf) = (folder.join(name), folder.join(name).with_extension("pdf"));
    std::fs::write(&document, bytes).unwrap();
    match pdf::to_pdf(&document, &pdf) {
        Err(pdf::PdfError::NotInstalled) => return None,
        other => other.unwrap(),
    }
    let text =
        Command::new("pdftotext").args(["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()]).output().ok()?;
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    if std::env::var_os("FILON_MERGE_OUT").is_none() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    let mut pages: Vec<String> = text.split('\u{C}').map(str::to_owned).collect();
    pages.pop_if(|p| p.trim().is_empty());
    Some(pages)
}

fn bytes_of(template: &[u8], header: &str, rows: &[&str]) -> Vec<u8> {
    let template = Template::read(template).unwrap();
    let (columns, records) = data(header, rows);
    let mut out = std::io::Cursor::new(Vec::new());
    merge_to_one(&template, &columns, records.into_iter(), &options(), &mut out).unwrap();
    out.into_inner()
}

#[test]
fn libreoffice_gives_one_page_per_letter() {
    let Some(pages) = pages("lettres.docx", &bytes_of(&letter(), HEADER, &ROWS)) else { return };
    assert_eq!(pages.len(), 3, "{pages:#?}");
    for (page, code) in pages.iter().zip(["C-001", "C-002", "C-003"]) {
        assert!(page.contains(&format!("Dossier {code} — page 1 ")), "{page}");
        assert!(page.contains(&format!("Votre code client : {code}")), "{page}");
        assert!(page.contains("Chaudières d’Armor"));
    }
}

#[test]
fn libreoffice_gives_one_page_per_odt_letter() {
    let flat = include_bytes!("../fixtures/odt/libreoffice__tdf35798-new.fodt");
    let template = Template::read(flat).unwrap();
    let header = template.fields().join("|");
    let row = |n: usize| template.fields().iter().map(|f| format!("{f}{n}")).collect::<Vec<_>>().join("|");
    let rows = [row(1), row(2), row(3)];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let Some(pages) = pages("etiquettes.odt", &bytes_of(flat, &header, &rows)) else { return };
    assert_eq!(pages.len(), 3, "{pages:#?}");
}
