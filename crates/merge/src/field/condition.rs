//! Comparisons of `IF`, `COMPARE`, `NEXTIF`, `SKIPIF` (MAILMERGE A8).
use crate::Language;
use crate::format::number_read::number;
use std::cmp::Ordering;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    Equal,
    Different,
    Less,
    More,
    AtMost,
    AtLeast,
}

impl Operator {
    pub fn holds(self, order: Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::Different => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::More => order.is_gt(),
            Self::AtMost => order.is_le(),
            Self::AtLeast => order.is_ge(),
        }
    }
}

/// As numbers when both are numbers of the document's language; otherwise as text, case-sensitive;
/// `?` and `*` in a quoted right side of `=` and `<>` stand for any character(s).
pub fn compare(left: &str, operator: Operator, right: &str, right_quoted: bool, language: Language) -> bool {
    if let (Some(a), Some(b)) = (number(left, language), number(right, language)) {
        return operator.holds(a.cmp(&b));
    }
    if right_quoted && right.contains(['*', '?']) && matches!(operator, Operator::Equal | Operator::Different)
    {
        return wild(left, right) == (operator == Operator::Equal);
    }
    operator.holds(left.cmp(right))
}

fn wild(text: &str, pattern: &str) -> bool {
    let (text, pattern): (Vec<char>, Vec<char>) = (text.chars().collect(), pattern.chars().collect());
    let (mut t, mut p, mut star) = (0, 0, None);
    while t < text.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p + 1, t));
                p += 1;
            }
            Some(c) if *c == '?' || Some(c) == text.get(t) => {
                t += 1;
                p += 1;
            }
            // Go back to the last star and let it take one character more.
            _ => match star {
                Some((after, taken)) => {
                    star = Some((after, taken + 1));
                    t = taken + 1;
                    p = after;
                }
                None => return false,
            },
        }
    }
    pattern.iter().skip(p).all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::Operator::*;
    use super::*;

    #[test]
    fn numbers_compare_as_numbers_and_words_as_words() {
        let fr = |a, o, b| compare(a, o, b, true, Language::French);
        assert!(fr("9", Less, "10"));
        assert!(fr("1 234,50", Equal, "1234,5"));
        assert!(fr("abc", Different, "ABC"));
        assert!(fr("01000", Different, "1000"));
        assert!(fr("75008", Equal, "75*"));
        assert!(!fr("75*", Equal, "75008"));
        assert!(fr("Mme", Equal, "M?e"));
        assert!(fr("", Equal, ""));
        assert!(!compare("75008", Equal, "75*", false, Language::French));
    }
}
