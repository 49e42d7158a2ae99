//! Agenda: follow-ups and meetings; and the reports of visits.

use filon_core::meeting::MeetingState;
use filon_core::visit::VisitField;

use super::{Text, words};

words! {
    /// Follow-ups and meetings.
    Agenda {
        week_of: "Semaine du {}", "Week of {}";
        this_week: "Cette semaine", "This week";
        before: "Semaine précédente", "Previous week";
        after: "Semaine suivante", "Next week";
        everybody: "tout le monde", "everybody";
        mine: "les miens", "mine";
        overdue: "En retard", "Overdue";
        nothing: "rien", "nothing";
        holiday: "férié : {}", "holiday: {}";
        keys: "Clavier : j et k pour choisir ; 1, 3, 7 reportent d’autant de jours ; f fait ; t tenu ; m manqué ; Entrée ouvre ; z annule.", "Keyboard: j and k choose; 1, 3, 7 put off by so many days; f done; t held; m missed; Enter opens; z undoes.";
        postponed: "Relance reportée au {}.", "Follow-up put off to {}.";
        held: "Tenu", "Held";
        missed: "Manqué", "Missed";
        cancelled: "Annulé", "Cancelled";
        planned: "Prévu", "Planned";
        held_done: "Rendez-vous tenu.", "Meeting held.";
        missed_done: "Rendez-vous manqué : une relance est à prévoir.", "Meeting missed: plan a follow-up.";
        cancelled_done: "Rendez-vous annulé.", "Meeting cancelled.";
        moved_done: "Rendez-vous déplacé au {}.", "Meeting moved to {}.";
        report: "Compte rendu", "Report";
        meeting: "Rendez-vous", "Meeting";
        move_: "Déplacer", "Move";
        cancel: "Annuler le rendez-vous", "Cancel the meeting";
        minutes: "{} min", "{} min";
        feed: "Abonner mon agenda", "Subscribe my calendar";
        feed_help: "Une adresse privée qu’Outlook, Google Agenda ou Thunderbird relisent tout seuls : les rendez-vous et les relances qui ont une heure. Quiconque a l’adresse peut les lire : ne la donnez à personne.", "A private address that Outlook, Google Calendar or Thunderbird read by themselves: meetings, and follow-ups that have an hour. Whoever has the address can read them: give it to nobody.";
        feed_new: "Créer mon adresse", "Make my address";
        feed_renew: "Changer d’adresse", "Change the address";
        feed_revoke: "Fermer l’adresse", "Close the address";
        feed_made: "Votre adresse, montrée cette seule fois :", "Your address, shown this once only:";
        feed_is: "Une adresse est ouverte. Si elle s’est perdue ou a circulé, changez-la : l’ancienne ne répondra plus.", "An address is open. If it got lost or went around, change it: the old one will answer no more.";
        feed_revoked: "Adresse fermée.", "Address closed.";
        copy: "Copier", "Copy";
        confirmation: "Confirmation à envoyer ou à relire", "Confirmation to send or to read out";
        mail: "Écrire un e-mail", "Write an e-mail";
    }
}

impl crate::words::Words {
    pub fn meeting_state(&self, state: &MeetingState) -> &Text {
        match state {
            MeetingState::Planned => &self.agenda.planned,
            MeetingState::Held => &self.agenda.held,
            MeetingState::Missed => &self.agenda.missed,
            MeetingState::Cancelled => &self.agenda.cancelled,
        }
    }
}

pub use visit::Visit;

/// Reports of visits.
pub mod visit {
    use super::{Text, VisitField, words};

    words! {
        /// Reports of visits.
        Visit {
            title: "Comptes rendus de visite", "Visit reports";
            one: "Compte rendu de visite", "Visit report";
            intro: "À remplir sur place, au téléphone, même sans réseau : tout part dès qu’il revient.", "To fill in on the spot, on a phone, even without a network: everything is sent when it is back.";
            to_report: "Visites à raconter", "Visits to report";
            none_to_report: "Aucun rendez-vous récent sans compte rendu.", "No recent meeting without a report.";
            waiting: "Sur cet appareil", "On this device";
            waiting_none: "Tout est envoyé.", "Everything is sent.";
            other: "Une autre fiche", "Another account";
            other_help: "Ouvrez la fiche puis « Compte rendu ».", "Open the account, then “Report”.";
            write: "Écrire", "Write";
            meeting: "Rendez-vous", "Meeting";
            by: "Par", "By";
            on: "Date", "Date";
            place: "Lieu", "Place";
            people: "Personnes vues", "People met";
            subject: "Objet", "Subject";
            needs: "Besoins", "Needs";
            objections: "Objections", "Objections";
            competitors: "Concurrents en place", "Competitors in place";
            next_step: "Prochaine étape", "Next step";
            next_who: "Qui", "Who";
            next_what: "Quoi", "What";
            next_on: "Quand", "When";
            probability: "Chances de conclure (%)", "Chance of closing (%)";
            note: "Autre", "Other";
            save: "Enregistrer", "Save";
            saved: "Compte rendu enregistré.", "Report saved.";
            kept: "Gardé sur cet appareil.", "Kept on this device.";
            offline: "Pas de réseau : gardé sur cet appareil, envoyé dès qu’il revient.", "No network: kept on this device, sent when it is back.";
            sending: "Envoi…", "Sending…";
            sent: "Envoyé.", "Sent.";
            leave_waiting: "Des comptes rendus ne sont pas encore envoyés : ils restent sur cet appareil, et seront envoyés quand vous vous reconnecterez ici. Se déconnecter ?", "Some reports are not sent yet: they stay on this device, and will be sent when you sign in here again. Sign out?";
            sign_in: "Votre session est terminée : connectez-vous pour envoyer ce qui est gardé ici.", "Your session has ended: sign in to send what is kept here.";
            refused: "Refusé : {}", "Refused: {}";
            conflict: "Deux versions de ce compte rendu", "Two versions of this report";
            conflict_help: "Quelqu’un l’a enregistré entre-temps. Pour chaque point qui diffère, gardez l’un ou l’autre ; le reste est réuni.", "Somebody saved it meanwhile. For each point that differs, keep one or the other; the rest is put together.";
            mine: "Le vôtre", "Yours";
            theirs: "L’enregistré", "The saved one";
            empty: "(vide)", "(empty)";
            revision: "version {}", "version {}";
        }
    }

    impl Visit {
        pub fn field(&self, field: &VisitField) -> &Text {
            match field {
                VisitField::Meeting => &self.meeting,
                VisitField::By => &self.by,
                VisitField::On => &self.on,
                VisitField::Place => &self.place,
                VisitField::People => &self.people,
                VisitField::Subject => &self.subject,
                VisitField::Needs => &self.needs,
                VisitField::Objections => &self.objections,
                VisitField::Competitors => &self.competitors,
                VisitField::NextWhat => &self.next_what,
                VisitField::NextOn => &self.next_on,
                VisitField::NextWho => &self.next_who,
                VisitField::Probability => &self.probability,
                VisitField::Note => &self.note,
            }
        }
    }
}
