//! Appels: the lists, the cockpit, what the calls teach.

use filon_core::call::{AfterReply, By};

use super::{Text, words};

words! {
    /// Call lists and the cockpit.
    Call {
        intro: "Des listes à appeler : chacun ne va qu’à un appelant, et seulement quand on a le droit de l’appeler.", "Lists to call: each person goes to one caller only, and only when they may be called.";
        empty: "Pas encore de liste", "No list yet";
        empty_help: "Choisissez qui appeler et avec quel argumentaire : la liste se met toute seule dans le bon ordre.", "Choose whom to call and with which script: the list puts itself in the right order.";
        new_list: "Nouvelle liste", "New list";
        list: "Liste", "List";
        lists: "Listes", "Lists";
        lessons: "Enseignements", "Lessons";
        list_name: "Nom de la liste", "Name of the list";
        list_name_hint: "Relance du courrier de rentrée", "Follow-up of the autumn letter";
        from_segment: "Une sélection", "A selection";
        from_act: "Une action", "A campaign";
        from_step: "Étape de l’action", "Step of the campaign";
        from_query: "Ou une requête", "Or a query";
        script: "Argumentaire", "Script";
        no_script: "sans argumentaire", "without a script";
        open_list: "Ouvrir la liste", "Open the list";
        opened: "Liste ouverte.", "List opened.";
        close_list: "Clore", "Close";
        closed: "Liste close.", "List closed.";
        ready: "À appeler", "To call";
        waiting: "En attente", "Waiting";
        called: "Appelées", "Called";
        meetings: "Rendez-vous", "Meetings";
        callers: "Appellent", "Calling";
        call_now: "Appeler", "Call";
        no_phone: "Aucun numéro sur la fiche.", "No number on the account.";
        timer: "Durée de l’appel", "Length of the call";
        attempts: "{} appel déjà passé|{} appels déjà passés", "{} call made so far|{} calls made so far";
        unanswered: "{} sans réponse de suite|{} sans réponse de suite", "{} without an answer in a row|{} without an answer in a row";
        first_call: "Premier appel", "First call";
        due: "Relance du {}", "Follow-up of {}";
        held: "Réservée à vous jusqu’à {}", "Held for you until {}";
        facts: "Ce que dit la fiche", "What the account says";
        journal: "Derniers événements", "Last events";
        journal_empty: "Rien encore : c’est un premier contact.", "Nothing yet: this is a first contact.";
        open_card: "Ouvrir la fiche", "Open the account";
        where_: "Où en est l’appel", "Where the call is";
        no_script_help: "Cette liste n’a pas d’argumentaire : notez ce qui est dit et concluez.", "This list has no script: note what is said and conclude.";
        known: "déjà sur la fiche : {}", "already on the account: {}";
        fills: "remplit « {} »", "fills “{}”";
        argued: "Argumentation dite", "Arguments said";
        note: "Notes de l’appel", "Notes of the call";
        objections: "Objections", "Objections";
        objections_help: "Un chiffre ouvre l’objection, une lettre dit la réponse donnée.", "A digit opens the objection, a letter says the answer given.";
        met: "Rencontrées dans cet appel", "Met in this call";
        spontaneous: "Autre réponse, à vous", "Another answer, your own";
        spontaneous_hint: "Ce que vous avez répondu", "What you answered";
        real_reason: "Vraie raison :", "Real reason:";
        then: "Ensuite", "Then";
        went_on: "la conversation continue", "the talk went on";
        objected_again: "objecte encore", "objected again";
        agreed: "d’accord", "agreed";
        after_refused: "refuse", "refused";
        hung_up: "raccroche", "hung up";
        forget: "Oublier", "Forget";
        reply_stats: "{} fois", "{} times";
        outcome: "Résultat de l’appel", "Outcome of the call";
        r_answered: "A répondu", "Answered";
        r_no_answer: "Sans réponse", "No answer";
        r_busy: "Occupé", "Busy";
        r_wrong_number: "Faux numéro", "Wrong number";
        r_call_back: "À rappeler", "Call back";
        r_interested: "Intéressé", "Interested";
        r_meeting: "Rendez-vous", "Meeting";
        r_refused: "Refus", "Refusal";
        r_opted_out: "Opposition", "Opted out";
        next: "Et ensuite ?", "And next?";
        next_on: "Relance le", "Follow up on";
        next_at: "à", "at";
        kind: "Par", "By";
        k_call: "appel", "call";
        k_email: "e-mail", "e-mail";
        k_letter: "courrier", "letter";
        k_visit: "visite", "visit";
        k_quote: "devis", "quote";
        k_other: "autre", "other";
        next_note: "À faire", "To do";
        owner: "Pour", "For";
        days: "+{} j", "+{} d";
        asked_for: "Ils demandent d’être rappelés le", "They ask to be called back on";
        nothing_next: "Rien de plus à faire", "Nothing more to do";
        nothing_why: "Pourquoi", "Why";
        allowed_from: "Appel permis à partir du {}", "Calls allowed from {}";
        record_next: "Enregistrer et appeler le suivant", "Record and call the next one";
        recorded: "Appel noté : {}.", "Call recorded: {}.";
        opted_all: "Plus aucun contact, sur aucun canal", "No contact any more, on any channel";
        slot: "Créneau", "Slot";
        minutes: "Durée (minutes)", "Length (minutes)";
        subject: "Objet", "Subject";
        place: "Lieu", "Place";
        p_their_place: "chez eux", "at their place";
        p_our_place: "chez nous", "at our place";
        p_telephone: "par téléphone", "by telephone";
        p_video: "en visioconférence", "by video";
        p_elsewhere: "ailleurs", "elsewhere";
        address: "Adresse", "Address";
        confirmation: "À redire avant de raccrocher", "To say again before hanging up";
        confirmation_copy: "Copier", "Copy";
        confirmation_mail: "Écrire un e-mail", "Write an e-mail";
        booked: "Rendez-vous pris avec {}, {}.", "Meeting booked with {}, {}.";
        ics: "Dans mon agenda (.ics)", "Into my calendar (.ics)";
        wrong_title: "Ce numéro est faux", "This number is wrong";
        wrong_correct: "Le bon numéro, si vous l’avez trouvé", "The right number, if you found it";
        wrong_retire: "Retirer ce numéro de la fiche", "Take this number off the account";
        queue: "La file", "The queue";
        queue_next: "Ensuite", "Next";
        take_next: "Appeler le suivant", "Call the next one";
        take_back: "Reprendre un appel commencé", "Go on with a call begun";
        queue_nobody: "Plus personne à appeler maintenant.", "Nobody left to call now.";
        queue_nobody_help: "Ceux qui attendent sont listés à côté, avec la raison et le jour. Revenez alors, ou ouvrez une autre liste.", "Those who wait are listed beside, with the reason and the day. Come back then, or open another list.";
        until: "jusqu’au {}", "until {}";
        until_never: "le temps n’y changera rien", "time will not change it";
        with_caller: "avec {}", "with {}";
        more: "et {} autre|et {} autres", "and {} more";
        leave: "Laisser pour plus tard", "Leave for later";
        left: "Fiche laissée : un autre appelant peut la prendre.", "Account left: another caller may take it.";
        saved_at: "Brouillon gardé", "Draft kept";
        saving_failed: "Pas de connexion : ce que vous tapez reste sur cette page et sera gardé dès que possible.", "No connection: what you type stays on this page and will be kept as soon as possible.";
        keys_line: "chiffre objection · lettre résultat · j k parties · d découverte · m notes · t composer · ? toutes les touches", "digit objection · letter outcome · j k parts · d discovery · m notes · t dial · ? all keys";
        keys_title: "Toutes les touches", "All keys";
        keys_digit: "ouvrir l’objection de ce numéro, puis une lettre (a, b, c…) pour la réponse donnée, 0 pour une réponse à vous", "open the objection of that number, then a letter (a, b, c…) for the answer given, 0 for one of your own";
        keys_after: "flèches : dire ce qui s’est passé ensuite", "arrows: say what happened next";
        keys_jk: "partie suivante, précédente de l’argumentaire", "next, previous part of the script";
        keys_d: "première question de découverte", "first question of the discovery";
        keys_m: "notes de l’appel", "notes of the call";
        keys_t: "composer le numéro", "dial the number";
        keys_days: "une fois le résultat donné : relance dans 1, 3 ou 7 jours", "once the outcome is given: follow up in 1, 3 or 7 days";
        keys_enter: "enregistrer, et appeler le suivant", "record, and call the next one";
        keys_escape: "quitter un champ ; revenir au choix du résultat", "leave a field; go back to the outcome";
        keys_y: "télécharger le rendez-vous qui vient d’être pris", "download the meeting just booked";
        keys_z: "annuler l’appel qui vient d’être noté", "undo the call just recorded";
        number_corrected: "Numéro corrigé.", "Number corrected.";
    }
}

