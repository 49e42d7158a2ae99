//! A selection as a file, which an import reads back.

use std::io::{Cursor, Write};

use filon_core::account::mapping::{Target, value_of};
use filon_core::account::normalise::country_name;
use filon_core::{AccountKind, Channel, Id, Person};
use filon_formats::{VcardPerson, write_csv, write_ods, write_vcards, write_xlsx};
use filon_store::accounts::{self, AccountRecord, Direction, Sort};

use crate::answer::RefusedAnswer;
use crate::audience::{SenderMentions, candidates, refused_answers, select};
use crate::query::read_query;
use crate::{Actor, App, AppError, Result, settings};

/// The kinds of files that a selection is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExportFormat {
    Csv,
    Xlsx,
    Ods,
    Vcf,
}

impl ExportFormat {
    pub const ALL: [ExportFormat; 4] =
        [ExportFormat::Csv, ExportFormat::Xlsx, ExportFormat::Ods, ExportFormat::Vcf];

    /// The ending of its files, and its name on the command line.
    pub const fn ending(self) -> &'static str {
        match self {
            ExportFormat::Csv => "csv",
            ExportFormat::Xlsx => "xlsx",
            ExportFormat::Ods => "ods",
            ExportFormat::Vcf => "vcf",
        }
    }

    pub fn from_ending(ending: &str) -> Option<ExportFormat> {
        ExportFormat::ALL.into_iter().find(|format| ending.eq_ignore_ascii_case(format.ending()))
    }
}

/// Columns of every export, French and English, by what they hold.
const COLUMNS: [(&str, &str, Target); 27] = [
    ("Référence", "Reference", Target::Reference),
    ("Nature", "Kind", Target::Kind),
    ("Société", "Company", Target::Name),
    ("SIRET", "SIRET", Target::Siret),
    ("SIREN", "SIREN", Target::Siren),
    ("Code NAF", "NAF", Target::Naf),
    ("Effectif", "Employees", Target::Employees),
    ("Chiffre d'affaires", "Revenue", Target::Revenue),
    ("Civilité", "Civility", Target::Civility),
    ("Prénom", "First name", Target::FirstName),
    ("Nom", "Last name", Target::LastName),
    ("Fonction", "Job title", Target::Role),
    ("E-mail", "E-mail", Target::Email),
    ("Téléphone", "Phone", Target::Phone),
    ("Mobile", "Mobile", Target::Mobile),
    ("Adresse 1", "Address 1", Target::AddressLine(1)),
    ("Adresse 2", "Address 2", Target::AddressLine(2)),
    ("Adresse 3", "Address 3", Target::AddressLine(3)),
    ("Adresse 4", "Address 4", Target::AddressLine(4)),
    ("Code postal", "Postcode", Target::Postcode),
    ("Ville", "City", Target::City),
    ("Pays", "Country", Target::Country),
    ("Standard", "Switchboard", Target::HousePhone),
    ("Site web", "Website", Target::Website),
    ("Source", "Source", Target::Source),
    ("Étiquettes", "Tags", Target::Tags),
    ("Note", "Note", Target::Note),
];

/// A file for mailing: what was written, and whom the right to contact kept out of it.
#[derive(Debug, Clone, Default)]
pub struct Exported {
    pub accounts: u64,
    pub refused: Vec<RefusedAnswer>,
}

/// Writes the selection, one row (or card) for each person; the answer is the number of accounts. It is a
/// plain copy of the file: what is meant for mailing is written by [`export_for`].
pub fn export(
    app: &App,
    actor: &Actor,
    query: &str,
    limit: Option<u64>,
    format: ExportFormat,
    out: &mut dyn Write,
) -> Result<u64> {
    let query = read_query(app, actor, query)?;
    let limit = limit.map_or(i64::MAX, crate::signed);
    let (records, own) = app.read(actor, |tx| {
        let page = accounts::page(tx, &query, Sort::Name, Direction::Ascending, limit, 0)?;
        let own: Vec<String> = accounts::custom_fields(tx)?.into_iter().map(|(name, _)| name).collect();
        Ok((page.rows, own))
    })?;
    write(actor, &records, &own, format, out)
}

