//! What we write must open in the program people have.

use std::fs::File;
use std::path::Path;
use std::process::Command;

use filon_formats::{write_ods, write_xlsx};

fn headers() -> Vec<String> {
    ["Société", "Note"].map(String::from).into()
}

fn rows() -> impl Iterator<Item = Vec<String>> {
    [["=1+1", "01000"], ["+33 6 12 34 56 78", "-12,5"], ["  Œuvre & Cie", "ligne 1\nligne 2"]]
        .into_iter()
        .map(|row| row.map(String::from).into())
}

fn write(folder: &Path) -> [std::path::PathBuf; 2] {
    let [xlsx, ods] = ["out.xlsx", "out.ods"].map(|name| folder.join(name));
    write_xlsx(File::create(&xlsx).unwrap(), &headers(), rows()).unwrap();
    write_ods(File::create(&ods).unwrap(), &headers(), rows()).unwrap();
    [xlsx, ods]
}

/// LibreOffice refuses zip64 headers (version 4.5) in such small files; this is what went wrong once.
#[test]
fn containers_need_no_zip64() {
    let folder = tempfile::tempdir().unwrap();
    for file in write(folder.path()) {
        let bytes = std::fs::read(&file).unwrap();
        let versions = bytes.windows(5).filter(|w| w.starts_with(b"PK\x03\x04")).map(|w| w[4]);
        assert!(versions.clone().count() >= 3);
        assert!(versions.into_iter().all(|v| v <= 20), "{}", file.display());
    }
}

#[test]
fn libreoffice_opens_them_and_runs_no_formula() {
    let folder = tempfile::tempdir().unwrap();
    for file in write(folder.path()) {
        let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
        let filter = "csv:Text - txt - csv (StarCalc):59,34,76,1";
        let status = Command::new("soffice")
            .args(["--headless", &profile, "--convert-to", filter, "--outdir"])
            .args([folder.path(), &file])
            .status()
            .unwrap();
        assert!(status.success());
        let text = std::fs::read_to_string(folder.path().join("out.csv")).unwrap();
        // The filter quotes what is text and leaves numbers bare: everything is text.
        let wanted = "'Société';'Note'\n'=1+1';'01000'\n'+33 6 12 34 56 78';'-12,5'\n'  Œuvre & Cie';'ligne 1\nligne 2'\n";
        let text = text.trim_start_matches('\u{feff}').replace('"', "'");
        assert_eq!(text, wanted, "{}", file.display());
        std::fs::remove_file(folder.path().join("out.csv")).unwrap();
    }
}
