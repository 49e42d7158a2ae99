//! Answers to the questions of a discovery, as they are typed during the call.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::AnswerKind;
use crate::account::normalise::{parse_date, yes_no};
use crate::money::{Micros, parse_euros};
use crate::text::{fold, nearest};

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "value")]
pub enum Answer {
    Text(String),
    /// In millionths, exact.
    Number(Micros),
    Date(Date),
    Choice(String),
    YesNo(bool),
}

/// Why what was typed is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerProblem {
    NotANumber,
    NotADate,
    /// None of the choices; the nearest, where one is near.
    NotAChoice {
        nearest: Option<String>,
    },
    NeitherYesNorNo,
}

/// Reads what was typed. `Ok(None)` where nothing was: a question may stay open.
pub fn read_answer(kind: &AnswerKind, typed: &str) -> Result<Option<Answer>, AnswerProblem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let answer = match kind {
        AnswerKind::Text => Answer::Text(typed.to_owned()),
        AnswerKind::Number => Answer::Number(parse_euros(typed).ok_or(AnswerProblem::NotANumber)?),
        AnswerKind::Date => Answer::Date(parse_date(typed).ok_or(AnswerProblem::NotADate)?),
        AnswerKind::Choice(choices) => Answer::Choice(choice(choices, typed)?),
        AnswerKind::YesNo => Answer::YesNo(yes_no(typed).ok_or(AnswerProblem::NeitherYesNorNo)?),
    };
    Ok(Some(answer))
}

/// The choice as it is written in the script; its first letters do, where they are those of one only.
fn choice(choices: &[String], typed: &str) -> Result<String, AnswerProblem> {
    let wanted = fold(typed);
    if let Some(same) = choices.iter().find(|choice| fold(choice) == wanted) {
        return Ok(same.clone());
    }
    let mut begun = choices.iter().filter(|choice| !wanted.is_empty() && fold(choice).starts_with(&wanted));
    match (begun.next(), begun.next()) {
        (Some(only), None) => Ok(only.clone()),
        _ => {
            let near = nearest(typed, choices.iter().map(String::as_str)).map(str::to_owned);
            Err(AnswerProblem::NotAChoice { nearest: near })
        }
    }
}

impl Answer {
    /// The text kept in the field: `1200,5`, `15/03/2026`, `oui`.
    pub fn field_text(&self) -> String {
        match self {
            Answer::Text(text) | Answer::Choice(text) => text.clone(),
            Answer::Number(number) => decimal(*number),
            Answer::Date(day) => format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
            Answer::YesNo(yes) => if *yes { "oui" } else { "non" }.to_owned(),
        }
    }
}

fn decimal(Micros(millionths): Micros) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let (whole, part) = (millionths.unsigned_abs() / 1_000_000, millionths.unsigned_abs() % 1_000_000);
    let part = format!("{part:06}");
    match part.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        part => format!("{sign}{whole},{part}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(kind: &AnswerKind, typed: &str) -> Result<Option<String>, AnswerProblem> {
        read_answer(kind, typed).map(|answer| answer.map(|answer| answer.field_text()))
    }

    #[test]
    fn answers_are_read_as_callers_type_them() {
        let choice = AnswerKind::Choice(vec!["Sage".into(), "Cegid".into(), "Aucun logiciel".into()]);
        assert_eq!(kept(&AnswerKind::Number, "1 200,50"), Ok(Some("1200,5".into())));
        assert_eq!(kept(&AnswerKind::Number, "une douzaine"), Err(AnswerProblem::NotANumber));
        assert_eq!(kept(&AnswerKind::Date, "3 mars 2027"), Ok(Some("03/03/2027".into())));
        assert_eq!(kept(&AnswerKind::Date, "31/02/2027"), Err(AnswerProblem::NotADate));
        assert_eq!(kept(&AnswerKind::YesNo, "Oui"), Ok(Some("oui".into())));
        assert_eq!(kept(&AnswerKind::YesNo, "peut-être"), Err(AnswerProblem::NeitherYesNorNo));
        assert_eq!(kept(&choice, "cegid"), Ok(Some("Cegid".into())));
        assert_eq!(kept(&choice, "auc"), Ok(Some("Aucun logiciel".into())));
        let near = AnswerProblem::NotAChoice { nearest: Some("Cegid".into()) };
        assert_eq!(kept(&choice, "Cegyd"), Err(near));
        assert_eq!(kept(&AnswerKind::Text, "  "), Ok(None));
    }
}
