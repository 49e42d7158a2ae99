//! Argumentaires: the list, the editor, the printed guide; and the names of what core calls by codes there.

use filon_core::call::{AnswerKind, BlockKind, Example, Goal, ObjectionKind, Technique};

use super::{Text, words};

words! {
    /// Scripts of calls.
    Script {
        intro: "Ce que l’on dit au téléphone, du bonjour à la conclusion, et ce que chaque réponse a donné.", "What is said on the telephone, from hello to the close, and what each answer brought.";
        empty: "Pas encore d’argumentaire", "No script yet";
        empty_help: "Partez d’un exemple complet et réécrivez-le avec vos mots : c’est plus rapide que la page blanche.", "Start from a complete example and rewrite it in your own words: faster than a blank page.";
        from_example: "Partir d’un exemple", "Start from an example";
        from_blank: "Partir d’une page blanche", "Start from a blank page";
        create: "Créer l’argumentaire", "Create the script";
        created: "Argumentaire créé.", "Script created.";
        example_menuiserie: "Menuiserie : contrat d’entretien, rendez-vous chez des clients particuliers", "Joinery: maintenance contract, meetings with private clients";
        example_comptable: "Expert-comptable : rendez-vous avec des dirigeants de TPE", "Accountant: meetings with owners of very small companies";
        example_caisse: "Logiciel de caisse : démonstration aux commerces", "Cash-register software: demonstration to shops";
        example_nettoyage: "Nettoyage de bureaux : visite chiffrée en entreprise", "Office cleaning: a costed visit at companies";
        calls: "Appels", "Calls";
        meetings: "Rendez-vous", "Meetings";
        version: "Version", "Version";
        version_of: "version {}", "version {}";
        state: "État", "State";
        ready: "prêt", "ready";
        problems: "{} point à régler|{} points à régler", "{} point to settle|{} points to settle";
        comparing: "compare {} et {}", "comparing {} and {}";
        archived: "rangé", "put away";
        archive: "Ranger", "Put away";
        unarchive: "Ressortir", "Take out again";
        archived_done: "Argumentaire rangé.", "Script put away.";
        unarchived_done: "Argumentaire ressorti.", "Script taken out again.";
        copy: "Copier", "Copy";
        copied: "Copie créée.", "Copy created.";
        copy_name: "{} (copie)", "{} (copy)";
        guide: "Guide à imprimer", "Guide to print";
        too_few: "trop peu d’appels", "too few calls";
        offer: "Ce que l’on propose", "What is offered";
        audience: "À qui", "To whom";
        goal: "But de l’appel", "Goal of the call";
        goal_meeting: "un rendez-vous", "a meeting";
        goal_presentation: "une présentation immédiate", "a presentation at once";
        the_call: "L’appel", "The call";
        objections: "Objections", "Objections";
        block: "Partie", "Part";
        block_title: "Repère dans la marge", "Word in the margin";
        block_title_hint: "Au standard", "At reception";
        block_text: "Ce que l’on dit", "What is said";
        question: "Question", "Question";
        answer: "Réponse", "Answer";
        choices: "Choix, séparés par des points-virgules", "Choices, separated by semicolons";
        fills: "Remplit le champ", "Fills the field";
        fills_hint: "Effectif, Fonction, ou un champ à vous", "Employees, Job title, or a field of your own";
        characteristic: "Caractéristique", "Characteristic";
        advantage: "Avantage", "Advantage";
        proof: "Preuve", "Proof";
        objection: "Objection", "Objection";
        said: "Ce que les gens disent, une formule par ligne", "What people say, one wording a line";
        kind: "Nature", "Kind";
        real_reason: "La question qui fait dire la vraie raison", "The question that brings out the real reason";
        reply: "Réponse", "Answer";
        technique: "Technique", "Technique";
        add_block: "Ajouter une partie", "Add a part";
        add_question: "Ajouter une question", "Add a question";
        add_argument: "Ajouter un argument", "Add an argument";
        add_objection: "Ajouter une objection", "Add an objection";
        add_reply: "Ajouter une réponse", "Add an answer";
        up: "Monter", "Move up";
        down: "Descendre", "Move down";
        remove: "Retirer", "Remove";
        removed: "Retiré, pas encore enregistré.", "Removed, not saved yet.";
        put_back: "Remettre", "Put back";
        fields: "Champs à fusionner", "Merge fields";
        fields_help: "Placez le curseur dans un texte puis choisissez un champ. Après une barre, ce que l’on dit quand il est vide : {Nom|Madame, Monsieur}.", "Put the cursor into a text, then choose a field. After a bar, what is said where it is empty: {Nom|Madame, Monsieur}.";
        unsaved: "Modifications pas encore enregistrées.", "Changes not saved yet.";
        save_help: "La version {} a déjà servi : l’enregistrement en écrira une nouvelle, les résultats de l’ancienne restent.", "Version {} has served already: saving writes a new one, the results of the old one stay.";
        saved_as: "Enregistré : version {}.", "Saved: version {}.";
        versions: "Versions", "Versions";
        saved_by: "{} par {}", "{} by {}";
        see_old: "Vous relisez la version {}. Enregistrer la remettrait en service comme nouvelle version.", "You are reading version {}. Saving would bring it back as a new version.";
        back_to_current: "Revenir à la version actuelle", "Back to the current version";
        compare: "Comparer deux versions", "Compare two versions";
        compare_help: "Chaque fiche appelée reçoit l’une des deux au hasard, en nombre égal : la différence vient alors du texte et non des gens.", "Each account called gets one of the two at random, in equal numbers: a difference then comes from the text and not from the people.";
        compare_a: "Version A", "Version A";
        compare_b: "Version B", "Version B";
        compare_start: "Commencer la comparaison", "Start comparing";
        compare_started: "Comparaison commencée.", "Comparison started.";
        compare_running: "Comparaison en cours : versions {} et {}, tirées au hasard.", "Comparison running: versions {} and {}, drawn at random.";
        compare_stop: "Arrêter la comparaison", "Stop comparing";
        compare_stopped: "Comparaison arrêtée.", "Comparison stopped.";
        compare_see: "Voir les résultats", "See the results";
        promote: "Préparer cette réponse", "Prepare this answer";
        promoted: "Réponse ajoutée à l’argumentaire, version {}.", "Answer added to the script, version {}.";
        promote_title: "Ajouter une réponse trouvée en appel", "Add an answer found during a call";
        guide_subtitle: "Guide d’appel", "Call guide";
        guide_version_short: "version {}", "version {}";
        guide_fills: "note : {}", "fills: {}";
        guide_print: "Imprimer", "Print";
        guide_back: "Revenir à l’argumentaire", "Back to the script";
        guide_reason: "Pour trouver la vraie raison :", "To find the real reason:";
        guide_notes: "Notes", "Notes";
        introduction: "Présentation", "Introduction";
        purpose: "Objet", "Purpose";
        discovery: "Découverte", "Discovery";
        argumentation: "Argumentation", "Arguments";
        positive_close: "Conclusion positive", "Positive close";
        negative_close: "Conclusion négative", "Negative close";
        introduction_help: "Qui je suis, joindre la bonne personne, passer le standard.", "Who I am, reaching the right person, past reception.";
        purpose_help: "Pourquoi j’appelle : un seul but.", "Why I call: one goal only.";
        discovery_help: "Des questions dont les réponses remplissent la fiche.", "Questions whose answers fill the account.";
        argumentation_help: "Caractéristique, avantage, preuve.", "Characteristic, advantage, proof.";
        positive_close_help: "Redire l’accord, donner ses coordonnées, remercier.", "Restate the agreement, give one’s details, thank.";
        negative_close_help: "Rester courtois, laisser une porte ouverte, convenir d’une suite.", "Stay courteous, leave a door open, agree on what follows.";
        pretext: "prétexte", "pretext";
        objective: "objective", "founded";
        pretext_help: "Prétexte : on se débarrasse de vous. Cherchez la vraie raison.", "Pretext: they want you gone. Look for the real reason.";
        objective_help: "Objective : elle est fondée. Prouvez, compensez, proposez de vous voir.", "Founded: prove, compensate, propose to meet.";
        t_question: "question", "question";
        t_reformulation: "reformulation", "rewording";
        t_compensation: "compensation", "compensation";
        t_appui: "appui", "boomerang";
        t_temoignage: "témoignage", "testimony";
        t_ecran: "écran", "screen";
        t_report: "report", "postponing";
        t_anticipation: "anticipation", "anticipation";
        t_isolement: "isolement", "isolation";
        t_demonstration: "démonstration", "demonstration";
        a_text: "texte", "text";
        a_number: "nombre", "number";
        a_date: "date", "date";
        a_choice: "choix", "choice";
        a_yes_no: "oui ou non", "yes or no";
        yes: "oui", "yes";
        no: "non", "no";
    }
}

