//! The whole story in Chromium.
fn main() {}
