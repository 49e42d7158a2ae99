//! Keys that outlive erasure.

use filon_core::Channel;
use filon_core::consent::{SuppressionKind, suppression_keys, suppression_keys_for};

use super::Case;

#[test]
fn the_same_people_have_the_same_keys_however_they_are_written() {
    let case = Case::individual();
    let mut again = Case::individual();
    again.account.name = "DUPONT  Jean".into();
    again.account.email = Some("Contact@Garage-Dupont.fr".into());
    again.account.address.lines.clear();
    assert_eq!(suppression_keys(&case.account, &[]), suppression_keys(&again.account, &[]));
    let kinds: Vec<_> = suppression_keys(&case.account, &[]).iter().map(|key| key.kind).collect();
    assert_eq!(kinds, [SuppressionKind::Email, SuppressionKind::Phone, SuppressionKind::Address]);
}

#[test]
fn an_opposition_to_one_channel_keeps_only_its_coordinates() {
    let case = Case::individual();
    let kinds = |channel| {
        let keys = suppression_keys_for(channel, &case.account, &[]);
        keys.iter().map(|key| key.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(Some(Channel::Email)), [SuppressionKind::Email]);
    assert_eq!(kinds(Some(Channel::Letter)), [SuppressionKind::Address]);
    assert_eq!(kinds(None).len(), 3);
}

#[test]
fn hashes_depend_on_the_salt_and_tell_kinds_apart() {
    let case = Case::individual();
    let keys = suppression_keys(&case.account, &[]);
    let hash = keys[0].hashed(b"salt");
    assert_eq!(hash.len(), 64);
    assert!(hash.bytes().all(|b| b.is_ascii_hexdigit()));
    assert_eq!(hash, keys[0].hashed(b"salt"));
    assert_ne!(hash, keys[0].hashed(b"other"));
    assert!(!hash.contains("dupont"));
    let mut other = keys[0].clone();
    other.kind = SuppressionKind::Phone;
    assert_ne!(hash, other.hashed(b"salt"));
}
