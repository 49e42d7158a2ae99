//! The parts of a numeric picture, `\# "# ##0,00 €"`.
use crate::Language;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// `0`, `#` or `x`.
    Place(char),
    Decimal,
    Group(char),
    Minus,
    Plus,
    Literal(char),
}

/// Sections between `;`, each a list of items.
pub fn parse(picture: &str, language: Language) -> Vec<Vec<Item>> {
    let mut sections: Vec<Vec<(char, bool)>> = vec![Vec::new()];
    let mut quoted = false;
    for c in picture.chars() {
        if c == '\'' {
            quoted = !quoted;
        } else if c == ';' && !quoted {
            sections.push(Vec::new());
        } else if let Some(last) = sections.last_mut() {
            last.push((c, quoted));
        }
    }
    sections.iter().map(|s| items(s, language)).collect()
}

fn items(section: &[(char, bool)], language: Language) -> Vec<Item> {
    let marks = Marks::guess(section, language);
    let place = |at: Option<usize>| {
        at.and_then(|i| section.get(i)).is_some_and(|(c, q)| !q && matches!(c, '0' | '#' | 'x'))
    };
    section
        .iter()
        .enumerate()
        .map(|(at, &(c, quoted))| {
            let inside = place(at.checked_sub(1)) && place(Some(at + 1));
            match c {
                _ if quoted => Item::Literal(c),
                '0' | '#' | 'x' => Item::Place(c),
                _ if Some(at) == marks.decimal => Item::Decimal,
                ' ' | '\u{A0}' | '\u{202F}' if inside && marks.space => Item::Group(c),
                ',' | '.' if inside && Some(c) == marks.group => Item::Group(c),
                '-' => Item::Minus,
                '+' => Item::Plus,
                _ => Item::Literal(c),
            }
        })
        .collect()
}

/// Which characters are the marks: those of the language, or of a picture written the American way.
struct Marks {
    decimal: Option<usize>,
    group: Option<char>,
    space: bool,
}

impl Marks {
    fn guess(section: &[(char, bool)], language: Language) -> Marks {
        let last = |mark: char| section.iter().rposition(|&(c, q)| !q && c == mark);
        // How many places follow a mark, when nothing but places follows until the end of the number.
        let after = |at: usize| {
            section.iter().skip(at + 1).take_while(|(c, q)| !q && matches!(c, '0' | '#' | 'x')).count()
        };
        let (comma, dot) = (last(','), last('.'));
        let decimal = match (comma, dot) {
            (Some(c), Some(d)) => Some(c.max(d)),
            (Some(c), None) if language == Language::French || after(c) != 3 => Some(c),
            (None, Some(d)) if after(d) > 0 => Some(d),
            _ => None,
        };
        let decimal = decimal.filter(|at| after(*at) > 0);
        let decimal_char = decimal.and_then(|at| section.get(at)).map(|(c, _)| *c);
        let group = match decimal_char {
            Some(',') => Some('.'),
            Some(_) => Some(','),
            None if language == Language::English => Some(','),
            None => Some('.'),
        };
        Marks { decimal, group, space: true }
    }
}
