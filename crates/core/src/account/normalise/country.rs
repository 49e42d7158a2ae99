//! Countries as people write them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::fold;

/// The ISO 3166-1 alpha-2 code of a country: its code of two or three letters, or its name in French
/// or English. `None` where unknown.
pub fn country(text: &str) -> Option<&'static str> {
    let folded = fold(text).replace(['.', '(', ')'], "");
    BY_NAME.get(folded.as_str()).copied()
}

/// The French name of a country, as the last line of an address wants it (before upper case).
pub fn country_name(code: &str) -> Option<&'static str> {
    COUNTRIES.iter().find(|(known, ..)| *known == code).map(|(_, _, name, _)| *name)
}

static BY_NAME: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut codes = HashMap::new();
    for (code, alpha3, name, names) in COUNTRIES {
        for word in [code, alpha3, name].into_iter().chain(*names) {
            codes.insert(fold(word), *code);
        }
    }
    codes
});

/// All French names.
pub(crate) fn country_names() -> impl Iterator<Item = &'static str> {
    COUNTRIES.iter().map(|(_, _, name, _)| *name)
}

/// Code, code of three letters, French name, other names folded.
const COUNTRIES: &[(&str, &str, &str, &[&str])] = &[
    ("FR", "FRA", "France", &["f", "france metropolitaine", "republique francaise"]),
    ("BE", "BEL", "Belgique", &["belgium", "belgie", "b"]),
    ("CH", "CHE", "Suisse", &["switzerland", "schweiz"]),
    ("LU", "LUX", "Luxembourg", &["l", "grand duche de luxembourg"]),
    ("MC", "MCO", "Monaco", &[]),
    ("DE", "DEU", "Allemagne", &["germany", "deutschland", "d"]),
    ("ES", "ESP", "Espagne", &["spain", "espana"]),
    ("IT", "ITA", "Italie", &["italy", "italia"]),
    ("PT", "PRT", "Portugal", &[]),
    (
        "GB",
        "GBR",
        "Royaume-Uni",
        &["united kingdom", "uk", "grande bretagne", "great britain", "angleterre", "england"],
    ),
    ("IE", "IRL", "Irlande", &["ireland"]),
    ("NL", "NLD", "Pays-Bas", &["netherlands", "hollande", "the netherlands", "nederland"]),
    ("AT", "AUT", "Autriche", &["austria", "osterreich"]),
    ("DK", "DNK", "Danemark", &["denmark"]),
    ("SE", "SWE", "Suède", &["sweden"]),
    ("NO", "NOR", "Norvège", &["norway"]),
    ("FI", "FIN", "Finlande", &["finland"]),
    ("IS", "ISL", "Islande", &["iceland"]),
    ("PL", "POL", "Pologne", &["poland"]),
    ("CZ", "CZE", "Tchéquie", &["republique tcheque", "czechia", "czech republic"]),
    ("SK", "SVK", "Slovaquie", &["slovakia"]),
    ("SI", "SVN", "Slovénie", &["slovenia"]),
    ("HU", "HUN", "Hongrie", &["hungary"]),
    ("RO", "ROU", "Roumanie", &["romania"]),
    ("BG", "BGR", "Bulgarie", &["bulgaria"]),
    ("GR", "GRC", "Grèce", &["greece"]),
    ("HR", "HRV", "Croatie", &["croatia"]),
    ("EE", "EST", "Estonie", &["estonia"]),
    ("LV", "LVA", "Lettonie", &["latvia"]),
    ("LT", "LTU", "Lituanie", &["lithuania"]),
    ("MT", "MLT", "Malte", &["malta"]),
    ("CY", "CYP", "Chypre", &["cyprus"]),
    ("AD", "AND", "Andorre", &["andorra"]),
    ("RS", "SRB", "Serbie", &["serbia"]),
    ("UA", "UKR", "Ukraine", &[]),
    ("TR", "TUR", "Turquie", &["turkey", "turkiye"]),
    ("US", "USA", "États-Unis", &["etats unis d amerique", "united states", "united states of america"]),
    ("CA", "CAN", "Canada", &[]),
    ("MX", "MEX", "Mexique", &["mexico"]),
    ("BR", "BRA", "Brésil", &["brazil", "brasil"]),
    ("AR", "ARG", "Argentine", &["argentina"]),
    ("MA", "MAR", "Maroc", &["morocco"]),
    ("DZ", "DZA", "Algérie", &["algeria"]),
    ("TN", "TUN", "Tunisie", &["tunisia"]),
    ("EG", "EGY", "Égypte", &["egypt"]),
    ("SN", "SEN", "Sénégal", &["senegal"]),
    ("CI", "CIV", "Côte d'Ivoire", &["ivory coast"]),
    ("CM", "CMR", "Cameroun", &["cameroon"]),
    ("ML", "MLI", "Mali", &[]),
    ("MG", "MDG", "Madagascar", &[]),
    ("MU", "MUS", "Maurice", &["ile maurice", "mauritius"]),
    ("ZA", "ZAF", "Afrique du Sud", &["south africa"]),
    ("LB", "LBN", "Liban", &["lebanon"]),
    ("IL", "ISR", "Israël", &[]),
    ("AE", "ARE", "Émirats arabes unis", &["united arab emirates", "uae", "emirats", "dubai"]),
    ("SA", "SAU", "Arabie saoudite", &["saudi arabia"]),
    ("CN", "CHN", "Chine", &["china"]),
    ("HK", "HKG", "Hong Kong", &[]),
    ("JP", "JPN", "Japon", &["japan"]),
    ("IN", "IND", "Inde", &["india"]),
    ("SG", "SGP", "Singapour", &["singapore"]),
    ("VN", "VNM", "Viêt Nam", &["vietnam"]),
    ("AU", "AUS", "Australie", &["australia"]),
    ("NZ", "NZL", "Nouvelle-Zélande", &["new zealand"]),
    ("GP", "GLP", "Guadeloupe", &[]),
    ("MQ", "MTQ", "Martinique", &[]),
    ("GF", "GUF", "Guyane", &["guyane francaise"]),
    ("RE", "REU", "La Réunion", &["reunion", "ile de la reunion"]),
    ("YT", "MYT", "Mayotte", &[]),
    ("NC", "NCL", "Nouvelle-Calédonie", &["new caledonia"]),
    ("PF", "PYF", "Polynésie française", &["tahiti", "french polynesia"]),
    ("PM", "SPM", "Saint-Pierre-et-Miquelon", &[]),
    ("BL", "BLM", "Saint-Barthélemy", &[]),
    ("MF", "MAF", "Saint-Martin", &[]),
    ("WF", "WLF", "Wallis-et-Futuna", &[]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes_are_read() {
        for (text, code) in [
            ("France", "FR"),
            ("fr", "FR"),
            ("BELGIQUE", "BE"),
            ("États-Unis", "US"),
            ("U.K.", "GB"),
            ("DEU", "DE"),
        ] {
            assert_eq!(country(text), Some(code), "{text}");
        }
        assert_eq!(country("Syldavie"), None);
        assert_eq!(country(""), None);
        assert_eq!(country_name("BE"), Some("Belgique"));
    }
}
