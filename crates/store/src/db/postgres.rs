//! PostgreSQL: pooled connections, serializable writes, run again where two met.

use std::collections::HashMap;
use std::io::{BufWriter, Write};
use std::thread::sleep;
use std::time::Duration;

use postgres::error::SqlState;
use postgres::fallible_iterator::FallibleIterator;
use postgres::{Client, Config, CopyInWriter, IsolationLevel, NoTls, Statement, Transaction};

use super::pool::{Lease, PATIENCE, Pool};
use super::sheet::{Cell, Sheet};
use super::tx::Inner;
use super::{Row, Tx, Value};
use crate::{Result, StoreError};

const CONNECTIONS: usize = 10;
/// Each selection has its own text: beyond this many, a connection forgets its prepared statements.
const CACHED_STATEMENTS: usize = 300;
const ATTEMPTS: u32 = 12;
/// Autovacuum takes a minute to notice a bulk insertion of this many rows.
const ROWS_TO_ANALYZE: usize = 5_000;

/// A PostgreSQL database.
pub(crate) struct Postgres {
    pool: Pool<Connection>,
}

struct Connection {
    client: Client,
    prepared: Prepared,
}

type Prepared = HashMap<String, Statement>;

/// A transaction with its connection's prepared statements.
pub(super) struct PgTx<'a> {
    transaction: Transaction<'a>,
    prepared: &'a mut Prepared,
}

impl Postgres {
    pub(super) fn open(url: &str) -> Result<Postgres> {
        let mut config: Config =
            url.parse().map_err(|error: postgres::Error| StoreError::Address(error.to_string()))?;
        config.connect_timeout(PATIENCE);
        config.application_name("filon");
        Ok(Postgres { pool: Pool::new(CONNECTIONS, move || Connection::open(&config)) })
    }

