//! What every screen says: buttons, navigation, the doors, what goes wrong.

use super::words;

words! {
    /// Words of every screen.
    Common {
        none: "n.\u{a0}d.", "n/a";
        accounts: "{} fiche|{} fiches", "{} account|{} accounts";
        save: "Enregistrer", "Save";
        cancel: "Annuler", "Cancel";
        undo: "Annuler", "Undo";
        undone: "C’est annulé.", "Undone.";
        add: "Ajouter", "Add";
        edit: "Modifier", "Edit";
        delete: "Supprimer", "Delete";
        search: "Chercher", "Search";
        apply: "Appliquer", "Apply";
        continue_: "Continuer", "Continue";
        download: "Télécharger", "Download";
        see_all: "Tout voir", "See all";
        saved: "Enregistré.", "Saved.";
        date: "Date", "Date";
        name: "Nom", "Name";
        reason: "Motif", "Reason";
        source: "Source", "Source";
        previous: "Page précédente", "Previous page";
        next: "Page suivante", "Next page";
        page_of: "Page {} sur {}", "Page {} of {}";
        optional: "facultatif", "optional";
        nearest: "Vouliez-vous dire « {} » ?", "Did you mean “{}”?";
        interval: "de {} à {}", "{} to {}";
        interval_short: "Intervalle à 95 %", "95% interval";
        interval_95: "intervalle à 95 % : de {} à {}", "95% interval: {} to {}";
        example_base: "Société d’exemple : les données sont fictives.", "Example company: the data are made up.";
        working: "En cours…", "Working…";
        working_progress: "{} sur {}", "{} of {}";
        working_help: "Vous pouvez quitter cette page et y revenir : le travail continue.", "You can leave this page and come back: the work goes on.";
    }
}

pub use door::Door;
pub use nav::Nav;
pub use trouble::Trouble;

/// First start and sign-in.
pub mod door {
    use super::words;

    words! {
        /// First start and sign-in.
        Door {
            first_title: "Premier pas", "First step";
            first_intro: "Cette base est vide et n’a pas encore de propriétaire. Créez le vôtre : il n’existe aucun mot de passe par défaut.", "This base is empty and has no owner yet. Create yours: there is no default password.";
            first_submit: "Créer le propriétaire", "Create the owner";
            first_need_key: "Ouvrez le lien affiché dans la console par « filon serve » : il contient la clé de premier pas.", "Open the link that “filon serve” printed in the console: it holds the first-step key.";
            first_key: "Clé affichée dans la console", "Key printed in the console";
            sign_in: "Connexion", "Sign in";
            sign_in_submit: "Se connecter", "Sign in";
            sign_out: "Se déconnecter", "Sign out";
            name: "Nom d’utilisateur", "User name";
            email: "Adresse électronique", "E-mail address";
            password: "Mot de passe", "Password";
            password_help: "12 caractères au moins ; une phrase se retient mieux qu’un mot.", "At least 12 characters; a phrase is easier to remember than a word.";
            enter_title: "Société d’exemple", "Example company";
            enter_intro: "Ce lien ouvre une fois la société d’exemple, sans mot de passe.", "This link opens the example company once, without a password.";
            enter_submit: "Entrer", "Enter";
            enter_used: "Ce lien a déjà servi. Connectez-vous : utilisateur « demo », mot de passe : la clé du lien affiché dans la console.", "This link has been used. Sign in: user “demo”, password: the key of the link printed in the console.";
            lead: "Du fichier de contacts à la commande signée, et ce que l’effort a rapporté.", "From the contact file to the signed order, and what the effort brought.";
        }
    }
}

/// Navigation and the palette.
pub mod nav {
    use super::words;

