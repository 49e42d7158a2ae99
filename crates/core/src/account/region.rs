//! Departments and regions of France (code officiel géographique, since 2016).

use crate::text::fold;

/// A region and its departments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// INSEE code.
    pub code: &'static str,
    pub name: &'static str,
    pub depts: &'static [&'static str],
}

impl Region {
    /// The name as it is compared and kept in the database: `nouvelle aquitaine`.
    pub fn key(&self) -> String {
        fold(self.name)
    }
}

/// All regions, by code.
pub const fn regions() -> &'static [Region] {
    REGIONS
}

const REGIONS: &[Region] = &[
    Region { code: "01", name: "Guadeloupe", depts: &["971"] },
    Region { code: "02", name: "Martinique", depts: &["972"] },
    Region { code: "03", name: "Guyane", depts: &["973"] },
    Region { code: "04", name: "La Réunion", depts: &["974"] },
    Region { code: "06", name: "Mayotte", depts: &["976"] },
    Region { code: "11", name: "Île-de-France", depts: &["75", "77", "78", "91", "92", "93", "94", "95"] },
    Region { code: "24", name: "Centre-Val de Loire", depts: &["18", "28", "36", "37", "41", "45"] },
    Region {
        code: "27",
        name: "Bourgogne-Franche-Comté",
        depts: &["21", "25", "39", "58", "70", "71", "89", "90"],
    },
    Region { code: "28", name: "Normandie", depts: &["14", "27", "50", "61", "76"] },
    Region { code: "32", name: "Hauts-de-France", depts: &["02", "59", "60", "62", "80"] },
    Region {
        code: "44",
        name: "Grand Est",
        depts: &["08", "10", "51", "52", "54", "55", "57", "67", "68", "88"],
    },
    Region { code: "52", name: "Pays de la Loire", depts: &["44", "49", "53", "72", "85"] },
    Region { code: "53", name: "Bretagne", depts: &["22", "29", "35", "56"] },
    Region {
        code: "75",
        name: "Nouvelle-Aquitaine",
        depts: &["16", "17", "19", "23", "24", "33", "40", "47", "64", "79", "86", "87"],
    },
    Region {
        code: "76",
        name: "Occitanie",
        depts: &["09", "11", "12", "30", "31", "32", "34", "46", "48", "65", "66", "81", "82"],
    },
    Region {
        code: "84",
        name: "Auvergne-Rhône-Alpes",
        depts: &["01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74"],
    },
    Region { code: "93", name: "Provence-Alpes-Côte d'Azur", depts: &["04", "05", "06", "13", "83", "84"] },
    Region { code: "94", name: "Corse", depts: &["2A", "2B"] },
];

/// The code of a department given by its code (`1`, `01`, `2a`, `974`) or its name.
pub(crate) fn dept_code(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    let padded = format!("{folded:0>2}");
    DEPTS
        .iter()
        .find(|(code, name)| padded.eq_ignore_ascii_case(code) || folded == fold(name))
        .map(|(code, _)| *code)
}