    pub(super) fn read<T, E: From<StoreError>>(
        &self,
        mut f: impl FnMut(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.with(IsolationLevel::RepeatableRead, true, &mut f).map_err(|failure| failure.error)
    }

    pub(super) fn write<T, E: From<StoreError>>(
        &self,
        mut f: impl FnMut(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut attempt = 1;
        loop {
            match self.with(IsolationLevel::Serializable, false, &mut f) {
                Ok(answer) => return Ok(answer),
                Err(failure) if failure.lost && attempt < ATTEMPTS => {
                    // Different threads wait differently long, or they would meet again.
                    let stagger = u64::from(std::process::id()) % 7 + u64::from(attempt) * 3;
                    sleep(Duration::from_millis((1 << attempt.min(7)) + stagger));
                    attempt += 1;
                }
                Err(failure) if failure.lost => return Err(StoreError::Locked.into()),
                Err(failure) => return Err(failure.error),
            }
        }
    }

    fn with<T, E: From<StoreError>>(
        &self,
        level: IsolationLevel,
        read_only: bool,
        f: &mut impl FnMut(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, Failure<E>> {
        let mut lease = self.live()?;
        let answer = lease.run(level, read_only, f);
        if lease.client.is_closed() {
            lease.discard();
        }
        answer
    }

    /// A connection that answers: those that the server has closed meanwhile are replaced.
    fn live(&self) -> Result<Lease<'_, Connection>> {
        for _ in 0..CONNECTIONS {
            let mut lease = self.pool.take()?;
            if lease.client.batch_execute("").is_ok() {
                return Ok(lease);
            }
            lease.discard();
        }
        self.pool.take()
    }
}

struct Failure<E> {
    error: E,
    lost: bool,
}

impl<E: From<StoreError>> From<StoreError> for Failure<E> {
    fn from(error: StoreError) -> Failure<E> {
        Failure { lost: matches!(error, StoreError::Lost), error: error.into() }
    }
}

impl Connection {
    fn open(config: &Config) -> Result<Connection> {
        let mut client = config.connect(NoTls).map_err(|error| StoreError::Unreachable(message(&error)))?;
        client.batch_execute("SET lock_timeout = '5s'; SET client_min_messages = warning")?;
        Ok(Connection { client, prepared: HashMap::new() })
    }

    fn run<T, E: From<StoreError>>(
        &mut self,
        level: IsolationLevel,
        read_only: bool,
        f: &mut impl FnMut(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, Failure<E>> {
        let builder = self.client.build_transaction().isolation_level(level).read_only(read_only);
        let transaction = builder.start().map_err(StoreError::from)?;
        let mut tx = Tx::new(Inner::Postgres(PgTx { transaction, prepared: &mut self.prepared }));
        // Leaving with an error drops the transaction, which rolls it back.
        let answer = f(&mut tx).map_err(|error| Failure { error, lost: tx.lost })?;
        if let Inner::Postgres(pg) = tx.into_inner() {
            pg.transaction.commit().map_err(StoreError::from)?;
        }
        Ok(answer)
    }
}

impl PgTx<'_> {
    fn statement(&mut self, sql: &str) -> Result<Statement> {
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        if self.prepared.len() >= CACHED_STATEMENTS {
            self.prepared.clear();
        }
        let statement = self.transaction.prepare(sql)?;
        self.prepared.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    pub(super) fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64> {
        let statement = self.statement(sql)?;
        let count = statement.params().len();
        if count != values.len() {
            return Err(StoreError::Database(format!("{count} parameters, {} values", values.len())));
        }
        let parameters: Vec<&(dyn postgres::types::ToSql + Sync)> =
            values.iter().map(|value| value as _).collect();
        Ok(self.transaction.execute(&statement, &parameters)?)
    }

    pub(super) fn each(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        f: &mut dyn FnMut(&Row) -> Result<()>,
    ) -> Result<()> {
        let statement = self.statement(sql)?;
        let count = statement.params().len();
        if count != values.len() {
            return Err(StoreError::Database(format!("{count} parameters, {} values", values.len())));
        }
        let mut rows = self.transaction.query_raw(&statement, values)?;
        while let Some(row) = rows.next()? {
            f(&Row::of_postgres(&row)?)?;
        }
        Ok(())
    }

    pub(super) fn script(&mut self, sql: &str) -> Result<()> {
        Ok(self.transaction.batch_execute(sql)?)
    }

    pub(super) fn insert_rows<'v>(
        &mut self,
        table: &str,
        columns: &[&str],
        rows: impl Iterator<Item = Vec<Value<'v>>>,
    ) -> Result<()> {
        let mut copy = Copy::begin(&mut self.transaction, table, columns)?;
        let mut count = 0;
        for row in rows {
            count += 1;
            copy.write_row(row.iter(), write_field)?;
        }
        copy.finish()?;
        if count >= ROWS_TO_ANALYZE {
            // Without figures on what just came, the next look-ups would read whole tables.
            self.transaction.batch_execute(&format!("ANALYZE {table}"))?;
        }
        Ok(())
    }

    pub(super) fn insert_sheet(&mut self, sheet: &Sheet) -> Result<()> {
        let mut copy = Copy::begin(&mut self.transaction, sheet.table, &sheet.columns)?;
        sheet.each_row(|row| {
            copy.write_row(row.iter(), |line, cell| match cell {
                Cell::Null => line.push_str("\\N"),
                Cell::Int(int) => write_int(line, *int),
                Cell::Text(text) => write_text(line, text),
            })
        })?;
        copy.finish()
    }

    pub(super) fn describe(&mut self, sql: &str) -> Result<(Vec<String>, usize)> {
        let statement = self.transaction.prepare(sql)?;
        let names = statement.columns().iter().map(|column| column.name().to_owned()).collect();
        Ok((names, statement.params().len()))
    }
}

/// Rows on their way in COPY's text format.
struct Copy<'t> {
    writer: BufWriter<CopyInWriter<'t>>,
    line: String,
}

impl<'t> Copy<'t> {
    fn begin(transaction: &'t mut Transaction<'_>, table: &str, columns: &[&str]) -> Result<Copy<'t>> {
        let sql = format!("COPY {table} ({}) FROM STDIN", columns.join(", "));
        let writer = BufWriter::with_capacity(64 * 1024, transaction.copy_in(&sql)?);
        Ok(Copy { writer, line: String::new() })
    }

    fn write_row<C>(&mut self, row: impl Iterator<Item = C>, field: impl Fn(&mut String, C)) -> Result<()> {
        self.line.clear();
        for (place, cell) in row.enumerate() {
            if place > 0 {
                self.line.push('\t');
            }
            field(&mut self.line, cell);
        }
        self.line.push('\n');
        self.writer.write_all(self.line.as_bytes()).map_err(copy_failed)
    }

    fn finish(self) -> Result<()> {
        let copy = self.writer.into_inner().map_err(|error| copy_failed(error.into_error()))?;
        copy.finish()?;
        Ok(())
    }
}

fn write_field(line: &mut String, value: &Value<'_>) {
    use std::fmt::Write;
    // Writing to a String cannot fail.
    let _ = match value {
        Value::Null => write!(line, "\\N"),
        Value::Int(int) => return write_int(line, *int),
        Value::Real(real) => write!(line, "{real:e}"),
        Value::Blob(bytes) => {
            line.push_str("\\\\x");
            bytes.iter().try_for_each(|byte| write!(line, "{byte:02x}"))
        }
        Value::Text(text) => return write_text(line, text),
    };
}

fn write_int(line: &mut String, int: i64) {
    use std::fmt::Write;
    let _ = write!(line, "{int}");
}

fn write_text(line: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '\n', '\r', '\t']) {
        let (plain, from) = rest.split_at(at);
        line.push_str(plain);
        line.push_str(match from.as_bytes().first() {
            Some(b'\n') => "\\n",
            Some(b'\r') => "\\r",
            Some(b'\t') => "\\t",
            _ => "\\\\",
        });
        rest = from.get(1..).unwrap_or_default();
    }
    line.push_str(rest);
}

fn copy_failed(error: std::io::Error) -> StoreError {
    match error.downcast::<postgres::Error>() {
        Ok(error) => error.into(),
        Err(error) => StoreError::Database(error.to_string()),
    }
}

fn message(error: &postgres::Error) -> String {
    match error.as_db_error() {
        Some(db) => db.to_string(),
        None => {
            let source = std::error::Error::source(error).map(|source| format!(": {source}"));
            format!("{error}{}", source.unwrap_or_default())
        }
    }
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> StoreError {
        if error.is_closed() {
            return StoreError::Unreachable(message(&error));
        }
        // A line of the journal was recorded meanwhile under the same key: run again, it will be found.
        let constraint = error.as_db_error().and_then(|db| db.constraint());
        if constraint == Some("events_idempotency_key") {
            return StoreError::Lost;
        }
        match error.code() {
            Some(&SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED) => StoreError::Lost,
            Some(&SqlState::LOCK_NOT_AVAILABLE) => StoreError::Locked,
            Some(&SqlState::READ_ONLY_SQL_TRANSACTION) => StoreError::ReadOnly,
            Some(&SqlState::DISK_FULL) => StoreError::Full,
            Some(
                &SqlState::UNIQUE_VIOLATION
                | &SqlState::FOREIGN_KEY_VIOLATION
                | &SqlState::CHECK_VIOLATION
                | &SqlState::NOT_NULL_VIOLATION
                | &SqlState::RAISE_EXCEPTION,
            ) => StoreError::conflict(message(&error)),
            _ => StoreError::Database(message(&error)),
        }
    }
}
