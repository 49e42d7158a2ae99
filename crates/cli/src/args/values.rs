//! Values of arguments: channels and amounts.

use filon_core::money::{parse_cents, parse_euros};
use filon_core::{Channel, Micros};

/// A channel by its code.
pub fn channel(text: &str) -> Result<Channel, String> {
    Channel::from_code(text).ok_or_else(|| {
        let known: Vec<&str> = Channel::ALL.iter().map(|channel| channel.code()).collect();
        format!("canal inconnu, unknown channel; one of: {}", known.join(", "))
    })
}

/// An amount in euros, `1.90` or `1,90`, to the millionth.
pub fn money(text: &str) -> Result<Micros, String> {
    parse_euros(text)
        .filter(|amount| amount.0 >= 0)
        .ok_or_else(|| "un montant en euros, an amount in euros: 1.90 or 1,90".to_owned())
}

/// An amount in euros, to the cent.
pub fn cents(text: &str) -> Result<i64, String> {
    parse_cents(text).ok_or_else(|| "un montant en euros, an amount in euros: 1.90 or 1,90".to_owned())
}
