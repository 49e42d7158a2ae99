//! What tests look at, and nobody else: the statements and the tables.

use crate::backup::TABLES;
use crate::db::with_list;
use crate::{
    Db, Result, accounts, call_drafts, call_lists, calls, campaigns, check, claims, events, feed_tokens,
    follow_ups, imports, meetings, persons, retired_numbers, scripts, segments, sessions, settings, steps,
    suppressions, templates, tokens, users, visits,
};

/// A listed statement as an engine prepared it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    pub name: &'static str,
    /// How many columns it answers. Unnamed expressions are named differently by the engines.
    pub columns: usize,
    pub parameters: usize,
}

/// Every listed statement, under its name.
pub fn statements() -> Vec<(&'static str, &'static str)> {
    let families: &[&[&[(&str, &str)]]] = &[
        accounts::STATEMENTS,
        calls::ALL_STATEMENTS,
        campaigns::ALL_STATEMENTS,
        check::STATEMENTS,
        events::STATEMENTS,
        follow_ups::ALL_STATEMENTS,
        imports::ALL_STATEMENTS,
        scripts::ALL_STATEMENTS,
        &[
            call_drafts::STATEMENTS,
            call_lists::STATEMENTS,
            claims::STATEMENTS,
            feed_tokens::STATEMENTS,
            meetings::STATEMENTS,
            persons::STATEMENTS,
            retired_numbers::STATEMENTS,
            segments::STATEMENTS,
            sessions::STATEMENTS,
            settings::STATEMENTS,
            steps::STATEMENTS,
            suppressions::STATEMENTS,
            templates::STATEMENTS,
            tokens::STATEMENTS,
            users::STATEMENTS,
            visits::STATEMENTS,
        ],
    ];
    let made = [("filon_store::events::append::STAND_MANY", events::STAND_MANY.as_str())];
    families.iter().copied().flatten().copied().flatten().copied().chain(made).collect()
}

/// Brings the schema of a database to its first `count` steps only, as an older Filon left it.
pub fn open_old(url: &str, count: usize) -> Result<()> {
    crate::migrations::run_first(&Db::connect(url)?, count)
}

/// Prepares every listed statement.
pub fn prepare_all(db: &Db) -> Result<Vec<Prepared>> {
    db.read(|tx| {
        let prepare = |(name, sql): (&'static str, &'static str)| {
            let (columns, parameters) = tx.describe(&with_list(sql, 3))?;
            Ok(Prepared { name, columns: columns.len(), parameters })
        };
        statements().into_iter().map(prepare).collect()
    })
}

/// The names of the tables that a backup and a copy carry, with the columns that the engine gives them.
pub fn tables(db: &Db) -> Result<Vec<(&'static str, Vec<String>)>> {
    db.read(|tx| TABLES.iter().map(|table| Ok((table.name, tx.describe(&table.select())?.0))).collect())
}
