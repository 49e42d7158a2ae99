//! Statements over many values: `IN ($list)`, asked for in parts of a fixed size so that each text is
//! prepared once.

use super::{Row, Tx, Value};
use crate::Result;

const SMALL: usize = 16;
const LARGE: usize = 200;

/// The statement with its list of `size` places.
pub(crate) fn with_list(sql: &str, size: usize) -> String {
    let places = (1..=size).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    sql.replace("$list", &places)
}

impl Tx<'_> {
    /// Runs a statement whose only parameters are `$list`, over any number of values. Rows come part by
    /// part, in the order of the values' parts.
    pub(crate) fn each_of<'v>(
        &mut self,
        sql: &str,
        list: impl ExactSizeIterator<Item = Value<'v>>,
        mut f: impl FnMut(&Row) -> Result<()>,
    ) -> Result<()> {
        self.in_parts(sql, list, |tx, sql, part| tx.each(sql, part, &mut f))
    }

    /// The same for a statement that answers nothing.
    pub(crate) fn execute_of<'v>(
        &mut self,
        sql: &str,
        list: impl ExactSizeIterator<Item = Value<'v>>,
    ) -> Result<u64> {
        let mut touched = 0;
        self.in_parts(sql, list, |tx, sql, part| {
            touched += tx.execute(sql, part)?;
            Ok(())
        })?;
        Ok(touched)
    }

    fn in_parts<'v>(
        &mut self,
        sql: &str,
        list: impl ExactSizeIterator<Item = Value<'v>>,
        mut run: impl FnMut(&mut Self, &str, &[Value<'v>]) -> Result<()>,
    ) -> Result<()> {
        let size = if list.len() <= SMALL { SMALL } else { LARGE };
        let sql = with_list(sql, size);
        let mut list = list.peekable();
        while list.peek().is_some() {
            let mut part: Vec<Value<'v>> = list.by_ref().take(size).collect();
            // A short part repeats its last value: a list does not care.
            if let Some(last) = part.last().cloned() {
                part.resize(size, last);
            }
            run(self, &sql, &part)?;
        }
        Ok(())
    }
}