/// Writes those of the selection who may be contacted on a channel; the others are listed with the reason.
/// `limit` bounds the selection.
pub fn export_for(
    app: &App,
    actor: &Actor,
    query: &str,
    limit: Option<u64>,
    format: ExportFormat,
    channel: Channel,
    out: &mut dyn Write,
) -> Result<Exported> {
    let query = read_query(app, actor, query)?;
    let limit = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX);
    let now = app.now();
    let (records, refused, own) = app.read(actor, |tx| {
        let mut ids = accounts::ids(tx, &query, Sort::Name, Direction::Ascending)?;
        ids.truncate(limit);
        let alsace_moselle = settings::get_in(tx)?.alsace_moselle;
        let all = candidates(tx, &ids, channel)?;
        // A list carries no mentions: the letter that is made with it will.
        let audience = select(all, channel, now, alsace_moselle, SenderMentions::AskedAtLaunch);
        let allowed: Vec<Id> = audience.allowed().iter().map(|one| one.account.id).collect();
        let own: Vec<String> = accounts::custom_fields(tx)?.into_iter().map(|(name, _)| name).collect();
        Ok((accounts::many(tx, &allowed)?, refused_answers(actor, audience.refused()), own))
    })?;
    Ok(Exported { accounts: write(actor, &records, &own, format, out)?, refused })
}

fn write(
    actor: &Actor,
    records: &[AccountRecord],
    own: &[String],
    format: ExportFormat,
    out: &mut dyn Write,
) -> Result<u64> {
    let written = match format {
        ExportFormat::Vcf => write_vcards(&mut *out, cards(records)),
        ExportFormat::Csv => write_csv(&mut *out, &headers(actor, own), rows(records, own)),
        // Their containers are written with steps back, which not every `out` can take.
        ExportFormat::Xlsx | ExportFormat::Ods => {
            let mut file = Cursor::new(Vec::new());
            let headers = headers(actor, own);
            let made = if format == ExportFormat::Xlsx {
                write_xlsx(&mut file, &headers, rows(records, own))
            } else {
                write_ods(&mut file, &headers, rows(records, own))
            };
            made.and_then(|count| out.write_all(file.get_ref()).map(|()| count))
        }
    };
    written.map_err(|error| AppError::file(actor.language, std::path::Path::new("export"), &error))?;
    Ok(records.len() as u64)
}

fn headers(actor: &Actor, own: &[String]) -> Vec<String> {
    let french = actor.language.is_french();
    let fixed = COLUMNS.iter().map(|(fr, en, _)| if french { (*fr).to_owned() } else { (*en).to_owned() });
    fixed.chain(own.iter().cloned()).collect()
}

fn rows<'r>(records: &'r [AccountRecord], own: &'r [String]) -> impl Iterator<Item = Vec<String>> + 'r {
    records.iter().flat_map(move |record| each_person(record).map(move |person| row(record, person, own)))
}

/// The persons of an account, or nobody once.
fn each_person(record: &AccountRecord) -> impl Iterator<Item = Option<&Person>> {
    let nobody = record.persons.is_empty().then_some(None);
    record.persons.iter().map(Some).chain(nobody)
}

fn row(record: &AccountRecord, person: Option<&Person>, own: &[String]) -> Vec<String> {
    let fixed = COLUMNS.iter().map(|(_, _, target)| value_of(target, &record.account, person));
    let custom = own.iter().map(|name| record.account.custom.get(name).cloned().unwrap_or_default());
    fixed.chain(custom).collect()
}

fn cards(records: &[AccountRecord]) -> impl Iterator<Item = VcardPerson> {
    records.iter().flat_map(|record| each_person(record).map(move |person| card(record, person)))
}

fn card(record: &AccountRecord, person: Option<&Person>) -> VcardPerson {
    let account = &record.account;
    let of = |read: fn(&Person) -> &String| person.map(|person| read(person).clone()).unwrap_or_default();
    let or_house = |own: String, house: &Option<String>| {
        if own.is_empty() { house.clone().unwrap_or_default() } else { own }
    };
    let lines = &account.address.lines;
    let is_company = account.kind == AccountKind::Company || person.is_none();
    VcardPerson {
        company: if is_company { account.name.clone() } else { String::new() },
        civility: of(|person| &person.civility),
        first_name: of(|person| &person.first_name),
        last_name: of(|person| &person.last_name),
        role: of(|person| &person.role),
        email: or_house(of(|person| &person.email), &account.email),
        phone: or_house(of(|person| &person.phone), &account.phone),
        mobile: of(|person| &person.mobile),
        address: lines.first().cloned().unwrap_or_default(),
        complement: lines.get(1..).unwrap_or_default().join(", "),
        postcode: account.address.postcode.clone().unwrap_or_default(),
        city: account.address.city.clone().unwrap_or_default(),
        country: country_name(&account.address.country).unwrap_or(&account.address.country).to_owned(),
        website: account.website.clone().unwrap_or_default(),
        note: account.note.clone().unwrap_or_default(),
        categories: account.tags.join(", "),
    }
}
