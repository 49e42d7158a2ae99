//! What is said of the rows of a contact file.

use filon_core::account::mapping::Target;
use filon_core::account::normalise::{EmailProblem, PhoneProblem, PostcodeProblem, SiretProblem};

/// Rejections, mendings and advice of an import.
pub struct ImportWords {
    pub nameless: &'static str,
    pub siret: fn(&SiretProblem) -> String,
    pub siren: fn(&SiretProblem) -> String,
    pub email: fn(&EmailProblem) -> String,
    pub phone: fn(&PhoneProblem) -> String,
    pub postcode: fn(&PostcodeProblem) -> String,
    /// The value with its zero.
    pub zero_restored: fn(&str) -> String,
    pub unknown_kind: &'static str,
    pub unknown_country: &'static str,
    pub unknown_naf: &'static str,
    pub unknown_vat: &'static str,
    pub unreadable_revenue: &'static str,
    pub unreadable_consent: &'static str,
    /// Name of the file, row.
    pub opposition_note: fn(&str, usize) -> String,
    pub consent_note: fn(&str, usize) -> String,
    pub suppressed_note: &'static str,
    pub suppressed_notice: &'static str,
    pub more_notices: fn(usize) -> String,
    /// The header given, the headers of the file.
    pub unknown_header: fn(&str, &str) -> String,
    /// The field given.
    pub unknown_field: fn(&str) -> String,
    /// The headers of the file.
    pub no_name_column: fn(&str) -> String,
    /// The label of a field, for the mapping.
    pub target: fn(&Target) -> &'static str,
    pub too_heavy: &'static str,
    pub kept_worked_on: &'static str,
}

