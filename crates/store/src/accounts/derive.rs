//! The columns of an account that are computed from what is written in it.

use std::borrow::Cow;

use filon_core::account::keys;
use filon_core::text::fold;
use filon_core::{Account, Person};

/// What is stored beside an account so that it can be searched, sorted and recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Derived {
    pub(crate) created_on: String,
    pub(crate) name_key: String,
    pub(crate) city_key: String,
    pub(crate) postcode_key: String,
    pub(crate) dept: String,
    pub(crate) region: String,
    pub(crate) naf_key: String,
    pub(crate) employees_min: Option<i64>,
    pub(crate) country_key: String,
    pub(crate) source_key: String,
    pub(crate) search_text: String,
    pub(crate) dedupe_key: String,
}

impl Derived {
    pub(crate) fn of(account: &Account, persons: &[Person]) -> Derived {
        // Persons are read back in this order, whatever order they were given in.
        let place = |person: &Person| (!person.primary, person.id);
        let mut persons = Cow::Borrowed(persons);
        if !persons.is_sorted_by_key(place) {
            persons.to_mut().sort_by_key(place);
        }
        let fold_opt = |text: &Option<String>| text.as_deref().map(fold).unwrap_or_default();
        Derived {
            created_on: account.created_at.day().to_string(),
            name_key: keys::name_key(account),
            city_key: keys::city_key(&account.address),
            postcode_key: fold_opt(&account.address.postcode),
            dept: keys::dept(&account.address).unwrap_or_default(),
            region: keys::region(&account.address).unwrap_or_default(),
            naf_key: keys::naf_key(account),
            employees_min: keys::employees_min(account),
            country_key: fold(&account.address.country),
            source_key: fold_opt(&account.source),
            search_text: keys::search_text(account, &persons),
            dedupe_key: keys::dedupe_key(account).unwrap_or_default(),
        }
    }
}
