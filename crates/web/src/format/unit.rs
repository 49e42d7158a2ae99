//! Unit prices and quantities: exact, without trailing zeros.

use filon_core::Micros;

use crate::words::Words;

impl Words {
    /// `1,90 €`, `0,305 €`: a unit price keeps what it has beyond the cent.
    pub fn unit_price(&self, price: &Micros) -> String {
        if price.0 % 10_000 == 0 {
            return self.euros(price.0 / 10_000);
        }
        let text = self.decimal(price.0 as f64 / 1_000_000.0, 6);
        format!("{}\u{a0}€", text.trim_end_matches('0'))
    }

    /// A quantity in thousandths: `500`, `12,5`.
    pub fn quantity(&self, thousandths: &i64) -> String {
        if thousandths % 1000 == 0 {
            return self.number(thousandths / 1000);
        }
        self.decimal(*thousandths as f64 / 1000.0, 3).trim_end_matches('0').to_owned()
    }
}

#[cfg(test)]
mod tests {
    use filon_core::Micros;

    use crate::words::FR;

    #[test]
    fn prices_and_quantities_keep_what_they_have() {
        assert_eq!(FR.unit_price(&Micros(1_900_000)), "1,90\u{a0}€");
        assert_eq!(FR.unit_price(&Micros(305_000)), "0,305\u{a0}€");
        assert_eq!(FR.quantity(&500_000), "500");
        assert_eq!(FR.quantity(&12_500), "12,5");
    }
}
