//! The right to contact, rule by rule.

use filon_core::consent::Rule;

/// Why somebody may not be contacted.
pub struct ConsentWords {
    pub rule: fn(Rule) -> &'static str,
    pub to_be_checked: &'static str,
    pub separator: &'static str,
    pub allowed: &'static str,
}

pub(super) const FR: ConsentWords = ConsentWords {
    rule: |rule| match rule {
        Rule::OptedOut => "S’est opposé à la prospection par ce canal ou par tous",
        Rule::SirenePartial => "Fiche Sirene à diffusion partielle, interdite à la prospection",
        Rule::RentedFileUsed => "Fichier loué déjà utilisé autant de fois que payé",
        Rule::Retention => "Aucun contact venant de cette personne depuis trois ans\u{202f}: à effacer",
        Rule::SourceUnknown => "Origine des données inconnue\u{202f}: la personne doit pouvoir la demander",
        Rule::NoAddress => "Pas d’adresse postale complète (code postal et ville)",
        Rule::NoEmail => "Pas d’adresse e-mail",
        Rule::NoPhone => "Pas de téléphone",
        Rule::ConsumerEmailConsent => {
            "Particulier sans consentement préalable à l’e-mail et qui n’est pas client"
        }
        Rule::ConsumerPhoneConsent => {
            "Particulier sans consentement de moins d’un an au téléphone ni contrat en cours"
        }
        Rule::ConsumerPhoneRest => "Particulier qui a refusé par téléphone il y a moins de 60 jours",
        Rule::ConsumerPhoneFrequency => "Particulier déjà appelé quatre fois en 30 jours",
        Rule::ConsumerPhoneHours => {
            "Un particulier ne s’appelle que du lundi au vendredi, de 10 h à 13 h et de 14 h à 20 h, hors jours fériés"
        }
        Rule::SenderMentions => "Il manque des mentions légales de l’expéditeur dans les réglages",
    },
    to_be_checked: "source à vérifier",
    separator: "\u{202f}; ",
    allowed: "Peut être contacté",
};

pub(super) const EN: ConsentWords = ConsentWords {
    rule: |rule| match rule {
        Rule::OptedOut => "Objected to prospecting on this channel or on all",
        Rule::SirenePartial => "Sirene record of partial diffusion, which must not be prospected",
        Rule::RentedFileUsed => "Rented file already used as often as was paid for",
        Rule::Retention => "No contact came from them for three years: to be erased",
        Rule::SourceUnknown => "Nobody knows where the data come from: people may ask",
        Rule::NoAddress => "No complete postal address (postcode and town)",
        Rule::NoEmail => "No e-mail address",
        Rule::NoPhone => "No telephone",
        Rule::ConsumerEmailConsent => "Private individual who neither consented to e-mail nor is a client",
        Rule::ConsumerPhoneConsent => {
            "Private individual without consent to calls of a year at most nor a running contract"
        }
        Rule::ConsumerPhoneRest => "Private individual who refused by telephone less than 60 days ago",
        Rule::ConsumerPhoneFrequency => "Private individual called four times in 30 days",
        Rule::ConsumerPhoneHours => {
            "Private individuals are called Monday to Friday, 10–13 h and 14–20 h, not on public holidays"
        }
        Rule::SenderMentions => "Legal mentions of the sender are missing in the settings",
    },
    to_be_checked: "source to be checked",
    separator: "; ",
    allowed: "May be contacted",
};
