//! The list of those who objected (liste repoussoir): only keyed hashes, which outlive erasure and re-import.

use filon_core::account::keys::company_core;
use filon_core::text::fold;
use filon_core::{Account, Channel, Moment, Person};
use filon_store::suppressions::Suppression;
use filon_store::{StoreError, Tx, settings};
use sha2::{Digest, Sha256};

/// Makes the hashes of one base; the key is drawn once and stays in the base.
#[derive(Debug, Clone)]
pub(crate) struct Hasher {
    key: Vec<u8>,
}

const SETTING: &str = "suppression_key";

impl Hasher {
    /// The base's own key; `fresh` becomes it where there is none yet.
    pub fn load(tx: &mut Tx<'_>, fresh: [u8; 32]) -> Result<Hasher, StoreError> {
        if let Some(serde_json::Value::String(key)) = settings::get(tx, SETTING)? {
            return Ok(Hasher { key: key.into_bytes() });
        }
        let key = crate::hex(&fresh);
        settings::set(tx, SETTING, &serde_json::Value::String(key.clone()))?;
        Ok(Hasher { key: key.into_bytes() })
    }

    /// The base's own key, or nothing where nobody objected yet.
    pub fn existing(tx: &mut Tx<'_>) -> Result<Option<Hasher>, StoreError> {
        Ok(match settings::get(tx, SETTING)? {
            Some(serde_json::Value::String(key)) => Some(Hasher { key: key.into_bytes() }),
            _ => None,
        })
    }

    /// The keys of an account by which it would be known again on a channel, or on any.
    pub fn keys(&self, account: &Account, persons: &[Person], channel: Option<Channel>) -> Vec<String> {
        let wants = |of: Channel| channel.is_none_or(|channel| channel == of);
        let mut keys = Vec::new();
        if wants(Channel::Email) {
            let own = account.email.iter().chain(persons.iter().map(|person| &person.email));
            keys.extend(own.filter(|email| !email.is_empty()).map(|email| self.hash("email", &email.to_lowercase())));
        }
        if wants(Channel::Phone) {
            let of_persons = persons.iter().flat_map(|person| [&person.phone, &person.mobile]);
            let own = account.phone.iter().chain(of_persons);
            keys.extend(own.filter(|phone| !phone.is_empty()).map(|phone| self.hash("phone", phone)));
        }
        if wants(Channel::Letter) || wants(Channel::Visit) {
            keys.extend(postal(account).map(|postal| self.hash("post", &postal)));
        }
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// The lines to add for an objection.
    pub fn suppressions(
        &self,
        account: &Account,
        persons: &[Person],
        channel: Option<Channel>,
        since: Moment,
    ) -> Vec<Suppression> {
        let keys = self.keys(account, persons, channel);
        keys.into_iter().map(|key| Suppression { key, channel, since }).collect()
    }

    /// A hash under the base's key, in two rounds as HMAC does.
    fn hash(&self, sort: &str, value: &str) -> String {
        let inner = Sha256::new().chain_update(&self.key).chain_update(sort).chain_update(":").chain_update(value);
        let outer = Sha256::new().chain_update(&self.key).chain_update(inner.finalize());
        crate::hex(&outer.finalize())
    }
}

/// Name, street and postcode; `None` without a street, for a name and a town are not one person.
fn postal(account: &Account) -> Option<String> {
    let postcode = account.address.postcode.as_deref()?;
    let lines: Vec<String> = account.address.lines.iter().map(|line| fold(line)).collect();
    (!lines.is_empty()).then(|| format!("{}|{}|{}", company_core(&account.name), lines.join(" "), fold(postcode)))
}
