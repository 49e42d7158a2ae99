//! A PDF is made whatever the names and the folders.
use super::build::*;
use filon_merge::pdf::{self, PdfError};
use std::path::{Path, PathBuf};

/// The same place, told from the current folder.
fn relative(path: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap();
    let up: PathBuf = here.components().skip(1).map(|_| "..").collect();
    up.join(path.strip_prefix("/").unwrap())
}

#[test]
fn names_and_folders_do_not_matter() {
    if pdf::find_office().is_none() {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let home = home.path().canonicalize().unwrap();
    let made = home.join("Mes lettres 100 % d’« été » #1");
    std::fs::create_dir(&made).unwrap();
    let names = [
        ("lettre.docx", "lettre.pdf"),
        (".m5.pdf.12345.docx", ".m5.pdf.12345.part"),
        ("-lettre du 3.4.2025.v2.DOCX", "-a.b.c.pdf"),
        ("l'été \"chaud\" & l’hiver;.docx", "l'été \"chaud\" & l’hiver;.pdf"),
        ("mal.nommé.pdf", "sans fin"),
        (".é.t.é 2.odt", "été.2.pdf"),
        ("odt.mal nommé", "odt.pdf"),
    ];
    let document = docx(&p(&t("Bonjour")));
    let text = super::pdf_pages::bare_odt("<text:p>Bonjour</text:p>");
    std::thread::scope(|threads| {
        for (index, (name, out)) in names.into_iter().enumerate() {
            let (source, mut out) = (home.join(name), made.join(out));
            let bytes = if name.contains("odt") { &text } else { &document };
            std::fs::write(&source, bytes).unwrap();
            threads.spawn(move || {
                let (mut from, mut to) = (source, out.clone());
                if index == 1 {
                    out = from.with_file_name(".m5.pdf.12345.part");
                    (from, to) = (relative(&from), relative(&out));
                }
                let made = pdf::to_pdf(&from, &to);
                assert!(made.is_ok(), "{name}: {made:?}");
                assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF"), "{name}");
            });
        }
    });
    #[cfg(unix)]
    {
        // A link beside the result, to a relative place.
        std::os::unix::fs::symlink("../lettre.docx", made.join("lien.docx")).unwrap();
        pdf::to_pdf(&made.join("lien.docx"), &home.join("lien.pdf")).unwrap();
    }
    for folder in [&home, &made] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(!name.starts_with(".filon-pdf"), "{name} was left");
        }
    }
    assert_eq!(std::fs::read(home.join("lettre.docx")).unwrap(), document);
    assert!(matches!(pdf::to_pdf(&home.join("absent.docx"), &home.join("x.pdf")), Err(PdfError::Io(_))));
}