impl Script {
    pub fn goal_name(&self, goal: &Goal) -> &Text {
        match goal {
            Goal::Meeting => &self.goal_meeting,
            Goal::Presentation => &self.goal_presentation,
        }
    }

    pub fn part(&self, kind: &BlockKind) -> &Text {
        match kind {
            BlockKind::Introduction => &self.introduction,
            BlockKind::Purpose => &self.purpose,
            BlockKind::Discovery => &self.discovery,
            BlockKind::Arguments => &self.argumentation,
            BlockKind::PositiveClose => &self.positive_close,
            BlockKind::NegativeClose => &self.negative_close,
        }
    }

    pub fn part_help(&self, kind: &BlockKind) -> &Text {
        match kind {
            BlockKind::Introduction => &self.introduction_help,
            BlockKind::Purpose => &self.purpose_help,
            BlockKind::Discovery => &self.discovery_help,
            BlockKind::Arguments => &self.argumentation_help,
            BlockKind::PositiveClose => &self.positive_close_help,
            BlockKind::NegativeClose => &self.negative_close_help,
        }
    }

    pub fn objection_kind(&self, kind: &ObjectionKind) -> &Text {
        match kind {
            ObjectionKind::Pretext => &self.pretext,
            ObjectionKind::Objective => &self.objective,
        }
    }

