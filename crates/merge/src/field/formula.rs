//! `= formula`: arithmetic, comparisons, functions (MAILMERGE A8).
use super::lex::Unit;
use super::{Field, eval};
use crate::Language;
use crate::context::Context;
use crate::format::number_read::number;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::HashSet;
use std::sync::Arc;

#[derive(Debug, Clone)]
pub enum Expression {
    Number(Decimal),
    Field(Arc<Field>),
    Name(String),
    Call(String, Vec<Expression>),
    Two(Box<Expression>, &'static str, Box<Expression>),
    Minus(Box<Expression>),
    Wrong(String),
}

const MAX_DEPTH: usize = 60;

pub fn parse(units: &[Unit], comma_separates: bool) -> Expression {
    let mut parser = Parser { units, at: 0, depth: 0, comma_separates };
    let tree = parser.comparison();
    parser.space();
    match (tree, parser.units.get(parser.at)) {
        (Ok(tree), None) => tree,
        (Err(why), _) => Expression::Wrong(why),
        (Ok(_), Some(Unit::Char(c))) => Expression::Wrong(c.to_string()),
        (Ok(_), Some(_)) => Expression::Wrong("?".into()),
    }
}

struct Parser<'a> {
    units: &'a [Unit],
    at: usize,
    depth: usize,
    comma_separates: bool,
}

type Parsed = Result<Expression, String>;

