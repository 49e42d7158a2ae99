//! What is said of the rows of a file of outcomes, and of one event.

use jiff::civil::Date;

/// Rejections of the journal.
pub struct RecordWords {
    pub no_account_column: fn(&str) -> String,
    pub no_event_column: fn(&str) -> String,
    pub account_missing: &'static str,
    pub account_unknown: fn(&str) -> String,
    pub event_missing: &'static str,
    /// The word, the nearest known one.
    pub event_unknown: fn(&str, Option<&str>) -> String,
    pub event_not_recordable: &'static str,
    pub date_missing: &'static str,
    pub date_unreadable: &'static str,
    /// The first and the last day that are taken.
    pub date_out_of_range: fn(Date, Date) -> String,
    pub amount_unreadable: &'static str,
    pub amount_negative: &'static str,
    pub margin_unreadable: &'static str,
    pub number_unreadable: &'static str,
    pub channel_unknown: &'static str,
    pub outcome_unknown: &'static str,
    /// The name, the nearest known one.
    pub campaign_unknown: fn(&str, Option<&str>) -> String,
    pub event_gone: &'static str,
    pub already_void: &'static str,
}

fn day_fr(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

pub(super) const FR: RecordWords = RecordWords {
    no_account_column: |headers| {
        format!(
            "Le fichier n’a pas de colonne «\u{202f}account\u{202f}» (ou fiche, compte, référence, SIRET, e-mail)\u{202f}: rien n’est enregistré. Colonnes lues\u{202f}: {headers}. Nommez la colonne qui désigne la fiche."
        )
    },
    no_event_column: |headers| {
        format!(
            "Le fichier n’a pas de colonne «\u{202f}event\u{202f}» (ou événement)\u{202f}: rien n’est enregistré. Colonnes lues\u{202f}: {headers}. Ajoutez-la."
        )
    },
    account_missing: "La ligne ne dit pas de quelle fiche il s’agit. Donnez sa référence, son SIRET ou un e-mail.",
    account_unknown: |text| {
        format!(
            "Aucune fiche n’a la référence, le SIRET ou l’e-mail «\u{202f}{text}\u{202f}». Vérifiez-le, ou importez d’abord cette fiche."
        )
    },
    event_missing: "La ligne ne dit pas ce qui s’est passé. Écrivez par exemple rendez-vous, devis ou commande.",
    event_unknown: |text, near| match near {
        Some(near) => format!(
            "L’événement «\u{202f}{text}\u{202f}» n’est pas connu. Vouliez-vous dire «\u{202f}{near}\u{202f}»\u{202f}?"
        ),
        None => format!(
            "L’événement «\u{202f}{text}\u{202f}» n’est pas connu. Écrivez par exemple courrier, appel, intéressé, rendez-vous, devis, commande, opposition."
        ),
    },
    event_not_recordable: "Cet événement est écrit par Filon lui-même et ne s’enregistre pas ainsi. Annulez ou fusionnez depuis la fiche.",
    date_missing: "La ligne n’a pas de date. Écrivez le jour, par exemple 15/03/2026.",
    date_unreadable: "Ce n’est pas une date du calendrier. Écrivez-la comme 15/03/2026 ou 2026-03-15.",
    date_out_of_range: |from, to| {
        format!(
            "Cette date est hors de ce qui peut être enregistré (du {} au {}). Vérifiez l’année.",
            day_fr(from),
            day_fr(to)
        )
    },
    amount_unreadable: "Ce n’est pas un montant en euros au centime. Écrivez-le comme 1234,56.",
    amount_negative: "Un montant ne peut pas être négatif. Pour une annulation, annulez l’événement sur la fiche.",
    margin_unreadable: "Ce n’est pas une marge en euros au centime. Écrivez-la comme 400,00.",
    number_unreadable: "Ce n’est pas un nombre entier positif. Écrivez-le en chiffres, ou videz la cellule.",
    channel_unknown: "Ce canal n’est pas connu. Écrivez courrier, e-mail, téléphone, visite, salon ou autre.",
    outcome_unknown: "Cette issue d’appel n’est pas connue. Écrivez abouti, absent, occupé, faux numéro ou à rappeler.",
    campaign_unknown: |name, near| match near {
        Some(near) => format!(
            "L’action «\u{202f}{name}\u{202f}» n’existe pas. Vouliez-vous dire «\u{202f}{near}\u{202f}»\u{202f}?"
        ),
        None => format!(
            "L’action «\u{202f}{name}\u{202f}» n’existe pas. Créez-la d’abord (filon campaign new), ou voyez la liste (filon campaign list)."
        ),
    },
    event_gone: "Cet événement n’existe pas. Rechargez la fiche.",
    already_void: "Cet événement a déjà été annulé.",
};

pub(super) const EN: RecordWords = RecordWords {
    no_account_column: |headers| {
        format!(
            "The file has no column “account” (or reference, SIRET, e-mail): nothing is recorded. Columns read: {headers}. Name the column that says which account."
        )
    },
    no_event_column: |headers| {
        format!("The file has no column “event”: nothing is recorded. Columns read: {headers}. Add it.")
    },
    account_missing: "The row does not say which account. Give its reference, its SIRET or an e-mail.",
    account_unknown: |text| {
        format!(
            "No account has the reference, SIRET or e-mail “{text}”. Check it, or import that account first."
        )
    },
    event_missing: "The row does not say what happened. Write for instance meeting, quote or order.",
    event_unknown: |text, near| match near {
        Some(near) => format!("The event “{text}” is not known. Did you mean “{near}”?"),
        None => format!(
            "The event “{text}” is not known. Write for instance letter, call, interested, meeting, quote, order, opt-out."
        ),
    },
    event_not_recordable: "This event is written by Filon itself and is not recorded this way. Undo or merge from the account.",
    date_missing: "The row has no date. Write the day, for instance 2026-03-15.",
    date_unreadable: "This is no date of the calendar. Write it like 2026-03-15 or 15/03/2026.",
    date_out_of_range: |from, to| {
        format!("This date is beyond what can be recorded (from {from} to {to}). Check the year.")
    },
    amount_unreadable: "This is not an amount in euros to the cent. Write it like 1234.56.",
    amount_negative: "An amount cannot be negative. To cancel, take the event back on the account.",
    margin_unreadable: "This is not a margin in euros to the cent. Write it like 400.00.",
    number_unreadable: "This is not a whole positive number. Write it in digits, or empty the cell.",
    channel_unknown: "This channel is not known. Write letter, email, phone, visit, fair or other.",
    outcome_unknown: "This outcome of a call is not known. Write answered, no answer, busy, wrong number or call back.",
    campaign_unknown: |name, near| match near {
        Some(near) => format!("There is no action “{name}”. Did you mean “{near}”?"),
        None => format!(
            "There is no action “{name}”. Make it first (filon campaign new), or see the list (filon campaign list)."
        ),
    },
    event_gone: "This event does not exist. Reload the account.",
    already_void: "This event was taken back already.",
};
