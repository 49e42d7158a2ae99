//! n letters in one document have the pages of n documents of one letter, as LibreOffice lays them out.
use super::build::*;
use filon_merge::*;
use std::path::Path;
use std::process::Command;

const ROOT: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" office:version=\"1.2\"";

/// `styles`: the whole inside of styles.xml, or nothing for no such part.
fn odt(automatic: &str, body: &str, styles: Option<&str>) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content {ROOT}><office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let part = styles.map(|inside| {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-styles {ROOT}>{inside}</office:document-styles>"
        )
    });
    let listed = |name: &str| {
        format!("<manifest:file-entry manifest:full-path=\"{name}\" manifest:media-type=\"text/xml\"/>")
    };
    let manifest = format!(
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>{}{}</manifest:manifest>",
        listed("content.xml"),
        if part.is_some() { listed("styles.xml") } else { String::new() }
    );
    let mut parts =
        vec![("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content.as_str())];
    parts.extend(part.as_deref().map(|p| ("styles.xml", p)));
    parts.push(("META-INF/manifest.xml", &manifest));
    zip_of(&parts)
}

/// Inside of a styles.xml: common styles, then page styles as (name, width in cm, what the master page holds).
fn masters(common: &str, list: &[(&str, u32, &str)]) -> String {
    let mut layouts = String::new();
    let mut pages = String::new();
    for (index, (name, width, inside)) in list.iter().enumerate() {
        layouts += &format!(
            "<style:page-layout style:name=\"pm{index}\"><style:page-layout-properties fo:page-width=\"{width}cm\" fo:page-height=\"20cm\" fo:margin=\"2cm\"/><style:footer-style/></style:page-layout>"
        );
        pages += &format!(
            "<style:master-page style:name=\"{name}\" style:page-layout-name=\"pm{index}\">{inside}</style:master-page>"
        );
    }
    format!(
        "<office:styles>{common}</office:styles><office:automatic-styles>{layouts}</office:automatic-styles><office:master-styles>{pages}</office:master-styles>"
    )
}

/// As odfpy writes it: no namespace that the text does not use, no page style.
pub fn bare_odt(body: &str) -> Vec<u8> {
    let spaces = ROOT.split(" xmlns:").filter(|s| !s.is_empty());
    let kept = spaces.filter(|s| ["xmlns:office", "text", "table"].iter().any(|p| s.starts_with(p)));
    let root = kept.map(|s| format!(" xmlns:{}", s.trim_start_matches("xmlns:"))).collect::<String>();
    let content = format!(
        "<office:document-content{root} office:version=\"1.2\"><office:automatic-styles/><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let styles = format!(
        "<office:document-styles{root} office:version=\"1.2\"><office:styles/><office:automatic-styles></office:automatic-styles></office:document-styles>"
    );
    zip_of(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("styles.xml", &styles),
        ("content.xml", &content),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry manifest:media-type=\"application/vnd.oasis.opendocument.text\" manifest:full-path=\"/\"/><manifest:file-entry manifest:media-type=\"text/xml\" manifest:full-path=\"styles.xml\"/><manifest:file-entry manifest:media-type=\"text/xml\" manifest:full-path=\"content.xml\"/></manifest:manifest>",
        ),
    ])
}

fn field(name: &str) -> String {
    format!(
        "<text:database-display text:table-name=\"t\" text:table-type=\"table\" text:column-name=\"{name}\" text:database-name=\"b\">x</text:database-display>"
    )
}

fn para(style: &str, inside: &str) -> String {
    let style = if style.is_empty() { String::new() } else { format!(" text:style-name=\"{style}\"") };
    format!("<text:p{style}>{inside}</text:p>")
}

fn style(name: &str, attributes: &str, properties: &str) -> String {
    format!(
        "<style:style style:name=\"{name}\" style:family=\"paragraph\" {attributes}><style:paragraph-properties {properties}/></style:style>"
    )
}

fn table() -> String {
    format!(
        "<table:table table:name=\"T\"><table:table-column/><table:table-row><table:table-cell office:value-type=\"string\">{}</table:table-cell></table:table-row></table:table>",
        para("", &field("n"))
    )
}