pub use lesson::Lesson;

impl Call {
    pub fn result(&self, code: &str) -> &Text {
        match code {
            "no_answer" => &self.r_no_answer,
            "busy" => &self.r_busy,
            "wrong_number" => &self.r_wrong_number,
            "call_back" => &self.r_call_back,
            "interested" => &self.r_interested,
            "meeting" => &self.r_meeting,
            "refused" => &self.r_refused,
            "opted_out" => &self.r_opted_out,
            _ => &self.r_answered,
        }
    }

    pub fn after(&self, next: &AfterReply) -> &Text {
        match next {
            AfterReply::WentOn => &self.went_on,
            AfterReply::ObjectedAgain => &self.objected_again,
            AfterReply::Agreed => &self.agreed,
            AfterReply::Refused => &self.after_refused,
            AfterReply::HungUp => &self.hung_up,
        }
    }

    /// By the code of `core::follow_up::FollowUpKind`.
    pub fn follow_up_kind(&self, code: &str) -> &Text {
        match code {
            "call" => &self.k_call,
            "email" => &self.k_email,
            "letter" => &self.k_letter,
            "visit" => &self.k_visit,
            "quote" => &self.k_quote,
            _ => &self.k_other,
        }
    }

    /// By the code of `core::meeting::PlaceKind`.
    pub fn place_kind(&self, code: &str) -> &Text {
        match code {
            "their_place" => &self.p_their_place,
            "our_place" => &self.p_our_place,
            "telephone" => &self.p_telephone,
            "video" => &self.p_video,
            _ => &self.p_elsewhere,
        }
    }
}

