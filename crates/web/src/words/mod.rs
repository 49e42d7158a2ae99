//! Everything that the screens say, as one struct with two constants: [`FR`] and [`EN`].
//!
//! A group of messages is a table in which each line holds a name, its French and its English text, so that a
//! message of one language only does not compile and translations are read side by side. `{}` is filled by
//! [`Text::with`]; `singular|plural` is chosen by [`Words::count`].

mod act;
mod agenda;
mod base;
mod calendar;
mod call;
mod codes;
mod dash;
mod file;
mod files;
mod script;

use std::fmt::{self, Write};

pub use filon_app::Language;

use crate::format::Int;

/// The messages of a language.
pub const fn of(language: Language) -> &'static Words {
    match language {
        Language::Fr => &FR,
        Language::En => &EN,
    }
}

/// One message. A French one is written with plain spaces, and shown with the no-break ones that its
/// punctuation asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    text: &'static str,
    language: Language,
}

impl Text {
    const fn french(text: &'static str) -> Text {
        Text { text, language: Language::Fr }
    }

    const fn english(text: &'static str) -> Text {
        Text { text, language: Language::En }
    }

    /// The message with its first `{}` replaced.
    pub fn with(&self, value: impl fmt::Display) -> String {
        self.to_string().replacen("{}", &value.to_string(), 1)
    }

    /// The message with its two `{}` replaced, in their order.
    pub fn with2(&self, first: impl fmt::Display, second: impl fmt::Display) -> String {
        let text = self.to_string();
        match text.split_once("{}") {
            Some((before, after)) => {
                format!("{before}{first}{}", after.replacen("{}", &second.to_string(), 1))
            }
            None => text,
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.language != Language::Fr {
            return f.write_str(self.text);
        }
        let mut last = ' ';
        let mut chars = self.text.chars().peekable();
        while let Some(char) = chars.next() {
            let shown = match (char, last, chars.peek()) {
                (' ', '«', _) | (' ', _, Some(':' | '»' | '€')) => '\u{a0}',
                (' ', _, Some(';' | '?' | '!' | '%')) => '\u{202f}',
                _ => char,
            };
            f.write_char(shown)?;
            last = char;
        }
        Ok(())
    }
}

impl From<Text> for String {
    fn from(text: Text) -> String {
        text.to_string()
    }
}

/// Makes a group of messages: its struct and its two constants.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($key:ident: $fr:literal, $en:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name { $(pub $key: $crate::words::Text,)* }
        pub const FR: $name = $name { $($key: $crate::words::Text::french($fr),)* };
        pub const EN: $name = $name { $($key: $crate::words::Text::english($en),)* };
    };
}
use words;

/// All messages of one language.
#[derive(Debug)]
pub struct Words {
    pub language: Language,
    pub common: base::Common,
    pub door: base::Door,
    pub nav: base::Nav,
    pub trouble: base::Trouble,
    pub calendar: calendar::Calendar,
    pub codes: codes::Codes,
    pub file: file::File,
    pub card: file::card::Card,
    pub import: files::Import,
    pub model: files::model::Model,
    pub act: act::Act,
    pub follow: act::follow::Follow,
    pub script: script::Script,
    pub call: call::Call,
    pub lesson: call::Lesson,
    pub agenda: agenda::Agenda,
    pub visit: agenda::Visit,
    pub dash: dash::Dash,
    pub today: dash::today::Today,
    pub settings: dash::settings::Settings,
}

macro_rules! language {
    ($language:ident, $constant:ident) => {
        Words {
            language: Language::$language,
            common: base::$constant,
            door: base::door::$constant,
            nav: base::nav::$constant,
            trouble: base::trouble::$constant,
            calendar: calendar::$constant,
            codes: codes::$constant,
            file: file::$constant,
            card: file::card::$constant,
            import: files::$constant,
            model: files::model::$constant,
            act: act::$constant,
            follow: act::follow::$constant,
            script: script::$constant,
            call: call::$constant,
            lesson: call::lesson::$constant,
            agenda: agenda::$constant,
            visit: agenda::visit::$constant,
            dash: dash::$constant,
            today: dash::today::$constant,
            settings: dash::settings::$constant,
        }
    };
}

pub static FR: Words = language!(Fr, FR);
pub static EN: Words = language!(En, EN);

impl Words {
    /// `singular|plural` chosen by the number (French: below two is singular), which fills `{}`.
    pub fn count(&self, text: &Text, n: impl Int) -> String {
        let n = n.int().unwrap_or(0);
        let (one, many) = text.text.split_once('|').unwrap_or((text.text, text.text));
        let single = match self.language {
            Language::Fr => n.abs() < 2,
            Language::En => n.abs() == 1,
        };
        Text { text: if single { one } else { many }, ..*text }.with(self.number(n))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_filled_and_agrees_in_number() {
        assert_eq!(Text::french("de {} à {}").with2("A", "B"), "de A à B");
        assert_eq!(FR.count(&FR.common.accounts, 0_u64), "0 fiche");
        assert_eq!(FR.count(&FR.common.accounts, 2_u64), "2 fiches");
        assert_eq!(EN.count(&EN.common.accounts, 0_u64), "0 accounts");
    }

    #[test]
    fn french_punctuation_never_begins_a_line() {
        let shown = Text::french("Vouliez-vous dire « {} » ? Non : 20 % ; 3 €").to_string();
        assert_eq!(
            shown,
            "Vouliez-vous dire «\u{a0}{}\u{a0}»\u{202f}? Non\u{a0}: 20\u{202f}%\u{202f}; 3\u{a0}€"
        );
        assert_eq!(Text::english("a : b").to_string(), "a : b");
    }
}
