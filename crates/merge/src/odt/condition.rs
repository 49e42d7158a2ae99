//! Conditions of LibreOffice, `ooow:[base.table.Ville] EQ "Lyon"` (MAILMERGE A12).
use crate::context::Context;
use crate::field::condition::Operator;
use crate::field::names::Names;
use crate::format::number_read::number;
use rust_decimal::Decimal;
use std::collections::HashMap;

#[derive(Debug, Clone)]
pub enum Condition {
    Text(String),
    Number(Decimal),
    Column(usize),
    Compare(Box<Condition>, Operator, Box<Condition>),
    Arithmetic(Box<Condition>, char, Box<Condition>),
    And(Box<Condition>, Box<Condition>),
    Or(Box<Condition>, Box<Condition>),
    Not(Box<Condition>),
    Truth(bool),
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Text(String),
    Name(String),
    Sign(&'static str),
}

const SIGNS: [&str; 17] =
    ["==", "!=", "<=", ">=", "<>", "&&", "||", "<", ">", "=", "!", "(", ")", "+", "-", "*", "/"];
const WORDS: [(&str, &str); 9] = [
    ("EQ", "=="),
    ("NEQ", "!="),
    ("LEQ", "<="),
    ("GEQ", ">="),
    ("L", "<"),
    ("G", ">"),
    ("AND", "&&"),
    ("OR", "||"),
    ("NOT", "!"),
];
const MAX_DEPTH: usize = 60;

/// Reads a condition; what cannot be read is false, which shows the text rather than hiding it.
pub fn parse(text: &str, names: &mut Names, variables: &HashMap<String, String>) -> Condition {
    let body = text.strip_prefix("ooow:").or_else(|| text.strip_prefix("of:")).unwrap_or(text).trim();
    let tokens = lex(body);
    let mut parser = Parser { tokens: &tokens, at: 0, depth: 0, names, variables };
    let out = parser.or();
    match out {
        Some(condition) if parser.at == tokens.len() => condition,
        _ => Condition::Truth(false),
    }
}

fn lex(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() {
            rest = rest.get(c.len_utf8()..).unwrap_or("");
        } else if matches!(c, '"' | '\'') {
            let inner = rest.get(1..).unwrap_or("");
            let end = inner.find(c).unwrap_or(inner.len());
            out.push(Token::Text(inner.get(..end).unwrap_or("").to_owned()));
            rest = inner.get(end + 1..).unwrap_or("");
        } else if c == '[' {
            let end = rest.find(']').unwrap_or(rest.len());
            let name = rest.get(1..end).unwrap_or("").to_owned();
            rest = rest.get(end + 1..).unwrap_or("");
            // `[base].[table].[column]`: the last one counts.
            if rest.starts_with(".[") {
                rest = rest.get(1..).unwrap_or("");
                continue;
            }
            out.push(Token::Name(format!("[{name}")));
        } else if let Some(sign) = SIGNS.iter().find(|s| rest.starts_with(**s)) {
            out.push(Token::Sign(sign));
            rest = rest.get(sign.len()..).unwrap_or("");
        } else {
            let end = rest
                .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | ',')))
                .unwrap_or(rest.len())
                .max(c.len_utf8());
            let word = rest.get(..end).unwrap_or("");
            rest = rest.get(end..).unwrap_or("");
            match WORDS.iter().find(|(w, _)| word.eq_ignore_ascii_case(w)) {
                Some((_, sign)) => out.push(Token::Sign(sign)),
                None => out.push(Token::Name(word.to_owned())),
            }
        }
    }
    out
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    depth: usize,
    names: &'a mut Names,
    variables: &'a HashMap<String, String>,
}

