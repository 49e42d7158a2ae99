//! Letters: templates, fields, files.

/// Messages of the merge.
pub struct LetterWords {
    /// The field, the nearest column.
    pub no_column: fn(&str, Option<&str>) -> String,
    /// The ending asked for, the ending of the template.
    pub wrong_ending: fn(&str, &str) -> String,
    pub out_needed: &'static str,
    pub nobody: &'static str,
    pub nobody_allowed: fn(usize) -> String,
    pub base_needed: &'static str,
    pub zeros_restored: fn(usize) -> String,
    pub sort_without_postcode: &'static str,
    /// The most that is merged at once.
    pub too_many_cells: fn(usize) -> String,
    pub changed_meanwhile: &'static str,
    /// What stands as the whole name of a day: `3 mars 2026`.
    pub long_day: fn(jiff::civil::Date) -> String,
}

const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(names: [&'static str; 12], day: jiff::civil::Date) -> &'static str {
    let place = usize::try_from(day.month() - 1).unwrap_or(0);
    names.get(place).copied().unwrap_or("")
}

pub(super) const FR: LetterWords = LetterWords {
    no_column: |field, near| match near {
        Some(near) => format!(
            "Aucune colonne pour le champ «\u{202f}{field}\u{202f}»\u{202f}: sa place reste vide. Le nom le plus proche est «\u{202f}{near}\u{202f}»."
        ),
        None => {
            format!("Aucune colonne pour le champ «\u{202f}{field}\u{202f}»\u{202f}: sa place reste vide.")
        }
    },
    wrong_ending: |asked, own| {
        format!(
            "Le modèle est un document .{own}\u{202f}: les lettres peuvent être écrites en .{own} ou en .pdf, pas en «\u{202f}.{asked}\u{202f}». Changez la fin du nom donné à --out."
        )
    },
    out_needed: "Dites où écrire les lettres\u{202f}: --out avec un nom de fichier, ou --each avec un dossier.",
    nobody: "Personne ne correspond\u{202f}: aucune lettre n’est faite. Élargissez la sélection.",
    nobody_allowed: |refused| {
        let whom = match refused {
            1 => "La seule fiche choisie".to_owned(),
            several => format!("Aucune des {several} fiches"),
        };
        format!(
            "{whom} ne peut recevoir de lettre\u{202f}: rien n’est fait. Voyez les raisons avec --json ou dans l’étape Cible."
        )
    },
    base_needed: "Une sélection se lit dans la base\u{202f}: ouvrez-la, ou donnez un fichier avec --data.",
    zeros_restored: |count| {
        let codes = if count == 1 { "un code postal".to_owned() } else { format!("{count} codes postaux") };
        format!("Le zéro de tête perdu par le tableur a été remis dans {codes}.")
    },
    sort_without_postcode: "Le tri par code postal ne s’applique pas\u{202f}: aucune colonne du fichier n’est un code postal.",
    changed_meanwhile: "La base a changé pendant la préparation des lettres (une fiche ou une opposition)\u{202f}: rien n’a été enregistré. Relancez l’action.",
    too_many_cells: |most| {
        format!(
            "Le fichier a plus de {most} cellules à fusionner\u{202f}: aucune lettre n’est faite. Supprimez les \
             colonnes inutiles, filtrez (--filter) ou partagez-le."
        )
    },
    long_day: |day| {
        let first = if day.day() == 1 { "1er".to_owned() } else { day.day().to_string() };
        format!("{first} {} {}", month(MONTHS_FR, day), day.year())
    },
};

pub(super) const EN: LetterWords = LetterWords {
    no_column: |field, near| match near {
        Some(near) => {
            format!("No column for the field “{field}”: its place stays empty. The nearest name is “{near}”.")
        }
        None => format!("No column for the field “{field}”: its place stays empty."),
    },
    wrong_ending: |asked, own| {
        format!(
            "The template is a .{own} document: letters can be written as .{own} or .pdf, not as “.{asked}”. Change the end of the name given to --out."
        )
    },
    out_needed: "Say where to write the letters: --out with a file name, or --each with a folder.",
    nobody: "Nobody matches: no letter is made. Widen the selection.",
    nobody_allowed: |refused| {
        let whom = match refused {
            1 => "The only account chosen may not".to_owned(),
            several => format!("None of the {several} accounts may"),
        };
        format!(
            "{whom} get a letter: nothing is done. See the reasons with --json or at the action's target."
        )
    },
    base_needed: "A selection is read from the base: open it, or give a file with --data.",
    zeros_restored: |count| {
        let codes = if count == 1 { "one postcode".to_owned() } else { format!("{count} postcodes") };
        format!("The leading zero that the spreadsheet had lost was put back in {codes}.")
    },
    sort_without_postcode: "Sorting by postcode does not apply: no column of the file is a postcode.",
    changed_meanwhile: "The base changed while the letters were being made (an account or an objection): nothing was recorded. Launch again.",
    too_many_cells: |most| {
        format!(
            "The file has more than {most} cells to merge: no letter is made. Delete the columns that are of no use, filter (--filter) or split it."
        )
    },
    long_day: |day| format!("{} {} {}", day.day(), month(MONTHS_EN, day), day.year()),
};
