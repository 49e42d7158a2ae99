//! Names of persons that stand in one cell.

use super::{civility, collapse};
use crate::text::fold;

/// A name in its parts; an unknown part is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FullName {
    pub civility: String,
    pub first_name: String,
    pub last_name: String,
}

/// `M. Jean DUPONT`, `DUPONT Jean`, `Dupont, Jean`, `Mme LE GALL Yannick`. Words in capitals are the
/// last name; without such a mark the first word is the first name, unless it is the last word that
/// is a well-known first name. A single word is a last name.
pub fn full_name(text: &str) -> FullName {
    let text = collapse(text);
    let (title, rest) = leading_civility(&text);
    let civility = title.unwrap_or_default().to_owned();
    if let Some((last, first)) = rest.split_once(',') {
        return FullName { civility, first_name: collapse(first), last_name: collapse(last) };
    }
    let words: Vec<&str> = rest.split(' ').filter(|word| !word.is_empty()).collect();
    let (first, last) = split(&words);
    FullName { civility, first_name: first.join(" "), last_name: last.join(" ") }
}

fn leading_civility(text: &str) -> (Option<&'static str>, &str) {
    let ends: Vec<usize> = text.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at).take(3).collect();
    for end in ends.into_iter().rev() {
        let head = &text[..end];
        // A lone initial is the start of a first name, save `M`, which is said so often.
        let is_initial = matches!(fold(head).as_str(), "h" | "f" | "h." | "f." | "1" | "2");
        if !is_initial && let Some(found) = civility(head) {
            return (Some(found), text[end..].trim_start());
        }
    }
    // `M.Dupont`
    if let Some(rest) = text.strip_prefix("M.").filter(|rest| rest.chars().count() > 2) {
        return (Some("M."), rest.trim_start());
    }
    (None, text)
}

/// First names, last names.
fn split<'a>(words: &'a [&'a str]) -> (&'a [&'a str], &'a [&'a str]) {
    let capitals: Vec<bool> = words.iter().map(|word| is_capitals(word)).collect();
    let count = words.len();
    if count < 2 {
        return (&[], words);
    }
    let all = capitals.iter().all(|upper| *upper);
    if !all {
        let leading = capitals.iter().take_while(|upper| **upper).count();
        if leading > 0 {
            return (&words[leading..], &words[..leading]);
        }
        let trailing = capitals.iter().rev().take_while(|upper| **upper).count();
        if trailing > 0 {
            // Particles belong to the last name: `Jean de LA FONTAINE`.
            let mut start = count - trailing;
            while start > 1 && is_particle(words[start - 1]) {
                start -= 1;
            }
            return (&words[..start], &words[start..]);
        }
    }
    if is_first_name(words[count - 1]) && !is_first_name(words[0]) {
        return (&words[count - 1..], &words[..count - 1]);
    }
    (&words[..1], &words[1..])
}

fn is_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.chars().any(char::is_lowercase)
}

fn is_particle(word: &str) -> bool {
    matches!(fold(word).as_str(), "de" | "du" | "des" | "la" | "le" | "van" | "von" | "d" | "da" | "di")
}

fn is_first_name(word: &str) -> bool {
    let folded = fold(word);
    let head = folded.split(' ').next().unwrap_or("");
    FIRST_NAMES.split_ascii_whitespace().any(|name| name == head)
}

/// The commonest first names of France (INSEE, fichier des prénoms), folded; those that are also
/// common family names are left out.
const FIRST_NAMES: &str = "adele adrien agathe agnes ahmed aicha alexandra alexandre alexis alice aline amandine amelie anais \
    andrea angelique anne annick annie anthony arthur audrey aurelie aurelien baptiste beatrice \
    benjamin brigitte bruno camille carine carole caroline catherine cecile cedric celine chantal \
    charlotte chloe christelle christian christiane christine christophe claire clara claudine colette \
    corinne cyril damien danielle delphine didier dominique dorothee edouard eliane elisabeth elise \
    elodie emilie emma emmanuel emmanuelle eric estelle evelyne fabien fabienne fabrice fanny fatima \
    florence florent florian franck francoise frederic gaelle genevieve georges geraldine ghislaine \
    gilles gregory guy helene herve hugo ines isabelle jacqueline jacques jean jeanne jennifer jeremy \
    jerome jessica joel jonathan josiane julie juliette karim karine kevin laetitia laura laure \
    laurence lea lionel loic luc lucie ludovic madeleine magali manon marc margaux marianne marie \
    marine martine mathilde maxime melanie mickael mireille mohamed monique muriel myriam nadia nadine \
    nathalie noemie odile oceane pascal pascale patricia patrick pauline philippe pierre quentin \
    raphael regine romain sabrina samuel sandra sandrine sarah sebastien severine sofia solene sonia \
    sophie stephane stephanie suzanne sylvain sylvie theo therese thierry valentin valerie vanessa \
    veronique virginie viviane xavier yann yannick yves yvette yvonne";

#[cfg(test)]
mod tests {
    use super::full_name;

    fn parts(text: &str) -> (String, String, String) {
        let name = full_name(text);
        (name.civility, name.first_name, name.last_name)
    }

    fn strings(parts: (&str, &str, &str)) -> (String, String, String) {
        (parts.0.into(), parts.1.into(), parts.2.into())
    }

    #[test]
    fn one_cell_is_three_parts() {
        for (text, expected) in [
            ("M. Jean DUPONT", ("M.", "Jean", "DUPONT")),
            ("DUPONT Jean", ("", "Jean", "DUPONT")),
            ("Jean Dupont", ("", "Jean", "Dupont")),
            ("Dupont, Jean", ("", "Jean", "Dupont")),
            ("Dupont Jean", ("", "Jean", "Dupont")),
            ("DUPONT JEAN", ("", "JEAN", "DUPONT")),
            ("Madame LE GALL Maïwenn", ("Mme", "Maïwenn", "LE GALL")),
            ("Jean de LA FONTAINE", ("", "Jean", "de LA FONTAINE")),
            ("Mme Marie-Hélène Martin", ("Mme", "Marie-Hélène", "Martin")),
            ("Maître Durand", ("Me", "", "Durand")),
            ("Monsieur et Madame Petit", ("M. et Mme", "", "Petit")),
            ("M.Dupont", ("M.", "", "Dupont")),
            ("Dupont", ("", "", "Dupont")),
            ("F. Dupont", ("", "F.", "Dupont")),
            ("", ("", "", "")),
        ] {
            assert_eq!(parts(text), strings(expected), "{text}");
        }
    }
}
