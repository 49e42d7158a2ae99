//! What the courses count.

use serde::{Deserialize, Serialize};

/// A count that a ratio stands on. Accounts are counted once each; calls, visits, letters and e-mails
/// one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// Accounts of the file (adresses disponibles): the base, for an action its target.
    Available,
    /// The same where a letter was posted; nothing where none was, as the post then says nothing.
    PostFile,
    /// Accounts no letter to whom came back (adresses utilisables).
    Usable,
    /// Accounts a letter to whom came back (NPAI).
    Returned,
    /// Accounts talked to (entretiens obtenus): reached by telephone, visited, met at a fair, or seen
    /// at a meeting.
    Talked,
    TalkedOfUsable,
    /// Accounts talked to that were given a quote.
    QuotedOfTalked,
    /// Accounts talked to that ordered.
    SoldOfTalked,
    /// Accounts that ordered.
    Sold,
    /// Letters and e-mails sent (envois).
    Sends,
    /// Those of them that were answered, by a yes or a no (réponses); a click is no answer.
    SendsAnswered,
    /// Calls made (appels réalisés).
    Calls,
    /// Calls that did not find a wrong number (appels aboutis, as the validity of a file means them).
    CallsConnected,
    /// Calls that reached somebody, where it was noted how far they got (appels aboutis, of which some
    /// are argued).
    CallsNoted,
    /// Those of them in which the arguments were said (appels argumentés).
    CallsArgued,
    /// Calls that gave a meeting.
    CallsWithMeeting,
    /// Visits made (visites réalisées), to clients also.
    Visits,
    /// Prospects visited.
    ProspectsVisited,
    /// Prospects visited that gave a meeting after it.
    VisitedWithMeeting,
    EmailsSent,
    EmailsBounced,
    /// E-mails sent that did not bounce.
    EmailsDelivered,
    /// E-mails a link of which was clicked.
    EmailsClicked,
    /// E-mails that gave a meeting.
    EmailsWithMeeting,
}

impl Counted {
    pub const ALL: [Counted; 24] = {
        use Counted::*;
        [
            Available,
            PostFile,
            Usable,
            Returned,
            Talked,
            TalkedOfUsable,
            QuotedOfTalked,
            SoldOfTalked,
            Sold,
            Sends,
            SendsAnswered,
            Calls,
            CallsConnected,
            CallsNoted,
            CallsArgued,
            CallsWithMeeting,
            Visits,
            ProspectsVisited,
            VisitedWithMeeting,
            EmailsSent,
            EmailsBounced,
            EmailsDelivered,
            EmailsClicked,
            EmailsWithMeeting,
        ]
    };

    /// The word of the contract and of the address of a page.
    pub const fn code(self) -> &'static str {
        match self {
            Counted::Available => "available",
            Counted::PostFile => "post_file",
            Counted::Usable => "usable",
            Counted::Returned => "returned",
            Counted::Talked => "talked",
            Counted::TalkedOfUsable => "talked_of_usable",
            Counted::QuotedOfTalked => "quoted_of_talked",
            Counted::SoldOfTalked => "sold_of_talked",
            Counted::Sold => "sold",
            Counted::Sends => "sends",
            Counted::SendsAnswered => "sends_answered",
            Counted::Calls => "calls",
            Counted::CallsConnected => "calls_connected",
            Counted::CallsNoted => "calls_noted",
            Counted::CallsArgued => "calls_argued",
            Counted::CallsWithMeeting => "calls_with_meeting",
            Counted::Visits => "visits",
            Counted::ProspectsVisited => "prospects_visited",
            Counted::VisitedWithMeeting => "visited_with_meeting",
            Counted::EmailsSent => "emails_sent",
            Counted::EmailsBounced => "emails_bounced",
            Counted::EmailsDelivered => "emails_delivered",
            Counted::EmailsClicked => "emails_clicked",
            Counted::EmailsWithMeeting => "emails_with_meeting",
        }
    }

    pub fn from_code(code: &str) -> Option<Counted> {
        Counted::ALL.into_iter().find(|counted| counted.code() == code)
    }
}
