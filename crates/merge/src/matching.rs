//! From a field's name to a column: exact, then case, then folded, then cut at 40 characters (MAILMERGE A2).
use crate::{Columns, TemplateError};

/// One field of the template beside the column it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldMatch {
    pub field: String,
    /// Index in [`Columns`].
    pub column: Option<usize>,
    /// The column whose name is nearest, when none matches.
    pub nearest: Option<String>,
}

/// Lower case, accents dropped; space, `_`, `-`, `'`, `.` equal.
pub fn fold(text: &str) -> String {
    without_accents(&fold_keeping_accents(text))
}

fn fold_keeping_accents(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| {
            if matches!(c, '_' | '-' | '\'' | '’' | '.' | '\u{A0}') || c.is_whitespace() { ' ' } else { c }
        })
        .collect();
    spaced.to_lowercase().split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

fn without_accents(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => out.push('a'),
            'ç' => out.push('c'),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'î' | 'ï' | 'í' | 'ì' => out.push('i'),
            'ô' | 'ö' | 'ó' | 'ò' | 'õ' => out.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => out.push('u'),
            'ÿ' => out.push('y'),
            'ñ' => out.push('n'),
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            '\u{300}'..='\u{36F}' => {}
            other => out.push(other),
        }
    }
    out
}

/// What Word makes of a header when it becomes a field's name: punctuation to `_`.
fn as_field_name(header: &str) -> String {
    let plain: String = header.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    fold(&plain)
}

type Reading = fn(&str) -> String;

/// The column of a field. Several columns that read the same are an error to show, not a guess.
pub fn column_of(field: &str, columns: &Columns) -> Result<Option<usize>, TemplateError> {
    let readings: [Reading; 5] =
        [str::to_owned, str::to_lowercase, fold_keeping_accents, fold, as_field_name];
    for reading in readings {
        let want = reading(field);
        if want.is_empty() {
            continue;
        }
        let exact = reading("A a") == "A a";
        let bare = want.strip_prefix("m ").filter(|w| w.starts_with(|c: char| c.is_ascii_digit()));
        let found = find(columns, |c| {
            let got = reading(c);
            got == want || bare == Some(&got)
        });
        if let Some(index) = unique(field, columns, &found, exact)? {
            return Ok(Some(index));
        }
    }
    if field.chars().count() >= 40 {
        let want = as_field_name(field);
        let found = find(columns, |c| as_field_name(c).starts_with(&want));
        return unique(field, columns, &found, false);
    }
    Ok(None)
}

fn find(columns: &Columns, test: impl Fn(&str) -> bool) -> Vec<usize> {
    columns.0.iter().enumerate().filter(|(_, c)| test(c)).map(|(i, _)| i).collect()
}

fn unique(
    field: &str,
    columns: &Columns,
    found: &[usize],
    exact: bool,
) -> Result<Option<usize>, TemplateError> {
    match found {
        [] => Ok(None),
        [one] => Ok(Some(*one)),
        // Two headers spelt the same: the first, as Word does; otherwise the user must say which.
        [one, ..] if exact => Ok(Some(*one)),
        many => Err(TemplateError::Ambiguous {
            field: field.to_owned(),
            columns: many.iter().filter_map(|i| columns.0.get(*i).cloned()).collect(),
        }),
    }
}

/// The column whose folded name is nearest, if it is near at all.
pub fn nearest(field: &str, columns: &Columns) -> Option<String> {
    let want: Vec<char> = fold(field).chars().take(64).collect();
    columns
        .0
        .iter()
        .filter(|c| !c.trim().is_empty())
        .map(|c| {
            let got: Vec<char> = fold(c).chars().take(64).collect();
            let contains = got.len() > 2 && want.len() > 2 && (starts(&got, &want) || starts(&want, &got));
            let distance = if contains { 1 } else { distance(&want, &got) };
            (distance, want.len().max(got.len()), c)
        })
        .filter(|(distance, length, _)| *distance * 2 <= *length)
        .min_by_key(|(distance, ..)| *distance)
        .map(|(_, _, c)| c.clone())
}

fn starts(long: &[char], short: &[char]) -> bool {
    long.starts_with(short)
}

/// Edit distance where two swapped neighbours count once.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let get = |row: &[usize], i: usize| row.get(i).copied().unwrap_or(usize::MAX / 2);
    for (i, ca) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, cb) in b.iter().enumerate() {
            let mut best =
                (get(&last, j) + usize::from(ca != cb)).min(get(&last, j + 1) + 1).min(get(&row, j) + 1);
            if i > 0 && j > 0 && a.get(i - 1) == Some(cb) && b.get(j - 1) == Some(ca) {
                best = best.min(get(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    get(&last, b.len())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn columns(names: &[&str]) -> Columns {
        Columns(names.iter().map(|n| (*n).to_owned()).collect())
    }

    #[test]
    fn a_field_finds_its_column_as_word_named_it() {
        let data = columns(&[
            "Raison sociale",
            "Prénom",
            "N° de téléphone",
            "2e adresse",
            "Complément d'adresse de la personne à contacter",
        ]);
        let of = |f: &str| column_of(f, &data).unwrap();
        assert_eq!(of("Raison_sociale"), Some(0));
        assert_eq!(of("PRENOM"), Some(1));
        assert_eq!(of("N_de_téléphone"), Some(2));
        assert_eq!(of("M_2e_adresse"), Some(3));
        assert_eq!(of("Complément_dadresse"), None);
        assert_eq!(of("Complément_d_adresse_de_la_personne_à_co"), Some(4));
        assert_eq!(of("Ville"), None);
    }

    #[test]
    fn two_columns_that_read_the_same_are_an_error() {
        let data = columns(&["Code postal", "code_postal"]);
        assert_eq!(column_of("Code postal", &data).unwrap(), Some(0));
        assert!(matches!(column_of("CODE-POSTAL", &data), Err(TemplateError::Ambiguous { .. })));
    }

    #[test]
    fn the_nearest_name_is_offered() {
        let data = columns(&["Prénom", "Nom", "Ville"]);
        assert_eq!(nearest("Prenon", &data).as_deref(), Some("Prénom"));
        assert_eq!(nearest("Vlile", &data).as_deref(), Some("Ville"));
        assert_eq!(nearest("Remise", &data), None);
    }
}
