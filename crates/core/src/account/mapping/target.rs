//! The places that a column can go to.

use super::recognise;
use crate::text::fold;

/// What a column of a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    Reference,
    /// Company or private individual: see [`crate::account::normalise::kind`]. Cells that say neither
    /// are better kept as a field of the company's own.
    Kind,
    /// Name of the company, or of the individual.
    Name,
    Siret,
    Siren,
    /// VAT number: gives the SIREN.
    Vat,
    Naf,
    Employees,
    /// Codes of Sirene bands: `12` is 20 to 49.
    EmployeesBand,
    Revenue,
    /// Address line 1 to 4.
    AddressLine(u8),
    /// A whole address in one cell.
    FullAddress,
    /// The four parts of a street in the Sirene files, which make one line.
    StreetNumber,
    StreetRepetition,
    StreetType,
    StreetName,
    Postcode,
    City,
    /// `33000 Bordeaux` in one cell.
    PostcodeCity,
    Country,
    /// Telephone of the house, whoever answers.
    HousePhone,
    HouseEmail,
    Civility,
    FirstName,
    LastName,
    /// Civility, first and last name in one cell.
    FullName,
    Role,
    Email,
    Phone,
    Mobile,
    Website,
    Source,
    Tags,
    Note,
    Consent,
    OptOut,
    /// Day of the last contact before Filon.
    LastContact,
    /// Day on which the data were collected.
    CreatedOn,
    /// `statutDiffusion…` of Sirene: `P` is partial.
    Diffusion,
    /// The company's own field, by the header's words.
    Custom(String),
    Ignore,
}

impl Target {
    /// Every target that is neither `Custom` nor `Ignore`.
    pub const FIXED: [Target; 42] = [
        Target::Reference,
        Target::Kind,
        Target::Name,
        Target::Siret,
        Target::Siren,
        Target::Vat,
        Target::Naf,
        Target::Employees,
        Target::EmployeesBand,
        Target::Revenue,
        Target::AddressLine(1),
        Target::AddressLine(2),
        Target::AddressLine(3),
        Target::AddressLine(4),
        Target::FullAddress,
        Target::StreetNumber,
        Target::StreetRepetition,
        Target::StreetType,
        Target::StreetName,
        Target::Postcode,
        Target::City,
        Target::PostcodeCity,
        Target::Country,
        Target::HousePhone,
        Target::HouseEmail,
        Target::Civility,
        Target::FirstName,
        Target::LastName,
        Target::FullName,
        Target::Role,
        Target::Email,
        Target::Phone,
        Target::Mobile,
        Target::Website,
        Target::Source,
        Target::Tags,
        Target::Note,
        Target::Consent,
        Target::OptOut,
        Target::LastContact,
        Target::CreatedOn,
        Target::Diffusion,
    ];

    /// The word of the contract: `--map "Header=field"` and the answer of `import`.
    pub fn code(&self) -> String {
        match self {
            Target::AddressLine(line) => format!("address{line}"),
            Target::Custom(name) => format!("custom.{name}"),
            fixed => fixed.fixed_code().to_owned(),
        }
    }

    fn fixed_code(&self) -> &'static str {
        match self {
            Target::Reference => "reference",
            Target::Kind => "kind",
            Target::Name => "name",
            Target::Siret => "siret",
            Target::Siren => "siren",
            Target::Vat => "vat",
            Target::Naf => "naf",
            Target::Employees => "employees",
            Target::EmployeesBand => "employees_band",
            Target::Revenue => "revenue",
            Target::AddressLine(_) => "address",
            Target::FullAddress => "full_address",
            Target::StreetNumber => "street_number",
            Target::StreetRepetition => "street_repetition",
            Target::StreetType => "street_type",
            Target::StreetName => "street_name",
            Target::Postcode => "postcode",
            Target::City => "city",
            Target::PostcodeCity => "postcode_city",
            Target::Country => "country",
            Target::HousePhone => "house_phone",
            Target::HouseEmail => "house_email",
            Target::Civility => "civility",
            Target::FirstName => "first_name",
            Target::LastName => "last_name",
            Target::FullName => "full_name",
            Target::Role => "role",
            Target::Email => "email",
            Target::Phone => "phone",
            Target::Mobile => "mobile",
            Target::Website => "website",
            Target::Source => "source",
            Target::Tags => "tag",
            Target::Note => "note",
            Target::Consent => "consent",
            Target::OptOut => "opt_out",
            Target::LastContact => "last_contact",
            Target::CreatedOn => "created_on",
            Target::Diffusion => "diffusion",
            Target::Custom(_) => "custom",
            Target::Ignore => "ignore",
        }
    }

    /// Reads a code, `custom.NAME` or `champ.NAME`, `-` or `ignorer`, or a name as headers have it
    /// (`Raison sociale`). `None` where it says none of these.
    pub fn from_code(text: &str) -> Option<Target> {
        let text = text.trim();
        for prefix in ["custom.", "champ.", "field.", "custom:", "champ:"] {
            let head = text.get(..prefix.len());
            if head.is_some_and(|head| head.eq_ignore_ascii_case(prefix)) {
                let name = text[prefix.len()..].trim();
                return (!name.is_empty()).then(|| Target::Custom(name.to_owned()));
            }
        }
        if matches!(text, "-" | "–" | "—") {
            return Some(Target::Ignore);
        }
        let folded = fold(text).replace(' ', "_");
        if matches!(folded.as_str(), "ignore" | "ignorer" | "skip" | "aucun" | "none") {
            return Some(Target::Ignore);
        }
        Target::FIXED.iter().find(|target| target.code() == folded).cloned().or_else(|| recognise(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        let more = [Target::Ignore, Target::Custom("Secteur".into())];
        for target in Target::FIXED.iter().chain(&more) {
            assert_eq!(Target::from_code(&target.code()).as_ref(), Some(target), "{target:?}");
        }
        assert_eq!(Target::from_code("Raison sociale"), Some(Target::Name));
        assert_eq!(Target::from_code("adresse2"), Some(Target::AddressLine(2)));
        assert_eq!(Target::from_code("custom."), None);
        assert_eq!(Target::from_code("couleur"), None);
    }
}
