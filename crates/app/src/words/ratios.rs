//! The figures of the evaluation by name, with what stands on either side of their formula.

use filon_core::ratio::{Counted, CourseRatio};

use super::quantity;
use crate::Language;
use crate::stats::Named;

/// Names and parts of formulas.
pub struct RatioWords {
    /// Where there is no value.
    pub none: &'static str,
    /// Both ends, written.
    pub interval: fn(&str, &str) -> String,
    /// Name, first side, second side.
    pub named: fn(Named) -> [&'static str; 3],
    pub course: fn(CourseRatio) -> &'static str,
    pub counted: fn(Counted) -> &'static str,
    pub clients_needed: fn(u64) -> String,
    pub years: fn(f64) -> String,
}

pub(super) const FR: RatioWords = RatioWords {
    none: "n. d.",
    interval: |low, high| format!("entre {low} et {high}, avec 95\u{202f}% de confiance"),
    named: |named| match named {
        Named::ProspectingRate => ["Taux de prospection", "contactés", "contacts (clients + prospects)"],
        Named::ProspectingEffectiveness => ["Efficacité de la prospection", "contactés", "prospects"],
        Named::ProspectorEffectiveness => ["Efficacité du prospecteur", "intéressés", "contactés"],
        Named::SuccessRate => ["Taux de réussite", "nouveaux clients", "contactés"],
        Named::CostPerContacted => ["Coût par contact", "coût", "contactés"],
        Named::CostPerInterested => ["Coût par intéressé", "coût", "intéressés"],
        Named::CostPerMeeting => ["Coût par rendez-vous", "coût", "prospects avec rendez-vous"],
        Named::CostPerMeetingHeld => ["Coût par rendez-vous tenu", "coût", "prospects avec rendez-vous tenu"],
        Named::CostPerQuote => ["Coût par devis", "coût", "prospects avec devis"],
        Named::Cac => ["Coût d’acquisition (CAC)", "coût", "nouveaux clients"],
        Named::CacMarginal => ["CAC marginal", "coût variable", "nouveaux clients"],
        Named::Result => ["Résultat", "marge gagnée", "coût"],
        Named::Roi => ["ROI", "résultat", "coût"],
        Named::BreakEven => ["Seuil de rentabilité", "coût", "marge moyenne par nouveau client"],
        Named::Attrition => ["Taux d’attrition", "clients perdus", "clients au début"],
        Named::Loyalty => ["Taux de fidélisation", "clients gardés", "clients au début"],
        Named::LifetimeValue => ["Valeur d’un client", "marge par client et par an", "années attendues"],
        Named::AttritionCost => {
            ["Coût d’attrition", "marge qu’un client perdu aurait apportée", "CAC pour le remplacer"]
        }
    },
    course: |ratio| match ratio {
        CourseRatio::CallValidity => "Validité du fichier (téléphone)",
        CourseRatio::PostValidity => "Validité du fichier (courrier)",
        CourseRatio::Returned => "Taux de NPAI",
        CourseRatio::Talks => "Taux de remontée",
        CourseRatio::Answers => "Taux de retour",
        CourseRatio::Argued => "Appels argumentés",
        CourseRatio::CallConversion => "Conversion des appels",
        CourseRatio::VisitEffort => "Effort de prospection",
        CourseRatio::VisitConversion => "Transformation des visites",
        CourseRatio::Quotes => "Performance commerciale",
        CourseRatio::Sales => "Taux de transformation",
        CourseRatio::Overall => "Efficacité globale",
        CourseRatio::EmailBounce => "Taux de rebond",
        CourseRatio::EmailDelivery => "Délivrabilité",
        CourseRatio::EmailClicks => "Taux de clics",
        CourseRatio::EmailConversion => "Conversion des e-mails",
    },
    counted: |counted| match counted {
        Counted::Available | Counted::PostFile => "adresses disponibles",
        Counted::Usable => "adresses utilisables",
        Counted::Returned => "NPAI",
        Counted::Talked | Counted::TalkedOfUsable => "entretiens obtenus",
        Counted::QuotedOfTalked => "devis après entretien",
        Counted::SoldOfTalked => "ventes après entretien",
        Counted::Sold => "ventes",
        Counted::Sends => "envois",
        Counted::SendsAnswered => "réponses",
        Counted::Calls => "appels réalisés",
        Counted::CallsConnected | Counted::CallsNoted => "appels aboutis",
        Counted::CallsArgued => "appels argumentés",
        Counted::CallsWithMeeting => "appels avec rendez-vous",
        Counted::Visits => "visites réalisées",
        Counted::ProspectsVisited => "prospects visités",
        Counted::VisitedWithMeeting => "prospects visités avec rendez-vous",
        Counted::EmailsSent => "e-mails envoyés",
        Counted::EmailsBounced => "e-mails non délivrés",
        Counted::EmailsDelivered => "e-mails délivrés",
        Counted::EmailsClicked => "e-mails cliqués",
        Counted::EmailsWithMeeting => "e-mails avec rendez-vous",
    },
    clients_needed: |count| match count {
        0 | 1 => format!("{count} nouveau client"),
        several => format!("{} nouveaux clients", quantity(Language::Fr, several)),
    },
    years: |years| format!("{} ans", format!("{years:.2}").replace('.', ",")),
};

pub(super) const EN: RatioWords = RatioWords {
    none: "n/a",
    interval: |low, high| format!("between {low} and {high}, with 95% confidence"),
    named: |named| match named {
        Named::ProspectingRate => ["Prospecting rate", "contacted", "contacts (clients + prospects)"],
        Named::ProspectingEffectiveness => ["Prospecting effectiveness", "contacted", "prospects"],
        Named::ProspectorEffectiveness => ["Prospector’s effectiveness", "interested", "contacted"],
        Named::SuccessRate => ["Success rate", "new clients", "contacted"],
        Named::CostPerContacted => ["Cost per contact", "cost", "contacted"],
        Named::CostPerInterested => ["Cost per interested", "cost", "interested"],
        Named::CostPerMeeting => ["Cost per meeting", "cost", "prospects with a meeting"],
        Named::CostPerMeetingHeld => ["Cost per meeting held", "cost", "prospects with a meeting held"],
        Named::CostPerQuote => ["Cost per quote", "cost", "prospects with a quote"],
        Named::Cac => ["Acquisition cost (CAC)", "cost", "new clients"],
        Named::CacMarginal => ["Marginal CAC", "variable cost", "new clients"],
        Named::Result => ["Result", "margin won", "cost"],
        Named::Roi => ["ROI", "result", "cost"],
        Named::BreakEven => ["Break-even", "cost", "average margin per new client"],
        Named::Attrition => ["Attrition rate", "clients lost", "clients at the start"],
        Named::Loyalty => ["Retention rate", "clients kept", "clients at the start"],
        Named::LifetimeValue => ["Value of a client", "margin per client and year", "years expected"],
        Named::AttritionCost => {
            ["Cost of attrition", "margin that a lost client would have brought", "CAC to replace it"]
        }
    },
    course: |ratio| match ratio {
        CourseRatio::CallValidity => "Validity of the file (telephone)",
        CourseRatio::PostValidity => "Validity of the file (post)",
        CourseRatio::Returned => "Returned letters",
        CourseRatio::Talks => "Talks obtained",
        CourseRatio::Answers => "Answer rate",
        CourseRatio::Argued => "Argued calls",
        CourseRatio::CallConversion => "Conversion of calls",
        CourseRatio::VisitEffort => "Prospecting effort",
        CourseRatio::VisitConversion => "Conversion of visits",
        CourseRatio::Quotes => "Quotes per talk",
        CourseRatio::Sales => "Sales per talk",
        CourseRatio::Overall => "Overall effectiveness",
        CourseRatio::EmailBounce => "Bounce rate",
        CourseRatio::EmailDelivery => "Delivery rate",
        CourseRatio::EmailClicks => "Click rate",
        CourseRatio::EmailConversion => "Conversion of e-mails",
    },
    counted: |counted| match counted {
        Counted::Available | Counted::PostFile => "addresses in the file",
        Counted::Usable => "usable addresses",
        Counted::Returned => "letters returned",
        Counted::Talked | Counted::TalkedOfUsable => "accounts talked to",
        Counted::QuotedOfTalked => "quotes after a talk",
        Counted::SoldOfTalked => "sales after a talk",
        Counted::Sold => "sales",
        Counted::Sends => "letters and e-mails sent",
        Counted::SendsAnswered => "answered",
        Counted::Calls => "calls made",
        Counted::CallsConnected => "calls on a right number",
        Counted::CallsNoted => "calls that reached somebody",
        Counted::CallsArgued => "argued calls",
        Counted::CallsWithMeeting => "calls with a meeting",
        Counted::Visits => "visits made",
        Counted::ProspectsVisited => "prospects visited",
        Counted::VisitedWithMeeting => "prospects visited with a meeting",
        Counted::EmailsSent => "e-mails sent",
        Counted::EmailsBounced => "e-mails bounced",
        Counted::EmailsDelivered => "e-mails delivered",
        Counted::EmailsClicked => "e-mails clicked",
        Counted::EmailsWithMeeting => "e-mails with a meeting",
    },
    clients_needed: |count| match count {
        1 => "1 new client".to_owned(),
        several => format!("{} new clients", quantity(Language::En, several)),
    },
    years: |years| format!("{years:.2} years"),
};
