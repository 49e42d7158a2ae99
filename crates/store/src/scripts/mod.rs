//! Scripts (argumentaires) and their versions. A version that served in a call is never changed: the
//! next one is written.

mod comparison;
mod versions;

use filon_core::call::CallScript;
use filon_core::text::fold;
use filon_core::{Id, Moment};

pub use comparison::{Compared, arm, compare};
pub use versions::{Version, body, save, versions};

use crate::db::{Columns, Row, statements, values};
use crate::{Result, StoreError, Tx};

/// A script without its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    pub id: Id,
    pub name: String,
    /// The current version.
    pub version: u32,
    pub archived_at: Option<Moment>,
    pub compared: Option<Compared>,
    pub created_at: Moment,
}

/// A script as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    pub script: Script,
    /// Its current version.
    pub body: CallScript,
    pub versions: u32,
    /// Standing calls made with it, over all versions.
    pub calls: u32,
}

macro_rules! columns {
    () => {
        "s.id, s.name, s.version, s.archived_at, s.compared_a, s.compared_b, s.chance, s.compared_at, \
         s.created_at"
    };
}

statements! {
    INSERT = "INSERT INTO scripts (id, name, name_key, version, created_at) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (name_key) DO NOTHING";
    GET = concat!("SELECT ", columns!(), " FROM scripts s WHERE s.id = $1");
    BY_NAME = concat!("SELECT ", columns!(), " FROM scripts s WHERE s.name_key = $1");
    LIST = concat!("SELECT ", columns!(), ", v.body, \
        (SELECT COUNT(*) FROM script_versions o WHERE o.script = s.id), \
        (SELECT COUNT(*) FROM calls c JOIN events e ON e.id = c.event WHERE c.script = s.id \
         AND e.voided_by IS NULL) \
        FROM scripts s JOIN script_versions v ON v.script = s.id AND v.version = s.version \
        ORDER BY s.name_key");
    ARCHIVE = "UPDATE scripts SET archived_at = $2 WHERE id = $1";
}

/// Adds a script with its first version, which is the one that `script` says. A name already taken
/// (accents and case apart) is a conflict.
pub fn insert(tx: &mut Tx<'_>, script: &CallScript, by: Option<Id>, at: Moment) -> Result<()> {
    let CallScript { id, name, version, .. } = script;
    match tx.execute(INSERT, values![*id, name, fold(name), *version, at])? {
        0 => Err(StoreError::conflict(name)),
        _ => versions::insert(tx, script, by, at),
    }
}

/// The script, where it is there.
pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<Script>> {
    tx.first(GET, values![id], |row| read(&mut row.columns()))
}

/// By name, accents and case apart; archived ones too.
pub fn by_name(tx: &mut Tx<'_>, name: &str) -> Result<Option<Script>> {
    tx.first(BY_NAME, values![fold(name)], |row| read(&mut row.columns()))
}

/// Every script by name, archived ones too.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Summary>> {
    tx.query(LIST, &[], |row: &Row| {
        let mut columns = row.columns();
        Ok(Summary {
            script: read(&mut columns)?,
            body: columns.code(|text| serde_json::from_str(text).ok())?,
            versions: columns.count()?,
            calls: columns.count()?,
        })
    })
}

/// Takes a script out of use, or brings it back with `None`.
pub fn archive(tx: &mut Tx<'_>, id: Id, at: Option<Moment>) -> Result<()> {
    match tx.execute(ARCHIVE, values![id, at])? {
        0 => Err(StoreError::not_found("script", id)),
        _ => Ok(()),
    }
}

fn read(columns: &mut Columns<'_>) -> Result<Script> {
    Ok(Script {
        id: columns.id()?,
        name: columns.string()?,
        version: columns.count()?,
        archived_at: columns.opt_moment()?,
        compared: comparison::read(columns)?,
        created_at: columns.moment()?,
    })
}

/// The statements of scripts, for the test that prepares every one.
pub(crate) const ALL_STATEMENTS: &[&[(&str, &str)]] =
    &[STATEMENTS, comparison::STATEMENTS, versions::STATEMENTS];
