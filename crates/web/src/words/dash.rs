//! Tableau de bord, Aujourd'hui, Réglages.

use super::words;

words! {
    /// The dashboard.
    Dash {
        period: "Période", "Period";
        filters: "Période et filtres", "Period and filters";
        amount: "Montant", "Amount";
        from: "Du", "From";
        to: "Au (compris)", "To (included)";
        as_of: "Tel que connu le", "As known on";
        all: "tout", "all";
        quick_year: "12 mois", "12 months";
        quick_civil: "Cette année", "This year";
        quick_last: "L’an dernier", "Last year";
        quick_all: "Depuis le début", "From the start";
        period_from_to: "Du {} au {}", "From {} to {}";
        period_from: "Depuis le {}", "Since {}";
        period_to: "Jusqu’au {}", "Until {}";
        period_all: "Depuis le début", "From the start";
        period_as_of: "tel que connu le {}", "as known on {}";
        empty: "Rien à mesurer sur cette période.", "Nothing to measure in this period.";
        empty_help: "Les ratios naissent du fichier et du journal : importez des contacts, puis lancez une action.", "The ratios come from the file and the journal: import contacts, then launch a campaign.";
        base_before: "Base :", "Base:";
        contacts: "{} contact|{} contacts", "{} contact|{} contacts";
        clients: "{} client|{} clients", "{} client|{} clients";
        prospects: "{} prospect|{} prospects", "{} prospect|{} prospects";
        ratios: "Les quatre ratios", "The four ratios";
        prospecting_rate: "Taux de prospection", "Prospecting rate";
        prospecting_rate_formula: "Prospects contactés ÷ contacts (clients + prospects) × 100", "Prospects contacted ÷ contacts (clients + prospects) × 100";
        prospecting_effectiveness: "Efficacité de la prospection", "Prospecting effectiveness";
        prospecting_effectiveness_formula: "Prospects contactés ÷ prospects × 100", "Prospects contacted ÷ prospects × 100";
        prospector_effectiveness: "Efficacité du prospecteur", "Prospector effectiveness";
        prospector_effectiveness_formula: "Prospects intéressés ÷ prospects contactés × 100", "Prospects interested ÷ prospects contacted × 100";
        success_rate: "Taux de réussite", "Success rate";
        success_rate_formula: "Nouveaux clients ÷ prospects contactés × 100", "New clients ÷ prospects contacted × 100";
        interval_help: "Le trait montre l’intervalle de Wilson à 95 % : sur un petit nombre, le vrai taux peut être assez loin du taux observé.", "The line shows the 95% Wilson interval: with small numbers the true rate can be rather far from the observed one.";
        truth: "la vérité est entre {} et {}", "the truth lies between {} and {}";
        no_denominator: "non calculable : le dénominateur est nul", "not computable: the denominator is zero";
        over_contacts: "contacts", "contacts";
        over_prospects: "prospects", "prospects";
        over_contacted: "contactés", "contacted";
        funnel: "Entonnoir", "Funnel";
        funnel_help: "Fiches arrivées au moins jusqu’à chaque étape", "Accounts that got at least as far as each step";
        step: "Étape", "Step";
        bar: "Part", "Share";
        accounts: "Fiches", "Accounts";
        from_previous: "Passage", "Passed on";
        days: "Jours (médiane)", "Days (median)";
        money: "Coûts et résultat", "Costs and result";
        cost: "Coût", "Cost";
        cost_formula: "Σ des dépenses réelles", "Σ of the actual costs";
        planned: "prévu : {}", "planned: {}";
        per_contact: "Coût par contact", "Cost per contact";
        per_contact_formula: "Coût ÷ prospects contactés", "Cost ÷ prospects contacted";
        per_meeting: "Coût par rendez-vous", "Cost per meeting";
        per_meeting_formula: "Coût ÷ rendez-vous", "Cost ÷ meetings";
        cac: "Coût d’acquisition (CAC)", "Acquisition cost (CAC)";
        cac_formula: "Coût ÷ nouveaux clients", "Cost ÷ new clients";
        revenue: "Commandes", "Orders";
        revenue_formula: "Σ des commandes HT créditées", "Σ of the orders credited, excl. tax";
        orders: "{} commande|{} commandes", "{} order|{} orders";
        margin: "Marge gagnée", "Margin won";
        margin_formula: "Σ des marges des commandes créditées", "Σ of the margins of the orders credited";
        result: "Résultat", "Result";
        result_formula: "Marge gagnée − coût", "Margin won − cost";
        roi: "Retour sur investissement", "Return on investment";
        roi_formula: "Résultat ÷ coût", "Result ÷ cost";
        break_even: "Point mort", "Break-even";
        break_even_formula: "Coût ÷ marge moyenne par nouveau client, arrondi au-dessus", "Cost ÷ average margin per new client, rounded up";
        retention: "Attrition et fidélité", "Attrition and loyalty";
        attrition: "Taux d’attrition", "Attrition rate";
        attrition_formula: "Clients perdus ÷ clients au début de la période", "Clients lost ÷ clients at the start of the period";
        loyalty: "Taux de fidélisation", "Retention rate";
        loyalty_formula: "1 − taux d’attrition", "1 − attrition rate";
        lifetime: "Durée de vie d’un client", "Lifetime of a client";
        lifetime_formula: "1 ÷ attrition annuelle, plafonnée par un réglage", "1 ÷ yearly attrition, capped by a setting";
        years: "{} ans", "{} years";
        lifetime_value: "Valeur d’un client", "Value of a client";
        lifetime_value_formula: "Marge annuelle moyenne par client × durée de vie", "Average yearly margin per client × lifetime";
        attrition_cost: "Coût d’attrition", "Attrition cost";
        attrition_cost_formula: "Marge encore à venir d’un client perdu + CAC pour le remplacer", "Margin still to come from a lost client + CAC to replace them";
        trend: "Tendance", "Trend";
        trend_help: "Les douze derniers mois", "The last twelve months";
        trend_contacted: "Prospects contactés par mois", "Prospects contacted per month";
        trend_orders: "Commandes par mois", "Orders per month";
        as_table: "Les chiffres en tableau", "The figures as a table";
        month: "Mois", "Month";
        fig_contacts: "Contacts", "Contacts";
        fig_clients: "Clients", "Clients";
        fig_prospects: "Prospects", "Prospects";
        fig_contacted: "Prospects contactés", "Prospects contacted";
        fig_interested: "Prospects intéressés", "Prospects interested";
        fig_new_clients: "Nouveaux clients", "New clients";
        fig_meeting: "Avec un rendez-vous", "With a meeting";
        fig_quote: "Avec un devis", "With a quote";
        fig_order: "Avec une commande", "With an order";
        fig_lost: "Clients perdus", "Clients lost";
    }
}

