//! filon-web
