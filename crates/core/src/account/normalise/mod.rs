//! From what people type into cells to the values that Filon keeps. Problems are enums: what they
//! say to people is written where messages are.

mod address;
mod civility;
mod consent;
mod country;
mod date;
mod email;
mod employees;
mod kind;
mod naf;
mod name;
mod phone;
mod postcode;
mod revenue;
mod siret;
mod vat;

pub use address::{PostcodeCity, address_lines, collapse, postcode_city, split_address};
pub use civility::civility;
pub use consent::{ConsentCell, consent_cell, yes_no};
pub(crate) use country::country_names;
pub use country::{country, country_name};
pub use date::parse_date;
pub use email::{EmailProblem, email, is_generic_mailbox};
pub use employees::{employees_min, sirene_band};
pub use kind::kind;
pub use naf::naf;
pub use name::{FullName, full_name};
pub use phone::{Phone, PhoneProblem, display_phone, phone};
pub use postcode::{Postcode, PostcodeProblem, postcode};
pub use revenue::parse_revenue;
pub use siret::{LegalId, SiretProblem, siren, siren_is_valid, siret, siret_is_valid};
pub use vat::{Vat, VatProblem, vat_number};
