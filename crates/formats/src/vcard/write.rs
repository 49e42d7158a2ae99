//! vCard 3.0, which telephones and mail programs all read.

use std::io::{self, Write};

use crate::folded::{escape, write_folded};

/// One card; empty fields are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VcardPerson {
    pub company: String,
    pub civility: String,
    pub first_name: String,
    pub last_name: String,
    pub role: String,
    pub email: String,
    pub phone: String,
    pub mobile: String,
    pub address: String,
    pub complement: String,
    pub postcode: String,
    pub city: String,
    pub country: String,
    pub website: String,
    pub note: String,
    /// Separated by commas.
    pub categories: String,
}

/// Writes one card a person; answers how many.
pub fn write_vcards<W: Write>(out: W, persons: impl Iterator<Item = VcardPerson>) -> io::Result<u64> {
    let mut out = io::BufWriter::new(out);
    let mut count = 0;
    for person in persons {
        for line in lines(&person) {
            write_folded(&mut out, &line)?;
        }
        count += 1;
    }
    out.flush()?;
    Ok(count)
}

fn lines(person: &VcardPerson) -> Vec<String> {
    let p = |text: &str| escape(text);
    let mut lines = vec![
        "BEGIN:VCARD".to_owned(),
        "VERSION:3.0".to_owned(),
        format!("N:{};{};;{};", p(&person.last_name), p(&person.first_name), p(&person.civility)),
        format!("FN:{}", p(&formatted_name(person))),
    ];
    let address = [&person.complement, &person.address, &person.city, &person.postcode, &person.country];
    if address.iter().any(|part| !part.is_empty()) {
        let [complement, street, city, postcode, country] = address.map(|part| escape(part));
        lines.push(format!("ADR;TYPE=WORK:;{complement};{street};{city};;{postcode};{country}"));
    }
    let categories: Vec<String> = person.categories.split(',').map(|c| escape(c.trim())).collect();
    for (name, value) in [
        ("ORG", p(&person.company)),
        ("TITLE", p(&person.role)),
        ("EMAIL;TYPE=INTERNET,WORK", p(&person.email)),
        ("TEL;TYPE=WORK,VOICE", p(&person.phone)),
        ("TEL;TYPE=CELL", p(&person.mobile)),
        ("URL", p(&person.website)),
        ("NOTE", p(&person.note)),
        ("CATEGORIES", categories.join(",")),
    ] {
        if !value.is_empty() {
            lines.push(format!("{name}:{value}"));
        }
    }
    lines.push("END:VCARD".to_owned());
    lines
}

/// FN may not be missing: a name, else the company, else whatever tells the card from another.
fn formatted_name(person: &VcardPerson) -> String {
    let name = format!("{} {}", person.first_name, person.last_name);
    let others = [&person.company, &person.email, &person.phone, &person.mobile];
    let candidates = std::iter::once(name.trim()).chain(others.into_iter().map(String::as_str));
    candidates.into_iter().find(|c| !c.is_empty()).unwrap_or_default().to_owned()
}
