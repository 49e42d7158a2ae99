//! filon-formats
