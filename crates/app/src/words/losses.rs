//! Why somebody went no further.

use filon_core::ratio::LossReason;

/// The steps of the funnel and the reasons to stop at them.
pub struct LossWords {
    pub step: fn(&str) -> &'static str,
    /// The reason, and what was said as it was typed.
    pub reason: fn(&LossReason, Option<&str>) -> String,
}

pub(super) const FR: LossWords = LossWords {
    step: |step| match step {
        "targeted" => "Visés",
        "contacted" => "Contactés",
        "interested" => "Intéressés",
        "meeting" => "Rendez-vous",
        "quote" => "Devis",
        _ => "Commande",
    },
    reason: |reason, said| {
        let named = match reason {
            LossReason::NoInterest => "Pas intéressé",
            LossReason::OptedOut => "S’est opposé au démarchage",
            LossReason::WrongNumber => "Faux numéro",
            LossReason::Returned => "Courrier revenu (NPAI)",
            LossReason::Bounced => "E-mail non délivré",
            LossReason::MeetingMissed => "Rendez-vous manqué",
            LossReason::QuoteRefused(_) => "Devis refusé",
            LossReason::CustomerLost(_) => "Client perdu",
            LossReason::Silent => "Sans nouvelles depuis huit semaines",
        };
        match said {
            Some(said) => format!("{named}\u{202f}: {said}"),
            None => named.to_owned(),
        }
    },
};

pub(super) const EN: LossWords = LossWords {
    step: |step| match step {
        "targeted" => "Targeted",
        "contacted" => "Contacted",
        "interested" => "Interested",
        "meeting" => "Meeting",
        "quote" => "Quote",
        _ => "Order",
    },
    reason: |reason, said| {
        let named = match reason {
            LossReason::NoInterest => "Not interested",
            LossReason::OptedOut => "Opted out",
            LossReason::WrongNumber => "Wrong number",
            LossReason::Returned => "Letter returned",
            LossReason::Bounced => "E-mail not delivered",
            LossReason::MeetingMissed => "Meeting missed",
            LossReason::QuoteRefused(_) => "Quote refused",
            LossReason::CustomerLost(_) => "Client lost",
            LossReason::Silent => "Not heard from for eight weeks",
        };
        match said {
            Some(said) => format!("{named}: {said}"),
            None => named.to_owned(),
        }
    },
};
