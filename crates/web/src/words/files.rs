//! Import of contact files, and letter templates.

use super::words;

words! {
    /// Import of contact files.
    Import {
        title: "Importer un fichier de contacts", "Import a contact file";
        intro: "Le fichier est lu, ses colonnes reconnues et l’effet compté avant que rien ne soit écrit. Un import s’annule en un clic.", "The file is read, its columns recognised and the effect counted before anything is written. An import is undone in one click.";
        drop: "Déposez un fichier ici, ou choisissez-le", "Drop a file here, or choose it";
        formats: "CSV, TSV, Excel (.xlsx), LibreOffice (.ods), vCard ; 50 Mio au plus", "CSV, TSV, Excel (.xlsx), LibreOffice (.ods), vCard; 50 MiB at most";
        read: "Lire le fichier", "Read the file";
        batches: "Imports précédents", "Earlier imports";
        no_batch: "Aucun import pour le moment.", "No import yet.";
        file: "Fichier", "File";
        rows: "Lignes", "Rows";
        rows_read: "{} ligne lue|{} lignes lues", "{} row read|{} rows read";
        separator: "séparateur : {}", "separator: {}";
        tab: "tabulation", "tab";
        would: "Ce que fera l’import", "What the import will do";
        created: "Fiches créées", "Accounts created";
        merged: "Lignes rattachées", "Rows merged";
        merged_help: "à une fiche déjà connue", "into an account already known";
        skipped: "Lignes ignorées", "Rows skipped";
        rejected: "Lignes rejetées", "Rows rejected";
        see_problems: "voir pourquoi", "see why";
        source_help: "D’où viennent les données : qui le demande a le droit de le savoir (RGPD, art. 14).", "Where the data come from: whoever asks has the right to know (GDPR, art. 14).";
        as_stage: "Ces contacts sont", "These contacts are";
        as_suspect: "à prospecter (suspects)", "to prospect (suspects)";
        as_client: "déjà clients", "already clients";
        kind_auto: "reconnue ligne par ligne", "recognised row by row";
        duplicates: "Une ligne déjà connue", "A row already known";
        dup_merge: "complète la fiche", "completes the account";
        dup_skip: "est ignorée", "is skipped";
        dup_create: "crée une autre fiche", "makes another account";
        do_import: "Importer {} ligne|Importer {} lignes", "Import {} row|Import {} rows";
        again: "Recalculer l’aperçu", "Refresh the preview";
        mapping: "Colonnes", "Columns";
        own_field: "Champ de votre société", "A field of your own";
        mapping_help: "Corrigez ce qui a été mal reconnu : l’aperçu suit.", "Correct what was misread: the preview follows.";
        header: "En-tête du fichier", "Header of the file";
        goes_to: "Devient", "Becomes";
        samples: "Exemples", "Samples";
        first_rows: "Premières lignes, telles qu’elles seront enregistrées", "First rows, as they will be stored";
        problems: "Lignes rejetées", "Rejected rows";
        problems_help: "Le reste est importé ; corrigez ces lignes et réimportez le même fichier : rien n’est créé deux fois.", "The rest goes in; correct these rows and import the same file again: nothing is created twice.";
        row: "Ligne", "Row";
        column: "Colonne", "Column";
        value: "Valeur", "Value";
        advice: "Pourquoi, et que faire", "Why, and what to do";
        mended: "Ce qui a été corrigé", "What was mended";
        notices: "{} valeur corrigée ou douteuse|{} valeurs corrigées ou douteuses", "{} value mended or doubtful|{} values mended or doubtful";
        working: "Import de {}", "Import of {}";
        done: "{} ligne est entrée dans le fichier.|{} lignes sont entrées dans le fichier.", "{} row went into the file.|{} rows went into the file.";
        undo: "Annuler l’import", "Undo the import";
        undone: "annulé", "undone";
        was_undone: "Cet import a été annulé le {}.", "This import was undone on {}.";
        removed: "{} fiche retirée.|{} fiches retirées.", "{} account removed.|{} accounts removed.";
        kept: "{} fiche gardée, car travaillée depuis :|{} fiches gardées, car travaillées depuis :", "{} account kept, worked on since:|{} accounts kept, worked on since:";
        expired: "Ce fichier n’est plus en attente : déposez-le de nouveau.", "This file is no longer waiting: drop it again.";
    }
}

/// Letter templates.
pub mod model {
    use super::words;

    words! {
        /// Letter templates.
        Model {
            intro: "Vos lettres Word ou LibreOffice, avec leurs champs de fusion.", "Your Word or LibreOffice letters, with their merge fields.";
            drop: "Déposez une lettre ici, ou choisissez-la", "Drop a letter here, or choose it";
            formats: "Word (.docx) ou LibreOffice (.odt) ; 50 Mio au plus", "Word (.docx) or LibreOffice (.odt); 50 MiB at most";
            add: "Ajouter le modèle", "Add the template";
            added: "Modèle ajouté.", "Template added.";
            deleted: "Modèle supprimé.", "Template deleted.";
            how: "Dans Word : Publipostage, Insérer un champ de fusion ; dans LibreOffice : Insertion, Champ, Base de données. Les noms français (Civilité, Nom, Adresse1, Code postal, Ville…) sont reconnus.", "In Word: Mailings, Insert Merge Field; in LibreOffice: Insert, Field, Database. French and English names (Title, Last name, Address1, Postcode, City…) are recognised.";
            fields: "Champs", "Fields";
            field: "Champ de la lettre", "Field of the letter";
            column: "Rempli avec", "Filled with";
            state: "État", "State";
            all_known: "tous reconnus", "all recognised";
            unknown: "{} champ inconnu|{} champs inconnus", "{} unknown field|{} unknown fields";
            field_unknown: "inconnu : restera vide.", "unknown: will stay empty.";
            no_field: "Cette lettre n’a aucun champ de fusion : tous recevront le même texte.", "This letter has no merge field: all will get the same text.";
        }
    }
}
