//! The file of accounts and the saved selections.

use super::words;

words! {
    /// The file of accounts and the saved selections.
    File {
        query: "Requête", "Query";
        query_hint: "ville:Bordeaux effectif:>=10 -contacté:<90j", "city:Bordeaux employees:>=10 -contacted:<90d";
        query_help: "Comment chercher", "How to search";
        help_words: "Des mots côte à côte se cumulent : nom, ville, personne, note. OU, SAUF et les parenthèses combinent.", "Words side by side all apply: name, town, person, note. OR, NOT and parentheses combine.";
        help_fields: "champ:valeur, par exemple dept:33,40 · naf:43* · effectif:10..49 · étape:client.", "field:value, for instance dept:33,40 · naf:43* · employees:10..49 · stage:client.";
        help_dates: "contacté:<90j (jours), 3m (mois), 1a (ans) ; champ:vide et champ:* pour vide ou rempli.", "contacted:<90d (days), 3m (months), 1y (years); field:empty and field:* for empty or filled.";
        help_not: "Un tiret exclut : -contacté:<90j laisse ceux qui n’ont pas été contactés depuis 90 jours.", "A dash excludes: -contacted:<90d leaves those not contacted for 90 days.";
        help_keys: "Clavier : / la requête, j et k pour descendre et monter, Entrée pour ouvrir.", "Keyboard: / the query, j and k to go down and up, Enter to open.";
        filters: "Filtres", "Filters";
        export: "Exporter", "Export";
        call_them: "Appeler", "Call";
        no_step_short: "sans suite", "none set";
        export_copy: "Copie du fichier, sans filtre", "Copy of the file, unfiltered";
        export_for: "Pour un envoi, droit de chacun vérifié", "For a mailing, each one’s right checked";
        export_channel: "par {}", "by {}";
        mailing_title: "Fichier pour un envoi par {}", "File for a mailing by {}";
        mailing_intro: "Seuls ceux que l’on peut contacter ainsi y sont ; les autres sont listés avec la règle.", "Only those who may be contacted that way are in it; the others are listed with the rule.";
        mailing_allowed: "{} fiche dans le fichier|{} fiches dans le fichier", "{} account in the file|{} accounts in the file";
        mailing_back: "Revenir à la sélection", "Back to the selection";
        save_as: "Enregistrer la sélection", "Save as selection";
        segment_name: "Nom de la sélection", "Name of the selection";
        fix: "Corrigé :", "Corrected:";
        clear: "Effacer la requête", "Clear the query";
        empty: "Le fichier est vide.", "The file is empty.";
        empty_help: "Importez un tableur (CSV, Excel, LibreOffice) ou un carnet vCard : les colonnes sont reconnues toutes seules.", "Import a spreadsheet (CSV, Excel, LibreOffice) or a vCard address book: the columns are recognised by themselves.";
        nothing: "Aucune fiche ne répond à cette requête.", "No account answers this query.";
        nothing_help: "Retirez une condition, ou effacez la requête.", "Take a condition away, or clear the query.";
        col_name: "Nom", "Name";
        col_stage: "Étape", "Stage";
        col_city: "Ville", "Town";
        col_phone: "Téléphone", "Telephone";
        last_contact: "Dernier contact", "Last contact";
        next_step: "Prochaine étape", "Next step";
        no_next_step: "Aucune prochaine étape", "No next step";
        revenue: "Commandes", "Orders";
        facet_stage: "Étape", "Stage";
        facet_kind: "Nature", "Kind";
        facet_dept: "Département", "Department";
        facet_naf: "Activité (NAF)", "Activity (NAF)";
        facet_tag: "Étiquette", "Tag";
        facet_source: "Source", "Source";
        facet_count: "Fiches", "Accounts";
        segments_title: "Sélections", "Selections";
        segments_intro: "Une sélection est une requête enregistrée : elle est relue à chaque fois, et se fige en cible au lancement d’une action.", "A selection is a saved query: it is read anew each time, and is frozen into a target when a campaign is launched.";
        segments_empty: "Aucune sélection enregistrée.", "No saved selection.";
        segments_empty_help: "Filtrez le fichier, puis « Enregistrer la sélection ».", "Filter the file, then “Save as selection”.";
        segment_saved: "Sélection enregistrée.", "Selection saved.";
        segment_deleted: "Sélection supprimée.", "Selection deleted.";
        open_file: "Ouvrir le fichier", "Open the file";
    }
}

