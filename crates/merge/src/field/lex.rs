//! Words, quoted strings, switches and operators of a field code (MAILMERGE A2).
use super::condition::Operator;
use super::{Field, Part};
use std::sync::Arc;

/// One thing in a code: a character, a nested field, or something else that stands in the text (a paragraph's end, an image).
#[derive(Debug, Clone)]
pub enum Unit {
    Char(char),
    Field(Arc<Field>),
    Mark,
    /// A tag that may stand inside a word (a bookmark, a spelling mark): not seen by the reader of codes.
    Silent,
}

#[derive(Debug, Clone)]
pub enum Token {
    Word { parts: Vec<Part>, quoted: bool, from: usize, to: usize },
    Switch(char, usize),
    Operator(Operator),
}

impl Token {
    /// The literal text of a word, if it has no field in it.
    pub fn literal(&self) -> Option<String> {
        let Token::Word { parts, .. } = self else { return None };
        let mut out = String::new();
        for part in parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Field(_) => return None,
            }
        }
        Some(out)
    }
}

fn quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟')
}

fn operator_at(units: &[Unit], at: usize) -> Option<(Operator, usize)> {
    let char_at = |i: usize| if let Some(Unit::Char(c)) = units.get(i) { Some(*c) } else { None };
    match (char_at(at)?, char_at(at + 1)) {
        ('<', Some('>')) => Some((Operator::Different, 2)),
        ('<', Some('=')) => Some((Operator::AtMost, 2)),
        ('>', Some('=')) => Some((Operator::AtLeast, 2)),
        ('=', _) => Some((Operator::Equal, 1)),
        ('<', _) => Some((Operator::Less, 1)),
        ('>', _) => Some((Operator::More, 1)),
        _ => None,
    }
}

/// Cuts a code into tokens. With `operators`, `=`, `<`, `>` stand alone even without spaces round them.
pub fn lex(units: &[Unit], operators: bool) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(unit) = units.get(at) {
        match unit {
            Unit::Mark | Unit::Silent => at += 1,
            Unit::Char(c) if c.is_whitespace() => at += 1,
            Unit::Char(c) if quote(*c) => {
                let (token, next) = quoted(units, at + 1);
                tokens.push(token);
                at = next;
            }
            Unit::Char('\\') if matches!(units.get(at + 1), Some(Unit::Char(c)) if !c.is_whitespace() && *c != '\\') =>
            {
                if let Some(Unit::Char(c)) = units.get(at + 1) {
                    tokens.push(Token::Switch(*c, at + 2));
                }
                at += 2;
            }
            _ => match operator_at(units, at).filter(|_| operators) {
                Some((operator, length)) => {
                    tokens.push(Token::Operator(operator));
                    at += length;
                }
                None => {
                    let (token, next) = bare(units, at, operators);
                    tokens.push(token);
                    at = next;
                }
            },
        }
    }
    tokens
}

fn quoted(units: &[Unit], from: usize) -> (Token, usize) {
    let mut parts = Parts::default();
    let mut at = from;
    loop {
        match (units.get(at), units.get(at + 1)) {
            (None, _) => return (Token::Word { parts: parts.done(), quoted: true, from, to: at }, at),
            (Some(Unit::Char('\\')), Some(Unit::Char(c))) if quote(*c) || *c == '\\' => {
                parts.char(*c);
                at += 2;
            }
            (Some(Unit::Char(c)), _) if quote(*c) => {
                return (Token::Word { parts: parts.done(), quoted: true, from, to: at }, at + 1);
            }
            (Some(unit), _) => {
                parts.unit(unit);
                at += 1;
            }
        }
    }
}

fn bare(units: &[Unit], from: usize, operators: bool) -> (Token, usize) {
    let mut parts = Parts::default();
    let mut at = from;
    while let Some(unit) = units.get(at) {
        let ends = match unit {
            Unit::Mark => true,
            Unit::Char('\\') => matches!(units.get(at + 1), Some(Unit::Char('*' | '#' | '@'))),
            Unit::Char(c) => c.is_whitespace() || quote(*c) || operators && operator_at(units, at).is_some(),
            Unit::Field(_) | Unit::Silent => false,
        };
        if ends && at > from {
            break;
        }
        parts.unit(unit);
        at += 1;
    }
    (Token::Word { parts: parts.done(), quoted: false, from, to: at }, at)
}

/// Text from `from` up to the next switch: pictures typed without quotes may hold spaces.
pub fn loose_argument(units: &[Unit], from: usize) -> String {
    let mut out = String::new();
    let mut at = from;
    while let Some(unit) = units.get(at) {
        match (unit, units.get(at + 1)) {
            (Unit::Char('\\'), Some(Unit::Char('*' | '#' | '@' | 'b' | 'f' | 'm' | 'v'))) => break,
            (Unit::Char(c), _) => out.push(*c),
            _ => {}
        }
        at += 1;
    }
    out.trim().to_owned()
}

#[derive(Default)]
struct Parts {
    parts: Vec<Part>,
    text: String,
}

impl Parts {
    fn char(&mut self, c: char) {
        self.text.push(c);
    }
    fn unit(&mut self, unit: &Unit) {
        match unit {
            Unit::Char(c) => self.text.push(*c),
            Unit::Mark => self.text.push('\n'),
            Unit::Silent => {}
            Unit::Field(field) => {
                if !self.text.is_empty() {
                    self.parts.push(Part::Text(std::mem::take(&mut self.text)));
                }
                self.parts.push(Part::Field(field.clone()));
            }
        }
    }
    fn done(mut self) -> Vec<Part> {
        if !self.text.is_empty() {
            self.parts.push(Part::Text(self.text));
        }
        self.parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(code: &str, operators: bool) -> Vec<String> {
        let units: Vec<Unit> = code.chars().map(Unit::Char).collect();
        lex(&units, operators)
            .iter()
            .map(|t| match t {
                Token::Switch(c, _) => format!("\\{c}"),
                Token::Operator(o) => format!("{o:?}"),
                word => word.literal().unwrap_or_default(),
            })
            .collect()
    }

    #[test]
    fn switches_need_no_space_and_quotes_escape() {
        assert_eq!(
            words(r#" MERGEFIELD  "Le \"nom\"" \*Upper \@"d MMM"  \b “ — ” "#, false),
            ["MERGEFIELD", "Le \"nom\"", "\\*", "Upper", "\\@", "d MMM", "\\b", " — "]
        );
        assert_eq!(words("MERGEFIELD Prix\\# 0,00", false), ["MERGEFIELD", "Prix", "\\#", "0,00"]);
    }

    #[test]
    fn operators_stand_without_spaces() {
        assert_eq!(words(r#"IF a<>"b" "oui" "non""#, true), ["IF", "a", "Different", "b", "oui", "non"]);
        assert_eq!(words(r#"IF ""="" "1""#, true), ["IF", "", "Equal", "", "1"]);
    }
}