impl Parser<'_> {
    fn eat(&mut self, signs: &[&str]) -> Option<&'static str> {
        if let Some(Token::Sign(sign)) = self.tokens.get(self.at)
            && signs.contains(sign)
        {
            self.at += 1;
            return Some(sign);
        }
        None
    }
    fn or(&mut self) -> Option<Condition> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        let mut left = self.and()?;
        while self.eat(&["||"]).is_some() {
            left = Condition::Or(Box::new(left), Box::new(self.and()?));
        }
        self.depth -= 1;
        Some(left)
    }
    fn and(&mut self) -> Option<Condition> {
        let mut left = self.not()?;
        while self.eat(&["&&"]).is_some() {
            left = Condition::And(Box::new(left), Box::new(self.not()?));
        }
        Some(left)
    }
    fn not(&mut self) -> Option<Condition> {
        let mut times = 0;
        while self.eat(&["!"]).is_some() {
            times += 1;
        }
        let inner = self.compare()?;
        Some((0..times).fold(inner, |c, _| Condition::Not(Box::new(c))))
    }
    fn compare(&mut self) -> Option<Condition> {
        let left = self.sum()?;
        let operator = match self.eat(&["==", "!=", "<=", ">=", "<>", "<", ">", "="]) {
            Some("==" | "=") => Operator::Equal,
            Some("!=" | "<>") => Operator::Different,
            Some("<=") => Operator::AtMost,
            Some(">=") => Operator::AtLeast,
            Some("<") => Operator::Less,
            Some(_) => Operator::More,
            None => return Some(left),
        };
        Some(Condition::Compare(Box::new(left), operator, Box::new(self.sum()?)))
    }
    fn sum(&mut self) -> Option<Condition> {
        let mut left = self.product()?;
        while let Some(sign) = self.eat(&["+", "-"]) {
            left = Condition::Arithmetic(Box::new(left), sign.chars().next()?, Box::new(self.product()?));
        }
        Some(left)
    }
    fn product(&mut self) -> Option<Condition> {
        let mut left = self.atom()?;
        while let Some(sign) = self.eat(&["*", "/"]) {
            left = Condition::Arithmetic(Box::new(left), sign.chars().next()?, Box::new(self.atom()?));
        }
        Some(left)
    }
    fn atom(&mut self) -> Option<Condition> {
        if self.eat(&["("]).is_some() {
            let inner = self.or()?;
            self.eat(&[")"])?;
            return Some(inner);
        }
        let token = self.tokens.get(self.at)?.clone();
        self.at += 1;
        match token {
            Token::Text(text) => Some(Condition::Text(text)),
            Token::Sign("-") => Some(Condition::Arithmetic(
                Box::new(Condition::Number(Decimal::ZERO)),
                '-',
                Box::new(self.atom()?),
            )),
            Token::Sign(_) => None,
            Token::Name(name) => Some(self.name(&name)),
        }
    }
    fn name(&mut self, name: &str) -> Condition {
        let bracketed = name.strip_prefix('[');
        if bracketed.is_none() {
            if name.eq_ignore_ascii_case("true") || name.eq_ignore_ascii_case("false") {
                return Condition::Truth(name.eq_ignore_ascii_case("true"));
            }
            if let Some(value) = name
                .replace(',', ".")
                .parse::<Decimal>()
                .ok()
                .filter(|_| name.starts_with(|c: char| c.is_ascii_digit()))
            {
                return Condition::Number(value);
            }
            if let Some(value) = self.variables.get(name) {
                return Condition::Text(value.clone());
            }
        }
        let full = bracketed.unwrap_or(name);
        let column = full.splitn(3, '.').last().unwrap_or(full);
        Condition::Column(self.names.index(column, false))
    }
}

impl Condition {
    /// A bare column is true when it is not empty.
    pub fn truth(&self, cx: &mut Context<'_>) -> bool {
        match self {
            Self::Truth(t) => *t,
            Self::And(a, b) => a.truth(cx) && b.truth(cx),
            Self::Or(a, b) => a.truth(cx) || b.truth(cx),
            Self::Not(inner) => !inner.truth(cx),
            Self::Compare(a, operator, b) => {
                let (a, b) = (a.text(cx), b.text(cx));
                let numbers = number(&a, cx.language).zip(number(&b, cx.language));
                operator.holds(numbers.map_or_else(|| a.cmp(&b), |(a, b)| a.cmp(&b)))
            }
            Self::Number(n) => !n.is_zero(),
            Self::Arithmetic(..) => !matches!(self.text(cx).as_str(), "" | "0"),
            Self::Text(text) => !text.is_empty(),
            Self::Column(name) => !cx.value(*name).is_empty(),
        }
    }

    fn text(&self, cx: &mut Context<'_>) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(n) => crate::format::number::plain(*n, cx.language),
            Self::Column(name) => cx.value(*name),
            Self::Arithmetic(a, sign, b) => {
                let (a, b) = (a.text(cx), b.text(cx));
                let read = |t: &str| number(t, cx.language).unwrap_or_default();
                let (x, y) = (read(&a), read(&b));
                let out = match sign {
                    '+' => x.checked_add(y),
                    '-' => x.checked_sub(y),
                    '*' => x.checked_mul(y),
                    _ => x.checked_div(y),
                };
                out.map_or(String::new(), |n| crate::format::number::plain(n, cx.language))
            }
            other => {
                if other.truth(cx) {
                    "1".into()
                } else {
                    "0".into()
                }
            }
        }
    }
}
