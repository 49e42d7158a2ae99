//! filon-core
