//! filon-store
