//! Who acts, and in which language the answers are worded.

use filon_core::Id;
use serde::{Deserialize, Serialize};

use crate::words::{EN, FR, Words};

/// The language of messages. Codes and figures do not depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    Fr,
    En,
}

impl Language {
    pub const fn code(self) -> &'static str {
        match self {
            Language::Fr => "fr",
            Language::En => "en",
        }
    }

    pub fn from_code(code: &str) -> Option<Language> {
        [Language::Fr, Language::En].into_iter().find(|language| language.code() == code)
    }

    /// The messages of this crate in this language.
    pub fn words(self) -> &'static Words {
        match self {
            Language::Fr => &FR,
            Language::En => &EN,
        }
    }

    pub(crate) fn is_french(self) -> bool {
        self == Language::Fr
    }

    pub(crate) fn of_merge(self) -> filon_merge::Language {
        match self {
            Language::Fr => filon_merge::Language::French,
            Language::En => filon_merge::Language::English,
        }
    }
}

/// Who does it. `user` is `None` on the command line, which acts for whoever owns the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Actor {
    pub user: Option<Id>,
    pub language: Language,
}

impl Actor {
    pub(crate) fn words(&self) -> &'static Words {
        self.language.words()
    }
}