    words! {
        /// Navigation and the palette.
        Nav {
            main: "Navigation principale", "Main navigation";
            skip: "Aller au contenu", "Skip to content";
            menu: "Menu", "Menu";
            today: "Aujourd’hui", "Today";
            file: "Fichier", "File";
            segments: "Sélections", "Selections";
            import: "Importer", "Import";
            imports: "Imports", "Imports";
            models: "Modèles", "Templates";
            acts: "Actions", "Campaigns";
            calls: "Appels", "Calls";
            scripts: "Argumentaires", "Scripts";
            agenda: "Agenda", "Agenda";
            lessons: "Enseignements des appels", "What the calls teach";
            visits: "Comptes rendus de visite", "Visit reports";
            new_list: "Nouvelle liste d’appels", "New call list";
            dash: "Tableau de bord", "Dashboard";
            settings: "Réglages", "Settings";
            go: "Aller à…", "Go to…";
            go_help: "Une page, une action, une fiche", "A page, a campaign, an account";
            go_pages: "Pages", "Pages";
            go_acts: "Actions", "Campaigns";
            go_accounts: "Fiches", "Accounts";
            go_nothing: "Rien à ce nom.", "Nothing by that name.";
            go_keys: "↑ ↓ pour choisir, Entrée pour ouvrir, Échap pour fermer", "↑ ↓ to choose, Enter to open, Esc to close";
            new_act: "Nouvelle action", "New campaign";
            new_account: "Nouvelle fiche", "New account";
            other_language: "English", "Français";
            theme: "Thème", "Theme";
            theme_light: "Clair", "Light";
            theme_dark: "Sombre", "Dark";
            theme_auto: "Comme le système", "Like the system";
        }
    }
}

/// What goes wrong.
pub mod trouble {
    use super::words;

    words! {
        /// What goes wrong.
        Trouble {
            title: "Cela n’a pas marché", "That did not work";
            not_found: "Page introuvable", "Page not found";
            not_found_help: "Rien n’existe à cette adresse. La fiche ou l’action a peut-être été supprimée.", "Nothing exists at this address. The account or campaign may have been removed.";
            forbidden: "Demande refusée", "Request refused";
            read_only: "Votre accès permet de lire, pas de modifier.", "Your access lets you read, not change.";
            role: "Votre rôle ne permet pas cette opération : demandez au propriétaire.", "Your role does not allow this: ask the owner.";
            need_token: "Connectez-vous, ou joignez un jeton : « Authorization: Bearer … ».", "Sign in, or send a token: “Authorization: Bearer …”.";
            forbidden_csrf: "Le formulaire venait d’une autre page ou d’une session terminée. Rechargez la page et recommencez : ce que vous aviez tapé n’a pas été enregistré.", "The form came from another page or an ended session. Reload the page and try again: what you had typed was not saved.";
            forbidden_origin: "La demande venait d’un autre site ; elle a été refusée et rien n’a changé.", "The request came from another site; it was refused and nothing changed.";
            busy: "La base est occupée", "The base is busy";
            busy_help: "Un autre programme écrit dans la base. Réessayez dans quelques secondes ; rien n’a été perdu.", "Another program is writing to the base. Try again in a few seconds; nothing was lost.";
            internal: "Erreur interne", "Internal error";
            internal_help: "La demande n’a pas été exécutée. Le détail est dans la console du programme.", "The request was not carried out. The detail is in the program’s console.";
            too_large: "Le fichier dépasse 50 Mio.", "The file is larger than 50 MiB.";
            too_large_help: "Enregistrez-le en plusieurs parties, ou importez-le en ligne de commande avec « filon import ».", "Save it in several parts, or import it with “filon import” on the command line.";
            no_file: "Aucun fichier n’a été joint.", "No file was attached.";
            bad_form: "Le formulaire est incomplet ou illisible.", "The form is incomplete or unreadable.";
            bad_field: "« {} » n’est pas valable ici.", "“{}” is not valid here.";
            bad_amount: "« {} » n’est pas un montant : écrivez par exemple 1 234,50.", "“{}” is not an amount: write 1,234.50 for instance as 1234.50.";
            bad_date: "« {} » n’est pas une date : écrivez par exemple 2026-11-24.", "“{}” is not a date: write 2026-11-24 for instance.";
            bad_hour: "« {} » n’est pas une heure : écrivez par exemple 14:30.", "“{}” is not an hour: write 14:30 for instance.";
            missing: "Remplissez « {} ».", "Fill in “{}”.";
            gone: "Ce travail n’est plus connu : le programme a été redémarré.", "This work is no longer known: the program was restarted.";
            undo_gone: "Trop tard pour annuler : 30 secondes sont passées.", "Too late to undo: 30 seconds have passed.";
            home: "Revenir à Aujourd’hui", "Back to Today";
        }
    }
}