/// What to do now.
pub mod today {
    use super::words;

    words! {
        /// What to do now.
        Today {
            welcome: "Bienvenue. Votre fichier est vide.", "Welcome. Your file is empty.";
            welcome_help: "Commencez par un fichier de contacts : un tableur, un export, un carnet d’adresses. Filon reconnaît les colonnes, et l’import s’annule en un clic.", "Begin with a contact file: a spreadsheet, an export, an address book. Filon recognises the columns, and the import is undone in one click.";
            import_first: "Importer un fichier", "Import a file";
            or: "Ou bien", "Or";
            type_first: "tapez une première fiche", "type in a first account";
            follow_ups: "Relances", "Follow-ups";
            overdue: "{} en retard|{} en retard", "{} overdue|{} overdue";
            no_follow_up: "Aucune relance à faire aujourd’hui.", "No follow-up to do today.";
            meetings: "Rendez-vous de la semaine", "Meetings of the week";
            no_meeting: "Aucun rendez-vous dans les sept jours.", "No meeting within seven days.";
            running: "Actions en cours", "Running campaigns";
            no_running: "Aucune action en cours.", "No running campaign.";
            answered: "{} intéressé|{} intéressés", "{} interested|{} interested";
            to_judge: "{} action à juger|{} actions à juger", "{} campaign to judge|{} campaigns to judge";
            result: "Résultat : {}", "Result: {}";
            without: "{} intéressé sans prochaine étape|{} intéressés sans prochaine étape", "{} interested without a next step|{} interested without a next step";
            see_them: "Les voir", "See them";
            no_alert: "Rien à signaler.", "Nothing to report.";
        }
    }
}