/// What the calls teach.
pub mod lesson {
    use super::{By, Text, words};

    words! {
        /// What the calls teach.
        Lesson {
            intro: "Ce que les appels ont donné, et la part que le hasard peut y avoir.", "What the calls gave, and how much of it may be chance.";
            by_script: "Par argumentaire", "By script";
            by_version: "Par version", "By version";
            by_caller: "Par appelant", "By caller";
            by_hour: "Par heure", "By hour";
            by_segment: "Par sélection", "By selection";
            all_scripts: "tous les argumentaires", "all scripts";
            all_lists: "toutes les listes", "all lists";
            all_acts: "toutes les actions", "all campaigns";
            from: "Du", "From";
            to: "Au", "To";
            calls: "Appels", "Calls";
            reached: "Aboutis", "Reached";
            reached_help: "quelqu’un a parlé ÷ appels", "somebody talked ÷ calls";
            argued: "Argumentés", "Argued";
            argued_help: "arguments dits ÷ aboutis", "arguments said ÷ reached";
            interested: "Intéressés", "Interested";
            interested_help: "intéressés ÷ argumentés", "interested ÷ argued";
            meetings: "Rendez-vous", "Meetings";
            meetings_help: "rendez-vous ÷ appels", "meetings ÷ calls";
            none: "Aucun appel dans ce périmètre.", "No call in this scope.";
            none_help: "Élargissez le filtre, ou commencez par ouvrir une liste d’appels.", "Widen the filter, or begin by opening a call list.";
            too_few_help: "En dessous de 30 appels, un pourcentage ne dit rien : il est montré pour mémoire.", "Below 30 calls a percentage says nothing: it is shown as a reminder.";
            quality: "Numéros valables", "Valid numbers";
            quality_help: "appels qui n’ont pas trouvé de faux numéro ÷ appels ; un bon fichier dépasse 95 %.", "calls that found no wrong number ÷ calls; a good file is above 95%.";
            held: "Rendez-vous tenus", "Meetings held";
            calls_per_hour: "Appels par heure", "Calls per hour";
            meetings_per_hour: "Rendez-vous par heure", "Meetings per hour";
            cost_per_meeting: "Coût d’un rendez-vous", "Cost of a meeting";
            worked: "{} de téléphone", "{} at the telephone";
            hours: "{} h {}", "{} h {}";
            comparison: "La comparaison", "The comparison";
            objections: "Objections et réponses", "Objections and answers";
            objections_help: "Part des appels où l’objection est venue et qui ont quand même fini par un rendez-vous.", "Share of the calls in which the objection came and that ended in a meeting all the same.";
            times: "{} appel|{} appels", "{} call|{} calls";
            best: "meilleure réponse", "best answer";
            best_unknown: "trop peu d’appels pour dire laquelle est la meilleure", "too few calls to say which is best";
            unanswered: "laissée sans réponse {} fois", "left without an answer {} times";
            went_on: "la conversation a continué : {}", "the talk went on: {}";
            spontaneous: "Réponses trouvées en appel", "Answers found during calls";
            interval: "de {} à {}", "{} to {}";
        }
    }

    impl Lesson {
        pub fn by(&self, by: &By) -> &Text {
            match by {
                By::Script => &self.by_script,
                By::Version => &self.by_version,
                By::Caller => &self.by_caller,
                By::Hour => &self.by_hour,
                By::Segment => &self.by_segment,
            }
        }
    }
}
