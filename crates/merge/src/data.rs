//! What the caller gives: columns, records, options.

/// Header names of the data, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Columns(pub Vec<String>);

/// One value per column, as the cell shows it. A short record reads as empty at its end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record(pub Vec<String>);

/// Language used for names of days and months, separators and warnings when the document says none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    French,
    English,
}

impl Language {
    /// Reads a language tag (`fr-FR`, `en-GB`); other languages give `None`, so that the fallback decides.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_']).next().unwrap_or("");
        if primary.eq_ignore_ascii_case("fr") {
            Some(Language::French)
        } else if primary.eq_ignore_ascii_case("en") {
            Some(Language::English)
        } else {
            None
        }
    }
}

/// What a merge needs besides the data. The moment is an argument: this crate reads no clock.
#[derive(Debug, Clone)]
pub struct Options {
    /// Moment of the merge, local civil time: `DATE` and `TIME` fields are frozen to it.
    pub now: jiff::civil::DateTime,
    /// Language when the document names neither French nor English.
    pub language: Language,
    /// Start every letter of a merged document on an odd (right-hand) page.
    pub recto: bool,
}
