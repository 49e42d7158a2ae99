//! The answer of `filon contacts`.

use std::collections::BTreeMap;

use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub struct ContactsAnswer {
    pub count: u64,
    pub accounts: Vec<AccountAnswer>,
}

#[derive(Debug, Clone, Serialize)]
pub struct AccountAnswer {
    pub id: String,
    pub reference: Option<String>,
    pub name: String,
    pub kind: &'static str,
    pub stage: &'static str,
    pub siret: Option<String>,
    pub naf: Option<String>,
    pub employees: Option<String>,
    pub address: Vec<String>,
    pub postcode: Option<String>,
    pub city: Option<String>,
    pub country: String,
    pub persons: Vec<PersonAnswer>,
    pub custom: BTreeMap<String, String>,
    pub source: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct PersonAnswer {
    pub civility: String,
    pub first_name: String,
    pub last_name: String,
    pub role: String,
    pub email: String,
    /// E.164.
    pub phone: String,
}
