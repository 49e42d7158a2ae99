//! The store on both engines: every test has one body.

// Tests stop at the first thing that is not as they say.
#![allow(clippy::unwrap_used)]

mod accounts;
mod backup;
mod campaigns;
mod check;
mod finding;
mod imports;
mod journal;
mod nouns;
mod query;
mod schema;
mod support;
mod telephone;
mod writers;

/// One body, a test on each engine: `db_test!(name, |db| { … })`.
macro_rules! db_test {
    ($name:ident, |$db:ident| $body:block) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            fn body($db: &crate::support::TestDb) $body

            #[test]
            fn sqlite() {
                body(&crate::support::TestDb::sqlite());
            }

            #[test]
            fn postgres() {
                body(&crate::support::TestDb::postgres());
            }
        }
    };
}
pub(crate) use db_test;
