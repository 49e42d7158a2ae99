//! French.

use filon_core::{Channel, Stage};

use super::Words;

pub static FR: Words = Words {
    decimal_mark: ",",
    day_form: "%d/%m/%Y",
    importing: "Import",
    recording: "Enregistrement",
    merging: "Lettres",
    imported: |rows, created, merged, skipped, rejected| {
        format!(
            "{rows} ligne{} : {created} créée{}, {merged} réunie{}, {skipped} passée{}, {rejected} refusée{}",
            s(rows),
            s(created),
            s(merged),
            s(skipped),
            s(rejected as u64)
        )
    },
    recorded: |rows, recorded, rejected| {
        format!(
            "{rows} ligne{} : {recorded} enregistrée{}, {rejected} refusée{}",
            s(rows),
            s(recorded),
            s(rejected as u64)
        )
    },
    row_says: |row, column, value, message| match (column, value) {
        ("", "") => format!("ligne {row} : {message}"),
        ("", value) => format!("ligne {row} : « {value} » : {message}"),
        (column, value) => format!("ligne {row}, colonne « {column} » : « {value} » : {message}"),
    },
    undone: |removed, kept| {
        let (removed_s, kept_s) = (s(removed), s(kept as u64));
        format!("{removed} fiche{removed_s} retirée{removed_s}, {kept} gardée{kept_s}")
    },
    batch_headers: ["Import", "Date", "Fichier", "Lignes", "Créées", "Réunies", "Refusées", "Annulé le"],
    contact_headers: ["Référence", "Nom", "Étape", "Interlocuteur", "Ville", "Téléphone", "E-mail"],
    segment_headers: ["Sélection", "Fiches", "Requête"],
    campaign_headers: [
        "Action",
        "Canal",
        "Lancée le",
        "Cible",
        "Contactés",
        "Intéressés",
        "Clients gagnés",
        "Coût",
        "Résultat",
        "Décision",
    ],
    shown: |shown, count| format!("{shown} sur {count} fiche{}", s(count)),
    exported: |count, file| format!("{count} fiche{} dans {file}", s(count)),
    deleted: |name| format!("Sélection « {name} » supprimée"),
    letters: |letters, refused| {
        let (letters_s, refused_s) = (s(letters), s(refused));
        format!("{letters} lettre{letters_s}, {refused} fiche{refused_s} refusée{refused_s}")
    },
    may_not_be_contacted: |count| {
        let plural = s(count as u64);
        format!("{count} fiche{plural} laissée{plural} de côté, sans droit d’être contactée{plural} :")
    },
    warning: "Attention :",
    campaign_made: |name| format!("Action « {name} » créée"),
    not_launched: "pas encore lancée",
    ratios: [
        "Taux de prospection",
        "Efficacité de la prospection",
        "Efficacité du prospecteur",
        "Taux de réussite",
    ],
    steps: ["Ciblés", "Contactés", "Intéressés", "Rendez-vous", "Devis", "Commandes"],
    days: |days| format!("{days} j"),
    money_lines: [
        "Coût",
        "Coût par contacté",
        "Coût par rendez-vous",
        "Coût d’acquisition (CAC)",
        "Marge gagnée",
        "Résultat",
    ],
    roi: "Retour sur investissement",
    not_available: "n. d.",
    between: |low, high| format!("entre {low} et {high}"),
    forecast_money: ["Coût d’acquisition (CAC)", "Résultat"],
    basis: "D’après :",
    needed: |count| format!("Destinataires nécessaires : {count}"),
    channel: |channel| match channel {
        Channel::Letter => "courrier",
        Channel::Email => "e-mail",
        Channel::Phone => "téléphone",
        Channel::Visit => "visite",
        Channel::Fair => "salon",
        Channel::Other => "autre",
    },
    stage: |stage| match stage {
        Stage::Suspect => "suspect",
        Stage::Prospect => "prospect",
        Stage::Client => "client",
        Stage::FormerClient => "ancien client",
    },
    verdicts: ["Renouveler.", "Ajuster.", "Arrêter.", "Trop tôt."],
    checked: |accounts, events, differences| {
        format!(
            "{accounts} fiche{}, {events} événement{} : {differences} différence{} après recalcul",
            s(accounts),
            s(events),
            s(differences)
        )
    },
    backed_up: |file, accounts, events| format!("Sauvegarde vérifiée : {file} ({})", held(accounts, events)),
    restored: |file, accounts, events| format!("Restauré : {file} ({})", held(accounts, events)),
    copied: |file, accounts, events| format!("Copié vers {file} ({})", held(accounts, events)),
    user_added: |name, password| format!("{name} : premier mot de passe {password}"),
    token_made: |token| format!("{token}\nCe jeton n’est montré qu’une fois."),
    example_made: |accounts, events, file| {
        format!("Société d’exemple : {}, dans {file}", held(accounts, events))
    },
    no_base: |file| {
        format!("{file} : cette base n’existe pas. Vérifiez le nom donné à --database ou à FILON_DATABASE.")
    },
    not_an_example: |file| {
        format!(
            "{file} n’est pas une société d’exemple et reste tel quel. Donnez un autre fichier avec --database."
        )
    },
    open_this: "À ouvrir :",
    cannot_listen: |address| {
        format!("Impossible d’écouter sur {address} ; choisissez une autre adresse avec --listen")
    },
};

/// The ending of a plural, which in French starts at two.
fn s(count: u64) -> &'static str {
    if count < 2 { "" } else { "s" }
}

fn held(accounts: u64, events: u64) -> String {
    format!("{accounts} fiche{}, {events} événement{}", s(accounts), s(events))
}
