//! Actions (campaigns) and their steps.

use super::words;

words! {
    /// Actions and their steps.
    Act {
        intro: "Une cible, un message, un budget ; puis ce qui est revenu, et ce que cela a rapporté.", "A target, a message, a budget; then what came back, and what it brought.";
        empty: "Aucune action pour le moment.", "No campaign yet.";
        empty_help: "Choisissez une partie du fichier, une lettre et un budget : Filon prépare les courriers et suit les retours.", "Choose a part of the file, a letter and a budget: Filon prepares the letters and follows the returns.";
        funnel_mini: "Entonnoir", "Funnel";
        new_clients: "Nouveaux clients", "New clients";
        cost: "Coût", "Cost";
        cac: "CAC", "CAC";
        result: "Résultat", "Result";
        verdict: "Verdict", "Verdict";
        kept: "décidé", "decided";
        draft: "en préparation", "being prepared";
        launched: "lancée le {}", "launched on {}";
        closed: "close le {}", "closed on {}";
        name_hint: "Courrier de rentrée, artisans 33", "September letter, craftsmen 33";
        purpose: "But", "Purpose";
        purpose_acquisition: "prospection : gagner des clients", "acquisition: win clients";
        purpose_retention: "fidélisation : garder des clients", "retention: keep clients";
        target: "Cible", "Target";
        from_segment: "Sélection enregistrée", "Saved selection";
        no_segment: "aucune : la requête ci-dessous", "none: the query below";
        from_query: "Requête", "Query";
        query_help: "Vide : tout le fichier. La cible se fige au lancement.", "Empty: the whole file. The target is frozen at launch.";
        from: "Prévue du", "Planned from";
        to: "au", "to";
        create: "Créer l’action", "Create the campaign";
        steps: "Étapes de l’action", "Steps of the campaign";
        step_target: "Cible", "Target";
        step_message: "Message", "Message";
        step_budget: "Budget et objectif", "Budget and goal";
        step_launch: "Lancement", "Launch";
        step_follow: "Suivi", "Follow-up";
        step_review: "Bilan", "Review";
        targeted: "Ciblés", "Targeted";
        audience: "Destinataires", "Recipients";
        audience_help: "ceux que l’on a le droit de contacter", "those whom one may contact";
        refused: "Écartés", "Left out";
        frozen: "La cible a été figée au lancement, écartés compris.", "The target was frozen at launch, those left out included.";
        everybody: "tout le fichier", "the whole file";
        change_target: "Changer la cible", "Change the target";
        target_changed: "Cible changée.", "Target changed.";
        of_segment: "Sélection « {} ».", "Selection “{}”.";
        live: "La cible suit le fichier jusqu’au lancement.", "The target follows the file until the launch.";
        see_file: "La voir dans le fichier", "See it in the file";
        next_message: "Choisir le message", "Choose the message";
        next_budget: "Continuer vers le budget", "Go on to the budget";
        next_launch: "Continuer vers le lancement", "Go on to the launch";
        next_follow: "Suivre les retours", "Follow the returns";
        refused_title: "{} écarté par le droit de contacter|{} écartés par le droit de contacter", "{} left out by the right to contact|{} left out by the right to contact";
        refused_help: "Ils restent dans la cible et dans les ratios ; rien ne leur est adressé.", "They stay in the target and in the ratios; nothing is addressed to them.";
        no_letter: "Ce canal n’a pas de lettre à préparer.", "This channel has no letter to prepare.";
        no_model: "Aucun modèle pour le moment : ajoutez votre lettre.", "No template yet: add your letter.";
        no_model_kept: "Cette action a été lancée sans modèle enregistré.", "This campaign was launched without a stored template.";
        choose_model: "Choisir un modèle", "Choose a template";
        costs: "Dépenses", "Costs";
        costs_help: "Une dépense par unité prend sa quantité du journal, sauf si vous la tapez.", "A cost per unit takes its quantity from the journal, unless typed in.";
        no_cost: "Aucune dépense notée : sans coût, ni CAC ni résultat.", "No cost noted: without cost, neither CAC nor result.";
        no_cost_yet: "aucune dépense notée", "no cost noted";
        label: "Libellé", "Label";
        label_hint: "Impression et affranchissement", "Printing and postage";
        how: "Compté", "Counted";
        fixed: "en une fois", "as a whole";
        per: "{} par {}", "{} per {}";
        per_unit: "par {}", "per {}";
        quantity: "Quantité", "Quantity";
        quantity_help: "Laissez vide pour la prendre du journal.", "Leave empty to take it from the journal.";
        from_journal: "(journal)", "(journal)";
        amount: "Montant HT", "Amount excl. tax";
        planned: "prévu", "planned";
        is_planned: "Dépense prévue (budget), pas encore réelle", "Planned cost (budget), not yet actual";
        total_actual: "Total réel", "Total actual";
        total_planned: "Total prévu", "Total planned";
        add_cost: "Ajouter une dépense", "Add a cost";
        cost_added: "Dépense ajoutée.", "Cost added.";
        cost_removed: "Dépense retirée.", "Cost removed.";
        forecast: "Objectif et prévision", "Goal and forecast";
        forecast_help: "Ce que l’action devrait donner, avec un intervalle à 80 %.", "What the campaign should give, with an 80% interval.";
        margin_per_order: "Marge d’une commande", "Margin of one order";
        goal: "Commandes visées", "Orders aimed at";
        compute: "Calculer", "Compute";
        expected: "Attendu", "Expected";
        range_80: "8 fois sur 10", "8 times in 10";
        at_least: "au moins {}", "at least {}";
        expected_cost: "Coût estimé pour {}", "Estimated cost for {}";
        orders: "Commandes", "Orders";
        needed: "Pour cet objectif, il faudrait {} destinataire.|Pour cet objectif, il faudrait {} destinataires.", "This goal would take {} recipient.|This goal would take {} recipients.";
        basis: "D’après : {}", "Based on: {}";
        recipients: "{} destinataire|{} destinataires", "{} recipient|{} recipients";
        post_on: "Date d’envoi", "Posting date";
        format: "Fichier", "File";
        sort_postcode: "Trier par code postal (tarif et tri postal)", "Sort by postcode (for the post)";
        mentions: "Mentions légales", "Legal mentions";
        mentions_in_letter: "la lettre les porte", "the letter carries them";
        mentions_not_in_letter: "la lettre ne les porte pas.", "the letter does not carry them.";
        mentions_in_settings: "Elles sont dans les réglages : recopiez-les au bas du modèle.", "They are in the settings: copy them to the foot of the template.";
        mentions_nowhere: "ni dans la lettre ni dans les réglages.", "neither in the letter nor in the settings.";
        mentions_missing: "Il manque : {}.", "Missing: {}.";
        mentions_fill: "Compléter les réglages", "Complete the settings";
        mentions_confirm: "Les lettres seront imprimées sur un papier à en-tête qui porte ces mentions (C. com., art. R123-237).", "The letters will be printed on a letterhead that carries these mentions (French commercial code, art. R123-237).";
        launch_help: "Le lancement fige la cible, prépare les lettres et écrit une ligne « Lettre postée » par destinataire dans le journal.", "The launch freezes the target, makes the letters and writes a “Letter posted” line in the journal for each recipient.";
        launch_letters: "Lancer et préparer {} lettre|Lancer et préparer {} lettres", "Launch and prepare {} letter|Launch and prepare {} letters";
        launch: "Lancer vers {} destinataire|Lancer vers {} destinataires", "Launch to {} recipient|Launch to {} recipients";
        launching: "Lancement de {}", "Launch of {}";
        launched_with: "Lancée le {} : {}.", "Launched on {}: {}.";
        download_letters: "Télécharger les lettres", "Download the letters";
        no_file: "Les lettres de cette action ne sont pas sur ce poste (lancée en ligne de commande, ou ailleurs).", "The letters of this campaign are not on this machine (launched on the command line, or elsewhere).";
        decision: "Décision", "Decision";
        probability: "Probabilité que la même action se rembourse : {}", "Probability that the same campaign pays for itself: {}";
        scale_stop: "arrêter ≤ 20 %", "stop ≤ 20%";
        scale_adjust: "ajuster", "adjust";
        scale_renew: "≥ 80 % renouveler", "≥ 80% renew";
        sum_cost: "Coût de l’action : {}.", "Cost of the campaign: {}.";
        sum_margin: "Marge moyenne par nouveau client : {} ÷ {}", "Average margin per new client: {} ÷ {}";
        sum_break_even: "Point mort : {} ÷ {}", "Break-even: {} ÷ {}";
        sum_clients: "{} nouveau client|{} nouveaux clients", "{} new client|{} new clients";
        sum_success: "Obtenus : {} sur {} contactés.", "Won: {} of {} contacted.";
        sum_needed_rate: "Il en faudrait {} sur {} pour se rembourser.", "It takes {} of {} to pay for itself.";
        sum_probability: "Refaite à l’identique, l’action se rembourse avec une probabilité de {} (loi bêta du taux de réussite).", "Done again just the same, it pays for itself with a probability of {} (beta law of the success rate).";
        judge: "Décider", "Decide";
        judge_help: "Le verdict est gardé avec son motif et le bilan du jour.", "The verdict is kept with its reason and the review of the day.";
        judged: "Verdict gardé.", "Verdict kept.";
        next_name: "Nom de la prochaine action", "Name of the next campaign";
        renew: "Préparer la prochaine", "Prepare the next one";
        renewed: "Nouvelle action préparée d’après la précédente : vérifiez la cible et le budget.", "New campaign prepared from the previous one: check the target and the budget.";
        close: "Clore l’action", "Close the campaign";
        was_closed: "Action close.", "Campaign closed.";
        bis: "{} (suite)", "{} (continued)";
    }
}

