//! The telephone.

mod fields;
mod keys;
mod law;
mod lessons;
mod order;
mod scripts;
mod whoever_is_called;

use filon_core::call::{CallScript, Example, example};
use filon_core::{IdSource, Moment, Person};

use crate::story::id;

pub fn script(which: Example) -> CallScript {
    example(which, &mut IdSource::new(Moment::from_millis(1_790_000_000_000), 7))
}

/// Sophie Martin, who runs the garage.
pub fn sophie() -> Person {
    Person {
        id: id(50),
        account: id(1),
        primary: true,
        civility: "Mme".into(),
        first_name: "Sophie".into(),
        last_name: "Martin".into(),
        role: "gérante".into(),
        email: "sophie@garage-dupont.fr".into(),
        phone: "+33556112233".into(),
        mobile: String::new(),
    }
}
