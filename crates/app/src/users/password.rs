//! Password hashes: argon2id, above both rows of the ASVS.

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::App;

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

/// The text to keep of a password; `None` where hashing fails, which only a want of memory does.
pub(super) fn hash(app: &App, password: &str) -> Option<String> {
    let salt = SaltString::encode_b64(app.secret().get(..16)?).ok()?;
    let hash = argon(app.hash_cost()).hash_password(password.as_bytes(), &salt).ok()?;
    Some(hash.to_string())
}

/// Whether a password is that of a hash. Without a hash the same work is done on another one, so that
/// an unknown name takes as long as a known one.
pub(super) fn is_right(app: &App, password: &str, hash: Option<&str>) -> bool {
    let argon = argon(app.hash_cost());
    match hash.and_then(|hash| PasswordHash::new(hash).ok()) {
        Some(hash) => argon.verify_password(password.as_bytes(), &hash).is_ok(),
        None => {
            if let Ok(salt) = SaltString::encode_b64(b"nobody has this.") {
                let _ = argon.hash_password(password.as_bytes(), &salt);
            }
            false
        }
    }
}
