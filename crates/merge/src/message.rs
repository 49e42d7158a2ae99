//! What the merge tells besides the letters.
use crate::Language;

/// Result of a merge.
#[derive(Debug, Clone, Default)]
pub struct Merged {
    /// Letters written.
    pub letters: usize,
    pub warnings: Vec<Warning>,
}

/// One remark, attached to a record (0-based, in the order given) and a field when there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    pub record: Option<usize>,
    pub field: Option<String>,
    pub message: Message,
}

/// What can be remarked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Message {
    /// No column for this field: its place stays empty.
    NoColumn,
    /// A formula could not be computed; the place stays empty.
    BadFormula(String),
    /// A field that asks the user took its default text.
    AskedDefault,
    /// An outer field that this program does not compute holds merge fields: it is refreshed by Word on opening.
    LeftToWord,
    /// A field that reads another file was replaced by its last result.
    FrozenLink,
    /// Frames anchored to a page follow the first paragraph of each letter.
    PageAnchor,
    /// More remarks than are kept.
    TooMany,
}

impl Message {
    /// The sentence in the given language.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let french = language == Language::French;
        let words = match self {
            Self::NoColumn if french => "aucune colonne pour ce champ : son emplacement reste vide",
            Self::NoColumn => "no column for this field: its place stays empty",
            Self::BadFormula(why) if french => {
                return format!("calcul impossible ({why}) : l’emplacement reste vide");
            }
            Self::BadFormula(why) => return format!("cannot compute ({why}): the place stays empty"),
            Self::AskedDefault if french => "champ qui pose une question : la réponse par défaut a été prise",
            Self::AskedDefault => "a field that asks a question: its default answer was taken",
            Self::LeftToWord if french => {
                "champ non calculé ici qui contient un champ de fusion : Word le mettra à jour à l’ouverture"
            }
            Self::LeftToWord => {
                "a field not computed here holds a merge field: Word will refresh it on opening"
            }
            Self::FrozenLink if french => "champ lié à un autre fichier : remplacé par son dernier résultat",
            Self::FrozenLink => "a field linked to another file: replaced by its last result",
            Self::PageAnchor if french => {
                "cadre ancré à la page : rattaché au premier paragraphe de chaque lettre"
            }
            Self::PageAnchor => "frame anchored to the page: attached to the first paragraph of each letter",
            Self::TooMany if french => "d’autres remarques ne sont pas montrées",
            Self::TooMany => "further remarks are not shown",
        };
        words.to_owned()
    }
}

impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text(Language::English))
    }
}
