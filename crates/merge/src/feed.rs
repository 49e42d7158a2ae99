//! The records as the fields see them: a current one, moved on by `NEXT`.
use crate::Record;

pub struct Feed<'a> {
    records: &'a mut dyn Iterator<Item = Record>,
    current: Option<Record>,
    /// First record of the copy under way, once `NEXT` has left it.
    first: Option<(Record, usize)>,
    taken: usize,
    ended: bool,
}

impl<'a> Feed<'a> {
    pub fn new(records: &'a mut dyn Iterator<Item = Record>) -> Feed<'a> {
        Feed { records, current: None, first: None, taken: 0, ended: false }
    }

    /// Takes the record of a new copy; false at the end of the data.
    pub fn start_copy(&mut self) -> bool {
        self.first = None;
        self.current = None;
        self.take()
    }

    /// `NEXT`: past the end every field is empty, the last record is never repeated.
    pub fn next(&mut self) {
        let index = self.index();
        if let (Some(record), None) = (self.current.take(), &self.first) {
            self.first = Some((record, index));
        }
        self.take();
    }

    fn take(&mut self) -> bool {
        // An iterator may be asked again after its end; it is not, because that is not defined for all of them.
        if !self.ended {
            self.current = self.records.next();
            self.ended = self.current.is_none();
            self.taken += usize::from(!self.ended);
        }
        self.current.is_some()
    }

    /// Headers and footers show the first record of their copy, whatever `NEXT` did in the body.
    pub fn rewind_copy(&mut self) {
        if let Some((record, _)) = self.first.take() {
            self.current = Some(record);
        }
    }

    pub fn value(&self, column: usize) -> &str {
        self.current.as_ref().and_then(|r| r.0.get(column)).map_or("", String::as_str)
    }

    /// 0-based number of the current record in the data.
    pub fn index(&self) -> usize {
        self.taken.saturating_sub(1)
    }

    pub fn has_record(&self) -> bool {
        self.current.is_some()
    }
}