impl Parser<'_> {
    fn space(&mut self) {
        while matches!(self.units.get(self.at), Some(Unit::Mark))
            || self.peek().is_some_and(|c| c.is_whitespace() || c == '"')
        {
            self.at += 1;
        }
    }
    fn peek(&self) -> Option<char> {
        if let Some(Unit::Char(c)) = self.units.get(self.at) { Some(*c) } else { None }
    }
    fn eat(&mut self, words: &[&'static str]) -> Option<&'static str> {
        self.space();
        let found = words.iter().copied().find(|w| {
            w.chars()
                .enumerate()
                .all(|(i, c)| matches!(self.units.get(self.at + i), Some(Unit::Char(u)) if *u == c))
        })?;
        self.at += found.chars().count();
        Some(found)
    }
    fn chain(&mut self, words: &[&'static str], next: fn(&mut Self) -> Parsed) -> Parsed {
        let mut left = next(self)?;
        while let Some(word) = self.eat(words) {
            left = Expression::Two(Box::new(left), word, Box::new(next(self)?));
        }
        Ok(left)
    }
    fn comparison(&mut self) -> Parsed {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err("…".into());
        }
        let out = self.chain(&["<>", "<=", ">=", "=", "<", ">"], Self::sum);
        self.depth -= 1;
        out
    }
    fn sum(&mut self) -> Parsed {
        self.chain(&["+", "-"], Self::product)
    }
    fn product(&mut self) -> Parsed {
        self.chain(&["*", "/"], Self::power)
    }
    fn power(&mut self) -> Parsed {
        self.chain(&["^"], Self::unary)
    }
    fn unary(&mut self) -> Parsed {
        if self.eat(&["-"]).is_some() {
            return Ok(Expression::Minus(Box::new(self.atom()?)));
        }
        let _ = self.eat(&["+"]);
        let inner = self.atom()?;
        Ok(if self.eat(&["%"]).is_some() {
            Expression::Two(Box::new(inner), "/", Box::new(Expression::Number(Decimal::ONE_HUNDRED)))
        } else {
            inner
        })
    }
    fn atom(&mut self) -> Parsed {
        self.space();
        if let Some(Unit::Field(field)) = self.units.get(self.at) {
            self.at += 1;
            return Ok(Expression::Field(field.clone()));
        }
        let Some(c) = self.peek() else {
            // An empty operand is worth 0.
            return Ok(Expression::Number(Decimal::ZERO));
        };
        if self.eat(&["("]).is_some() {
            let inner = self.comparison()?;
            return self.eat(&[")"]).map(|_| inner).ok_or_else(|| ")".into());
        }
        let word: String = self
            .units
            .iter()
            .skip(self.at)
            .map_while(|u| if let Unit::Char(c) = u { Some(*c) } else { None })
            .take_while(|k| {
                if c.is_ascii_digit() {
                    k.is_ascii_digit() || *k == '.' || *k == ',' && !self.comma_separates
                } else {
                    k.is_alphanumeric() || *k == '_'
                }
            })
            .collect();
        if word.is_empty() {
            // Two operators side by side: the empty operand is worth 0, an unknown sign is an error.
            return if matches!(c, ')' | ';' | '+' | '*' | '/' | '<' | '>' | '=') {
                Ok(Expression::Number(Decimal::ZERO))
            } else {
                Err(c.to_string())
            };
        }
        if c.is_ascii_digit() {
            // A comma ends the number when it separates arguments: `MAX(1,2)` cannot be told from 1,2 in French, where `;` separates.
            let value = number(&word, Language::French).or_else(|| word.trim_start_matches('0').parse().ok());
            self.at += word.chars().count();
            return value
                .or_else(|| (word.chars().all(|z| z == '0')).then_some(Decimal::ZERO))
                .map(Expression::Number)
                .ok_or(word);
        }
        self.at += word.chars().count();
        if self.eat(&["("]).is_none() {
            return Ok(Expression::Name(word));
        }
        let mut arguments = vec![self.comparison()?];
        while self.eat(&[";", ","]).is_some() {
            arguments.push(self.comparison()?);
        }
        self.eat(&[")"]).map(|_| Expression::Call(word, arguments)).ok_or_else(|| ")".into())
    }
}

/// Functions computed here.
const FUNCTIONS: [&str; 18] = [
    "ABS", "AND", "AVERAGE", "COUNT", "DEFINED", "FALSE", "IF", "INT", "MAX", "MIN", "MOD", "NOT", "OR",
    "PRODUCT", "ROUND", "SIGN", "SUM", "TRUE",
];

impl Expression {
    /// True when only Word can compute it: cells of a table, bookmarks of the document, unknown functions.
    pub fn is_foreign(&self, defined: &HashSet<String>) -> bool {
        match self {
            Self::Number(_) | Self::Field(_) => false,
            Self::Wrong(_) => true,
            Self::Minus(inner) => inner.is_foreign(defined),
            Self::Two(left, _, right) => left.is_foreign(defined) || right.is_foreign(defined),
            Self::Name(name) => {
                !defined.contains(&name.to_lowercase())
                    && !matches!(name.to_ascii_uppercase().as_str(), "TRUE" | "FALSE")
            }
            Self::Call(name, arguments) => {
                let name = name.to_uppercase();
                let known = FUNCTIONS.contains(&name.as_str());
                !known || name != "DEFINED" && arguments.iter().any(|a| a.is_foreign(defined))
            }
        }
    }

    pub fn value(&self, cx: &mut Context<'_>, language: Language) -> Result<Decimal, String> {
        match self {
            Self::Number(n) => Ok(*n),
            Self::Wrong(why) => Err(why.clone()),
            Self::Minus(inner) => Ok(-inner.value(cx, language)?),
            Self::Field(field) => {
                let mut text = String::new();
                eval::field_text(field, cx, &mut text);
                read(&text, language)
            }
            Self::Name(name) => match cx.variables.get(&name.to_lowercase()).cloned() {
                Some(text) => read(&text, language),
                None => match name.to_ascii_uppercase().as_str() {
                    "TRUE" => Ok(Decimal::ONE),
                    "FALSE" => Ok(Decimal::ZERO),
                    _ => Err(name.clone()),
                },
            },
            Self::Two(left, word, right) => {
                let (a, b) = (left.value(cx, language)?, right.value(cx, language)?);
                let truth = |t: bool| Some(if t { Decimal::ONE } else { Decimal::ZERO });
                let out = match *word {
                    "+" => a.checked_add(b),
                    "-" => a.checked_sub(b),
                    "*" => a.checked_mul(b),
                    "/" => a.checked_div(b),
                    "^" => power(a, b),
                    "=" => truth(a == b),
                    "<>" => truth(a != b),
                    "<" => truth(a < b),
                    ">" => truth(a > b),
                    "<=" => truth(a <= b),
                    _ => truth(a >= b),
                };
                out.ok_or_else(|| format!("{a} {word} {b}"))
            }
            Self::Call(name, arguments) => call(name, arguments, cx, language),
        }
    }
}

fn read(text: &str, language: Language) -> Result<Decimal, String> {
    if text.trim().is_empty() {
        return Ok(Decimal::ZERO);
    }
    number(text, language).or_else(|| text.trim().parse().ok()).ok_or_else(|| text.to_owned())
}

fn power(a: Decimal, b: Decimal) -> Option<Decimal> {
    if let Some(n) = b.to_u32().filter(|n| b.fract().is_zero() && *n <= 1_000) {
        return (0..n).try_fold(Decimal::ONE, |acc, _| acc.checked_mul(a));
    }
    Decimal::from_f64_retain(a.to_f64()?.powf(b.to_f64()?))
}

fn call(
    name: &str,
    arguments: &[Expression],
    cx: &mut Context<'_>,
    language: Language,
) -> Result<Decimal, String> {
    let truth = |t: bool| if t { Decimal::ONE } else { Decimal::ZERO };
    let upper = name.to_uppercase();
    if upper == "DEFINED" {
        let known = arguments.first().is_some_and(|a| match a {
            Expression::Name(name) => cx.variables.contains_key(&name.to_lowercase()),
            other => other.value(cx, language).is_ok(),
        });
        return Ok(truth(known));
    }
    let values = arguments.iter().map(|a| a.value(cx, language)).collect::<Result<Vec<_>, _>>()?;
    let get = |i: usize| values.get(i).copied().unwrap_or_default();
    let sum = || values.iter().try_fold(Decimal::ZERO, |acc, v| acc.checked_add(*v));
    let out = match upper.as_str() {
        "ABS" => Some(get(0).abs()),
        "AND" => Some(truth(values.iter().all(|v| !v.is_zero()))),
        "OR" => Some(truth(values.iter().any(|v| !v.is_zero()))),
        "NOT" => Some(truth(get(0).is_zero())),
        "TRUE" => Some(Decimal::ONE),
        "FALSE" => Some(Decimal::ZERO),
        "IF" => Some(if get(0).is_zero() { get(2) } else { get(1) }),
        "INT" => Some(get(0).floor()),
        "MAX" => values.iter().copied().max(),
        "MIN" => values.iter().copied().min(),
        "MOD" => get(0).checked_rem(get(1)),
        "COUNT" => Some(Decimal::from(values.len())),
        "SUM" => sum(),
        "AVERAGE" => sum().and_then(|s| s.checked_div(Decimal::from(values.len()))),
        "PRODUCT" => values.iter().try_fold(Decimal::ONE, |acc, v| acc.checked_mul(*v)),
        "SIGN" => Some(match get(0) {
            n if n.is_zero() => Decimal::ZERO,
            n if n.is_sign_negative() => Decimal::NEGATIVE_ONE,
            _ => Decimal::ONE,
        }),
        "ROUND" => {
            let places = get(1).to_u32().unwrap_or(0).min(28);
            Some(get(0).round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero))
        }
        _ => None,
    };
    out.ok_or_else(|| name.to_owned())
}
