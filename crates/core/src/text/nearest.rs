//! The nearest of some words, for "did you mean".

use rapidfuzz::distance::osa;

use super::fold;

/// The candidate that differs least from the word after folding, where one is near enough to be a
/// slip of the keyboard: one change in up to five characters, two in up to eight, a third beyond.
/// Among equals the first given wins.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = fold(word);
    let length = wanted.chars().count();
    if length == 0 {
        return None;
    }
    let allowed = match length {
        1..=5 => 1,
        6..=8 => 2,
        _ => length / 3,
    };
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let folded = fold(candidate);
        let mut apart = osa::distance(wanted.chars(), folded.chars());
        // An unfinished word: "ressour" for "ressources".
        if apart > allowed && length >= 3 && folded.starts_with(&wanted) {
            apart = allowed;
        }
        if apart <= allowed && apart < folded.chars().count() && best.is_none_or(|(least, _)| apart < least) {
            best = Some((apart, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_found_and_a_stranger_is_not() {
        let fields = ["ville", "département", "effectif", "étape", "siret"];
        assert_eq!(nearest("vile", fields), Some("ville"));
        assert_eq!(nearest("departemnt", fields), Some("département"));
        assert_eq!(nearest("EFECTIF", fields), Some("effectif"));
        assert_eq!(nearest("depart", fields), Some("département"));
        assert_eq!(nearest("siert", fields), Some("siret"));
        assert_eq!(nearest("couleur", fields), None);
        assert_eq!(nearest("", fields), None);
        assert_eq!(nearest("x", ["y"]), None);
    }
}
