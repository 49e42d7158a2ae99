//! The rules, their sources and the dates between which they are in force.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// Why an account may not be contacted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Opted out of the channel, or of everything.
    OptedOut,
    /// The holder of a Sirene record marked it partial (`P`).
    SirenePartial,
    /// A rented file was used as often as was paid for.
    RentedFileUsed,
    /// Three years passed without any contact coming from them.
    Retention,
    /// Nobody knows where the data come from.
    SourceUnknown,
    /// There is no postal address to write to.
    NoAddress,
    NoEmail,
    NoPhone,
    /// E-mail to a private individual who neither consented nor is a client.
    ConsumerEmailConsent,
    /// Telephone to a private individual without consent of a year at most nor a running contract.
    ConsumerPhoneConsent,
    /// A private individual refused by telephone less than 60 days ago.
    ConsumerPhoneRest,
    /// Four calls to a private individual in 30 days.
    ConsumerPhoneFrequency,
    /// Outside the hours in which private individuals may be called.
    ConsumerPhoneHours,
    /// The sender's legal mentions are missing.
    SenderMentions,
}

impl Rule {
    pub const ALL: [Rule; 14] = [
        Rule::OptedOut,
        Rule::SirenePartial,
        Rule::RentedFileUsed,
        Rule::Retention,
        Rule::SourceUnknown,
        Rule::NoAddress,
        Rule::NoEmail,
        Rule::NoPhone,
        Rule::ConsumerEmailConsent,
        Rule::ConsumerPhoneConsent,
        Rule::ConsumerPhoneRest,
        Rule::ConsumerPhoneFrequency,
        Rule::ConsumerPhoneHours,
        Rule::SenderMentions,
    ];

    /// The word of the contract: `rule` of what was refused.
    pub const fn code(self) -> &'static str {
        match self {
            Rule::OptedOut => "opted_out",
            Rule::SirenePartial => "sirene_partial",
            Rule::RentedFileUsed => "rented_file_used",
            Rule::Retention => "retention",
            Rule::SourceUnknown => "source_unknown",
            Rule::NoAddress => "no_address",
            Rule::NoEmail => "no_email",
            Rule::NoPhone => "no_phone",
            Rule::ConsumerEmailConsent => "consumer_email_consent",
            Rule::ConsumerPhoneConsent => "consumer_phone_consent",
            Rule::ConsumerPhoneRest => "consumer_phone_rest",
            Rule::ConsumerPhoneFrequency => "consumer_phone_frequency",
            Rule::ConsumerPhoneHours => "consumer_phone_hours",
            Rule::SenderMentions => "sender_mentions",
        }
    }

    pub fn from_code(code: &str) -> Option<Rule> {
        Rule::ALL.into_iter().find(|rule| rule.code() == code)
    }

    /// The text that the rule comes from; `None` where it is no law but a missing coordinate.
    pub const fn source(self) -> Option<&'static str> {
        Some(match self {
            Rule::OptedOut => "RGPD, art. 21, 2 et 3",
            Rule::SirenePartial => "C. com., art. R123-232-1",
            Rule::RentedFileUsed => "contrat de location du fichier",
            Rule::Retention => "CNIL, délibération n° 2021-131 du 23 septembre 2021",
            Rule::SourceUnknown => "RGPD, art. 14",
            Rule::NoAddress | Rule::NoEmail | Rule::NoPhone => return None,
            Rule::ConsumerEmailConsent => "CPCE, art. L34-5",
            Rule::ConsumerPhoneConsent => {
                "C. conso., art. L223-1 (loi n° 2025-594 du 30 juin 2025, art. 13) et R223-1 (décret n° 2026-662 du 23 juillet 2026)"
            }
            Rule::ConsumerPhoneRest | Rule::ConsumerPhoneFrequency | Rule::ConsumerPhoneHours => {
                "C. conso., art. D223-9 (décret n° 2022-1313 du 13 octobre 2022)"
            }
            Rule::SenderMentions => "C. com., art. R123-237 et R123-238",
        })
    }

    /// Whether the source was read in its wording in force: where not, screens say that it is to be
    /// checked. Not read: L34-5 since 2020, the décret of 2026 behind the one year of consent.
    pub const fn checked(self) -> bool {
        !matches!(self, Rule::ConsumerEmailConsent | Rule::ConsumerPhoneConsent)
    }

    /// First day in force; `None` = always was.
    pub const fn in_force_from(self) -> Option<Date> {
        match self {
            Rule::OptedOut | Rule::SourceUnknown => Some(date(2018, 5, 25)),
            Rule::SirenePartial => Some(date(2023, 3, 21)),
            Rule::ConsumerEmailConsent => Some(date(2004, 6, 22)),
            Rule::ConsumerPhoneConsent => Some(date(2026, 8, 11)),
            Rule::ConsumerPhoneRest | Rule::ConsumerPhoneFrequency | Rule::ConsumerPhoneHours => {
                Some(date(2023, 3, 1))
            }
            Rule::RentedFileUsed
            | Rule::Retention
            | Rule::NoAddress
            | Rule::NoEmail
            | Rule::NoPhone
            | Rule::SenderMentions => None,
        }
    }

    /// Last day in force; `None` = until further notice.
    pub const fn in_force_to(self) -> Option<Date> {
        None
    }

    /// Whether the rule is in force on a day.
    pub fn is_in_force(self, day: Date) -> bool {
        self.in_force_from().is_none_or(|from| day >= from) && self.in_force_to().is_none_or(|to| day <= to)
    }
}