/// Settings of the company and of the program.
pub mod settings {
    use filon_app::users::Role;

    use super::words;
    use crate::words::Text;

    words! {
        /// Settings of the company and of the program.
        Settings {
            company: "Société", "Company";
            company_help: "Mentions légales de l’expéditeur, obligatoires sur chaque lettre (C. com. R123-237) : votre papier à en-tête doit les porter.", "Legal mentions of the sender, required on every letter (French law, C. com. R123-237): your letterhead must carry them.";
            company_name: "Dénomination", "Name";
            form: "Forme (SARL, SAS, EI…)", "Form (SARL, SAS, EI…)";
            capital: "Capital", "Capital";
            rcs: "RCS (ville)", "RCS (town)";
            mentions: "Autres mentions", "Other mentions";
            sums: "Calculs", "Sums";
            credit: "Fenêtre de crédit (jours)", "Credit window (days)";
            credit_help: "Une commande est créditée à la dernière action qui a contacté la fiche dans ce délai.", "An order is credited to the last campaign that contacted the account within this time.";
            cap: "Durée de vie d’un client, au plus (années)", "Lifetime of a client, at most (years)";
            cap_help: "Plafonne 1 ÷ attrition.", "Caps 1 ÷ attrition.";
            inactive: "Client perdu après (mois sans commande)", "Client lost after (months without an order)";
            inactive_help: "Vide : seule une perte notée compte.", "Empty: only a recorded loss counts.";
            alsace: "Jours fériés d’Alsace et de Moselle", "Public holidays of Alsace and Moselle";
            users: "Utilisateurs", "Users";
            role: "Rôle", "Role";
            role_owner: "propriétaire", "owner";
            role_manager: "responsable", "manager";
            role_sales: "commercial", "sales";
            role_reader: "lecture", "reader";
            user_since: "Depuis le", "Since";
            add_user: "Ajouter", "Add";
            user_added: "Premier mot de passe de {} :", "First password of {}:";
            shown_once: "Affiché cette seule fois : notez-le maintenant.", "Shown this once only: write it down now.";
            password: "Mot de passe", "Password";
            old_password: "Mot de passe actuel", "Current password";
            new_password: "Nouveau mot de passe", "New password";
            password_changed: "Mot de passe changé.", "Password changed.";
            tokens: "Jetons d’accès", "Access tokens";
            tokens_help: "Pour vos programmes.", "For your programs.";
            token_name: "Pour quel programme", "For which program";
            token_made: "Jeton de « {} » :", "Token of “{}”:";
            token_revoked: "Jeton révoqué.", "Token revoked.";
            add_token: "Créer un jeton", "Create a token";
            scope: "Droit", "Right";
            scope_read: "lire", "read";
            scope_write: "lire et écrire", "read and write";
            expires: "Expire le", "Expires on";
            last_used: "Utilisé le", "Used on";
            revoke: "Révoquer", "Revoke";
            backup: "Sauvegarde et contrôle", "Backup and check";
            backup_help: "La sauvegarde est relue avant d’être remise.", "The backup is read back before it is handed over.";
            backup_do: "Télécharger une sauvegarde", "Download a backup";
            check_do: "Tout recalculer et comparer", "Recompute and compare everything";
            check_good: "{} fiches et {} événements recalculés : aucune différence.", "{} accounts and {} events recomputed: no difference.";
            check_bad: "{} différence entre ce qui est stocké et le journal.|{} différences entre ce qui est stocké et le journal.", "{} difference between what is stored and the journal.|{} differences between what is stored and the journal.";
            stored: "Stocké", "Stored";
            expected: "Attendu", "Expected";
        }
    }

    impl Settings {
        pub fn role_name(&self, role: &Role) -> Text {
            match role {
                Role::Owner => self.role_owner,
                Role::Manager => self.role_manager,
                Role::Sales => self.role_sales,
                Role::Reader => self.role_reader,
            }
        }
    }
}
