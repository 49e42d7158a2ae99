//! filon-app
