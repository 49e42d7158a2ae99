//! filon-merge
