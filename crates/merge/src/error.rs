//! Why a template or a merge is refused. Texts are English; `text` gives them in French too.
use crate::Language;

/// A template that cannot be used.
#[derive(Debug, thiserror::Error, PartialEq, Eq, Clone)]
pub enum TemplateError {
    #[error("this file is not a Word (.docx) or OpenDocument (.odt, .fodt) text")]
    UnknownKind,
    #[error("this file is in the old Word format (.doc): save it as .docx")]
    OldWord,
    #[error("this Word document is protected by a password: save it without one")]
    Encrypted,
    #[error("this document holds macros: save it as .docx without macros")]
    Macros,
    #[error("the file is cut short or damaged: {0}")]
    Damaged(String),
    #[error("the file is too large once unpacked ({0})")]
    TooLarge(String),
    #[error("the part {part} is not valid XML: {detail}")]
    Xml { part: String, detail: String },
    #[error("the part {0} declares a DTD, which a letter never needs")]
    Doctype(String),
    #[error("the field « {field} » could take several columns: {}", columns.join(", "))]
    Ambiguous { field: String, columns: Vec<String> },
}

impl TemplateError {
    /// The sentence for the user.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        if language == Language::English {
            return self.to_string();
        }
        match self {
            Self::UnknownKind => {
                "Ce fichier n’est ni un texte Word (.docx) ni un texte OpenDocument (.odt, .fodt).".into()
            }
            Self::OldWord => {
                "Ce fichier est à l’ancien format de Word (.doc) : enregistrez-le en .docx.".into()
            }
            Self::Encrypted => {
                "Ce document Word est protégé par un mot de passe : enregistrez-le sans mot de passe.".into()
            }
            Self::Macros => "Ce document contient des macros : enregistrez-le en .docx, sans macros.".into(),
            Self::Damaged(what) => format!("Le fichier est incomplet ou abîmé : {what}."),
            Self::TooLarge(what) => format!("Le fichier est trop gros une fois décompressé ({what})."),
            Self::Xml { part, detail } => format!("La partie {part} n’est pas du XML valide : {detail}."),
            Self::Doctype(part) => {
                format!("La partie {part} déclare une DTD, ce dont une lettre n’a jamais besoin.")
            }
            Self::Ambiguous { field, columns } => {
                format!("Le champ « {field} » peut prendre plusieurs colonnes : {}.", columns.join(", "))
            }
        }
    }
}

/// A merge that stopped.
#[derive(Debug, thiserror::Error)]
pub enum MergeError {
    #[error(transparent)]
    Template(#[from] TemplateError),
    #[error("writing the letters failed: {0}")]
    Io(#[from] std::io::Error),
    #[error("writing the document's container failed: {0}")]
    Zip(#[from] zip::result::ZipError),
    #[error("there is no letter to write: no record, or all of them skipped")]
    NoLetter,
}
