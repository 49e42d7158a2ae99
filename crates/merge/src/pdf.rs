//! PDF through LibreOffice, which is not needed for anything else.
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Why a document was not made into a PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    #[error(
        "LibreOffice is not installed (try: apt install libreoffice-writer); DOCX and ODT letters need nothing"
    )]
    NotInstalled,
    #[error("LibreOffice took more than {0} seconds")]
    TooLong(u64),
    #[error("LibreOffice could not convert the document: {0}")]
    Failed(String),
    #[error("the PDF could not be read or written: {0}")]
    Io(#[from] std::io::Error),
}

impl PdfError {
    /// The sentence for the user.
    #[must_use]
    pub fn text(&self, language: crate::Language) -> String {
        if language == crate::Language::English {
            return self.to_string();
        }
        match self {
            Self::NotInstalled => "LibreOffice n’est pas installé (essayez : apt install libreoffice-writer). Les lettres DOCX et ODT n’en ont pas besoin.".into(),
            Self::TooLong(seconds) => format!("LibreOffice a mis plus de {seconds} secondes."),
            Self::Failed(why) => format!("LibreOffice n’a pas pu convertir le document : {why}"),
            Self::Io(error) => format!("Le PDF n’a pas pu être lu ou écrit : {error}"),
        }
    }
}

/// Longest conversion, in seconds.
const LIMIT: u64 = 300;
const PLACES: [&str; 6] = [
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

/// LibreOffice's program, on the PATH or in its usual places.
#[must_use]
pub fn find_office() -> Option<PathBuf> {
    let on_path =
        std::env::var_os("PATH").into_iter().flat_map(|p| std::env::split_paths(&p).collect::<Vec<_>>());
    let candidates =
        on_path.flat_map(|folder| ["soffice", "libreoffice", "soffice.exe"].map(|name| folder.join(name)));
    candidates.chain(PLACES.iter().map(PathBuf::from)).find(|p| p.is_file())
}

/// Converts one document (DOCX or ODT) to `out`, whatever their names. Blocks up to five minutes.
///
/// # Errors
/// `NotInstalled` when LibreOffice is not there; otherwise what it said.
pub fn to_pdf(document: &Path, out: &Path) -> Result<(), PdfError> {
    let office = find_office().ok_or(PdfError::NotInstalled)?;
    let work = Work::new(out)?;
    let input = simply_named(document, &work.0)?;
    let result = work.0.join("pdf");
    // A profile of its own: a LibreOffice that the user has open would take the order and answer nothing.
    let profile = format!("-env:UserInstallation={}", url(&work.0.join("profile")));
    let mut child = Command::new(office)
        .arg(profile)
        .args(["--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir"])
        .arg(&result)
        .arg(&input)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if start.elapsed() > Duration::from_secs(LIMIT) {
            child.kill()?;
            child.wait()?;
            return Err(PdfError::TooLong(LIMIT));
        }
        std::thread::sleep(Duration::from_millis(50));
    };
    let made = result.join(NAME).with_extension("pdf");
    if !made.is_file() {
        return Err(PdfError::Failed(format!("no PDF was made ({status})")));
    }
    if std::fs::rename(&made, out).is_err() {
        std::fs::copy(&made, out)?;
    }
    Ok(())
}

/// What the document is called while it is converted: LibreOffice makes the PDF's name from it, and its idea of a
/// name with several dots, of a hidden one, or of one that starts with a dash is its own.
const NAME: &str = "lettres";

/// The document under a name without surprise, as a link to the same file when the disk allows it.
fn simply_named(document: &Path, folder: &Path) -> Result<PathBuf, std::io::Error> {
    let ending = document.extension().and_then(|e| e.to_str()).unwrap_or("").to_ascii_lowercase();
    let ending = if matches!(ending.as_str(), "odt" | "fodt" | "docm") { &ending } else { "docx" };
    let input = folder.join(NAME).with_extension(ending);
    // A link to a link would lead elsewhere from here.
    let document = document.canonicalize()?;
    if std::fs::hard_link(&document, &input).is_err() {
        std::fs::copy(&document, &input)?;
    }
    Ok(input)
}

/// An absolute path as `file:` address.
fn url(path: &Path) -> String {
    use std::fmt::Write;
    let mut out = "file://".to_owned();
    if cfg!(windows) {
        out.push('/');
    }
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => out.push('/'),
            b':' if cfg!(windows) => out.push(':'),
            b'/' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(*byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(*byte)),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// A private folder beside the result, removed at the end.
struct Work(PathBuf);

impl Work {
    fn new(out: &Path) -> Result<Work, std::io::Error> {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let parent = out
            .parent()
            .filter(|p| !p.as_os_str().is_empty())
            .map_or_else(|| PathBuf::from("."), Path::to_path_buf);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::path::absolute(parent)?.join(format!(".filon-pdf-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        Ok(Work(folder))
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        // Nothing can be done about a folder that stays; the PDF itself is safe.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
