//! From the units of a code to an instruction. The type is case-insensitive; what is not known is kept for Word.
use super::address::{Block, Country, Greeting, layout};
use super::condition::Operator;
use super::lex::{Token, Unit, lex, loose_argument};
use super::names::Names;
use super::{Branch, Format, Instruction, Part, Star, Test, formula};
use crate::Language;
use crate::format::number::NumberPicture;
use std::collections::HashSet;

pub struct Parsed {
    /// `None`: Word computes this field.
    pub instruction: Option<Instruction>,
    /// `\* CHARFORMAT` and `\* MERGEFORMAT` choose where the result's look comes from.
    pub look: Look,
    pub label: String,
    /// The upper-case type.
    pub kind: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Code,
    FirstLetter,
    OldResult,
}

/// Everything about a field but its type and name.
struct Switches {
    format: Format,
    look: Look,
    words: Vec<Token>,
    given: Vec<(char, Option<Token>)>,
}

impl Switches {
    fn argument(&self, switch: char) -> Option<&Token> {
        self.given.iter().find(|(c, _)| *c == switch).and_then(|(_, t)| t.as_ref())
    }
    fn all(&self, switch: char) -> impl Iterator<Item = String> + '_ {
        self.given
            .iter()
            .filter(move |(c, _)| *c == switch)
            .filter_map(|(_, t)| t.as_ref().and_then(Token::literal))
    }
    fn has(&self, switch: char) -> bool {
        self.given.iter().any(|(c, _)| *c == switch)
    }
    fn parts(&self, switch: char) -> Vec<Part> {
        self.argument(switch).map(parts_of).unwrap_or_default()
    }
    fn word(&self, at: usize) -> Vec<Part> {
        self.words.get(at).map(parts_of).unwrap_or_default()
    }
    fn name(&self, at: usize) -> Option<String> {
        self.words.get(at).and_then(Token::literal)
    }
}

fn parts_of(token: &Token) -> Vec<Part> {
    if let Token::Word { parts, .. } = token { parts.clone() } else { Vec::new() }
}

/// Switches that take an argument, by field type; `*`, `#`, `@` always do.
fn takes_argument(kind: &str, switch: char) -> bool {
    match kind {
        "MERGEFIELD" => matches!(switch, 'b' | 'f'),
        "ADDRESSBLOCK" | "GREETINGLINE" => matches!(switch, 'c' | 'e' | 'f' | 'l'),
        "ASK" | "FILLIN" => switch == 'd',
        _ => false,
    }
}

pub fn parse(
    all: &[Unit],
    language: Option<Language>,
    names: &mut Names,
    defined: &HashSet<String>,
) -> Parsed {
    let (places, units): (Vec<usize>, Vec<Unit>) = all
        .iter()
        .enumerate()
        .filter(|(_, u)| !matches!(u, Unit::Silent))
        .map(|(i, u)| (i, u.clone()))
        .unzip();
    let mut parsed = parse_seen(&units, language, names, defined);
    if let Some(Instruction::If { yes, no, .. }) = &mut parsed.instruction {
        let back = |at: usize| places.get(at).copied().unwrap_or(all.len());
        for branch in [yes, no].into_iter().filter(|b| b.range.1 > 0) {
            branch.range = (back(branch.range.0), back(branch.range.1));
        }
    }
    parsed
}

fn parse_seen(
    units: &[Unit],
    language: Option<Language>,
    names: &mut Names,
    defined: &HashSet<String>,
) -> Parsed {
    let start = units
        .iter()
        .position(|u| !matches!(u, Unit::Mark) && !matches!(u, Unit::Char(c) if c.is_whitespace()));
    let start = start.unwrap_or(units.len());
    if matches!(units.get(start), Some(Unit::Char('='))) {
        return formula_field(units, start + 1, language, defined);
    }
    let kind = lex(units, false).first().and_then(Token::literal).unwrap_or_default().to_uppercase();
    let tests = matches!(kind.as_str(), "IF" | "COMPARE" | "NEXTIF" | "SKIPIF");
    let mut tokens = lex(units, tests);
    if !tokens.is_empty() {
        tokens.remove(0);
    }
    let switches = switches(units, &kind, tokens);
    let label = format!("{kind} {}", switches.name(0).unwrap_or_default()).trim().to_owned();
    let look = switches.look;
    let instruction = instruction(&kind, &switches, names, defined);
    let label = match (&instruction, switches.name(0)) {
        (Some(Instruction::Merge { .. }), Some(name)) => name,
        _ => label,
    };
    Parsed { instruction, look, label, kind }
}

fn switches(units: &[Unit], kind: &str, tokens: Vec<Token>) -> Switches {
    let mut out =
        Switches { format: Format::default(), look: Look::Code, words: Vec::new(), given: Vec::new() };
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let Token::Switch(switch, from) = token else {
            out.words.push(token);
            continue;
        };
        match switch {
            '*' => {
                let name = tokens
                    .next_if(|t| matches!(t, Token::Word { .. }))
                    .and_then(|t| t.literal())
                    .unwrap_or_default();
                match name.to_ascii_lowercase().as_str() {
                    "charformat" => out.look = Look::FirstLetter,
                    "mergeformat" => out.look = Look::OldResult,
                    _ => out.format.stars.extend(Star::named(&name)),
                }
            }
            '#' | '@' => {
                let quoted = matches!(tokens.peek(), Some(Token::Word { quoted: true, .. }));
                let picture = if quoted {
                    tokens.next().and_then(|t| t.literal()).unwrap_or_default()
                } else {
                    while tokens.next_if(|t| !matches!(t, Token::Switch(..))).is_some() {}
                    loose_argument(units, from)
                };
                if switch == '#' {
                    out.format.number = Some(NumberPicture::new(&picture));
                } else {
                    out.format.date = Some(picture);
                }
            }
            other => {
                let lower = other.to_ascii_lowercase();
                let argument = if takes_argument(kind, lower) {
                    tokens.next_if(|t| matches!(t, Token::Word { .. }))
                } else {
                    None
                };
                out.given.push((lower, argument));
            }
        }
    }
    out
}

