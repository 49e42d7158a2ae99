//! What can be wrong with one row, in sentences: what, and what to do.

/// A thing found in one row. The row is still handed over unless `row_is_lost`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub row: usize,
    /// The header of the column, where the problem has one.
    pub column: Option<String>,
    /// What is in the file, shortened.
    pub value: String,
    pub message: Message,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Filled cells to the right of the last header.
    ExtraCells { expected: usize, found: usize },
    /// A quote is opened and never closed; it was taken as an ordinary character.
    UnclosedQuote,
    /// A formula that failed.
    CellError,
    /// Longer than a cell may be; the end was left out.
    CellCut { limit: usize },
    /// A line without end; it was skipped.
    LineTooLong { limit: usize },
    /// Bytes that are not text in the file's encoding.
    BadBytes,
    /// Filled cells beyond the last column that is read.
    BeyondColumns { limit: usize },
    /// A vCard that begins and does not end.
    UnfinishedCard,
    /// There are too many problems to list them all.
    More { count: usize },
}

impl Message {
    /// True when the row was not handed over at all.
    #[must_use]
    pub fn row_is_lost(&self) -> bool {
        matches!(self, Message::LineTooLong { .. })
    }

    #[must_use]
    pub fn text(&self, french: bool) -> String {
        if french { self.french() } else { self.english() }
    }

    fn french(&self) -> String {
        match self {
            Message::ExtraCells { expected, found } => format!(
                "La ligne a {found} cellules pour {expected} colonnes : le surplus n'est pas repris. \
                 Vérifiez un séparateur en trop, ou donnez un titre aux colonnes de droite."
            ),
            Message::UnclosedQuote => "Un guillemet est ouvert et jamais fermé : il a été lu comme un \
                 caractère ordinaire. Fermez-le ou retirez-le."
                .into(),
            Message::CellError => "La cellule contient une erreur de formule : elle est lue comme vide. \
                 Corrigez la formule ou remplacez-la par sa valeur."
                .into(),
            Message::CellCut { limit } => {
                format!("La cellule dépasse {limit} caractères : la fin n'est pas reprise. Raccourcissez-la.")
            }
            Message::LineTooLong { limit } => format!(
                "La ligne dépasse {limit} octets : elle n'est pas lue. \
                 Vérifiez les fins de ligne du fichier."
            ),
            Message::BadBytes => "La ligne contient des octets qui ne sont pas du texte dans l'encodage du \
                 fichier : vérifiez ses accents, ou réenregistrez le fichier en UTF-8."
                .into(),
            Message::BeyondColumns { limit } => format!(
                "La ligne a des cellules remplies au-delà de la colonne {limit} : elles ne sont pas \
                 reprises. Supprimez-les ou rapprochez-les."
            ),
            Message::UnfinishedCard => {
                "La fiche commence (BEGIN:VCARD) et ne se termine pas (END:VCARD) : ce qui \
                 a été lu est gardé. Exportez de nouveau le carnet si des champs manquent."
                    .into()
            }
            Message::More { count } => {
                format!(
                    "{count} autres problèmes ne sont pas détaillés. Corrigez les premiers, puis relisez le fichier."
                )
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Message::ExtraCells { expected, found } => format!(
                "The row has {found} cells for {expected} columns: what is beyond is not read. \
                 Check for a separator too many, or give the columns on the right a header."
            ),
            Message::UnclosedQuote => "A quote is opened and never closed: it was read as an ordinary \
                 character. Close it or take it out."
                .into(),
            Message::CellError => "The cell holds a formula error: it is read as empty. \
                 Correct the formula or replace it with its value."
                .into(),
            Message::CellCut { limit } => {
                format!("The cell is longer than {limit} characters: its end is left out. Shorten it.")
            }
            Message::LineTooLong { limit } => format!(
                "The line is longer than {limit} bytes: it is not read. \
                 Check the line ends of the file."
            ),
            Message::BadBytes => "The row holds bytes that are not text in the encoding of the file: \
                 check its accents, or save the file again as UTF-8."
                .into(),
            Message::BeyondColumns { limit } => format!(
                "The row has filled cells beyond column {limit}: they are not read. \
                 Delete them or move them closer."
            ),
            Message::UnfinishedCard => {
                "The card begins (BEGIN:VCARD) and does not end (END:VCARD): what was read \
                 is kept. Export the address book again if fields are missing."
                    .into()
            }
            Message::More { count } => {
                format!(
                    "{count} more problems are not listed. Correct the first ones, then read the file again."
                )
            }
        }
    }
}
