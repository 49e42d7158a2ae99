//! Why a whole file is refused, in sentences: what, where, what to do.

use std::fmt;
use std::io;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// The disk or the system says no.
    Unreadable {
        detail: String,
    },
    Empty,
    /// Known by its first bytes to be something else; `kind` in French, then English.
    OtherKind {
        kind: (&'static str, &'static str),
    },
    /// Not text, and nothing known either.
    Binary,
    /// The format of Excel before 2007.
    OldExcel,
    Encrypted,
    TooManyParts {
        limit: usize,
    },
    PartTooLarge {
        part: String,
        limit_mib: u64,
    },
    TooManyCells {
        limit: u64,
    },
    TooDeep {
        part: String,
    },
    /// Entities and DTDs have no place in an Office file and are a way to attack readers.
    Dtd {
        part: String,
    },
    Damaged {
        part: String,
    },
    /// No sheet, or only empty ones.
    NoRows,
    /// No line end where one is due.
    NoLineEnd,
    /// More rows than a sheet holds, when writing.
    TooManyRows {
        limit: usize,
    },
}

impl FileError {
    #[must_use]
    pub fn text(&self, french: bool) -> String {
        if french { self.french() } else { self.english() }
    }

    pub(crate) fn damaged(part: &str) -> Self {
        FileError::Damaged { part: part.into() }
    }

    fn french(&self) -> String {
        match self {
            FileError::Unreadable { detail } => format!(
                "Le fichier ne peut pas être lu ({detail}). Vérifiez qu'il existe encore et qu'aucun autre \
                 programme ne le tient ouvert."
            ),
            FileError::Empty => "Le fichier est vide. Choisissez un fichier qui contient des lignes.".into(),
            FileError::OtherKind { kind } => format!(
                "Ce fichier est {}, pas un tableau. Enregistrez les données en .xlsx, .ods ou .csv, \
                 puis recommencez.",
                kind.0
            ),
            FileError::Binary => "Le contenu de ce fichier n'est pas du texte ni un classeur connu. \
                 Enregistrez les données en .xlsx, .ods ou .csv, puis recommencez."
                .into(),
            FileError::OldExcel => "C'est un classeur Excel d'avant 2007 (.xls). Ouvrez-le dans Excel ou \
                 LibreOffice, enregistrez-le sous « Classeur Excel (.xlsx) », puis recommencez."
                .into(),
            FileError::Encrypted => {
                "Le fichier est protégé par un mot de passe. Ouvrez-le, retirez le mot de \
                 passe, enregistrez-le en .xlsx ou .ods, puis recommencez."
                    .into()
            }
            FileError::TooManyParts { limit } => format!(
                "Le fichier contient plus de {limit} éléments : ce n'est pas un classeur ordinaire. \
                 Copiez les données dans un classeur neuf et enregistrez-le en .xlsx."
            ),
            FileError::PartTooLarge { part, limit_mib } => format!(
                "Une partie du fichier ({part}) dépasse {limit_mib} Mio une fois décompressée. \
                 Enregistrez la feuille en .csv, ou partagez-la en plusieurs fichiers."
            ),
            FileError::TooManyCells { limit } => format!(
                "La feuille a plus de {limit} cellules. Supprimez les lignes et colonnes inutiles, ou \
                 enregistrez-la en .csv."
            ),
            FileError::TooDeep { part } => format!(
                "Une partie du fichier ({part}) est construite de façon anormale (éléments trop imbriqués). \
                 Copiez les données dans un classeur neuf et enregistrez-le en .xlsx."
            ),
            FileError::Dtd { part } => format!(
                "Une partie du fichier ({part}) contient une déclaration interdite (DTD ou entité), qui peut \
                 servir à une attaque. Copiez les données dans un classeur neuf et enregistrez-le en .xlsx."
            ),
            FileError::Damaged { part } => format!(
                "Le fichier est abîmé ou incomplet ({part}). Téléchargez-le ou enregistrez-le de nouveau, \
                 puis recommencez."
            ),
            FileError::NoRows => "Le fichier ne contient aucune ligne remplie. Vérifiez la feuille et \
                 choisissez un fichier qui contient des données."
                .into(),
            FileError::NoLineEnd => {
                "La première ligne du fichier est démesurée : il n'a pas de fins de ligne. \
                 Enregistrez les données en .csv depuis un tableur, puis recommencez."
                    .into()
            }
            FileError::TooManyRows { limit } => format!(
                "Une feuille ne peut pas avoir plus de {limit} lignes. Choisissez le format .csv, ou \
                 réduisez la sélection."
            ),
        }
    }

    fn english(&self) -> String {
        match self {
            FileError::Unreadable { detail } => format!(
                "The file cannot be read ({detail}). Check that it still exists and that no other program \
                 holds it open."
            ),
            FileError::Empty => "The file is empty. Choose a file that holds rows.".into(),
            FileError::OtherKind { kind } => format!(
                "This file is {}, not a table. Save the data as .xlsx, .ods or .csv, then try again.",
                kind.1
            ),
            FileError::Binary => "The content of this file is neither text nor a known workbook. \
                 Save the data as .xlsx, .ods or .csv, then try again."
                .into(),
            FileError::OldExcel => "This is an Excel workbook from before 2007 (.xls). Open it in Excel or \
                 LibreOffice, save it as “Excel workbook (.xlsx)”, then try again."
                .into(),
            FileError::Encrypted => {
                "The file is protected by a password. Open it, take the password off, save \
                 it as .xlsx or .ods, then try again."
                    .into()
            }
            FileError::TooManyParts { limit } => format!(
                "The file holds more than {limit} parts: it is no ordinary workbook. \
                 Copy the data into a new workbook and save it as .xlsx."
            ),
            FileError::PartTooLarge { part, limit_mib } => format!(
                "A part of the file ({part}) is larger than {limit_mib} MiB once unpacked. \
                 Save the sheet as .csv, or split it into several files."
            ),
            FileError::TooManyCells { limit } => format!(
                "The sheet has more than {limit} cells. Delete the rows and columns that are not needed, or \
                 save it as .csv."
            ),
            FileError::TooDeep { part } => format!(
                "A part of the file ({part}) is built in an abnormal way (elements nested too deep). \
                 Copy the data into a new workbook and save it as .xlsx."
            ),
            FileError::Dtd { part } => format!(
                "A part of the file ({part}) holds a forbidden declaration (DTD or entity), which can serve an \
                 attack. Copy the data into a new workbook and save it as .xlsx."
            ),
            FileError::Damaged { part } => format!(
                "The file is damaged or incomplete ({part}). Download it or save it again, then try again."
            ),
            FileError::NoRows => "The file has no filled row. Check the sheet and choose a file that holds \
                 data."
                .into(),
            FileError::NoLineEnd => "The first line of the file is far too long: the file has no line ends. \
                 Save the data as .csv from a spreadsheet, then try again."
                .into(),
            FileError::TooManyRows { limit } => format!(
                "A sheet cannot have more than {limit} rows. Choose the .csv format, or narrow the selection."
            ),
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english())
    }
}

impl std::error::Error for FileError {}

/// Readers refuse from inside `Read::read` too; the refusal travels in the `io::Error`.
impl From<io::Error> for FileError {
    fn from(error: io::Error) -> Self {
        if let Some(refusal) = error.get_ref().and_then(|e| e.downcast_ref::<FileError>()) {
            return refusal.clone();
        }
        FileError::Unreadable { detail: error.to_string() }
    }
}

impl From<FileError> for io::Error {
    fn from(error: FileError) -> Self {
        io::Error::other(error)
    }
}