fn instruction(
    kind: &str,
    s: &Switches,
    names: &mut Names,
    defined: &HashSet<String>,
) -> Option<Instruction> {
    let format = s.format.clone();
    Some(match kind {
        "MERGEFIELD" => {
            // A name typed without quotes may hold spaces.
            let name = s.words.iter().filter_map(Token::literal).collect::<Vec<_>>().join(" ");
            if name.is_empty() {
                return None;
            }
            let name = names.index(&name, s.has('m'));
            Instruction::Merge { name, format, before: s.parts('b'), after: s.parts('f') }
        }
        "IF" => {
            let (test, rest) = test(&s.words)?;
            let branch = |at: usize| match rest.get(at) {
                Some(Token::Word { parts, from, to, .. }) => {
                    Branch { range: (*from, *to), text: parts.clone(), pieces: Vec::new() }
                }
                _ => Branch::default(),
            };
            Instruction::If { test, yes: branch(0), no: branch(1) }
        }
        "COMPARE" => Instruction::Compare { test: test(&s.words)?.0, format },
        "NEXT" => Instruction::Next(None),
        "NEXTIF" => Instruction::Next(Some(test(&s.words)?.0)),
        "SKIPIF" => Instruction::SkipIf(test(&s.words)?.0),
        "SET" => Instruction::Set { name: s.name(0)?.to_lowercase(), value: s.word(1) },
        "REF" => {
            let name = s.name(0)?.to_lowercase();
            if !defined.contains(&name) {
                return None;
            }
            Instruction::Ref { name, format }
        }
        "MERGEREC" => Instruction::RecordNumber(format),
        "MERGESEQ" => Instruction::SequenceNumber(format),
        "DATE" => Instruction::Moment { time: false, format },
        "TIME" => Instruction::Moment { time: true, format },
        "QUOTE" => Instruction::Quote { parts: s.word(0), format },
        "ASK" => Instruction::Ask { name: Some(s.name(0)?.to_lowercase()), default: s.parts('d') },
        "FILLIN" => Instruction::Ask { name: None, default: s.parts('d') },
        "ADDRESSBLOCK" => Instruction::Address(Block {
            layout: s.all('f').next().map(|f| layout(&f)),
            country: match s.all('c').next().as_deref() {
                Some("0") => Country::Never,
                Some("1") => Country::Always,
                _ => Country::IfAbroad,
            },
            home: s.all('e').collect(),
        }),
        "GREETINGLINE" => Instruction::Greeting(Greeting {
            layout: s.all('f').next().or_else(|| s.all('c').next()).map(|f| layout(&f)),
            otherwise: s.has('e').then(|| s.parts('e')),
        }),
        other if defined.contains(&other.to_lowercase()) && s.words.is_empty() => {
            Instruction::Ref { name: other.to_lowercase(), format }
        }
        _ => return None,
    })
}

/// `e1 op e2`, then what is left. Without quotes e1 may be several words.
fn test(words: &[Token]) -> Option<(Test, &[Token])> {
    let at = words.iter().position(|t| matches!(t, Token::Operator(_)))?;
    let Some(Token::Operator(operator)) = words.get(at) else { return None };
    let mut left = Vec::new();
    for (index, word) in words.iter().take(at).enumerate() {
        if index > 0 {
            left.push(Part::Text(" ".into()));
        }
        left.extend(parts_of(word));
    }
    let operator: Operator = *operator;
    let (right, right_quoted) = match words.get(at + 1) {
        Some(Token::Word { parts, quoted, .. }) => (parts.clone(), *quoted),
        _ => (Vec::new(), false),
    };
    Some((Test { left, operator, right, right_quoted }, words.get(at + 2..).unwrap_or(&[])))
}

fn formula_field(
    units: &[Unit],
    from: usize,
    language: Option<Language>,
    defined: &HashSet<String>,
) -> Parsed {
    let body = units.get(from..).unwrap_or(&[]);
    let switch = |at: &usize| {
        matches!(
            (body.get(*at), body.get(*at + 1)),
            (Some(Unit::Char('\\')), Some(Unit::Char('#' | '*' | '@')))
        )
    };
    let end = (0..body.len()).find(switch).unwrap_or(body.len());
    let (expression, tail) = body.split_at(end);
    let s = switches(tail, "=", lex(tail, false));
    // Commas separate arguments in English, where they never are decimal.
    let expression = formula::parse(expression, language == Some(Language::English));
    let instruction =
        (!expression.is_foreign(defined)).then_some(Instruction::Formula { expression, format: s.format });
    Parsed { instruction, look: s.look, label: "=".to_owned(), kind: "=".to_owned() }
}