/// What came back.
pub mod follow {
    use super::words;

    words! {
        /// What came back.
        Follow {
            not_yet: "Cette action n’est pas encore lancée.", "This campaign is not launched yet.";
            search_hint: "Nom, interlocuteur ou ville", "Name, person or town";
            furthest: "Arrivé jusqu’à", "Got as far as";
            last: "Dernier événement", "Last event";
            outcome: "Ce qui est revenu", "What came back";
            all: "Tous", "All";
            nobody: "Personne ici.", "Nobody here.";
            keys: "Clavier : j et k pour choisir une ligne ; i intéressé, r rendez-vous, d devis, c commande, n pas intéressé, o opposition ; z annule.", "Keyboard: j and k choose a row; i interested, r meeting, d quote, c order, n not interested, o opted out; z undoes.";
            short_i: "Intéressé", "Interested";
            short_r: "RDV", "Meeting";
            short_d: "Devis", "Quote";
            short_c: "Commande", "Order";
            short_n: "Non", "No";
            short_o: "Opposition", "Opt-out";
            recorded: "{} : {}.", "{}: {}.";
            file: "Noter les retours depuis un fichier", "Record the returns from a file";
            file_help: "Colonnes : account (référence, SIRET ou e-mail), event, date, et s’il y a lieu amount, margin, note.", "Columns: account (reference, SIRET or e-mail), event, date, and where they apply amount, margin, note.";
            file_done: "{} événements notés, {} lignes rejetées.", "{} events recorded, {} rows rejected.";
        }
    }
}
