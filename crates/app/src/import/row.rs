//! One row of a file, read into an account and a person.

use std::collections::BTreeMap;

use filon_core::account::mapping::Target;
use filon_core::account::normalise::{
    self, ConsentCell, EmailProblem, PhoneProblem, PostcodeProblem, SiretProblem, collapse,
};
use filon_core::{AccountKind, Cents};

use super::columns::Columns;
use crate::answer::{Notice, Rejected};
use crate::words::Words;

/// What a row says, checked and normalised; empty texts are unknown.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Candidate {
    pub row: usize,
    pub kind: Option<AccountKind>,
    pub reference: Option<String>,
    pub name: String,
    pub siret: Option<String>,
    pub siren: Option<String>,
    pub naf: Option<String>,
    pub employees: Option<String>,
    pub revenue: Option<Cents>,
    pub lines: Vec<String>,
    pub postcode: Option<String>,
    pub city: Option<String>,
    pub country: Option<&'static str>,
    pub house_phone: Option<String>,
    pub house_email: Option<String>,
    pub website: Option<String>,
    pub source: Option<String>,
    pub tags: Vec<String>,
    pub note: Option<String>,
    pub partial_diffusion: bool,
    pub custom: BTreeMap<String, String>,
    pub civility: String,
    pub first_name: String,
    pub last_name: String,
    pub role: String,
    pub email: String,
    pub phone: String,
    pub mobile: String,
    pub opted_out: bool,
    pub consented: bool,
}

/// Reads rows; keeps the remarks that do not reject one.
pub(super) struct RowReader<'a> {
    pub columns: &'a Columns,
    pub words: &'a Words,
    pub notices: Vec<Notice>,
    pub more_notices: usize,
}

/// Beyond so many remarks they are only counted.
const LISTED_NOTICES: usize = 1_000;

