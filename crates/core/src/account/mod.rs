//! Accounts (fiches) and the persons at them.

pub mod keys;
pub mod mapping;
pub mod normalise;
mod region;

pub(crate) use region::{DEPTS, dept_code};
pub use region::{Region, regions};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Cents, Id, Moment};

/// Decides which law applies to contacting an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountKind {
    Company,
    Individual,
}

impl AccountKind {
    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            AccountKind::Company => "company",
            AccountKind::Individual => "individual",
        }
    }

    pub fn from_code(code: &str) -> Option<AccountKind> {
        [AccountKind::Company, AccountKind::Individual].into_iter().find(|kind| kind.code() == code)
    }
}

/// A postal address. Lines are those between the name and the postcode line, at most four.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    pub lines: Vec<String>,
    pub postcode: Option<String>,
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2, `FR` where nothing was said.
    pub country: String,
}

/// The unit that is prospected and counted: a company or a private individual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    pub id: Id,
    /// The company's own number for it, unique where present.
    pub reference: Option<String>,
    pub kind: AccountKind,
    /// Name of the company, or of the individual.
    pub name: String,
    /// 14 digits, checked.
    pub siret: Option<String>,
    /// 9 digits, checked; the first nine of the SIRET where there is one.
    pub siren: Option<String>,
    /// Activity code as `43.22A`.
    pub naf: Option<String>,
    /// Head count as it was given: `12`, `10 à 19`, a Sirene band.
    pub employees: Option<String>,
    /// Yearly revenue, in cents.
    pub revenue: Option<Cents>,
    pub address: Address,
    /// Telephone of the house (E.164), where it belongs to no person.
    pub phone: Option<String>,
    pub email: Option<String>,
    pub website: Option<String>,
    /// Where the data come from: shown to whoever asks (RGPD art. 14).
    pub source: Option<String>,
    pub tags: Vec<String>,
    /// A Sirene record that its holder marked partial (`P`): never used (C. com. R123-232-1).
    pub partial_diffusion: bool,
    /// The company's own fields, and every column that was imported without a place of its own.
    pub custom: BTreeMap<String, String>,
    pub note: Option<String>,
    /// User who looks after it.
    pub owner: Option<Id>,
    pub batch: Option<Id>,
    pub created_at: Moment,
}

/// Somebody at an account; one is the primary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: Id,
    pub account: Id,
    pub primary: bool,
    /// `M.` or `Mme`, or a title such as `Me`, `Dr`; empty where unknown.
    pub civility: String,
    pub first_name: String,
    pub last_name: String,
    pub role: String,
    /// Lower-cased, checked; empty where unknown.
    pub email: String,
    /// E.164; empty where unknown.
    pub phone: String,
    pub mobile: String,
}

impl Person {
    /// Somebody of whom nothing is known yet.
    pub fn nobody(id: Id, account: Id) -> Person {
        Person {
            id,
            account,
            primary: true,
            civility: String::new(),
            first_name: String::new(),
            last_name: String::new(),
            role: String::new(),
            email: String::new(),
            phone: String::new(),
            mobile: String::new(),
        }
    }

    /// First and last name as they are said, without the spaces of a missing half.
    pub fn full_name(&self) -> String {
        [self.first_name.as_str(), self.last_name.as_str()]
            .iter()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(" ")
    }
}