/// The page of one account.
pub mod card {
    use super::words;

    words! {
        /// The page of one account.
        Card {
            new_title: "Nouvelle fiche", "New account";
            edit_title: "Modifier la fiche", "Edit the account";
            created: "Fiche créée.", "Account created.";
            identity: "Identité", "Identity";
            persons: "Interlocuteurs", "Persons";
            no_person: "Aucun interlocuteur connu.", "No person known.";
            primary: "principal", "primary";
            rights: "Droit de contacter", "Right to contact";
            allowed: "autorisé", "allowed";
            refused: "refusé", "refused";
            until: "jusqu’au {}", "until {}";
            timeline: "Journal", "Journal";
            timeline_empty: "Rien ne s’est encore passé avec cette fiche.", "Nothing has happened with this account yet.";
            next_step: "Prochaine étape", "Next step";
            next_missing: "Aucune prochaine étape : personne ne s’en souviendra.", "No next step: nobody will remember this account.";
            follow_up_on: "Relance le", "Follow up on";
            follow_up_hint: "Pour un rendez-vous : sa date.", "For a meeting: its date.";
            follow_up_note: "Quoi faire", "What to do";
            follow_up_added: "Relance notée.", "Follow-up noted.";
            follow_up_done: "Relance faite.", "Follow-up done.";
            done: "Fait", "Done";
            record: "Noter ce qui s’est passé", "Record what happened";
            event: "Événement", "Event";
            event_recorded: "Noté : {}.", "Recorded: {}.";
            event_voided: "Ligne annulée ; le journal garde les deux.", "Line voided; the journal keeps both.";
            void: "Annuler cette ligne", "Void this line";
            voided: "annulé", "voided";
            act: "Action", "Campaign";
            no_act: "aucune", "none";
            amount: "Montant HT", "Amount excl. tax";
            margin: "Marge", "Margin";
            note: "Note", "Note";
            outcome: "Résultat de l’appel", "Outcome of the call";
            channel: "Canal", "Channel";
            reference: "Référence", "Reference";
            kind: "Nature", "Kind";
            siret: "SIRET", "SIRET";
            siren: "SIREN", "SIREN";
            naf: "NAF", "NAF";
            employees: "Effectif", "Employees";
            revenue: "Chiffre d’affaires", "Revenue";
            address: "Adresse", "Address";
            address_help: "Une ligne par ligne d’enveloppe.", "One line for each line of the envelope.";
            postcode: "Code postal", "Postcode";
            city: "Ville", "Town";
            country: "Pays", "Country";
            phone: "Téléphone", "Telephone";
            mobile: "Mobile", "Mobile";
            email: "E-mail", "E-mail";
            website: "Site", "Website";
            source: "Source des données", "Source of the data";
            batch: "Importé avec", "Imported with";
            tags: "Étiquettes", "Tags";
            tags_help: "Séparées par des virgules.", "Separated by commas.";
            tag_add: "Ajouter une étiquette", "Add a tag";
            tag_added: "Étiquette ajoutée.", "Tag added.";
            tag_removed: "Étiquette retirée.", "Tag removed.";
            owner: "Suivi par", "Looked after by";
            civility: "Civilité", "Title";
            first_name: "Prénom", "First name";
            last_name: "Nom", "Last name";
            role: "Fonction", "Role";
            person: "Interlocuteur principal", "Primary person";
            custom: "Autres champs", "Other fields";
            client_since: "Client depuis le {}", "Client since {}";
            orders: "{} commande|{} commandes", "{} order|{} orders";
            by: "par {}", "by {}";
            margin_of: "marge {}", "margin {}";
        }
    }
}
