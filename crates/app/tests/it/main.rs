//! What a user can do, on both engines: every test has one body.

// Tests stop at the first thing that is not as they say.
#![allow(clippy::unwrap_used)]

mod access;
mod accounts;
mod calls;
mod calls_mended;
mod campaigns;
mod clients;
mod contacts;
mod evaluation;
mod example;
mod forecasts;
mod imports;
mod law;
mod lessons;
mod letters;
mod meetings;
mod records;
mod scripts;
mod visits;
mod world;

/// One body, a test on each engine: `app_test!(name, |world| { … })`.
macro_rules! app_test {
    ($name:ident, |$world:ident| $body:block) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            fn body($world: &crate::world::World) $body

            #[test]
            fn sqlite() {
                body(&crate::world::World::sqlite());
            }

            #[test]
            fn postgres() {
                body(&crate::world::World::postgres());
            }
        }
    };
}
pub(crate) use app_test;
