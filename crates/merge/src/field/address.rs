//! `ADDRESSBLOCK` and `GREETINGLINE` (MAILMERGE A9).
use super::mapping::place;
use super::{Part, eval};
use crate::Language;
use crate::context::Context;
use crate::matching::fold;

/// One piece of a layout: text that stands only with a value, or always.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slot {
    Text(String),
    Value { before: String, place: usize, after: String },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Country {
    Never,
    Always,
    IfAbroad,
}

#[derive(Debug, Clone)]
pub struct Block {
    pub layout: Option<Vec<Slot>>,
    pub country: Country,
    pub home: Vec<String>,
}

#[derive(Debug, Clone)]
pub struct Greeting {
    pub layout: Option<Vec<Slot>>,
    pub otherwise: Option<Vec<Part>>,
}

/// Reads `<<_TITLE0_ >><<_FIRST0_>>…`; placeholders that no column feeds keep their text out, `_BEFORE_` and `_AFTER_` always print.
pub fn layout(template: &str) -> Vec<Slot> {
    let mut out = Vec::new();
    let mut rest = template;
    while let Some(open) = rest.find("<<") {
        let (text, tail) = rest.split_at(open);
        if !text.is_empty() {
            out.push(Slot::Text(text.to_owned()));
        }
        let tail = tail.get(2..).unwrap_or("");
        let close = tail.find(">>").unwrap_or(tail.len());
        let (inner, after) = tail.split_at(close);
        rest = after.get(2..).unwrap_or("");
        out.extend(slot(inner));
    }
    if !rest.is_empty() {
        out.push(Slot::Text(rest.to_owned()));
    }
    out
}

fn slot(inner: &str) -> Option<Slot> {
    let start = inner.find('_')?;
    let end = inner.get(start + 1..)?.find('_')? + start + 1;
    let code = inner.get(start + 1..end)?;
    let (before, after) = (inner.get(..start)?, inner.get(end + 1..)?);
    if matches!(code.to_ascii_uppercase().as_str(), "BEFORE" | "AFTER") {
        return Some(Slot::Text(format!("{before}{after}")));
    }
    Some(Slot::Value { before: before.to_owned(), place: place(code)?, after: after.to_owned() })
}

fn print(layout: &[Slot], cx: &Context<'_>, show: impl Fn(usize) -> bool) -> (String, bool) {
    let (mut out, mut any) = (String::new(), false);
    for slot in layout {
        match slot {
            Slot::Text(text) => out.push_str(text),
            Slot::Value { before, place, after } => {
                let value = cx.place_value(*place).trim();
                if !value.is_empty() && show(*place) {
                    any = true;
                    out.push_str(before);
                    out.push_str(value);
                    out.push_str(after);
                }
            }
        }
    }
    (out, any)
}

impl Block {
    pub fn text(&self, cx: &Context<'_>) -> String {
        let country = place("COUNTRY");
        let abroad =
            country.map(|p| cx.place_value(p)).is_some_and(|c| !self.home.iter().any(|h| fold(h) == fold(c)));
        let with_country = match self.country {
            Country::Never => false,
            Country::Always => true,
            Country::IfAbroad => abroad,
        };
        let default;
        let layout = match &self.layout {
            Some(layout) => layout,
            None => {
                default = self::layout(FRENCH_LAYOUT);
                &default
            }
        };
        let (text, _) = print(layout, cx, |p| with_country || Some(p) != country);
        // Empty lines vanish.
        text.split(['\n', '\r']).map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

/// NF Z 10-011: addressee, person, complement, street, postcode and town, country.
const FRENCH_LAYOUT: &str = "<<_COMPANY_>>\n<<_TITLE0_ >><<_FIRST0_ >><<_LAST0_>>\n<<_STREET2_>>\n<<_STREET1_>>\n<<_POSTAL_ >><<_CITY_>>\n<<_COUNTRY_>>";

impl Greeting {
    pub fn text(&self, cx: &mut Context<'_>, language: Language) -> String {
        let default;
        let layout = match &self.layout {
            Some(layout) => layout,
            None => {
                let words = if language == Language::French {
                    "<<_TITLE0_>><< _LAST0_>>,"
                } else {
                    "Dear <<_TITLE0_ >><<_LAST0_>>,"
                };
                default = self::layout(words);
                &default
            }
        };
        let (text, any) = print(layout, cx, |_| true);
        if any {
            return text.trim().to_owned();
        }
        match &self.otherwise {
            Some(parts) => eval::parts_text(parts, cx),
            None if language == Language::French => "Madame, Monsieur,".to_owned(),
            None => "Dear Sir or Madam,".to_owned(),
        }
    }
}
