//! Values on their way to an engine.

use std::borrow::Cow;
use std::error::Error;

use filon_core::{Id, Micros, Moment};
use jiff::civil::Date;
use postgres::types::private::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use rusqlite::types::{ToSqlOutput, ValueRef};

/// A value of a column or of a parameter, as both engines know it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value<'a> {
    Null,
    Int(i64),
    Real(f64),
    Text(Cow<'a, str>),
    Blob(Cow<'a, [u8]>),
}

impl<'a> From<&'a str> for Value<'a> {
    /// PostgreSQL's text holds no NUL: it is left out for both engines, so that they keep the same.
    fn from(text: &'a str) -> Value<'a> {
        Value::Text(match text.contains('\0') {
            true => Cow::Owned(text.replace('\0', "")),
            false => Cow::Borrowed(text),
        })
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Value<'a> {
        Value::from(text.as_str())
    }
}

impl From<String> for Value<'static> {
    fn from(text: String) -> Value<'static> {
        match text.contains('\0') {
            true => Value::Text(Cow::Owned(text.replace('\0', ""))),
            false => Value::Text(Cow::Owned(text)),
        }
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Value<'a> {
        Value::Blob(Cow::Borrowed(bytes))
    }
}

impl From<i64> for Value<'_> {
    fn from(int: i64) -> Self {
        Value::Int(int)
    }
}

impl From<u32> for Value<'_> {
    fn from(count: u32) -> Self {
        Value::Int(i64::from(count))
    }
}

impl From<bool> for Value<'_> {
    fn from(flag: bool) -> Self {
        Value::Int(i64::from(flag))
    }
}

impl From<Id> for Value<'_> {
    fn from(id: Id) -> Self {
        Value::Text(Cow::Owned(id.into()))
    }
}

impl From<Date> for Value<'_> {
    fn from(day: Date) -> Self {
        Value::Text(Cow::Owned(day.to_string()))
    }
}

impl From<Moment> for Value<'_> {
    fn from(moment: Moment) -> Self {
        Value::Int(moment.millis())
    }
}

impl From<Micros> for Value<'_> {
    fn from(amount: Micros) -> Self {
        Value::Int(amount.0)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Value<'a> {
        value.map_or(Value::Null, Into::into)
    }
}

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(int) => ValueRef::Integer(*int),
            Value::Real(real) => ValueRef::Real(*real),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match (self, ty) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Int(int), &Type::INT8) => int.to_sql(ty, out),
            (Value::Int(int), &Type::INT4) => i32::try_from(*int)?.to_sql(ty, out),
            (Value::Real(real), &Type::FLOAT8) => real.to_sql(ty, out),
            (Value::Text(text), &Type::TEXT | &Type::VARCHAR | &Type::NAME) => {
                <&str as ToSql>::to_sql(&text.as_ref(), ty, out)
            }
            (Value::Blob(bytes), &Type::BYTEA) => <&[u8] as ToSql>::to_sql(&bytes.as_ref(), ty, out),
            _ => Err(format!("{self:?} does not fit a parameter of type {ty}").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// The parameters of a statement: `values![id, name]`.
macro_rules! values {
    ($($value:expr),* $(,)?) => {
        &[$($crate::db::Value::from($value)),*]
    };
}
pub(crate) use values;
