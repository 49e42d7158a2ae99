//! The words of the glossary for core's codes: stages, channels, events, outcomes, units, steps, verdicts.

use filon_core::campaign::Unit;
use filon_core::{AccountKind, CallOutcome, Channel, EventKind, Purpose, Stage};

use super::{Text, words};

words! {
    /// Names of what core calls by codes.
    Codes {
        company: "entreprise", "company";
        individual: "particulier", "individual";
        suspect: "suspect", "suspect";
        prospect: "prospect", "prospect";
        client: "client", "client";
        former_client: "ancien client", "former client";
        letter: "courrier", "letter";
        email: "e-mail", "e-mail";
        phone: "téléphone", "phone";
        visit: "visite", "visit";
        fair: "salon", "fair";
        other: "autre", "other";
        acquisition: "prospection", "acquisition";
        retention: "fidélisation", "retention";
        letter_posted: "Lettre postée", "Letter posted";
        letter_returned: "Lettre revenue (NPAI)", "Letter returned";
        email_sent: "E-mail envoyé", "E-mail sent";
        email_bounced: "E-mail rejeté", "E-mail bounced";
        email_replied: "Réponse par e-mail", "E-mail reply";
        email_clicked: "Clic dans l’e-mail", "E-mail click";
        call_made: "Appel", "Call";
        visit_made: "Visite", "Visit";
        fair_met: "Rencontre au salon", "Met at a fair";
        interest_shown: "Intéressé", "Interested";
        no_interest: "Pas intéressé", "Not interested";
        meeting_set: "Rendez-vous pris", "Meeting set";
        meeting_held: "Rendez-vous tenu", "Meeting held";
        meeting_missed: "Rendez-vous manqué", "Meeting missed";
        quote_sent: "Devis remis", "Quote sent";
        quote_accepted: "Devis accepté", "Quote accepted";
        quote_refused: "Devis refusé", "Quote refused";
        order_placed: "Commande", "Order";
        customer_lost: "Client perdu", "Customer lost";
        opted_out: "Opposition", "Opted out";
        consent_given: "Consentement donné", "Consent given";
        merged: "Fusion avec une autre fiche", "Merged with another account";
        note: "Note", "Note";
        client_known: "Client avant Filon", "Client before Filon";
        voided: "Annulation", "Voiding";
        answered: "a répondu", "answered";
        no_answer: "sans réponse", "no answer";
        busy: "occupé", "busy";
        wrong_number: "faux numéro", "wrong number";
        call_back: "à rappeler", "call back";
        unit_letter: "lettre", "letter";
        unit_email: "e-mail", "e-mail";
        unit_call: "appel", "call";
        unit_minute: "minute", "minute";
        unit_hour: "heure", "hour";
        unit_visit: "visite", "visit";
        unit_km: "kilomètre", "kilometre";
        unit_contact: "contact", "contact";
        step_targeted: "Ciblés", "Targeted";
        step_contacted: "Contactés", "Contacted";
        step_interested: "Intéressés", "Interested";
        step_meeting: "Rendez-vous", "Meeting";
        step_quote: "Devis", "Quote";
        step_order: "Commande", "Order";
        one_targeted: "Ciblé", "Targeted";
        one_contacted: "Contacté", "Contacted";
        one_interested: "Intéressé", "Interested";
        renew: "Renouveler", "Renew";
        adjust: "Ajuster", "Adjust";
        stop: "Arrêter", "Stop";
        too_early: "Trop tôt pour juger", "Too early to say";
    }
}

impl Codes {
    pub fn kind(&self, kind: &AccountKind) -> Text {
        match kind {
            AccountKind::Company => self.company,
            AccountKind::Individual => self.individual,
        }
    }

    pub fn stage(&self, stage: &Stage) -> Text {
        match stage {
            Stage::Suspect => self.suspect,
            Stage::Prospect => self.prospect,
            Stage::Client => self.client,
            Stage::FormerClient => self.former_client,
        }
    }

    pub fn channel(&self, channel: &Channel) -> Text {
        match channel {
            Channel::Letter => self.letter,
            Channel::Email => self.email,
            Channel::Phone => self.phone,
            Channel::Visit => self.visit,
            Channel::Fair => self.fair,
            Channel::Other => self.other,
        }
    }

    pub fn purpose(&self, purpose: &Purpose) -> Text {
        match purpose {
            Purpose::Acquisition => self.acquisition,
            Purpose::Retention => self.retention,
        }
    }

    pub fn event(&self, kind: &EventKind) -> Text {
        match kind {
            EventKind::LetterPosted => self.letter_posted,
            EventKind::LetterReturned => self.letter_returned,
            EventKind::EmailSent => self.email_sent,
            EventKind::EmailBounced => self.email_bounced,
            EventKind::EmailReplied => self.email_replied,
            EventKind::EmailClicked => self.email_clicked,
            EventKind::CallMade => self.call_made,
            EventKind::VisitMade => self.visit_made,
            EventKind::FairMet => self.fair_met,
            EventKind::InterestShown => self.interest_shown,
            EventKind::NoInterest => self.no_interest,
            EventKind::MeetingSet => self.meeting_set,
            EventKind::MeetingHeld => self.meeting_held,
            EventKind::MeetingMissed => self.meeting_missed,
            EventKind::QuoteSent => self.quote_sent,
            EventKind::QuoteAccepted => self.quote_accepted,
            EventKind::QuoteRefused => self.quote_refused,
            EventKind::OrderPlaced => self.order_placed,
            EventKind::CustomerLost => self.customer_lost,
            EventKind::OptedOut => self.opted_out,
            EventKind::ConsentGiven => self.consent_given,
            EventKind::Merged => self.merged,
            EventKind::Note => self.note,
            EventKind::ClientKnown => self.client_known,
            EventKind::Voided => self.voided,
        }
    }

    pub fn outcome(&self, outcome: &CallOutcome) -> Text {
        match outcome {
            CallOutcome::Answered => self.answered,
            CallOutcome::NoAnswer => self.no_answer,
            CallOutcome::Busy => self.busy,
            CallOutcome::WrongNumber => self.wrong_number,
            CallOutcome::CallBack => self.call_back,
        }
    }

    pub fn unit(&self, unit: &Unit) -> Text {
        match unit {
            Unit::Letter => self.unit_letter,
            Unit::Email => self.unit_email,
            Unit::Call => self.unit_call,
            Unit::Minute => self.unit_minute,
            Unit::Hour => self.unit_hour,
            Unit::Visit => self.unit_visit,
            Unit::Km => self.unit_km,
            Unit::Contact => self.unit_contact,
        }
    }

    /// The name of a funnel step by its word in the contract.
    pub fn step(&self, step: &str) -> Text {
        match step {
            "targeted" => self.step_targeted,
            "contacted" => self.step_contacted,
            "interested" => self.step_interested,
            "meeting" => self.step_meeting,
            "quote" => self.step_quote,
            _ => self.step_order,
        }
    }

    /// How far one account came, by the step's word in the contract.
    pub fn step_one(&self, step: &str) -> Text {
        match step {
            "targeted" => self.one_targeted,
            "contacted" => self.one_contacted,
            "interested" => self.one_interested,
            other => self.step(other),
        }
    }

    /// The name of a verdict by its word in the contract.
    pub fn verdict(&self, verdict: &str) -> Text {
        match verdict {
            "renew" => self.renew,
            "adjust" => self.adjust,
            "stop" => self.stop,
            _ => self.too_early,
        }
    }
}
