//! The list of those who objected (liste repoussoir): only keyed hashes, which outlive erasure and re-import.

use filon_core::consent::{SuppressionHit, suppression_keys_for};
use filon_core::{Account, Channel, Moment, Person};
use filon_store::suppressions::{self, Suppression};
use filon_store::{StoreError, Tx, settings};

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

    /// The hashes of an account's coordinates that serve a channel, or of all of them.
    pub fn keys(&self, account: &Account, persons: &[Person], channel: Option<Channel>) -> Vec<String> {
        let keys = suppression_keys_for(channel, account, persons);
        keys.iter().map(|key| key.hashed(&self.key)).collect()
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

    /// What of these accounts is on the list, for a channel; in their order.
    pub fn hits(
        &self,
        tx: &mut Tx<'_>,
        accounts: &[(&Account, &[Person])],
        channel: Channel,
    ) -> Result<Vec<Vec<SuppressionHit>>, StoreError> {
        let keys: Vec<Vec<String>> =
            accounts.iter().map(|(account, persons)| self.keys(account, persons, Some(channel))).collect();
        let flat: Vec<&str> = keys.iter().flatten().map(String::as_str).collect();
        let listed = suppressions::of(tx, &flat)?;
        let hit = |line: &Suppression| SuppressionHit { channel: line.channel, since: line.since.day() };
        let of =
            |keys: &Vec<String>| keys.iter().filter_map(|key| listed.get(key)).flatten().map(hit).collect();
        Ok(keys.iter().map(of).collect())
    }
}
