//! Numbers, amounts and shares.

use crate::words::{Language, Words};

/// A whole number as a template hands it over: by value, by reference, or optional.
pub trait Int {
    fn int(self) -> Option<i64>;
}

macro_rules! int {
    ($($kind:ty),*) => { $(impl Int for $kind {
        fn int(self) -> Option<i64> {
            i64::try_from(self).ok()
        }
    })* };
}
int!(i64, u64, usize, i32, u32);

impl<T: Int> Int for Option<T> {
    fn int(self) -> Option<i64> {
        self.and_then(Int::int)
    }
}

impl<T: Int + Copy> Int for &T {
    fn int(self) -> Option<i64> {
        (*self).int()
    }
}

/// A real number as a template hands it over.
pub trait Real {
    fn real(self) -> Option<f64>;
}

impl Real for f64 {
    fn real(self) -> Option<f64> {
        self.is_finite().then_some(self)
    }
}

impl<T: Real> Real for Option<T> {
    fn real(self) -> Option<f64> {
        self.and_then(Real::real)
    }
}

impl<T: Real + Copy> Real for &T {
    fn real(self) -> Option<f64> {
        (*self).real()
    }
}

impl Words {
    /// `1 234`, or "n. d." where there is no number.
    pub fn number(&self, n: impl Int) -> String {
        n.int().map_or_else(|| self.none(), |n| grouped(self.language, n))
    }

    /// `1 234,56 €` from cents.
    pub fn euros(&self, cents: impl Int) -> String {
        cents.int().map_or_else(|| self.none(), |cents| self.amount(cents, true))
    }

    /// `1 234 €`: whole euros, for headlines where cents say nothing. Keeps the cents below 100 €.
    pub fn euros_short(&self, cents: impl Int) -> String {
        let Some(cents) = cents.int() else { return self.none() };
        let whole = cents % 100 == 0 || cents.unsigned_abs() >= 10_000;
        self.amount(if whole { round_hundred(cents) } else { cents }, !whole)
    }

    /// `12,5 %` from a share between 0 and 1.
    pub fn percent(&self, share: impl Real) -> String {
        let Some(share) = share.real() else { return self.none() };
        let text = self.decimal_text(share * 100.0, 1);
        match self.language {
            Language::Fr => format!("{text}\u{202f}%"),
            Language::En => format!("{text}%"),
        }
    }

    /// `12,5` with as many decimals as asked.
    pub fn decimal(&self, value: impl Real, decimals: usize) -> String {
        value.real().map_or_else(|| self.none(), |value| self.decimal_text(value, decimals))
    }

    fn none(&self) -> String {
        self.common.none.to_string()
    }

    fn amount(&self, cents: i64, with_cents: bool) -> String {
        let sign = if cents < 0 { "\u{2212}" } else { "" };
        let (whole, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
        let whole = grouped(self.language, i64::try_from(whole).unwrap_or(i64::MAX));
        match (self.language, with_cents) {
            (Language::Fr, true) => format!("{sign}{whole},{rest:02}\u{a0}€"),
            (Language::Fr, false) => format!("{sign}{whole}\u{a0}€"),
            (Language::En, true) => format!("{sign}€{whole}.{rest:02}"),
            (Language::En, false) => format!("{sign}€{whole}"),
        }
    }

    fn decimal_text(&self, value: f64, decimals: usize) -> String {
        let text = format!("{:.decimals$}", value.abs());
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let zero = text.bytes().all(|b| matches!(b, b'0' | b'.'));
        let sign = if value < 0.0 && !zero { "\u{2212}" } else { "" };
        let whole = whole.parse().map_or_else(|_| whole.to_owned(), |n| grouped(self.language, n));
        match (fraction.is_empty(), self.language) {
            (true, _) => format!("{sign}{whole}"),
            (false, Language::Fr) => format!("{sign}{whole},{fraction}"),
            (false, Language::En) => format!("{sign}{whole}.{fraction}"),
        }
    }
}

fn round_hundred(cents: i64) -> i64 {
    filon_core::money::divide_rounded(i128::from(cents), 100).saturating_mul(100)
}

fn grouped(language: Language, n: i64) -> String {
    let separator = if language == Language::Fr { '\u{202f}' } else { ',' };
    let digits = n.unsigned_abs().to_string();
    let mut text = String::from(if n < 0 { "\u{2212}" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::words::{EN, FR};

    #[test]
    fn amounts_read_as_each_language_prints_them() {
        assert_eq!(FR.euros(123_456), "1\u{202f}234,56\u{a0}€");
        assert_eq!(EN.euros(123_456), "€1,234.56");
        assert_eq!(FR.euros(-50), "\u{2212}0,50\u{a0}€");
        assert_eq!(FR.euros_short(1_234_567), "12\u{202f}346\u{a0}€");
        assert_eq!(FR.euros_short(3_136), "31,36\u{a0}€");
        assert_eq!(FR.euros(None::<i64>), "n.\u{a0}d.");
    }

    #[test]
    fn shares_read_as_percentages_and_nothing_is_nothing() {
        assert_eq!(FR.percent(0.125), "12,5\u{202f}%");
        assert_eq!(EN.percent(0.125), "12.5%");
        assert_eq!(FR.percent(None::<f64>), "n.\u{a0}d.");
        assert_eq!(FR.percent(f64::NAN), "n.\u{a0}d.");
        assert_eq!(FR.number(1_234_567_u64), "1\u{202f}234\u{202f}567");
        assert_eq!(FR.decimal(-0.01, 1), "0,0");
    }
}
