//! Password hashes: argon2id, above both rows of the ASVS.
