//! French.

use super::Words;

pub static FR: Words = Words {
    decimal_mark: ",",
    day_form: "%d/%m/%Y",
    importing: "Import",
    recording: "Enregistrement",
    merging: "Lettres",
    imported: |rows, created, merged, skipped, rejected| {
        format!("{rows} lignes : {created} créées, {merged} réunies, {skipped} passées, {rejected} refusées")
    },
    recorded: |rows, recorded, rejected| {
        format!("{rows} lignes : {recorded} enregistrées, {rejected} refusées")
    },
    row_says: |row, column, value, message| match (column, value) {
        ("", "") => format!("ligne {row} : {message}"),
        ("", value) => format!("ligne {row} : « {value} » : {message}"),
        (column, value) => format!("ligne {row}, colonne « {column} » : « {value} » : {message}"),
    },
    undone: |removed, kept| format!("{removed} fiches retirées, {kept} gardées"),
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
    shown: |shown, count| format!("{shown} sur {count} fiches"),
    exported: |count, file| format!("{count} fiches dans {file}"),
    deleted: |name| format!("Sélection « {name} » supprimée"),
    letters: |letters, refused| format!("{letters} lettres, {refused} fiches refusées"),
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
    verdicts: ["Renouveler.", "Ajuster.", "Arrêter.", "Trop tôt."],
    checked: |accounts, events, differences| {
        format!("{accounts} fiches, {events} événements recomptés : {differences} différences")
    },
    backed_up: |file, accounts, events| {
        format!("Sauvegarde vérifiée : {file} ({accounts} fiches, {events} événements)")
    },
    restored: |file, accounts, events| format!("Restauré : {file} ({accounts} fiches, {events} événements)"),
    copied: |file, accounts, events| format!("Copié vers {file} ({accounts} fiches, {events} événements)"),
    user_added: |name, password| format!("{name} : premier mot de passe {password}"),
    token_made: |token| format!("{token}\nCe jeton n’est montré qu’une fois."),
    example_made: |accounts, events, file| {
        format!("Société d’exemple : {accounts} fiches, {events} événements, dans {file}")
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
