//! Word's predefined address fields, and the headers under which French and English files hold them.

pub struct Placeholder {
    /// As in `\f "<<_TITLE0_ >>"`, without underscores.
    pub code: &'static str,
    /// `w:mappedName` in settings.xml.
    pub mapped_name: &'static str,
    /// Folded headers.
    pub usual: &'static [&'static str],
}

macro_rules! places {
    ($($code:literal $mapped:literal [$($usual:literal),*];)*) => {
        &[$(Placeholder { code: $code, mapped_name: $mapped, usual: &[$($usual),*] }),*]
    };
}

pub const PLACEHOLDERS: &[Placeholder] = places! {
    "TITLE0" "Courtesy Title" ["civilite", "titre", "title", "courtesy title", "m mme"];
    "FIRST0" "First Name" ["prenom", "first name", "firstname", "prenom contact"];
    "MIDDLE0" "Middle Name" ["deuxieme prenom", "middle name"];
    "LAST0" "Last Name" ["nom", "nom de famille", "last name", "lastname", "name", "nom contact"];
    "SUFFIX0" "Suffix" ["suffixe", "suffix"];
    "NICK0" "Nickname" ["surnom", "nickname"];
    "COMPANY" "Company" ["raison sociale", "societe", "entreprise", "company", "company name", "denomination", "organisation", "etablissement"];
    "STREET1" "Address 1" ["adresse", "adresse 1", "adresse1", "voie", "rue", "address", "address 1", "address line 1", "street"];
    "STREET2" "Address 2" ["adresse 2", "adresse2", "complement", "complement d adresse", "complement adresse", "address 2", "address line 2"];
    "POSTAL" "Postal Code" ["code postal", "cp", "codepostal", "postal code", "zip", "zip code", "postcode"];
    "CITY" "City" ["ville", "commune", "localite", "city"];
    "STATE" "State" ["departement", "region", "state"];
    "COUNTRY" "Country or Region" ["pays", "country", "country or region"];
    "TITLE1" "Spouse Courtesy Title" [];
    "FIRST1" "Spouse First Name" ["prenom conjoint"];
    "LAST1" "Spouse Last Name" ["nom conjoint"];
};

pub fn place(code: &str) -> Option<usize> {
    PLACEHOLDERS.iter().position(|p| p.code.eq_ignore_ascii_case(code))
}