    pub fn objection_help(&self, kind: &ObjectionKind) -> &Text {
        match kind {
            ObjectionKind::Pretext => &self.pretext_help,
            ObjectionKind::Objective => &self.objective_help,
        }
    }

    pub fn technique_name(&self, technique: &Technique) -> &Text {
        match technique {
            Technique::Question => &self.t_question,
            Technique::Reformulation => &self.t_reformulation,
            Technique::Compensation => &self.t_compensation,
            Technique::Support => &self.t_appui,
            Technique::Testimony => &self.t_temoignage,
            Technique::Screen => &self.t_ecran,
            Technique::Postpone => &self.t_report,
            Technique::Anticipation => &self.t_anticipation,
            Technique::Isolation => &self.t_isolement,
            Technique::Demonstration => &self.t_demonstration,
        }
    }

    pub fn answer_kind(&self, kind: &AnswerKind) -> &Text {
        match kind {
            AnswerKind::Text => &self.a_text,
            AnswerKind::Number => &self.a_number,
            AnswerKind::Date => &self.a_date,
            AnswerKind::Choice(_) => &self.a_choice,
            AnswerKind::YesNo => &self.a_yes_no,
        }
    }

    pub fn example_name(&self, example: &Example) -> &Text {
        match example {
            Example::Menuiserie => &self.example_menuiserie,
            Example::Comptable => &self.example_comptable,
            Example::Caisse => &self.example_caisse,
            Example::Nettoyage => &self.example_nettoyage,
        }
    }
}
