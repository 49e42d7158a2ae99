//! Candidates in few bytes, for files of a million rows: a row waits here until it is written.

use filon_core::AccountKind;
use filon_core::account::normalise;

use super::row::Candidate;

/// A candidate whose fields follow each other, each behind its length.
#[derive(Debug, Clone)]
pub(super) struct Packed(Box<[u8]>);

/// Flags of the byte after the row.
const COMPANY: u8 = 1;
const INDIVIDUAL: u8 = 2;
const PARTIAL: u8 = 4;
const OPTED_OUT: u8 = 8;
const CONSENTED: u8 = 16;
const REVENUE: u8 = 32;

impl Packed {
    pub fn of(candidate: &Candidate) -> Packed {
        let mut out = Vec::with_capacity(256);
        push_length(&mut out, candidate.row);
        let flags = [
            (COMPANY, candidate.kind == Some(AccountKind::Company)),
            (INDIVIDUAL, candidate.kind == Some(AccountKind::Individual)),
            (PARTIAL, candidate.partial_diffusion),
            (OPTED_OUT, candidate.opted_out),
            (CONSENTED, candidate.consented),
            (REVENUE, candidate.revenue.is_some()),
        ];
        out.push(flags.iter().filter(|(_, set)| *set).map(|(flag, _)| flag).sum());
        if let Some(revenue) = candidate.revenue {
            out.extend_from_slice(&revenue.to_le_bytes());
        }
        let maybe = [
            &candidate.reference,
            &candidate.siret,
            &candidate.siren,
            &candidate.naf,
            &candidate.employees,
            &candidate.postcode,
            &candidate.city,
            &candidate.house_phone,
            &candidate.house_email,
            &candidate.website,
            &candidate.source,
            &candidate.note,
        ];
        maybe.into_iter().for_each(|text| push_maybe(&mut out, text.as_deref()));
        push_maybe(&mut out, candidate.country);
        let texts = [
            &candidate.name,
            &candidate.civility,
            &candidate.first_name,
            &candidate.last_name,
            &candidate.role,
            &candidate.email,
            &candidate.phone,
            &candidate.mobile,
        ];
        texts.into_iter().for_each(|text| push(&mut out, text));
        for list in [&candidate.lines, &candidate.tags] {
            push_length(&mut out, list.len());
            list.iter().for_each(|text| push(&mut out, text));
        }
        push_length(&mut out, candidate.custom.len());
        for (name, value) in &candidate.custom {
            push(&mut out, name);
            push(&mut out, value);
        }
        Packed(out.into_boxed_slice())
    }

    /// Its place in the file.
    pub fn row(&self) -> usize {
        Rest(&self.0).length()
    }

    pub fn unpack(&self) -> Candidate {
        let mut rest = Rest(&self.0);
        let row = rest.length();
        let flags = rest.take(1).first().copied().unwrap_or_default();
        let has = |flag: u8| flags & flag != 0;
        let kind = match () {
            () if has(COMPANY) => Some(AccountKind::Company),
            () if has(INDIVIDUAL) => Some(AccountKind::Individual),
            () => None,
        };
        // Read in the order in which they were written.
        Candidate {
            row,
            kind,
            partial_diffusion: has(PARTIAL),
            opted_out: has(OPTED_OUT),
            consented: has(CONSENTED),
            revenue: if has(REVENUE) { rest.take(8).try_into().ok().map(i64::from_le_bytes) } else { None },
            reference: rest.maybe(),
            siret: rest.maybe(),
            siren: rest.maybe(),
            naf: rest.maybe(),
            employees: rest.maybe(),
            postcode: rest.maybe(),
            city: rest.maybe(),
            house_phone: rest.maybe(),
            house_email: rest.maybe(),
            website: rest.maybe(),
            source: rest.maybe(),
            note: rest.maybe(),
            country: rest.maybe().as_deref().and_then(normalise::country),
            name: rest.text(),
            civility: rest.text(),
            first_name: rest.text(),
            last_name: rest.text(),
            role: rest.text(),
            email: rest.text(),
            phone: rest.text(),
            mobile: rest.text(),
            lines: rest.list(),
            tags: rest.list(),
            custom: (0..rest.length()).map(|_| (rest.text(), rest.text())).collect(),
        }
    }
}

/// Seven bits a byte, the least first.
fn push_length(out: &mut Vec<u8>, mut length: usize) {
    while length >= 0x80 {
        out.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
}

fn push(out: &mut Vec<u8>, text: &str) {
    push_length(out, text.len());
    out.extend_from_slice(text.as_bytes());
}

/// One more than the length: zero is nothing.
fn push_maybe(out: &mut Vec<u8>, text: Option<&str>) {
    push_length(out, text.map_or(0, |text| text.len() + 1));
    out.extend_from_slice(text.unwrap_or_default().as_bytes());
}

/// What is still to be read.
struct Rest<'b>(&'b [u8]);

impl<'b> Rest<'b> {
    fn take(&mut self, count: usize) -> &'b [u8] {
        let (taken, rest) = self.0.split_at(count.min(self.0.len()));
        self.0 = rest;
        taken
    }

    fn length(&mut self) -> usize {
        let (mut length, mut shift) = (0, 0);
        while let [byte] = *self.take(1) {
            length |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 || shift > 56 {
                break;
            }
        }
        length
    }

    fn of_length(&mut self, length: usize) -> String {
        String::from_utf8_lossy(self.take(length)).into_owned()
    }

    fn text(&mut self) -> String {
        let length = self.length();
        self.of_length(length)
    }

    fn maybe(&mut self) -> Option<String> {
        let length = self.length().checked_sub(1)?;
        Some(self.of_length(length))
    }

    fn list(&mut self) -> Vec<String> {
        (0..self.length()).map(|_| self.text()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        let full = Candidate {
            row: 7,
            kind: Some(AccountKind::Individual),
            reference: Some("C-1".into()),
            name: "Café de l’Étoile".into(),
            siret: Some("73282932000074".into()),
            siren: Some(String::new()),
            naf: Some("43.22A".into()),
            employees: Some("10 à 19".into()),
            revenue: Some(-125_000_000),
            lines: vec!["3 rue Haute".into(), "Bâtiment B".into()],
            postcode: Some("33000".into()),
            city: Some("Bordeaux".into()),
            country: Some("CH"),
            house_phone: Some("+33556000000".into()),
            house_email: Some("a@b.fr".into()),
            website: Some("b.fr".into()),
            source: Some("salon".into()),
            tags: vec!["gros".into()],
            note: Some("n".repeat(40_000)),
            partial_diffusion: true,
            custom: [("Flotte".to_owned(), "3".to_owned()), (String::new(), "x".to_owned())].into(),
            civility: "Mme".into(),
            first_name: "Zoé".into(),
            last_name: "Durand".into(),
            role: "gérante".into(),
            email: "zoe@b.fr".into(),
            phone: "+33612345678".into(),
            mobile: "+33612345679".into(),
            opted_out: true,
            consented: true,
        };
        assert_eq!(Packed::of(&full).unpack(), full);
        let empty = Candidate::default();
        assert_eq!(Packed::of(&empty).unpack(), empty);
    }
}
