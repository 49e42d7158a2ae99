//! Lines of postal addresses.

use super::{PostcodeProblem, postcode};

/// Trims, and makes one space of every run of white space.
pub fn collapse(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !collapsed.is_empty() {
            collapsed.push(' ');
        }
        collapsed.push_str(word);
    }
    collapsed
}

/// The lines of a cell or of several: split at line breaks, trimmed, collapsed, none empty.
pub fn address_lines<'a>(cells: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    cells
        .into_iter()
        .flat_map(|cell| cell.split(['\n', '\r', '\u{2028}', '\u{b}']))
        .map(collapse)
        .map(|line| line.trim_end_matches(',').trim_end().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

/// A postcode and a town that stood in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostcodeCity {
    pub postcode: String,
    pub city: String,
    pub restored_zero: bool,
}

/// `33000 Bordeaux`, `F-33000 BORDEAUX CEDEX`, `Bordeaux (33000)`, `33 000 Bordeaux`. `None` where
/// the cell holds no French postcode.
pub fn postcode_city(text: &str) -> Option<PostcodeCity> {
    let text = collapse(&text.replace(['(', ')', ','], " "));
    let words: Vec<&str> = text.split(' ').collect();
    // In front: the postcode may hold one space.
    for taken in [2, 1] {
        if words.len() > taken
            && let Some(found) = code_of(&words[..taken].concat())
        {
            return Some(with_city(found, &words[taken..]));
        }
    }
    let (last, before) = words.split_last()?;
    if !before.is_empty()
        && let Some(found) = code_of(last)
    {
        return Some(with_city(found, before));
    }
    (words.len() == 1).then(|| code_of(&text)).flatten().map(|found| with_city(found, &[]))
}

fn code_of(text: &str) -> Option<(String, bool)> {
    let starts_well = text.starts_with(|c: char| c.is_ascii_digit()) || text.starts_with(['F', 'f']);
    if !starts_well {
        return None;
    }
    match postcode(text, "FR") {
        Ok(found) if found.cedex.is_none() => Some((found.code, found.restored_zero)),
        Ok(_) | Err(PostcodeProblem::Empty | PostcodeProblem::NotDigits | PostcodeProblem::Length { .. }) => {
            None
        }
    }
}

fn with_city((postcode, restored_zero): (String, bool), words: &[&str]) -> PostcodeCity {
    let city = words.join(" ");
    PostcodeCity { postcode, city: city.trim_matches(['-', ' ']).to_owned(), restored_zero }
}

/// A whole address in one cell, over several lines or parted by commas: the lines before the one
/// that holds the postcode, and that one. A country that follows is left to the lines' reader.
pub fn split_address(cell: &str) -> (Vec<String>, Option<PostcodeCity>) {
    let mut lines = address_lines([cell]);
    if lines.len() == 1 {
        let parts = address_lines(lines[0].split(", ").chain([]).collect::<Vec<_>>());
        if parts.len() > 1 {
            lines = parts;
        }
    }
    if let Some(at) = lines.iter().rposition(|line| starts_with_postcode(line)) {
        let found = postcode_city(&lines[at]);
        if found.is_some() {
            lines.remove(at);
            return (lines, found);
        }
    }
    // `12 rue Pasteur 33000 Bordeaux` in one line: five digits after the first word, then a town.
    if let Some(line) = lines.last().cloned() {
        let words: Vec<&str> = line.split(' ').collect();
        let at = words.iter().rposition(|word| word.len() == 5 && word.bytes().all(|b| b.is_ascii_digit()));
        if let Some(at) = at.filter(|at| *at > 0 && *at + 1 < words.len())
            && let Some(found) = postcode_city(&words[at..].join(" "))
        {
            lines.pop();
            lines.push(words[..at].join(" ").trim_end_matches([',', '-', ' ']).to_owned());
            return (lines, Some(found));
        }
    }
    (lines, None)
}

fn starts_with_postcode(line: &str) -> bool {
    let line = line.strip_prefix("F-").or_else(|| line.strip_prefix("FR-")).unwrap_or(line);
    let head: String = line.chars().filter(|c| *c != ' ').take(5).collect();
    head.len() == 5
        && head.bytes().all(|b| b.is_ascii_digit())
        && !line.chars().filter(|c| *c != ' ').nth(5).is_some_and(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(text: &str) -> (String, String) {
        let found = postcode_city(text).unwrap();
        (found.postcode, found.city)
    }

    #[test]
    fn a_cell_may_hold_the_postcode_and_the_town() {
        let bordeaux = ("33000".to_owned(), "Bordeaux".to_owned());
        for text in
            ["33000 Bordeaux", "F-33000  Bordeaux", "33 000 Bordeaux", "Bordeaux (33000)", "33000, Bordeaux"]
        {
            assert_eq!(pair(text), bordeaux, "{text}");
        }
        assert_eq!(pair("33070 BORDEAUX CEDEX"), ("33070".into(), "BORDEAUX CEDEX".into()));
        assert!(postcode_city("1000 Bourg-en-Bresse").unwrap().restored_zero);
        assert_eq!(postcode_city("Bordeaux"), None);
        assert_eq!(postcode_city(""), None);
    }

    #[test]
    fn an_address_is_cut_into_lines() {
        assert_eq!(
            address_lines(["Bât. B,\n 12  rue Pasteur ", "", "BP 3"]),
            ["Bât. B", "12 rue Pasteur", "BP 3"]
        );
        for cell in [
            "12 rue Pasteur\n33000 Bordeaux",
            "12 rue Pasteur, 33000 Bordeaux",
            "12 rue Pasteur 33000 Bordeaux",
        ] {
            let (lines, found) = split_address(cell);
            assert_eq!(lines, ["12 rue Pasteur"], "{cell}");
            assert_eq!(found.unwrap().city, "Bordeaux");
        }
        assert_eq!(split_address("ZA des Prés"), (vec!["ZA des Prés".to_owned()], None));
    }
}