pub(super) const FR: ImportWords = ImportWords {
    nameless: "La ligne ne dit ni le nom d’une entreprise ni celui d’une personne. Complétez l’un des deux, puis importez-la de nouveau.",
    siret: |problem| {
        match problem {
        SiretProblem::WrongKey => "Ce SIRET a une erreur de saisie (sa clé de contrôle est fausse). Vérifiez les 14 chiffres, ou videz la cellule.".into(),
        SiretProblem::Scientific => "Le tableur a remplacé ce SIRET par un nombre arrondi. Mettez la colonne au format Texte dans le fichier d’origine et exportez-le de nouveau.".into(),
        SiretProblem::Length { digits } => format!("Un SIRET a 14 chiffres, celui-ci en a {digits}. Complétez-le, ou videz la cellule."),
        _ => "Ce n’est pas un SIRET (14 chiffres). Corrigez-le, ou videz la cellule.".into(),
    }
    },
    siren: |problem| {
        match problem {
        SiretProblem::WrongKey => "Ce SIREN a une erreur de saisie (sa clé de contrôle est fausse). Vérifiez les 9 chiffres, ou videz la cellule.".into(),
        SiretProblem::Scientific => "Le tableur a remplacé ce SIREN par un nombre arrondi. Mettez la colonne au format Texte dans le fichier d’origine et exportez-le de nouveau.".into(),
        SiretProblem::Length { digits } => format!("Un SIREN a 9 chiffres, celui-ci en a {digits}. Complétez-le, ou videz la cellule."),
        _ => "Ce n’est pas un SIREN (9 chiffres). Corrigez-le, ou videz la cellule.".into(),
    }
    },
    email: |problem| {
        let why = match problem {
            EmailProblem::Several { first } => {
                return format!(
                    "La cellule contient plusieurs adresses\u{202f}: {first} est utilisée, la cellule est gardée entière dans un champ de la fiche."
                );
            }
            EmailProblem::NoAt => "il manque l’arobase @".to_owned(),
            EmailProblem::SeveralAts => "elle a plusieurs arobases".to_owned(),
            EmailProblem::Space => "elle contient une espace".to_owned(),
            EmailProblem::NoUser => "rien ne précède l’arobase".to_owned(),
            EmailProblem::BadDomain => "ce qui suit l’arobase n’est pas un nom de domaine".to_owned(),
            EmailProblem::BadCharacter(c) => format!("elle contient le caractère «\u{202f}{c}\u{202f}»"),
            EmailProblem::TooLong => "elle est trop longue".to_owned(),
            EmailProblem::Empty => "elle est vide".to_owned(),
        };
        format!(
            "Cette adresse e-mail est inutilisable\u{202f}: {why}. La fiche est créée sans elle, le texte est gardé dans un champ\u{202f}; corrigez-la sur la fiche."
        )
    },
    phone: |problem| {
        let why = match problem {
            PhoneProblem::Several { first } => {
                return format!(
                    "La cellule contient plusieurs numéros\u{202f}: {} est utilisé, la cellule est gardée entière dans un champ de la fiche.",
                    first.e164
                );
            }
            PhoneProblem::TooShort { digits } => format!("il n’a que {digits} chiffres"),
            PhoneProblem::TooLong { digits } => format!("il a {digits} chiffres"),
            PhoneProblem::UnknownPrefix => "son début n’est pas celui d’un numéro".to_owned(),
            PhoneProblem::NotANumber | PhoneProblem::Empty => "ce n’est pas un numéro".to_owned(),
        };
        format!(
            "Ce téléphone est inutilisable\u{202f}: {why}. La fiche est créée sans lui, le texte est gardé dans un champ\u{202f}; corrigez-le sur la fiche."
        )
    },
    postcode: |problem| {
        let why = match problem {
            PostcodeProblem::Length { digits } => format!("il a {digits} chiffres au lieu de 5"),
            _ => "ce n’est pas un nombre de 5 chiffres".to_owned(),
        };
        format!(
            "Ce code postal est inutilisable\u{202f}: {why}. La fiche est créée sans lui, le texte est gardé dans un champ\u{202f}; corrigez-le sur la fiche."
        )
    },
    zero_restored: |value| format!("Le zéro de tête perdu par le tableur a été remis\u{202f}: {value}."),
    unknown_kind: "Cette nature n’est ni «\u{202f}entreprise\u{202f}» ni «\u{202f}particulier\u{202f}»\u{202f}: elle est déduite du nom, le texte est gardé dans un champ.",
    unknown_country: "Ce pays n’est pas reconnu\u{202f}: la France est retenue, le texte est gardé dans un champ. Écrivez son nom en entier.",
    unknown_naf: "Ce code NAF n’est pas de la forme 43.22A\u{202f}: le texte est gardé dans un champ.",
    unknown_vat: "Ce numéro de TVA n’est pas valable\u{202f}: le texte est gardé dans un champ. Vérifiez-le.",
    unreadable_revenue: "Ce chiffre d’affaires n’est pas un montant\u{202f}: le texte est gardé dans un champ.",
    unreadable_consent: "Cette cellule ne dit ni oui, ni non, ni opposition\u{202f}: le texte est gardé dans un champ, aucun consentement n’est enregistré.",
    opposition_note: |file, row| format!("Opposition lue dans le fichier {file}, ligne {row}"),
    consent_note: |file, row| format!("Consentement lu dans le fichier {file}, ligne {row}"),
    suppressed_note: "S’est opposé avant cet import (liste d’opposition)",
    suppressed_notice: "Cette personne s’est opposée à la prospection\u{202f}: la fiche entre avec son opposition.",
    more_notices: |count| match count {
        1 => "Une autre remarque du même genre n’est pas détaillée.".to_owned(),
        several => format!("{several} autres remarques du même genre ne sont pas détaillées."),
    },
    unknown_header: |header, headers| {
        format!(
            "Le fichier n’a pas de colonne «\u{202f}{header}\u{202f}». Ses colonnes sont\u{202f}: {headers}."
        )
    },
    unknown_field: |field| {
        format!(
            "«\u{202f}{field}\u{202f}» n’est pas un champ de Filon. Champs possibles\u{202f}: name, siret, first_name, last_name, email, phone, address1, postcode, city, custom.NOM, ignore…"
        )
    },
    no_name_column: |headers| {
        format!(
            "Aucune colonne ne donne le nom d’une entreprise ou d’une personne\u{202f}: rien n’est importé. Colonnes lues\u{202f}: {headers}. Indiquez la bonne, par exemple avec --map «\u{202f}Colonne=name\u{202f}»."
        )
    },
    target: |target| match target {
        Target::Reference => "Référence",
        Target::Kind => "Entreprise ou particulier",
        Target::Name => "Nom de l’entreprise (ou du particulier)",
        Target::Siret => "SIRET",
        Target::Siren => "SIREN",
        Target::Vat => "Numéro de TVA",
        Target::Naf => "Code NAF",
        Target::Employees => "Effectif",
        Target::EmployeesBand => "Tranche d’effectif (code Sirene)",
        Target::Revenue => "Chiffre d’affaires",
        Target::AddressLine(1) => "Adresse, ligne 1",
        Target::AddressLine(2) => "Adresse, ligne 2",
        Target::AddressLine(3) => "Adresse, ligne 3",
        Target::AddressLine(_) => "Adresse, ligne 4",
        Target::FullAddress => "Adresse entière",
        Target::StreetNumber => "Numéro dans la voie",
        Target::StreetRepetition => "Bis, ter",
        Target::StreetType => "Type de voie",
        Target::StreetName => "Nom de la voie",
        Target::Postcode => "Code postal",
        Target::City => "Ville",
        Target::PostcodeCity => "Code postal et ville",
        Target::Country => "Pays",
        Target::HousePhone => "Téléphone de la maison",
        Target::HouseEmail => "E-mail de la maison",
        Target::Civility => "Civilité",
        Target::FirstName => "Prénom",
        Target::LastName => "Nom",
        Target::FullName => "Nom et prénom",
        Target::Role => "Fonction",
        Target::Email => "E-mail",
        Target::Phone => "Téléphone",
        Target::Mobile => "Mobile",
        Target::Website => "Site web",
        Target::Source => "Source",
        Target::Tags => "Étiquettes",
        Target::Note => "Note",
        Target::Consent => "Consentement",
        Target::OptOut => "Opposition",
        Target::LastContact => "Dernier contact",
        Target::CreatedOn => "Date de collecte",
        Target::Diffusion => "Diffusion Sirene",
        Target::Custom(_) => "Champ propre",
        Target::Ignore => "Ne pas reprendre",
    },
    too_heavy: "Le fichier est trop grand pour être pris en une fois\u{202f}: rien n’est importé. Partagez-le, ou laissez de côté les colonnes inutiles (--map «\u{202f}Colonne=ignore\u{202f}»).",
    kept_worked_on: "modifiée ou contactée depuis l’import",
};

