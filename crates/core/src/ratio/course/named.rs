//! The ratios by name, with what stands above and below the line.

use serde::{Deserialize, Serialize};

use super::Counted;

/// A ratio of the courses. Each is a part of its denominator, so that none is above 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CourseRatio {
    /// Taux de validité du fichier, by telephone.
    CallValidity,
    /// Taux de validité du fichier, by post.
    PostValidity,
    /// Taux de NPAI.
    Returned,
    /// Taux de remontée.
    Talks,
    /// Taux de retour.
    Answers,
    /// Taux d'appels argumentés.
    Argued,
    /// Taux de conversion of calls.
    CallConversion,
    /// Effort de prospection.
    VisitEffort,
    /// Taux de transformation of visits.
    VisitConversion,
    /// Performance commerciale.
    Quotes,
    /// Taux de transformation.
    Sales,
    /// Efficacité globale.
    Overall,
    /// Taux de rebond.
    EmailBounce,
    /// Taux de délivrabilité.
    EmailDelivery,
    /// Taux de clics.
    EmailClicks,
    /// Taux de conversion of e-mails.
    EmailConversion,
}

impl CourseRatio {
    pub const ALL: [CourseRatio; 16] = {
        use CourseRatio::*;
        [
            CallValidity,
            PostValidity,
            Returned,
            Talks,
            Answers,
            Argued,
            CallConversion,
            VisitEffort,
            VisitConversion,
            Quotes,
            Sales,
            Overall,
            EmailBounce,
            EmailDelivery,
            EmailClicks,
            EmailConversion,
        ]
    };

    /// The word of the contract and of the address of a page.
    pub const fn code(self) -> &'static str {
        match self {
            CourseRatio::CallValidity => "call_validity",
            CourseRatio::PostValidity => "post_validity",
            CourseRatio::Returned => "returned",
            CourseRatio::Talks => "talks",
            CourseRatio::Answers => "answers",
            CourseRatio::Argued => "argued",
            CourseRatio::CallConversion => "call_conversion",
            CourseRatio::VisitEffort => "visit_effort",
            CourseRatio::VisitConversion => "visit_conversion",
            CourseRatio::Quotes => "quotes",
            CourseRatio::Sales => "sales",
            CourseRatio::Overall => "overall",
            CourseRatio::EmailBounce => "email_bounce",
            CourseRatio::EmailDelivery => "email_delivery",
            CourseRatio::EmailClicks => "email_clicks",
            CourseRatio::EmailConversion => "email_conversion",
        }
    }

    pub fn from_code(code: &str) -> Option<CourseRatio> {
        CourseRatio::ALL.into_iter().find(|ratio| ratio.code() == code)
    }

    /// Numerator and denominator.
    pub const fn of(self) -> (Counted, Counted) {
        match self {
            CourseRatio::CallValidity => (Counted::CallsConnected, Counted::Calls),
            CourseRatio::PostValidity => (Counted::Usable, Counted::PostFile),
            CourseRatio::Returned => (Counted::Returned, Counted::PostFile),
            CourseRatio::Talks => (Counted::TalkedOfUsable, Counted::Usable),
            CourseRatio::Answers => (Counted::SendsAnswered, Counted::Sends),
            CourseRatio::Argued => (Counted::CallsArgued, Counted::CallsNoted),
            CourseRatio::CallConversion => (Counted::CallsWithMeeting, Counted::Calls),
            CourseRatio::VisitEffort => (Counted::ProspectsVisited, Counted::Visits),
            CourseRatio::VisitConversion => (Counted::VisitedWithMeeting, Counted::ProspectsVisited),
            CourseRatio::Quotes => (Counted::QuotedOfTalked, Counted::Talked),
            CourseRatio::Sales => (Counted::SoldOfTalked, Counted::Talked),
            CourseRatio::Overall => (Counted::Sold, Counted::Available),
            CourseRatio::EmailBounce => (Counted::EmailsBounced, Counted::EmailsSent),
            CourseRatio::EmailDelivery => (Counted::EmailsDelivered, Counted::EmailsSent),
            CourseRatio::EmailClicks => (Counted::EmailsClicked, Counted::EmailsSent),
            CourseRatio::EmailConversion => (Counted::EmailsWithMeeting, Counted::EmailsSent),
        }
    }
}
