//! Telephones as they are read aloud.

use crate::words::Words;

impl Words {
    /// `05 56 00 00 00` from `+33556000000`; other countries in their international spelling.
    pub fn phone(&self, e164: &str) -> String {
        let national = e164.strip_prefix("+33").filter(|rest| rest.len() == 9 && rest.is_ascii());
        let Some(rest) = national else { return e164.to_owned() };
        let digits = format!("0{rest}");
        let pairs: Vec<&str> = (0..5).filter_map(|at| digits.get(at * 2..at * 2 + 2)).collect();
        pairs.join("\u{a0}")
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn french_numbers_are_read_in_pairs() {
        assert_eq!(crate::words::FR.phone("+33556010203"), "05\u{a0}56\u{a0}01\u{a0}02\u{a0}03");
        assert_eq!(crate::words::FR.phone("+41215550000"), "+41215550000");
    }
}