/// Name, document, pages of one letter (0 when they differ from letter to letter).
type Case = (&'static str, Vec<u8>, usize);

fn odt_cases() -> Vec<Case> {
    let body = para("", &format!("Nom {}", field("n"))) + &para("", "fin");
    let two = style("Neuve", "", "fo:break-before=\"page\"");
    let two_pages = body.clone() + &para("Neuve", "verso");
    let plain = masters("", &[("Standard", 15, "")]);
    let mp0 = masters("", &[("MP0", 16, "")]);
    let several = masters("", &[("Premiere", 16, ""), ("Suite", 17, "")]);
    let own = style("Debut", "style:master-page-name=\"Suite\"", "");
    let common = style("Titre", "style:master-page-name=\"Suite\"", "");
    let inherits = style("Auto", "style:parent-style-name=\"Titre\"", "fo:text-align=\"end\"");
    let other = style("Large", "style:master-page-name=\"Suite\"", "");
    let lost = style("Perdu", "style:master-page-name=\"Absente\"", "");
    let broken = style("Saut", "", "fo:break-before=\"page\"");
    let after = style("Fin", "", "fo:break-after=\"page\"");
    let numbered = format!(
        "<style:footer>{}</style:footer>",
        para("", "p. <text:page-number text:select-page=\"current\">1</text:page-number>")
    );
    let personal = format!("<style:footer>{}</style:footer>", para("", &field("n")));
    let section = |condition: &str| {
        format!("<text:section text:name=\"S\"{condition}>{}</text:section>", para("", &field("n")))
    };
    let list = format!(
        "<text:list><text:list-item>{}</text:list-item><text:list-item>{}</text:list-item></text:list>",
        para("", &field("n")),
        para("", "deux")
    );
    let index = format!(
        "<text:table-of-content text:name=\"I\" text:protected=\"true\"><text:table-of-content-source text:outline-level=\"1\"/><text:index-body><text:index-title text:name=\"IT\">{}</text:index-title>{}</text:index-body></text:table-of-content>",
        para("", "Sommaire"),
        para("", "ligne")
    );
    let frame = "<draw:frame text:anchor-type=\"page\" text:anchor-page-number=\"1\" svg:x=\"1cm\" svg:y=\"10cm\" svg:width=\"3cm\" svg:height=\"1cm\"><draw:text-box><text:p>cadre</text:p></draw:text-box></draw:frame>";
    let hidden = " text:condition=\"ooow:[b.t.n] EQ &quot;Bob&quot;\" text:display=\"condition\"";
    let hidden_paragraph =
        "<text:p>caché<text:hidden-paragraph text:condition=\"ooow:[b.t.n] EQ &quot;Bob&quot;\"/></text:p>"
            .to_owned();
    let mut cases: Vec<Case> = vec![
        ("standard", odt("", &body, Some(&plain)), 1),
        ("no Standard", odt("", &body, Some(&mp0)), 1),
        ("no Standard, two pages", odt(&two, &two_pages, Some(&mp0)), 2),
        ("several", odt("", &body, Some(&several)), 1),
        ("own", odt(&own, &(para("Debut", &field("n")) + &body), Some(&several)), 1),
        (
            "own among common styles",
            odt(
                "",
                &(para("Titre", &field("n")) + &body),
                Some(&masters(&common, &[("Premiere", 16, ""), ("Suite", 17, "")])),
            ),
            1,
        ),
        (
            "own, inherited",
            odt(
                &inherits,
                &(para("Auto", &field("n")) + &body),
                Some(&masters(&common, &[("Standard", 16, ""), ("Suite", 17, "")])),
            ),
            1,
        ),
        ("own is missing", odt(&lost, &(para("Perdu", &field("n")) + &body), Some(&mp0)), 1),
        (
            "ends on another page style",
            odt(&other, &(body.clone() + &para("Large", "annexe")), Some(&several)),
            2,
        ),
        (
            "Standard ends on another",
            odt(
                &other,
                &(body.clone() + &para("Large", "annexe")),
                Some(&masters("", &[("Suite", 17, ""), ("Standard", 16, "")])),
            ),
            2,
        ),
        ("no master page", odt("", &body, Some("<office:styles/><office:master-styles/>")), 1),
        ("no master styles", odt(&two, &two_pages, Some("<office:styles/>")), 2),
        ("no styles.xml", odt("", &body, None), 1),
        (
            "no styles.xml, heading",
            odt("", &("<text:h text:outline-level=\"1\">Titre</text:h>".to_owned() + &body), None),
            1,
        ),
        ("no styles.xml, table", odt("", &(table() + &body), None), 1),
        (
            "no styles.xml, page number",
            odt("", &(body.clone() + &para("", "p. <text:page-number>1</text:page-number>")), None),
            1,
        ),
        ("starts with a break", odt(&broken, &(para("Saut", &field("n")) + &body), Some(&mp0)), 1),
        ("ends with a break", odt(&after, &(body.clone() + &para("Fin", "x")), Some(&mp0)), 1),
        ("page numbers", odt(&two, &two_pages, Some(&masters("", &[("MP0", 16, &numbered)]))), 2),
        (
            "footers of their own",
            odt("", &body, Some(&masters("", &[("MP0", 16, &personal), ("MP1", 17, &numbered)]))),
            1,
        ),
        ("frame of the page", odt("", &(frame.to_owned() + &body), Some(&mp0)), 1),
        ("only a frame", odt("", frame, Some(&mp0)), 1),
        ("hidden paragraph first", odt("", &(hidden_paragraph.clone() + &body), Some(&mp0)), 1),
        ("empty field first", odt("", &(para("", &field("vide")) + &body), Some(&mp0)), 1),
        ("hidden section", odt("", &(section(hidden) + &body), Some(&mp0)), 1),
        ("hidden section, no styles.xml", odt("", &(section(hidden) + &table() + &body), None), 1),
    ];
    let all = section(hidden);
    cases.extend([
        ("odfpy", bare_odt(&body), 1),
        ("odfpy, table", bare_odt(&(table() + &body)), 1),
        ("odfpy, page number", bare_odt(&(body.clone() + "<text:p><text:page-number/></text:p>")), 1),
        ("all is hidden", odt("", &all, Some(&mp0)), 1),
        ("frame, all is hidden", odt("", &(frame.to_owned() + &all), Some(&plain)), 1),
        ("frame, table first", odt("", &(frame.to_owned() + &table() + &body), Some(&plain)), 1),
        ("nothing", odt("", "", Some(&plain)), 1),
        (
            "hidden item",
            odt(
                "",
                &(format!("<text:list><text:list-item>{hidden_paragraph}</text:list-item></text:list>")
                    + &body),
                Some(&several),
            ),
            1,
        ),
        (
            "styles of two kinds",
            odt(&own, &(para("", &field("vide")) + &para("Debut", &field("n")) + &body), Some(&several)),
            1,
        ),
        (
            "fields in the footer of Standard",
            odt(
                &own,
                &(section(hidden) + &para("Debut", "x") + &body),
                Some(&masters("", &[("Standard", 16, &personal), ("Suite", 17, &personal)])),
            ),
            0,
        ),
        (
            "own in common styles, fields in its footer",
            odt(
                &inherits,
                &(para("Auto", &field("n")) + &body),
                Some(&masters(&common, &[("Standard", 16, ""), ("Suite", 17, &personal)])),
            ),
            1,
        ),
    ]);
    for (name, first) in [
        ("table", table()),
        ("section", section("")),
        ("list", list),
        ("index", index),
        ("heading", "<text:h text:outline-level=\"1\">Titre</text:h>".to_owned()),
        ("table in a section", format!("<text:section text:name=\"S\">{}</text:section>", table())),
    ] {
        cases.push((name, odt("", &(first.clone() + &body), Some(&mp0)), 1));
    }
    cases
}

fn docx_cases() -> Vec<Case> {
    let size = |w: u32, h: u32, orient: &str| {
        format!(
            "<w:pgSz w:w=\"{w}\" w:h=\"{h}\"{orient}/><w:pgMar w:top=\"1000\" w:right=\"1000\" w:bottom=\"1000\" w:left=\"1000\" w:header=\"500\" w:footer=\"500\" w:gutter=\"0\"/>"
        )
    };
    let section = |start: &str, w, h, orient: &str| {
        let kind = if start.is_empty() { String::new() } else { format!("<w:type w:val=\"{start}\"/>") };
        format!("<w:sectPr>{kind}{}</w:sectPr>", size(w, h, orient))
    };
    let portrait = |start| section(start, 9000, 11000, "");
    let landscape = |start| section(start, 11000, 9000, " w:orient=\"landscape\"");
    let ends = |section: String| format!("<w:p><w:pPr>{section}</w:pPr>{}</w:p>", t("fin de section"));
    let body = p(&(t("Nom ") + &f("MERGEFIELD n"))) + &p(&t("fin"));
    let table = format!(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"3000\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"3000\" w:type=\"dxa\"/></w:tcPr>{}</w:tc></w:tr></w:tbl>",
        p(&f("MERGEFIELD n"))
    );
    vec![
        ("plain", docx(&body), 1),
        ("portrait", docx(&(body.clone() + &portrait(""))), 1),
        ("landscape", docx(&(body.clone() + &landscape(""))), 1),
        ("table first", docx(&(table.clone() + &body + &portrait(""))), 1),
        ("table first, no section", docx(&(table.clone() + &body)), 1),
        ("table last", docx(&(body.clone() + &table + &p("") + &portrait(""))), 1),
        ("two sections", docx(&(body.clone() + &ends(portrait("")) + &p(&t("annexe")) + &landscape(""))), 2),
        (
            "landscape then portrait",
            docx(&(body.clone() + &ends(landscape("nextPage")) + &table + &p("") + &portrait("nextPage"))),
            2,
        ),
        (
            "continuous",
            docx(&(body.clone() + &ends(portrait("")) + &p(&t("suite")) + &portrait("continuous"))),
            1,
        ),
        (
            "continuous first",
            docx(&(body.clone() + &ends(portrait("continuous")) + &p(&t("suite")) + &portrait("continuous"))),
            1,
        ),
        (
            "page break before",
            docx(&("<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>".to_owned() + &body + &portrait(""))),
            1,
        ),
        (
            "page break",
            docx(&(body.clone() + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" + &body + &portrait(""))),
            2,
        ),
    ]
}

const NAMES: [&str; 3] = ["Anne", "Bob", "Cléo"];

fn convert(folder: &Path) {
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    let ok = Command::new(pdf::find_office().unwrap())
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .args(files)
        .output()
        .unwrap();
    assert!(ok.status.success(), "{ok:?}");
}

/// Size and words of each page.
fn pages(pdf: &Path) -> Vec<String> {
    let run = |program: &str, arguments: &[&str]| {
        let out = Command::new(program)
            .args(arguments)
            .arg(pdf)
            .arg(if program == "pdftotext" { "-" } else { "--" })
            .output();
        String::from_utf8_lossy(&out.unwrap().stdout).into_owned()
    };
    let info = Command::new("pdfinfo").args(["-l", "999"]).arg(pdf).output().unwrap();
    let info = String::from_utf8_lossy(&info.stdout).into_owned();
    let words = run("pdftotext", &["-layout"]);
    let sizes = info.lines().filter(|l| l.starts_with("Page ") && l.contains("size:"));
    let sizes = sizes.map(|l| l.split("size:").nth(1).unwrap().trim().to_owned());
    sizes
        .zip(words.split('\u{C}'))
        .map(|(size, text)| {
            // In any order: a frame of the page is lower or higher once it belongs to a paragraph.
            let mut words: Vec<&str> = text.split_whitespace().collect();
            words.sort_unstable();
            format!("{size}: {}", words.join(" "))
        })
        .collect()
}

fn check(cases: &[Case], ending: &str) {
    if pdf::find_office().is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let rows: Vec<String> = NAMES.iter().map(|n| format!("{n}|")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    for (index, (_, bytes, _)) in cases.iter().enumerate() {
        let template = Template::read(bytes).unwrap();
        let (columns, records) = data("n|vide", &rows);
        for (kind, recto) in [("one", false), ("recto", true)] {
            let mut out = std::io::Cursor::new(Vec::new());
            let options = Options { recto, ..options() };
            merge_to_one(&template, &columns, records.clone().into_iter(), &options, &mut out).unwrap();
            std::fs::write(folder.path().join(format!("{index}-{kind}.{ending}")), out.into_inner()).unwrap();
        }
        merge_each(&template, &columns, records.into_iter(), &options(), &mut |letter, _, bytes| {
            std::fs::write(folder.path().join(format!("{index}-{letter}.{ending}")), bytes)
        })
        .unwrap();
    }
    convert(folder.path());
    let mut wrong = String::new();
    for (index, (name, _, count)) in cases.iter().enumerate() {
        let of = |kind: &str| pages(&folder.path().join(format!("{index}-{kind}.pdf")));
        let alone: Vec<String> = (0..NAMES.len()).flat_map(|n| of(&n.to_string())).collect();
        let together = of("one");
        if (*count > 0 && together.len() != count * NAMES.len()) || together != alone {
            wrong += &format!("{name}: {together:#?}\nnot {alone:#?}\n");
        }
        if of("recto").len() < alone.len() {
            wrong += &format!("{name}, recto: {:#?}\n", of("recto"));
        }
    }
    if !wrong.is_empty() {
        let kept = folder.keep();
        panic!("{wrong}(in {})", kept.display());
    }
}

#[test]
fn odt_letters_have_the_pages_of_single_ones() {
    check(&odt_cases(), "odt");
}

#[test]
fn docx_letters_have_the_pages_of_single_ones() {
    check(&docx_cases(), "docx");
}