pub(super) const EN: ImportWords = ImportWords {
    nameless: "The row gives neither the name of a company nor that of a person. Fill in one of them, then import it again.",
    siret: |problem| {
        match problem {
        SiretProblem::WrongKey => "This SIRET is mistyped (its check digit is wrong). Check the 14 digits, or empty the cell.".into(),
        SiretProblem::Scientific => "The spreadsheet replaced this SIRET with a rounded number. Format the column as text in the original file and export it again.".into(),
        SiretProblem::Length { digits } => format!("A SIRET has 14 digits, this one has {digits}. Complete it, or empty the cell."),
        _ => "This is not a SIRET (14 digits). Correct it, or empty the cell.".into(),
    }
    },
    siren: |problem| {
        match problem {
        SiretProblem::WrongKey => "This SIREN is mistyped (its check digit is wrong). Check the 9 digits, or empty the cell.".into(),
        SiretProblem::Scientific => "The spreadsheet replaced this SIREN with a rounded number. Format the column as text in the original file and export it again.".into(),
        SiretProblem::Length { digits } => format!("A SIREN has 9 digits, this one has {digits}. Complete it, or empty the cell."),
        _ => "This is not a SIREN (9 digits). Correct it, or empty the cell.".into(),
    }
    },
    email: |problem| {
        let why = match problem {
            EmailProblem::Several { first } => {
                return format!(
                    "The cell holds several addresses: {first} is used, the whole cell is kept in a field of the account."
                );
            }
            EmailProblem::NoAt => "it has no @".to_owned(),
            EmailProblem::SeveralAts => "it has several @".to_owned(),
            EmailProblem::Space => "it holds a space".to_owned(),
            EmailProblem::NoUser => "nothing stands before the @".to_owned(),
            EmailProblem::BadDomain => "what follows the @ is not a domain name".to_owned(),
            EmailProblem::BadCharacter(c) => format!("it holds the character “{c}”"),
            EmailProblem::TooLong => "it is too long".to_owned(),
            EmailProblem::Empty => "it is empty".to_owned(),
        };
        format!(
            "This e-mail address cannot be used: {why}. The account goes in without it, the text is kept in a field; correct it on the account."
        )
    },
    phone: |problem| {
        let why = match problem {
            PhoneProblem::Several { first } => {
                return format!(
                    "The cell holds several numbers: {} is used, the whole cell is kept in a field of the account.",
                    first.e164
                );
            }
            PhoneProblem::TooShort { digits } => format!("it has only {digits} digits"),
            PhoneProblem::TooLong { digits } => format!("it has {digits} digits"),
            PhoneProblem::UnknownPrefix => "it does not begin as a number does".to_owned(),
            PhoneProblem::NotANumber | PhoneProblem::Empty => "it is not a number".to_owned(),
        };
        format!(
            "This telephone cannot be used: {why}. The account goes in without it, the text is kept in a field; correct it on the account."
        )
    },
    postcode: |problem| {
        let why = match problem {
            PostcodeProblem::Length { digits } => format!("it has {digits} digits instead of 5"),
            _ => "it is not a number of 5 digits".to_owned(),
        };
        format!(
            "This postcode cannot be used: {why}. The account goes in without it, the text is kept in a field; correct it on the account."
        )
    },
    zero_restored: |value| format!("The leading zero that the spreadsheet had lost was put back: {value}."),
    unknown_kind: "This is neither “company” nor “individual”: the kind is taken from the name, the text is kept in a field.",
    unknown_country: "This country is not known: France is taken, the text is kept in a field. Write its name in full.",
    unknown_naf: "This activity code is not like 43.22A: the text is kept in a field.",
    unknown_vat: "This VAT number is not valid: the text is kept in a field. Check it.",
    unreadable_revenue: "This revenue is not an amount: the text is kept in a field.",
    unreadable_consent: "This cell says neither yes, nor no, nor objection: the text is kept in a field, no consent is recorded.",
    opposition_note: |file, row| format!("Objection read in the file {file}, row {row}"),
    consent_note: |file, row| format!("Consent read in the file {file}, row {row}"),
    suppressed_note: "Had objected before this import (suppression list)",
    suppressed_notice: "This person had objected to prospecting: the account goes in with the objection.",
    more_notices: |count| match count {
        1 => "One more remark of this sort is not listed.".to_owned(),
        several => format!("{several} more remarks of this sort are not listed."),
    },
    unknown_header: |header, headers| {
        format!("The file has no column “{header}”. Its columns are: {headers}.")
    },
    unknown_field: |field| {
        format!(
            "“{field}” is not a field of Filon. Possible fields: name, siret, first_name, last_name, email, phone, address1, postcode, city, custom.NAME, ignore…"
        )
    },
    no_name_column: |headers| {
        format!(
            "No column gives the name of a company or a person: nothing is imported. Columns read: {headers}. Say which one does, for instance with --map “Column=name”."
        )
    },
    target: |target| match target {
        Target::Reference => "Reference",
        Target::Kind => "Company or individual",
        Target::Name => "Name of the company (or individual)",
        Target::Siret => "SIRET",
        Target::Siren => "SIREN",
        Target::Vat => "VAT number",
        Target::Naf => "Activity code (NAF)",
        Target::Employees => "Employees",
        Target::EmployeesBand => "Band of employees (Sirene code)",
        Target::Revenue => "Revenue",
        Target::AddressLine(1) => "Address, line 1",
        Target::AddressLine(2) => "Address, line 2",
        Target::AddressLine(3) => "Address, line 3",
        Target::AddressLine(_) => "Address, line 4",
        Target::FullAddress => "Whole address",
        Target::StreetNumber => "Street number",
        Target::StreetRepetition => "Bis, ter",
        Target::StreetType => "Type of street",
        Target::StreetName => "Name of street",
        Target::Postcode => "Postcode",
        Target::City => "Town",
        Target::PostcodeCity => "Postcode and town",
        Target::Country => "Country",
        Target::HousePhone => "Telephone of the house",
        Target::HouseEmail => "E-mail of the house",
        Target::Civility => "Title",
        Target::FirstName => "First name",
        Target::LastName => "Last name",
        Target::FullName => "Full name",
        Target::Role => "Role",
        Target::Email => "E-mail",
        Target::Phone => "Telephone",
        Target::Mobile => "Mobile",
        Target::Website => "Website",
        Target::Source => "Source",
        Target::Tags => "Tags",
        Target::Note => "Note",
        Target::Consent => "Consent",
        Target::OptOut => "Objection",
        Target::LastContact => "Last contact",
        Target::CreatedOn => "Day of collection",
        Target::Diffusion => "Sirene diffusion",
        Target::Custom(_) => "Own field",
        Target::Ignore => "Leave out",
    },
    too_heavy: "The file is too large to be taken at once: nothing is imported. Split it, or leave out the columns that are of no use (--map “Column=ignore”).",
    kept_worked_on: "edited or contacted since the import",
};
