//! Oppositions that survive erasure and re-import: hashes of coordinates, and nothing else
//! (CNIL, liste repoussoir).

use sha2::{Digest, Sha256};

use crate::account::keys::company_core;
use crate::text::fold;
use crate::{Account, Channel, Person};

/// What a key is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SuppressionKind {
    Email,
    Phone,
    Address,
}

impl SuppressionKind {
    pub const fn code(self) -> &'static str {
        match self {
            SuppressionKind::Email => "email",
            SuppressionKind::Phone => "phone",
            SuppressionKind::Address => "address",
        }
    }
}

/// A coordinate in the one form in which it is hashed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SuppressionKey {
    pub kind: SuppressionKind,
    /// Lower-case e-mail; E.164; or the words of the name in alphabetical order and the postcode, so
    /// that `Jean Dupont` and `DUPONT Jean` of one town are one: an opposition rather counts for a
    /// namesake next door than be forgotten.
    pub text: String,
}

impl SuppressionKey {
    /// SHA-256, in hexadecimal, of the salt of the installation and of the key.
    pub fn hashed(&self, salt: &[u8]) -> String {
        let mut hasher = Sha256::new();
        for part in [salt, self.kind.code().as_bytes(), self.text.as_bytes()] {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Every key of an account and the persons at it, sorted, each once.
pub fn suppression_keys(account: &Account, persons: &[Person]) -> Vec<SuppressionKey> {
    let mut keys = Vec::new();
    let mut add = |kind: SuppressionKind, text: String| {
        if !text.is_empty() {
            keys.push(SuppressionKey { kind, text });
        }
    };
    let emails = persons.iter().map(|person| person.email.as_str()).chain(account.email.as_deref());
    for email in emails {
        add(SuppressionKind::Email, email.trim().to_lowercase());
    }
    let own = persons.iter().flat_map(|person| [person.phone.as_str(), person.mobile.as_str()]);
    for phone in own.chain(account.phone.as_deref()) {
        add(SuppressionKind::Phone, phone.trim().to_owned());
    }
    let postcode = account.address.postcode.as_deref().map(fold).unwrap_or_default();
    if !postcode.is_empty() {
        let core = company_core(&account.name);
        let mut words: Vec<&str> = core.split(' ').filter(|word| !word.is_empty()).collect();
        words.sort_unstable();
        if !words.is_empty() {
            add(SuppressionKind::Address, format!("{}|{postcode}", words.join(" ")));
        }
    }
    keys.sort();
    keys.dedup();
    keys
}

/// The keys that an opposition to a channel is kept under; `None` = to everything.
pub fn suppression_keys_for(
    channel: Option<Channel>,
    account: &Account,
    persons: &[Person],
) -> Vec<SuppressionKey> {
    let kind = match channel {
        None => None,
        Some(Channel::Email) => Some(SuppressionKind::Email),
        Some(Channel::Phone) => Some(SuppressionKind::Phone),
        Some(Channel::Letter | Channel::Visit | Channel::Fair | Channel::Other) => {
            Some(SuppressionKind::Address)
        }
    };
    let mut keys = suppression_keys(account, persons);
    keys.retain(|key| kind.is_none_or(|kind| key.kind == kind));
    keys
}
