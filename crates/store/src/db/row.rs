//! Rows on their way from an engine, and their typed reading.

use std::borrow::Cow;

use filon_core::{Id, Moment};
use jiff::civil::Date;
use postgres::types::Type;
use rusqlite::types::ValueRef;

use super::Value;
use crate::{Result, StoreError};

/// A row, in the order of the statement's columns.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row(pub(crate) Vec<Value<'static>>);

impl Row {
    pub(super) fn of_sqlite(row: &rusqlite::Row<'_>, width: usize) -> Result<Row> {
        let mut values = Vec::with_capacity(width);
        for index in 0..width {
            values.push(match row.get_ref(index)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(int) => Value::Int(int),
                ValueRef::Real(real) => Value::Real(real),
                ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
                    Ok(text) => Value::Text(Cow::Owned(text.to_owned())),
                    Err(_) => return Err(StoreError::value("text", String::from_utf8_lossy(bytes))),
                },
                ValueRef::Blob(bytes) => Value::Blob(Cow::Owned(bytes.to_vec())),
            });
        }
        Ok(Row(values))
    }

    pub(super) fn of_postgres(row: &postgres::Row) -> Result<Row> {
        let mut values = Vec::with_capacity(row.len());
        for (index, column) in row.columns().iter().enumerate() {
            values.push(match *column.type_() {
                Type::INT8 => row.try_get::<_, Option<i64>>(index)?.into(),
                Type::INT4 => row.try_get::<_, Option<i32>>(index)?.map(i64::from).into(),
                Type::BOOL => row.try_get::<_, Option<bool>>(index)?.into(),
                Type::FLOAT8 => row.try_get::<_, Option<f64>>(index)?.map_or(Value::Null, Value::Real),
                Type::BYTEA => row
                    .try_get::<_, Option<Vec<u8>>>(index)?
                    .map_or(Value::Null, |bytes| Value::Blob(Cow::Owned(bytes))),
                _ => row.try_get::<_, Option<String>>(index)?.into(),
            });
        }
        Ok(Row(values))
    }

    /// Some of its values, as they are.
    pub(crate) fn values(&self, from: usize, count: usize) -> Vec<Value<'static>> {
        self.0.iter().skip(from).take(count).cloned().collect()
    }

    /// Reads the columns one after the other.
    pub(crate) fn columns(&self) -> Columns<'_> {
        Columns { values: self.0.iter() }
    }
}

/// Reads a row's columns in order; each call takes the next one.
pub(crate) struct Columns<'r> {
    values: std::slice::Iter<'r, Value<'static>>,
}

impl<'r> Columns<'r> {
    fn next(&mut self) -> Result<&'r Value<'static>> {
        self.values.next().ok_or_else(|| StoreError::value("row", "it has fewer columns than expected"))
    }

    /// Leaves out the next columns.
    pub(crate) fn skip(&mut self, count: usize) {
        self.values.by_ref().take(count).for_each(drop);
    }

    pub(crate) fn opt_str(&mut self) -> Result<Option<&'r str>> {
        match self.next()? {
            Value::Null => Ok(None),
            Value::Text(text) => Ok(Some(text)),
            other => Err(StoreError::value("text", format!("{other:?}"))),
        }
    }

    pub(crate) fn str(&mut self) -> Result<&'r str> {
        self.opt_str()?.ok_or_else(|| StoreError::value("text", "NULL"))
    }

    pub(crate) fn string(&mut self) -> Result<String> {
        Ok(self.str()?.to_owned())
    }

    pub(crate) fn opt_string(&mut self) -> Result<Option<String>> {
        Ok(self.opt_str()?.map(str::to_owned))
    }

    pub(crate) fn opt_int(&mut self) -> Result<Option<i64>> {
        match self.next()? {
            Value::Null => Ok(None),
            Value::Int(int) => Ok(Some(*int)),
            other => Err(StoreError::value("number", format!("{other:?}"))),
        }
    }

    pub(crate) fn int(&mut self) -> Result<i64> {
        self.opt_int()?.ok_or_else(|| StoreError::value("number", "NULL"))
    }

    pub(crate) fn opt_count(&mut self) -> Result<Option<u32>> {
        let Some(int) = self.opt_int()? else { return Ok(None) };
        u32::try_from(int).map(Some).map_err(|_| StoreError::value("count", int.to_string()))
    }

    pub(crate) fn count(&mut self) -> Result<u32> {
        self.opt_count()?.ok_or_else(|| StoreError::value("count", "NULL"))
    }

    pub(crate) fn flag(&mut self) -> Result<bool> {
        Ok(self.int()? != 0)
    }

    pub(crate) fn moment(&mut self) -> Result<Moment> {
        self.int().map(Moment::from_millis)
    }

    pub(crate) fn opt_moment(&mut self) -> Result<Option<Moment>> {
        Ok(self.opt_int()?.map(Moment::from_millis))
    }

    pub(crate) fn bytes(&mut self) -> Result<Vec<u8>> {
        match self.next()? {
            Value::Blob(bytes) => Ok(bytes.to_vec()),
            other => Err(StoreError::value("bytes", format!("{other:?}"))),
        }
    }

    /// A word that an enum reads back, such as a channel's code.
    pub(crate) fn opt_code<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>> {
        let Some(code) = self.opt_str()? else { return Ok(None) };
        read(code).map(Some).ok_or_else(|| StoreError::value("word", code))
    }

    pub(crate) fn code<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Result<T> {
        self.opt_code(read)?.ok_or_else(|| StoreError::value("word", "NULL"))
    }

    pub(crate) fn id(&mut self) -> Result<Id> {
        self.code(|text| text.parse().ok())
    }

    pub(crate) fn opt_id(&mut self) -> Result<Option<Id>> {
        self.opt_code(|text| text.parse().ok())
    }

    pub(crate) fn date(&mut self) -> Result<Date> {
        self.code(|text| text.parse().ok())
    }

    pub(crate) fn opt_date(&mut self) -> Result<Option<Date>> {
        self.opt_code(|text| text.parse().ok())
    }

    pub(crate) fn json(&mut self) -> Result<serde_json::Value> {
        self.code(|text| serde_json::from_str(text).ok())
    }
}
