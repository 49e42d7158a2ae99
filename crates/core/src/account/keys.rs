//! Keys derived from an account, that the store keeps as columns so that SQL compares what
//! [`crate::segment::matches`] compares.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::normalise;
use super::{Account, Address, Person, Region, regions};
use crate::text::fold;

/// What bare words of a query are looked for in: name, town, reference, persons with their e-mails,
/// house e-mail, note; each folded, one a line, so that a phrase never runs over two of them.
pub fn search_text(account: &Account, persons: &[Person]) -> String {
    let mut text = fold(&account.name);
    let mut add = |line: &str| {
        let folded = fold(line);
        if !text.is_empty() && !folded.is_empty() {
            text.push('\n');
        }
        text.push_str(&folded);
    };
    let own = [&account.address.city, &account.reference, &account.email, &account.note];
    own.into_iter().flatten().for_each(|line| add(line));
    for person in persons {
        add(&person.full_name());
        add(&person.email);
    }
    text
}

/// The folded name: compared by `name:`, and the order of lists.
pub fn name_key(account: &Account) -> String {
    fold(&account.name)
}

/// The folded town without its `CEDEX`, `st` and `ste` spelt out; empty where unknown.
pub fn city_key(address: &Address) -> String {
    address.city.as_deref().map(city_form).unwrap_or_default()
}

/// The form in which towns are compared.
pub(crate) fn city_form(city: &str) -> String {
    let folded = fold(city);
    if !folded.split(' ').any(|word| matches!(word, "cedex" | "st" | "ste")) {
        return folded;
    }
    let words: Vec<&str> = folded.split(' ').collect();
    let end = words.iter().position(|word| *word == "cedex").unwrap_or(words.len());
    let kept = &words[..end];
    let spelt = kept.iter().enumerate().map(|(at, word)| match *word {
        "st" if at + 1 < kept.len() => "saint",
        "ste" if at + 1 < kept.len() => "sainte",
        word => word,
    });
    spelt.collect::<Vec<_>>().join(" ")
}

/// Department of a French postcode: two characters, `2A` and `2B` for Corsica, three overseas.
pub fn dept(address: &Address) -> Option<String> {
    if !is_french(&address.country) {
        return None;
    }
    let code = address.postcode.as_deref()?.trim();
    if code.len() != 5 || !code.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(match &code[..3] {
        "200" | "201" => "2A".to_owned(),
        head if head.starts_with("20") => "2B".to_owned(),
        head if head.starts_with("97") || head.starts_with("98") => head.to_owned(),
        head => head[..2].to_owned(),
    })
}

fn is_french(country: &str) -> bool {
    matches!(
        country,
        "" | "FR" | "GP" | "MQ" | "GF" | "RE" | "YT" | "PM" | "BL" | "MF" | "WF" | "PF" | "NC" | "MC"
    )
}

static REGION_KEYS: LazyLock<HashMap<&str, String>> = LazyLock::new(|| {
    let of_region = |region: &'static Region| region.depts.iter().map(|dept| (*dept, region.key()));
    regions().iter().flat_map(of_region).collect()
});

/// Folded name of the region of a French address: `nouvelle aquitaine`.
pub fn region(address: &Address) -> Option<String> {
    let dept = dept(address)?;
    REGION_KEYS.get(dept.as_str()).cloned()
}

/// Activity code without its dot, in upper case: `4322A`; empty where unknown.
pub fn naf_key(account: &Account) -> String {
    account.naf.as_deref().map(naf_form).unwrap_or_default()
}

pub(crate) fn naf_form(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase()
}

/// The least head count that the account's text allows.
pub fn employees_min(account: &Account) -> Option<i64> {
    normalise::employees_min(account.employees.as_deref()?)
}

/// A name without its legal form and the words that say nothing: `SARL Ets Dupont & Fils` is
/// `dupont fils`. Where nothing would be left, the folded name.
pub fn company_core(name: &str) -> String {
    let mut plain = fold(name);
    if plain.contains('.') {
        for (dotted, form) in
            [("s.a.r.l", "sarl"), ("s.a.s.u", "sasu"), ("s.a.s", "sas"), ("e.u.r.l", "eurl"), ("s.a.", "sa")]
        {
            plain = plain.replace(dotted, form);
        }
    }
    let words = || plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let core = joined(words().filter(|word| !says_nothing(word)), plain.len());
    if core.is_empty() { joined(words(), plain.len()) } else { core }
}

fn joined<'a>(words: impl Iterator<Item = &'a str>, room: usize) -> String {
    let mut text = String::with_capacity(room);
    for word in words {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

/// Legal forms, and words that most names hold.
fn says_nothing(word: &str) -> bool {
    matches!(
        word,
        "sarl"
            | "sas"
            | "sasu"
            | "eurl"
            | "sa"
            | "ei"
            | "eirl"
            | "sci"
            | "snc"
            | "scp"
            | "scop"
            | "scm"
            | "selarl"
            | "selas"
            | "earl"
            | "gaec"
            | "gie"
            | "sca"
            | "scs"
            | "scea"
            | "ets"
            | "etablissement"
            | "etablissements"
            | "ste"
            | "societe"
            | "entreprise"
            | "cie"
            | "compagnie"
            | "et"
            | "the"
            | "ltd"
            | "gmbh"
    )
}

/// Two accounts of one key are most likely one: [`company_core`] and postcode, the town where there is no
/// postcode; a name that stands without any place is its own key, so that a file brought in twice meets
/// itself. `None` where nothing is left of the name.
pub fn dedupe_key(account: &Account) -> Option<String> {
    let code = account.address.postcode.as_deref().map(fold).filter(|code| !code.is_empty());
    let place = code.unwrap_or_else(|| city_key(&account.address));
    let core = company_core(&account.name);
    (!core.is_empty()).then(|| format!("{core}|{place}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(postcode: &str, city: &str) -> Address {
        Address {
            postcode: Some(postcode.to_owned()),
            city: Some(city.to_owned()),
            country: "FR".to_owned(),
            ..Address::default()
        }
    }

    #[test]
    fn departments_come_from_postcodes() {
        for (postcode, code) in [
            ("33000", "33"),
            ("01000", "01"),
            ("20000", "2A"),
            ("20137", "2A"),
            ("20200", "2B"),
            ("20620", "2B"),
            ("97400", "974"),
            ("98800", "988"),
        ] {
            assert_eq!(dept(&address(postcode, "")).as_deref(), Some(code), "{postcode}");
        }
        assert_eq!(dept(&address("3300", "")), None);
        assert_eq!(dept(&Address { country: "DE".to_owned(), ..address("33000", "") }), None);
        assert_eq!(region(&address("20137", "")).as_deref(), Some("corse"));
        assert_eq!(region(&address("33000", "")).as_deref(), Some("nouvelle aquitaine"));
    }

    #[test]
    fn towns_are_compared_in_one_spelling() {
        assert_eq!(city_key(&address("42000", "ST ETIENNE")), "saint etienne");
        assert_eq!(city_key(&address("42000", "Saint-Étienne Cedex 2")), "saint etienne");
        assert_eq!(city_key(&address("42000", "St")), "st");
    }

    #[test]
    fn legal_forms_do_not_tell_companies_apart() {
        for name in ["SARL Dupont & Fils", "Dupont et Fils S.A.R.L.", "Ets DUPONT FILS"] {
            assert_eq!(company_core(name), "dupont fils", "{name}");
        }
        assert_eq!(company_core("SAS"), "sas");
    }
}
