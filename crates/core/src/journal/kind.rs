//! What can happen.

use serde::{Deserialize, Serialize};

use crate::Channel;

/// The kind of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    LetterPosted,
    /// The post brought the letter back (NPAI).
    LetterReturned,
    EmailSent,
    EmailBounced,
    EmailReplied,
    EmailClicked,
    CallMade,
    VisitMade,
    FairMet,
    InterestShown,
    NoInterest,
    MeetingSet,
    MeetingHeld,
    MeetingMissed,
    QuoteSent,
    QuoteAccepted,
    QuoteRefused,
    OrderPlaced,
    CustomerLost,
    /// Of the event's channel, or of all where it has none.
    OptedOut,
    ConsentGiven,
    Merged,
    Note,
    /// The account was a client before Filon knew it: an opening balance, in force at any date.
    ClientKnown,
    /// Takes back the event that it names.
    Voided,
}

impl EventKind {
    pub const ALL: [EventKind; 25] = {
        use EventKind::*;
        [
            LetterPosted,
            LetterReturned,
            EmailSent,
            EmailBounced,
            EmailReplied,
            EmailClicked,
            CallMade,
            VisitMade,
            FairMet,
            InterestShown,
            NoInterest,
            MeetingSet,
            MeetingHeld,
            MeetingMissed,
            QuoteSent,
            QuoteAccepted,
            QuoteRefused,
            OrderPlaced,
            CustomerLost,
            OptedOut,
            ConsentGiven,
            Merged,
            Note,
            ClientKnown,
            Voided,
        ]
    };

    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            EventKind::LetterPosted => "letter_posted",
            EventKind::LetterReturned => "letter_returned",
            EventKind::EmailSent => "email_sent",
            EventKind::EmailBounced => "email_bounced",
            EventKind::EmailReplied => "email_replied",
            EventKind::EmailClicked => "email_clicked",
            EventKind::CallMade => "call_made",
            EventKind::VisitMade => "visit_made",
            EventKind::FairMet => "fair_met",
            EventKind::InterestShown => "interest_shown",
            EventKind::NoInterest => "no_interest",
            EventKind::MeetingSet => "meeting_set",
            EventKind::MeetingHeld => "meeting_held",
            EventKind::MeetingMissed => "meeting_missed",
            EventKind::QuoteSent => "quote_sent",
            EventKind::QuoteAccepted => "quote_accepted",
            EventKind::QuoteRefused => "quote_refused",
            EventKind::OrderPlaced => "order_placed",
            EventKind::CustomerLost => "customer_lost",
            EventKind::OptedOut => "opted_out",
            EventKind::ConsentGiven => "consent_given",
            EventKind::Merged => "merged",
            EventKind::Note => "note",
            EventKind::ClientKnown => "client_known",
            EventKind::Voided => "voided",
        }
    }

    pub fn from_code(code: &str) -> Option<EventKind> {
        EventKind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// A contact that we made: what turns a suspect into a prospect.
    pub const fn is_outgoing(self) -> bool {
        matches!(
            self,
            EventKind::LetterPosted
                | EventKind::EmailSent
                | EventKind::CallMade
                | EventKind::VisitMade
                | EventKind::FairMet
        )
    }

    /// A contact that came from them: restarts the three years of retention (CNIL, délibération 2021-131).
    pub const fn is_inbound(self) -> bool {
        matches!(
            self,
            EventKind::EmailReplied
                | EventKind::EmailClicked
                | EventKind::InterestShown
                | EventKind::MeetingSet
                | EventKind::MeetingHeld
                | EventKind::QuoteAccepted
                | EventKind::QuoteRefused
                | EventKind::OrderPlaced
                | EventKind::ConsentGiven
        )
    }

    /// The channel that the kind itself says.
    pub const fn own_channel(self) -> Option<Channel> {
        match self {
            EventKind::LetterPosted | EventKind::LetterReturned => Some(Channel::Letter),
            EventKind::EmailSent
            | EventKind::EmailBounced
            | EventKind::EmailReplied
            | EventKind::EmailClicked => Some(Channel::Email),
            EventKind::CallMade => Some(Channel::Phone),
            EventKind::VisitMade => Some(Channel::Visit),
            EventKind::FairMet => Some(Channel::Fair),
            _ => None,
        }
    }

    /// How far into the funnel the kind shows an account to be: 1 interested, 2 meeting, 3 quote,
    /// 4 order; `None` where it says nothing of that.
    pub const fn funnel_level(self) -> Option<usize> {
        match self {
            EventKind::InterestShown => Some(1),
            EventKind::MeetingSet | EventKind::MeetingHeld | EventKind::MeetingMissed => Some(2),
            EventKind::QuoteSent | EventKind::QuoteAccepted | EventKind::QuoteRefused => Some(3),
            EventKind::OrderPlaced => Some(4),
            _ => None,
        }
    }
}

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallOutcome {
    Answered,
    NoAnswer,
    Busy,
    WrongNumber,
    CallBack,
}

impl CallOutcome {
    pub const ALL: [CallOutcome; 5] = [
        CallOutcome::Answered,
        CallOutcome::NoAnswer,
        CallOutcome::Busy,
        CallOutcome::WrongNumber,
        CallOutcome::CallBack,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            CallOutcome::Answered => "answered",
            CallOutcome::NoAnswer => "no_answer",
            CallOutcome::Busy => "busy",
            CallOutcome::WrongNumber => "wrong_number",
            CallOutcome::CallBack => "call_back",
        }
    }

    pub fn from_code(code: &str) -> Option<CallOutcome> {
        CallOutcome::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}
