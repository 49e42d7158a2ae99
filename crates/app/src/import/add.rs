//! A candidate made into an account, or added to one that is there.

use std::collections::BTreeMap;
use std::mem::take;

use filon_core::account::normalise::full_name;
use filon_core::text::fold;
use filon_core::{Account, AccountKind, Address, Id, Moment, Person, Stage};

use super::pool::Working;
use super::row::Candidate;

/// What every account of a batch has in common.
#[derive(Debug, Clone)]
pub(super) struct Common {
    pub batch: Option<Id>,
    pub at: Moment,
    /// Named by whoever imports; else the row's own, else the file's name.
    pub source: Option<String>,
    pub file: String,
    pub kind: Option<AccountKind>,
}

/// The account and the person that a row describes.
pub(super) fn draft(
    mut candidate: Candidate,
    common: &Common,
    id: Id,
    next: &mut impl FnMut() -> Id,
) -> Working {
    let kind = common.kind.or(candidate.kind).unwrap_or(AccountKind::Company);
    let source = source_of(&mut candidate, common);
    let person = person_of(&mut candidate, kind, id, next);
    let named = person.as_ref().map(Person::full_name).filter(|name| !name.is_empty());
    let name = match (kind, candidate.name) {
        (AccountKind::Individual, name) => named.unwrap_or(name),
        (AccountKind::Company, name) if name.is_empty() => named.unwrap_or_default(),
        (AccountKind::Company, name) => name,
    };
    let mut custom = candidate.custom;
    let mut houses = (candidate.house_phone, candidate.house_email);
    if person.is_none() {
        stand_in(&mut houses.0, &candidate.phone, "Téléphone", &mut custom);
        stand_in(&mut houses.0, &candidate.mobile, "Mobile", &mut custom);
        stand_in(&mut houses.1, &candidate.email, "E-mail", &mut custom);
    }
    let account = Account {
        id,
        reference: candidate.reference,
        kind,
        name,
        siret: candidate.siret,
        siren: candidate.siren,
        naf: candidate.naf,
        employees: candidate.employees,
        revenue: candidate.revenue,
        address: Address {
            lines: candidate.lines,
            postcode: candidate.postcode,
            city: candidate.city,
            country: candidate.country.unwrap_or("FR").to_owned(),
        },
        phone: houses.0,
        email: houses.1,
        website: candidate.website,
        source: Some(source),
        tags: candidate.tags,
        partial_diffusion: candidate.partial_diffusion,
        custom,
        note: candidate.note,
        owner: None,
        batch: common.batch,
        created_at: common.at,
    };
    Working {
        account,
        persons: person.into_iter().collect(),
        stage: Stage::Suspect,
        existing: false,
        changed: false,
        changed_persons: Vec::new(),
        new_persons: Vec::new(),
        opted_out_by: candidate.opted_out.then_some(candidate.row),
        consented_by: candidate.consented.then_some(candidate.row),
        row: candidate.row,
    }
}

fn source_of(candidate: &mut Candidate, common: &Common) -> String {
    common.source.clone().or_else(|| candidate.source.take()).unwrap_or_else(|| common.file.clone())
}

/// What belongs to nobody belongs to the house; whether anything was kept.
fn stand_in(
    slot: &mut Option<String>,
    value: &str,
    label: &str,
    custom: &mut BTreeMap<String, String>,
) -> bool {
    match slot {
        _ if value.is_empty() => false,
        None => fill(slot, Some(value.to_owned())),
        Some(own) if own == value => false,
        Some(_) => set_aside(custom, label, value.to_owned()),
    }
}

/// Takes the person out of the row; whatever belongs to nobody stays in it.
fn person_of(
    candidate: &mut Candidate,
    kind: AccountKind,
    account: Id,
    next: &mut impl FnMut() -> Id,
) -> Option<Person> {
    if kind == AccountKind::Individual && candidate.first_name.is_empty() && candidate.last_name.is_empty() {
        let read = full_name(&candidate.name);
        if candidate.civility.is_empty() {
            candidate.civility = read.civility;
        }
        (candidate.first_name, candidate.last_name) = (read.first_name, read.last_name);
    }
    let parts = [&candidate.civility, &candidate.first_name, &candidate.last_name, &candidate.role];
    parts.iter().any(|part| !part.is_empty()).then(|| Person {
        id: next(),
        account,
        primary: true,
        civility: take(&mut candidate.civility),
        first_name: take(&mut candidate.first_name),
        last_name: take(&mut candidate.last_name),
        role: take(&mut candidate.role),
        email: take(&mut candidate.email),
        phone: take(&mut candidate.phone),
        mobile: take(&mut candidate.mobile),
    })
}

