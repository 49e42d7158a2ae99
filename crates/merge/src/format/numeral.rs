//! Numbers as words and letters: `\* CardText OrdText Ordinal Roman Alphabetic Hex`.
use crate::Language;

pub fn roman(mut n: u64) -> Option<String> {
    const TABLE: [(u64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if n == 0 || n > 32_767 {
        return None;
    }
    let mut out = String::new();
    for (value, letters) in TABLE {
        while n >= value {
            out.push_str(letters);
            n -= value;
        }
    }
    Some(out)
}

/// A…Z, AA…ZZ, AAA…: Word repeats the letter.
pub fn alphabetic(n: u64) -> Option<String> {
    if n == 0 || n > 780 {
        return None;
    }
    let letter = char::from(b'A' + u8::try_from((n - 1) % 26).ok()?);
    Some(std::iter::repeat_n(letter, usize::try_from((n - 1) / 26 + 1).ok()?).collect())
}

pub fn ordinal(n: u64, language: Language) -> String {
    let suffix = match (language, n % 10, n % 100) {
        (Language::French, ..) => {
            if n == 1 {
                "er"
            } else {
                "e"
            }
        }
        (_, 1, h) if h != 11 => "st",
        (_, 2, h) if h != 12 => "nd",
        (_, 3, h) if h != 13 => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}

pub fn cardinal(n: u64, language: Language) -> Option<String> {
    if n > 999_999_999 {
        return None;
    }
    Some(if language == Language::French { french(n) } else { english(n) })
}

pub fn ordinal_words(n: u64, language: Language) -> Option<String> {
    let words = cardinal(n, language)?;
    if language == Language::French {
        if n == 1 {
            return Some("premier".into());
        }
        let stem = match words.as_str() {
            w if w.ends_with("cinq") => format!("{w}u"),
            w if w.ends_with("neuf") => format!("{}v", w.strip_suffix('f').unwrap_or(w)),
            w if w.ends_with("quatre-vingts") || w.ends_with("cents") || w.ends_with("millions") => {
                w.strip_suffix('s').unwrap_or(w).to_owned()
            }
            w => w.strip_suffix('e').unwrap_or(w).to_owned(),
        };
        return Some(format!("{stem}ième"));
    }
    let irregular = [
        ("one", "first"),
        ("two", "second"),
        ("three", "third"),
        ("five", "fifth"),
        ("eight", "eighth"),
        ("nine", "ninth"),
        ("twelve", "twelfth"),
    ];
    for (from, to) in irregular {
        if let Some(head) = words.strip_suffix(from) {
            return Some(format!("{head}{to}"));
        }
    }
    Some(match words.strip_suffix('y') {
        Some(head) => format!("{head}ieth"),
        None => format!("{words}th"),
    })
}

const FR: [&str; 20] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
];
const FR_TENS: [&str; 10] = [
    "",
    "",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
];
const EN: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const EN_TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

fn word(table: &[&'static str], n: u64) -> &'static str {
    usize::try_from(n).ok().and_then(|i| table.get(i).copied()).unwrap_or("")
}

fn french(n: u64) -> String {
    match n {
        0..20 => word(&FR, n).to_owned(),
        20..100 => {
            let ten = word(&FR_TENS, n / 10);
            // Seventy and ninety count on from sixty and eighty.
            let rest = if matches!(n / 10, 7 | 9) { n % 10 + 10 } else { n % 10 };
            match rest {
                0 if n == 80 => "quatre-vingts".to_owned(),
                0 => ten.to_owned(),
                1 if n < 70 => format!("{ten} et un"),
                11 if n == 71 => "soixante et onze".to_owned(),
                _ => format!("{ten}-{}", word(&FR, rest)),
            }
        }
        100..1000 => {
            let (hundreds, rest) = (n / 100, n % 100);
            let head =
                if hundreds == 1 { "cent".to_owned() } else { format!("{} cent", word(&FR, hundreds)) };
            match rest {
                0 if hundreds > 1 => format!("{head}s"),
                0 => head,
                _ => format!("{head} {}", french(rest)),
            }
        }
        1000..1_000_000 => {
            let (thousands, rest) = (n / 1000, n % 1000);
            let head = if thousands == 1 {
                "mille".to_owned()
            } else {
                // "cents" and "vingts" lose their s before mille.
                let words = french(thousands);
                let bare = if words.ends_with("cents") || words.ends_with("vingts") {
                    words.strip_suffix('s').unwrap_or(&words)
                } else {
                    &words
                };
                format!("{bare} mille")
            };
            if rest == 0 { head } else { format!("{head} {}", french(rest)) }
        }
        _ => {
            let (millions, rest) = (n / 1_000_000, n % 1_000_000);
            let head = format!("{} million{}", french(millions), if millions > 1 { "s" } else { "" });
            if rest == 0 { head } else { format!("{head} {}", french(rest)) }
        }
    }
}

fn english(n: u64) -> String {
    let join = |head: String, rest: u64| if rest == 0 { head } else { format!("{head} {}", english(rest)) };
    match n {
        0..20 => word(&EN, n).to_owned(),
        20..100 if n.is_multiple_of(10) => word(&EN_TENS, n / 10).to_owned(),
        20..100 => format!("{}-{}", word(&EN_TENS, n / 10), word(&EN, n % 10)),
        100..1000 => join(format!("{} hundred", word(&EN, n / 100)), n % 100),
        1000..1_000_000 => join(format!("{} thousand", english(n / 1000)), n % 1000),
        _ => join(format!("{} million", english(n / 1_000_000)), n % 1_000_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_number_words() {
        for (n, want) in [
            (0, "zéro"),
            (21, "vingt et un"),
            (71, "soixante et onze"),
            (80, "quatre-vingts"),
            (81, "quatre-vingt-un"),
            (97, "quatre-vingt-dix-sept"),
            (200, "deux cents"),
            (203, "deux cent trois"),
            (1999, "mille neuf cent quatre-vingt-dix-neuf"),
            (80_000, "quatre-vingt mille"),
            (2_000_000, "deux millions"),
        ] {
            assert_eq!(cardinal(n, Language::French).as_deref(), Some(want));
        }
        assert_eq!(ordinal_words(5, Language::French).as_deref(), Some("cinquième"));
        assert_eq!(ordinal_words(9, Language::French).as_deref(), Some("neuvième"));
        assert_eq!(ordinal_words(21, Language::English).as_deref(), Some("twenty-first"));
        assert_eq!(roman(1994).as_deref(), Some("MCMXCIV"));
        assert_eq!(alphabetic(28).as_deref(), Some("BB"));
        assert_eq!(ordinal(1, Language::French), "1er");
    }
}