/// Codes and names of the departments, and of the collectivities that have postcodes of their own.
pub(crate) const DEPTS: &[(&str, &str)] = &[
    ("01", "Ain"),
    ("02", "Aisne"),
    ("03", "Allier"),
    ("04", "Alpes-de-Haute-Provence"),
    ("05", "Hautes-Alpes"),
    ("06", "Alpes-Maritimes"),
    ("07", "Ardèche"),
    ("08", "Ardennes"),
    ("09", "Ariège"),
    ("10", "Aube"),
    ("11", "Aude"),
    ("12", "Aveyron"),
    ("13", "Bouches-du-Rhône"),
    ("14", "Calvados"),
    ("15", "Cantal"),
    ("16", "Charente"),
    ("17", "Charente-Maritime"),
    ("18", "Cher"),
    ("19", "Corrèze"),
    ("2A", "Corse-du-Sud"),
    ("2B", "Haute-Corse"),
    ("21", "Côte-d'Or"),
    ("22", "Côtes-d'Armor"),
    ("23", "Creuse"),
    ("24", "Dordogne"),
    ("25", "Doubs"),
    ("26", "Drôme"),
    ("27", "Eure"),
    ("28", "Eure-et-Loir"),
    ("29", "Finistère"),
    ("30", "Gard"),
    ("31", "Haute-Garonne"),
    ("32", "Gers"),
    ("33", "Gironde"),
    ("34", "Hérault"),
    ("35", "Ille-et-Vilaine"),
    ("36", "Indre"),
    ("37", "Indre-et-Loire"),
    ("38", "Isère"),
    ("39", "Jura"),
    ("40", "Landes"),
    ("41", "Loir-et-Cher"),
    ("42", "Loire"),
    ("43", "Haute-Loire"),
    ("44", "Loire-Atlantique"),
    ("45", "Loiret"),
    ("46", "Lot"),
    ("47", "Lot-et-Garonne"),
    ("48", "Lozère"),
    ("49", "Maine-et-Loire"),
    ("50", "Manche"),
    ("51", "Marne"),
    ("52", "Haute-Marne"),
    ("53", "Mayenne"),
    ("54", "Meurthe-et-Moselle"),
    ("55", "Meuse"),
    ("56", "Morbihan"),
    ("57", "Moselle"),
    ("58", "Nièvre"),
    ("59", "Nord"),
    ("60", "Oise"),
    ("61", "Orne"),
    ("62", "Pas-de-Calais"),
    ("63", "Puy-de-Dôme"),
    ("64", "Pyrénées-Atlantiques"),
    ("65", "Hautes-Pyrénées"),
    ("66", "Pyrénées-Orientales"),
    ("67", "Bas-Rhin"),
    ("68", "Haut-Rhin"),
    ("69", "Rhône"),
    ("70", "Haute-Saône"),
    ("71", "Saône-et-Loire"),
    ("72", "Sarthe"),
    ("73", "Savoie"),
    ("74", "Haute-Savoie"),
    ("75", "Paris"),
    ("76", "Seine-Maritime"),
    ("77", "Seine-et-Marne"),
    ("78", "Yvelines"),
    ("79", "Deux-Sèvres"),
    ("80", "Somme"),
    ("81", "Tarn"),
    ("82", "Tarn-et-Garonne"),
    ("83", "Var"),
    ("84", "Vaucluse"),
    ("85", "Vendée"),
    ("86", "Vienne"),
    ("87", "Haute-Vienne"),
    ("88", "Vosges"),
    ("89", "Yonne"),
    ("90", "Territoire de Belfort"),
    ("91", "Essonne"),
    ("92", "Hauts-de-Seine"),
    ("93", "Seine-Saint-Denis"),
    ("94", "Val-de-Marne"),
    ("95", "Val-d'Oise"),
    ("971", "Guadeloupe"),
    ("972", "Martinique"),
    ("973", "Guyane"),
    ("974", "La Réunion"),
    ("975", "Saint-Pierre-et-Miquelon"),
    ("976", "Mayotte"),
    ("977", "Saint-Barthélemy"),
    ("978", "Saint-Martin"),
    ("980", "Monaco"),
    ("986", "Wallis-et-Futuna"),
    ("987", "Polynésie française"),
    ("988", "Nouvelle-Calédonie"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_department_has_one_region() {
        for (code, _) in DEPTS {
            let owners = REGIONS.iter().filter(|region| region.depts.contains(code)).count();
            let has_none = matches!(*code, "975" | "977" | "978" | "980" | "986" | "987" | "988");
            assert_eq!(owners, usize::from(!has_none), "{code}");
        }
        assert_eq!(REGIONS.iter().map(|region| region.depts.len()).sum::<usize>(), 101);
    }

    #[test]
    fn departments_are_known_by_code_and_name() {
        assert_eq!(dept_code("1"), Some("01"));
        assert_eq!(dept_code("2a"), Some("2A"));
        assert_eq!(dept_code("Gironde"), Some("33"));
        assert_eq!(dept_code("cotes d'armor"), Some("22"));
        assert_eq!(dept_code("20"), None);
    }
}