impl<'a> RowReader<'a> {
    pub fn new(columns: &'a Columns, words: &'a Words) -> RowReader<'a> {
        RowReader { columns, words, notices: Vec::new(), more_notices: 0 }
    }

    pub fn notice(&mut self, row: usize, column: Option<&str>, value: &str, message: String) {
        if self.notices.len() >= LISTED_NOTICES {
            self.more_notices += 1;
            return;
        }
        let column = column.map(str::to_owned);
        self.notices.push(Notice { row, column, value: value.to_owned(), message });
    }

    /// The remarks, with a last one for those that are only counted.
    pub fn finish(mut self) -> Vec<Notice> {
        if self.more_notices > 0 {
            let message = (self.words.import.more_notices)(self.more_notices);
            let row = self.notices.last().map_or(0, |notice| notice.row);
            self.notices.push(Notice { row, column: None, value: String::new(), message });
        }
        self.notices
    }

    /// Reads one row, or says why it cannot go in.
    pub fn read<'c>(
        &mut self,
        row: usize,
        cells: impl Iterator<Item = &'c str>,
    ) -> Result<Candidate, Rejected> {
        let columns = self.columns;
        let mut reading = Reading {
            candidate: Candidate { row, ..Candidate::default() },
            address: <[String; 4]>::default(),
            street: <[String; 4]>::default(),
            postcode: None,
            full_address: None,
        };
        for ((header, target), cell) in columns.headers.iter().zip(&columns.targets).zip(cells) {
            let cell = cell.trim();
            if !cell.is_empty() {
                self.cell(&mut reading, header, target, cell)?;
            }
        }
        self.address(&mut reading);
        self.name(reading.candidate)
    }

    fn cell(
        &mut self,
        reading: &mut Reading,
        header: &str,
        target: &Target,
        cell: &str,
    ) -> Result<(), Rejected> {
        let words = &self.words.import;
        let row = reading.candidate.row;
        let candidate = &mut reading.candidate;
        let reject = |message: String| Rejected {
            row,
            column: Some(header.to_owned()),
            value: cell.to_owned(),
            message,
        };
        match target {
            Target::Reference => candidate.reference = Some(collapse(cell)),
            Target::Kind => match normalise::kind(cell) {
                Some(kind) => candidate.kind = Some(kind),
                None => self.keep_aside(candidate, header, cell, words.unknown_kind.to_owned()),
            },
            Target::Name => candidate.name = collapse(cell),
            Target::Siret => match normalise::siret(cell) {
                Ok(found) => {
                    if found.restored_zero {
                        self.notice(row, Some(header), cell, (words.zero_restored)(&found.digits));
                    }
                    candidate.siren = Some(found.digits[..9].to_owned());
                    candidate.siret = Some(found.digits);
                }
                Err(SiretProblem::Empty) => {}
                Err(SiretProblem::SirenGiven { siren }) => candidate.siren = Some(siren),
                Err(problem) => return Err(reject((words.siret)(&problem))),
            },
            Target::Siren => match normalise::siren(cell) {
                Ok(found) => {
                    if found.restored_zero {
                        self.notice(row, Some(header), cell, (words.zero_restored)(&found.digits));
                    }
                    candidate.siren.get_or_insert(found.digits);
                }
                Err(SiretProblem::Empty) => {}
                Err(problem) => return Err(reject((words.siren)(&problem))),
            },
            Target::Vat => match normalise::vat_number(cell) {
                Ok(vat) => {
                    if candidate.siren.is_none() {
                        candidate.siren = vat.siren;
                    }
                    candidate.custom.insert(header.to_owned(), vat.number);
                }
                Err(_) => self.keep_aside(candidate, header, cell, words.unknown_vat.to_owned()),
            },
            Target::Naf => match normalise::naf(cell) {
                Some(naf) => candidate.naf = Some(naf),
                None => self.keep_aside(candidate, header, cell, words.unknown_naf.to_owned()),
            },
            Target::Employees => candidate.employees = Some(collapse(cell)),
            Target::EmployeesBand => {
                candidate.employees =
                    Some(normalise::sirene_band(cell).map_or_else(|| collapse(cell), str::to_owned));
            }
            Target::Revenue => match normalise::parse_revenue(&in_units_of(header, cell)) {
                Some(cents) => candidate.revenue = Some(cents),
                None => self.keep_aside(candidate, header, cell, words.unreadable_revenue.to_owned()),
            },
            Target::AddressLine(line) => {
                if let Some(slot) = reading.address.get_mut(usize::from(*line).saturating_sub(1)) {
                    cell.clone_into(slot);
                }
            }
            Target::FullAddress => reading.full_address = Some((header.to_owned(), cell.to_owned())),
            Target::StreetNumber => cell.clone_into(&mut reading.street[0]),
            Target::StreetRepetition => cell.clone_into(&mut reading.street[1]),
            Target::StreetType => cell.clone_into(&mut reading.street[2]),
            Target::StreetName => cell.clone_into(&mut reading.street[3]),
            Target::Postcode => reading.postcode = Some((header.to_owned(), cell.to_owned())),
            Target::City => candidate.city = Some(collapse(cell)),
            Target::PostcodeCity => match normalise::postcode_city(cell) {
                Some(found) => {
                    if found.restored_zero {
                        self.notice(row, Some(header), cell, (words.zero_restored)(&found.postcode));
                    }
                    candidate.postcode = Some(found.postcode);
                    candidate.city = Some(found.city);
                }
                None => candidate.city = Some(collapse(cell)),
            },
            Target::Country => match normalise::country(cell) {
                Some(country) => candidate.country = Some(country),
                None => self.keep_aside(candidate, header, cell, words.unknown_country.to_owned()),
            },
            Target::HousePhone => candidate.house_phone = self.phone(candidate, header, cell),
            Target::Phone => candidate.phone = self.phone(candidate, header, cell).unwrap_or_default(),
            Target::Mobile => candidate.mobile = self.phone(candidate, header, cell).unwrap_or_default(),
            Target::HouseEmail => candidate.house_email = self.email(candidate, header, cell),
            Target::Email => candidate.email = self.email(candidate, header, cell).unwrap_or_default(),
            Target::Civility => match normalise::civility(cell) {
                Some(civility) => civility.clone_into(&mut candidate.civility),
                None => keep(candidate, header, cell),
            },
            Target::FirstName => candidate.first_name = collapse(cell),
            Target::LastName => candidate.last_name = collapse(cell),
            Target::FullName => {
                let parts = normalise::full_name(cell);
                fill(&mut candidate.civility, parts.civility);
                fill(&mut candidate.first_name, parts.first_name);
                fill(&mut candidate.last_name, parts.last_name);
            }
            Target::Role => candidate.role = collapse(cell),
            Target::Website => candidate.website = Some(collapse(cell)),
            Target::Source => candidate.source = Some(collapse(cell)),
            Target::Tags => {
                candidate.tags =
                    cell.split([',', ';', '|', '\n']).map(collapse).filter(|tag| !tag.is_empty()).collect();
            }
            Target::Note => candidate.note = Some(cell.to_owned()),
            Target::Consent => match normalise::consent_cell(cell) {
                Some(ConsentCell::Given) => candidate.consented = true,
                Some(ConsentCell::OptedOut) => candidate.opted_out = true,
                Some(ConsentCell::NotGiven | ConsentCell::Unknown) => {}
                None => self.keep_aside(candidate, header, cell, words.unreadable_consent.to_owned()),
            },
            Target::OptOut => match normalise::yes_no(cell) {
                Some(true) => candidate.opted_out = true,
                Some(false) => {}
                None if normalise::consent_cell(cell) == Some(ConsentCell::OptedOut) => {
                    candidate.opted_out = true;
                }
                // A date or a reason in a column of objections is an objection.
                None => {
                    candidate.opted_out = normalise::consent_cell(cell).is_none();
                    keep(candidate, header, cell);
                }
            },
            Target::Diffusion => candidate.partial_diffusion = cell.eq_ignore_ascii_case("P"),
            Target::Custom(name) => {
                candidate.custom.insert(name.clone(), cell.to_owned());
            }
            Target::LastContact | Target::CreatedOn => keep(candidate, header, cell),
            Target::Ignore => {}
        }
        Ok(())
    }

    fn email(&mut self, candidate: &mut Candidate, header: &str, cell: &str) -> Option<String> {
        match normalise::email(cell) {
            Ok(email) => Some(email),
            Err(EmailProblem::Empty) => None,
            Err(problem) => {
                self.keep_aside(candidate, header, cell, (self.words.import.email)(&problem));
                match problem {
                    EmailProblem::Several { first } => Some(first),
                    _ => None,
                }
            }
        }
    }

    fn phone(&mut self, candidate: &mut Candidate, header: &str, cell: &str) -> Option<String> {
        match normalise::phone(cell) {
            Ok(phone) => {
                if phone.restored_zero {
                    let spoken = normalise::display_phone(&phone.e164);
                    self.notice(
                        candidate.row,
                        Some(header),
                        cell,
                        (self.words.import.zero_restored)(&spoken),
                    );
                }
                Some(phone.e164)
            }
            Err(PhoneProblem::Empty) => None,
            Err(problem) => {
                self.keep_aside(candidate, header, cell, (self.words.import.phone)(&problem));
                match problem {
                    PhoneProblem::Several { first } => Some(first.e164),
                    _ => None,
                }
            }
        }
    }

    /// Address lines, postcode and town, once the whole row is known.
    fn address(&mut self, reading: &mut Reading) {
        let candidate = &mut reading.candidate;
        if let Some((header, cell)) = reading.postcode.take() {
            match normalise::postcode(&cell, candidate.country.unwrap_or("FR")) {
                Ok(found) => {
                    if found.restored_zero {
                        let message = (self.words.import.zero_restored)(&found.code);
                        self.notice(candidate.row, Some(&header), &cell, message);
                    }
                    candidate.postcode = Some(found.code);
                    if let (Some(cedex), Some(city)) = (found.cedex, &mut candidate.city)
                        && !city.to_uppercase().contains("CEDEX")
                    {
                        city.push(' ');
                        city.push_str(&cedex);
                    }
                }
                Err(PostcodeProblem::Empty) => {}
                Err(problem) => {
                    self.keep_aside(candidate, &header, &cell, (self.words.import.postcode)(&problem));
                }
            }
        }
        let street: Vec<&str> =
            reading.street.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let street = street.join(" ");
        let mut cells: Vec<&str> = reading.address.iter().map(String::as_str).collect();
        cells.push(&street);
        candidate.lines = normalise::address_lines(cells);
        if let Some((_, cell)) = reading.full_address.take() {
            let (lines, found) = normalise::split_address(&cell);
            if candidate.lines.is_empty() {
                candidate.lines = lines;
            }
            if let Some(found) = found {
                candidate.postcode.get_or_insert(found.postcode);
                candidate.city.get_or_insert(found.city);
            }
        }
        // Four lines at most: what is beyond joins the last.
        if candidate.lines.len() > 4 {
            let rest = candidate.lines.split_off(3);
            candidate.lines.push(rest.join(", "));
        }
        candidate.city = candidate.city.take().filter(|city| !city.is_empty());
    }

    /// A row without any name does not go in.
    fn name(&self, mut candidate: Candidate) -> Result<Candidate, Rejected> {
        let person = !candidate.first_name.is_empty() || !candidate.last_name.is_empty();
        if candidate.name.is_empty() && !person {
            let message = self.words.import.nameless.to_owned();
            return Err(Rejected { row: candidate.row, column: None, value: String::new(), message });
        }
        if candidate.kind.is_none() {
            let is_company =
                !candidate.name.is_empty() || candidate.siret.is_some() || candidate.siren.is_some();
            candidate.kind = Some(if is_company { AccountKind::Company } else { AccountKind::Individual });
        }
        Ok(candidate)
    }

    /// The original is kept in a field of the company's own, and said.
    fn keep_aside(&mut self, candidate: &mut Candidate, header: &str, cell: &str, message: String) {
        keep(candidate, header, cell);
        self.notice(candidate.row, Some(header), cell, message);
    }
}

struct Reading {
    candidate: Candidate,
    address: [String; 4],
    street: [String; 4],
    postcode: Option<(String, String)>,
    full_address: Option<(String, String)>,
}

fn keep(candidate: &mut Candidate, header: &str, cell: &str) {
    candidate.custom.entry(header.to_owned()).or_insert_with(|| cell.to_owned());
}

fn fill(slot: &mut String, value: String) {
    if slot.is_empty() {
        *slot = value;
    }
}

/// A header such as `CA (k€)` says the unit of its cells.
fn in_units_of(header: &str, cell: &str) -> String {
    let header = header.to_lowercase();
    let bare = !cell.chars().any(|c| c.is_alphabetic());
    let number = cell.trim_end_matches(['€', ' ', '\u{a0}', '\u{202f}']);
    match () {
        () if bare && (header.contains("k€") || header.contains("keur") || header.contains("(ke)")) => {
            format!("{number} k€")
        }
        () if bare && (header.contains("m€") || header.contains("meur")) => format!("{number} M€"),
        () => cell.to_owned(),
    }
}
