//! The answer of `filon merge` and `filon campaign launch`.

use serde::Serialize;

#[derive(Debug, Clone, Default, Serialize)]
pub struct LettersAnswer {
    pub letters: u64,
    pub files: Vec<String>,
    pub refused: Vec<RefusedAnswer>,
    pub warnings: Vec<LetterWarning>,
}

#[derive(Debug, Clone, Serialize)]
pub struct RefusedAnswer {
    /// Reference, or identifier where there is none.
    pub account: String,
    pub name: String,
    /// Code of the rule.
    pub rule: String,
    pub reason: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct LetterWarning {
    pub account: Option<String>,
    pub field: Option<String>,
    pub message: String,
}