/// Adds a row to the account that it met: empty fields are filled, a new person joins, nothing that
/// is there is overwritten; a reference or SIRET that differs is kept in a field of its own.
pub(super) fn merge(working: &mut Working, row: Working, taken: impl Fn(&str, &str) -> bool) {
    working.changed |= fill_account(working, row.account, taken);
    for person in row.persons {
        join(working, person);
    }
    working.opted_out_by = working.opted_out_by.or(row.opted_out_by);
    working.consented_by = working.consented_by.or(row.consented_by);
    if working.row == 0 {
        working.row = row.row;
    }
}

/// Fills what is empty; whether anything was.
fn fill_account(working: &mut Working, other: Account, taken: impl Fn(&str, &str) -> bool) -> bool {
    let account = &mut working.account;
    let mut changed = false;
    for (label, own, new) in
        [("référence", &mut account.reference, other.reference), ("siret", &mut account.siret, other.siret)]
    {
        match (&own, new) {
            (None, Some(new)) if !taken(label, &new) => {
                *own = Some(new);
                changed = true;
            }
            (Some(old), Some(new)) if *old != new => changed |= set_aside(&mut account.custom, label, new),
            _ => {}
        }
    }
    let fits = |siren: &String| account.siret.as_ref().is_none_or(|siret| siret.starts_with(siren.as_str()));
    let siren = other.siren.filter(fits);
    changed |= fill(&mut account.siren, siren);
    changed |= fill(&mut account.naf, other.naf);
    changed |= fill(&mut account.employees, other.employees);
    changed |= fill(&mut account.revenue, other.revenue);
    changed |= fill(&mut account.website, other.website);
    changed |= fill(&mut account.note, other.note);
    for (label, own, new) in
        [("Téléphone", &mut account.phone, other.phone), ("E-mail", &mut account.email, other.email)]
    {
        let of_somebody = |new: &&String| {
            working.persons.iter().any(|person| [&person.phone, &person.mobile, &person.email].contains(new))
        };
        if let Some(new) = new.filter(|new| !of_somebody(&new)) {
            changed |= stand_in(own, &new, label, &mut account.custom);
        }
    }
    let place = &mut account.address;
    let near = place.postcode.is_none()
        || other.address.postcode.is_none()
        || place.postcode == other.address.postcode;
    if near {
        if place.lines.is_empty() && !other.address.lines.is_empty() {
            place.lines = other.address.lines;
            changed = true;
        }
        changed |= fill(&mut place.postcode, other.address.postcode);
        changed |= fill(&mut place.city, other.address.city);
    }
    for tag in other.tags {
        if !account.tags.iter().any(|own| fold(own) == fold(&tag)) {
            account.tags.push(tag);
            changed = true;
        }
    }
    for (name, value) in other.custom {
        changed |= set_aside(&mut account.custom, &name, value);
    }
    if other.partial_diffusion && !account.partial_diffusion {
        account.partial_diffusion = true;
        changed = true;
    }
    changed
}

/// Fills an empty field; whether it did.
fn fill<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let fills = slot.is_none() && value.is_some();
    if fills {
        *slot = value;
    }
    fills
}

/// Keeps a value in a field of the company's own that is free; whether it did.
fn set_aside(custom: &mut BTreeMap<String, String>, name: &str, value: String) -> bool {
    let is_free = !custom.contains_key(name);
    if is_free {
        custom.insert(name.to_owned(), value);
    }
    is_free
}

/// The same person is filled; anybody else becomes another person of the account.
fn join(working: &mut Working, mut person: Person) {
    let name = fold(&person.full_name());
    let same = working.persons.iter_mut().find(|own| {
        let own_name = fold(&own.full_name());
        let agree = |a: &str, b: &str| a.is_empty() || b.is_empty() || a == b;
        let meet =
            (!name.is_empty() && own_name == name) || (!person.email.is_empty() && own.email == person.email);
        meet && agree(&own_name, &name) && agree(&own.email, &person.email)
    });
    let Some(own) = same else {
        person.account = working.account.id;
        person.primary = working.persons.is_empty();
        if working.existing {
            working.new_persons.push(person.id);
        }
        working.persons.push(person);
        return;
    };
    let before = own.clone();
    for (slot, value) in [
        (&mut own.civility, person.civility),
        (&mut own.first_name, person.first_name),
        (&mut own.last_name, person.last_name),
        (&mut own.role, person.role),
        (&mut own.email, person.email),
        (&mut own.phone, person.phone),
        (&mut own.mobile, person.mobile),
    ] {
        if slot.is_empty() {
            *slot = value;
        }
    }
    let is_new = working.new_persons.contains(&own.id);
    if working.existing && !is_new && *own != before && !working.changed_persons.contains(&own.id) {
        working.changed_persons.push(own.id);
    }
}
