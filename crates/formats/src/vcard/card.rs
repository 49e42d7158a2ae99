//! The properties of one card into the sixteen columns. What has no column of its own but matters
//! (a second telephone, a second address) goes into the note, so that it is not lost.

use super::property::{Property, split_unescaped, unescape};

#[derive(Default)]
pub struct Card {
    company: String,
    is_company: bool,
    formatted: String,
    civility: String,
    first_name: String,
    last_name: String,
    title: String,
    role: String,
    emails: Vec<(bool, String)>,
    phones: Vec<(bool, String)>,
    mobiles: Vec<(bool, String)>,
    addresses: Vec<(u8, Address)>,
    website: String,
    categories: String,
    notes: Vec<String>,
    extra: Vec<String>,
    /// The last property announced a card inside this one.
    pub expects_agent: bool,
}

#[derive(Default)]
struct Address {
    street: String,
    complement: String,
    postcode: String,
    city: String,
    country: String,
}

/// Lines of one kind kept from one card; a card with more is an attack.
const MOST: usize = 50;

impl Card {
    pub fn take(&mut self, property: &Property) {
        self.expects_agent = property.name == "AGENT";
        match property.name.as_str() {
            "N" if self.last_name.is_empty() && self.first_name.is_empty() => {
                self.last_name = property.part(0);
                self.first_name = property.part(1);
                self.civility = property.part(3);
            }
            "FN" => set(&mut self.formatted, property.text()),
            "ORG" if self.company.is_empty() => {
                self.company = property.part(0);
                let units: Vec<String> =
                    property.parts().skip(1).map(unescape).filter(|u| !u.is_empty()).collect();
                if !units.is_empty() {
                    self.extra.push(format!("Service : {}", units.join(", ")));
                }
            }
            "KIND" | "X-KIND" => self.is_company |= property.value.trim().eq_ignore_ascii_case("org"),
            "X-ABSHOWAS" => self.is_company |= property.value.trim().eq_ignore_ascii_case("company"),
            "TITLE" => set(&mut self.title, property.text()),
            "ROLE" => set(&mut self.role, property.text()),
            "EMAIL" => push(&mut self.emails, property.is("PREF"), property.text()),
            "TEL" => self.take_phone(property),
            "ADR" => self.take_address(property),
            "URL" => set(&mut self.website, property.text()),
            "NOTE" if self.notes.len() < MOST => self.notes.push(property.text()),
            "CATEGORIES" => {
                let names = split_unescaped(&property.value, ',').map(unescape);
                set(&mut self.categories, names.collect::<Vec<_>>().join(", "));
            }
            _ => {}
        }
    }

    fn take_phone(&mut self, property: &Property) {
        let text = property.text();
        let number = text.strip_prefix("tel:").unwrap_or(&text).to_owned();
        let preferred = property.is("PREF");
        if property.is("FAX") {
            if !number.is_empty() && self.extra.len() < MOST {
                self.extra.push(format!("Fax : {number}"));
            }
        } else if property.is("CELL") || (property.is_untyped() && is_french_mobile(&number)) {
            push(&mut self.mobiles, preferred, number);
        } else {
            push(&mut self.phones, preferred, number);
        }
    }

    fn take_address(&mut self, property: &Property) {
        let complement = [property.part(1), property.part(0)];
        let complement: Vec<String> = complement.into_iter().filter(|p| !p.is_empty()).collect();
        let address = Address {
            street: property.part(2),
            complement: complement.join(", "),
            city: property.part(3),
            postcode: property.part(5),
            country: property.part(6),
        };
        let rank = if property.is("PREF") {
            0
        } else if property.is("WORK") {
            1
        } else {
            2
        };
        if self.addresses.len() < MOST && !address.line().is_empty() {
            self.addresses.push((rank, address));
        }
    }

    /// One text a column, in the order of `HEADERS`.
    pub fn fields(mut self) -> [String; 16] {
        let email = first(&mut self.emails);
        let phone = first(&mut self.phones);
        let mobile = first(&mut self.mobiles);
        self.addresses.sort_by_key(|(rank, _)| *rank);
        let mut addresses = self.addresses.into_iter().map(|(_, a)| a);
        let address = addresses.next().unwrap_or_default();
        let mut notes = self.notes;
        notes.extend(self.extra);
        notes.extend(self.emails.into_iter().map(|(_, e)| format!("Autre e-mail : {e}")));
        notes.extend(self.phones.into_iter().map(|(_, p)| format!("Autre téléphone : {p}")));
        notes.extend(self.mobiles.into_iter().map(|(_, p)| format!("Autre mobile : {p}")));
        notes.extend(addresses.map(|a| format!("Autre adresse : {}", a.line())));
        notes.retain(|n| !n.is_empty());
        if self.first_name.is_empty() && self.last_name.is_empty() {
            // The formatted name is all there is, unless it only repeats something else.
            let repeats = [&self.company, &email, &phone, &mobile].contains(&&self.formatted);
            if self.company.is_empty() && self.is_company {
                self.company = self.formatted;
            } else if !repeats {
                self.last_name = self.formatted;
            }
        }
        let role = if self.title.is_empty() { self.role } else { self.title };
        [
            self.company,
            self.civility,
            self.first_name,
            self.last_name,
            role,
            email,
            phone,
            mobile,
            address.street,
            address.complement,
            address.postcode,
            address.city,
            address.country,
            self.website,
            notes.join("\n"),
            self.categories,
        ]
    }
}

impl Address {
    fn line(&self) -> String {
        let parts = [&self.street, &self.complement, &self.postcode, &self.city, &self.country];
        let filled: Vec<&str> = parts.into_iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
        filled.join(", ")
    }
}

fn set(field: &mut String, text: String) {
    if field.is_empty() {
        *field = text;
    }
}

fn push(list: &mut Vec<(bool, String)>, preferred: bool, text: String) {
    if !text.is_empty() && list.len() < MOST && list.iter().all(|(_, known)| *known != text) {
        list.push((preferred, text));
    }
}

/// Takes the preferred entry out, else the first.
fn first(list: &mut Vec<(bool, String)>) -> String {
    if list.is_empty() {
        return String::new();
    }
    let index = list.iter().position(|(preferred, _)| *preferred).unwrap_or(0);
    list.remove(index).1
}

fn is_french_mobile(number: &str) -> bool {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    ["06", "07", "+336", "+337", "00336", "00337"].iter().any(|start| digits.starts_with(start))
}
