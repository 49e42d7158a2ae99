//! Passwords and their hashes: argon2id, above both rows of the ASVS.

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use filon_core::text::fold;

use crate::{Actor, App, AppError, ErrorKind, Result};

/// How dear a hash is: `Cheap` only for bases that tests and the example make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HashCost {
    Full,
    Cheap,
}

fn argon(cost: HashCost) -> Argon2<'static> {
    let params = match cost {
        HashCost::Full => Params::new(47_104, 2, 1, None),
        HashCost::Cheap => Params::new(8, 1, 1, None),
    };
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params.unwrap_or_default())
}

const SHORTEST: usize = 12;

/// Refuses what is guessed at once: short, of few characters, a row of keys, the user's own name.
pub(super) fn check(actor: &Actor, name: &str, password: &str) -> Result<()> {
    let words = &actor.words().access;
    if password.chars().count() < SHORTEST {
        return Err(AppError::usage(words.short_password));
    }
    let mut different: Vec<char> = password.to_lowercase().chars().collect();
    different.sort_unstable();
    different.dedup();
    let folded = fold(password);
    let rest = folded.replace(&fold(name), "");
    let common =
        ["motdepasse", "mot de passe", "azertyuiop", "qwertyuiop", "password", "123456789", "abcdefghij"];
    let guessed = common.iter().any(|common| folded.starts_with(common) && folded.len() < common.len() + 6);
    if different.len() < 5 || guessed || (fold(name).len() > 3 && rest.len() < 6) {
        return Err(AppError::usage(words.common_password));
    }
    Ok(())
}

/// The text to keep of a password.
pub(super) fn hash(app: &App, actor: &Actor, password: &str) -> Result<String> {
    let salt = app.secret();
    let hashed = app.hashing(|| {
        let salt = SaltString::encode_b64(salt.get(..16)?).ok()?;
        argon(app.hash_cost()).hash_password(password.as_bytes(), &salt).ok().map(|hash| hash.to_string())
    });
    match hashed {
        Some(Some(hash)) => Ok(hash),
        Some(None) => Err(AppError::internal(actor.words().access.hashing_failed)),
        None => Err(busy(actor)),
    }
}

/// Whether a password is that of a hash. Without a hash the same work is done on another one, so that
/// an unknown name takes as long as a known one.
pub(super) fn is_right(app: &App, actor: &Actor, password: &str, hash: Option<&str>) -> Result<bool> {
    let argon = argon(app.hash_cost());
    let checked = app.hashing(|| match hash.and_then(|hash| PasswordHash::new(hash).ok()) {
        Some(hash) => argon.verify_password(password.as_bytes(), &hash).is_ok(),
        None => {
            if let Ok(salt) = SaltString::encode_b64(b"nobody has this.") {
                let _ = argon.hash_password(password.as_bytes(), &salt);
            }
            false
        }
    });
    checked.ok_or_else(|| busy(actor))
}

fn busy(actor: &Actor) -> AppError {
    AppError::new(ErrorKind::Busy, (actor.words().access.wait)(5))
}
