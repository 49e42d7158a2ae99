//! The words by which files of outcomes call events and channels.

use super::{CallOutcome, EventKind};
use crate::Channel;
use crate::text::{fold, nearest};

/// What a word of the column `event` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recognised {
    pub kind: EventKind,
    /// The channel that the word names where the kind has none of its own: `opposition e-mail`.
    pub channel: Option<Channel>,
    pub outcome: Option<CallOutcome>,
}

/// Reads a code of [`EventKind`] or a French or English word for it; accents, case, joints and
/// small words do not count. A channel may stand before or after: `consentement téléphone`,
/// `opt-out:email`.
pub fn recognise_event(text: &str) -> Option<Recognised> {
    let words = words(text);
    if let Some(found) = lookup(&words.concat()) {
        return Some(found);
    }
    for at in 1..words.len() {
        let (head, tail) = (words[..at].concat(), words[at..].concat());
        for (event, channel) in [(&head, &tail), (&tail, &head)] {
            let Some(found) = lookup(event).filter(|found| found.kind.own_channel().is_none()) else {
                continue;
            };
            if let Some(channel) = channel_word(channel) {
                return Some(Recognised { channel: Some(channel), ..found });
            }
            if matches!(
                channel.as_str(),
                "tout"
                    | "tous"
                    | "toutes"
                    | "all"
                    | "total"
                    | "totale"
                    | "everything"
                    | "touscanaux"
                    | "allchannels"
            ) {
                return Some(found);
            }
        }
    }
    None
}

/// The nearest known word for an unknown one, as a person would type it.
pub fn nearest_event(text: &str) -> Option<&'static str> {
    let codes = EventKind::ALL.into_iter().map(EventKind::code);
    nearest(text, codes.chain(READABLE.split(',').map(str::trim)))
}

/// Reads a code of [`Channel`] or a French or English word for it.
pub fn recognise_channel(text: &str) -> Option<Channel> {
    channel_word(&words(text).concat())
}

/// Folded words, without the small ones.
fn words(text: &str) -> Vec<String> {
    const SMALL: [&str; 16] =
        ["au", "par", "de", "d", "l", "le", "la", "les", "du", "des", "by", "for", "of", "the", "un", "une"];
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !SMALL.contains(word)).map(str::to_owned).collect()
}

fn channel_word(squashed: &str) -> Option<Channel> {
    Some(match squashed {
        "letter" | "letters" | "courrier" | "courriers" | "lettre" | "lettres" | "post" | "poste"
        | "postal" | "courrierpostal" | "publipostage" | "mailing" | "papier" | "voiepostale" => {
            Channel::Letter
        }
        "email"
        | "emails"
        | "mail"
        | "mails"
        | "courriel"
        | "courriels"
        | "mel"
        | "emailing"
        | "messagerie"
        | "courrierelectronique" => Channel::Email,
        "phone"
        | "telephone"
        | "tel"
        | "appel"
        | "appels"
        | "call"
        | "calls"
        | "phoning"
        | "telephonique"
        | "prospectiontelephonique" => Channel::Phone,
        "visit" | "visits" | "visite" | "visites" | "terrain" | "porteaporte" => Channel::Visit,
        "fair" | "fairs" | "salon" | "salons" | "foire" | "tradeshow" => Channel::Fair,
        "other" | "autre" | "autres" => Channel::Other,
        _ => return None,
    })
}

fn lookup(squashed: &str) -> Option<Recognised> {
    if squashed.is_empty() {
        return None;
    }
    if let Some(kind) = EventKind::ALL.into_iter().find(|kind| is_code(kind.code(), squashed)) {
        return Some(Recognised { kind, channel: None, outcome: None });
    }
    if let Some((outcome, _)) = CALLS.iter().find(|(_, words)| has(words, squashed)) {
        return Some(Recognised { kind: EventKind::CallMade, channel: None, outcome: Some(*outcome) });
    }
    if matches!(squashed, "appelentrant" | "appelrecu" | "inboundcall") {
        let channel = Some(Channel::Phone);
        return Some(Recognised { kind: EventKind::InterestShown, channel, outcome: None });
    }
    let (kind, _) = KINDS.iter().find(|(_, words)| has(words, squashed))?;
    Some(Recognised { kind: *kind, channel: None, outcome: None })
}

fn is_code(code: &str, squashed: &str) -> bool {
    code.bytes().filter(|b| *b != b'_').eq(squashed.bytes())
}

fn has(words: &str, squashed: &str) -> bool {
    words.split_ascii_whitespace().any(|word| word == squashed)
}

/// Calls by how they ended, squashed.
const CALLS: &[(CallOutcome, &str)] = &[
    (
        CallOutcome::Answered,
        "answered callanswered appelabouti appeldecroche repondu decroche joint joignable conversation abouti \
         appelargumente callreached reached",
    ),
    (
        CallOutcome::NoAnswer,
        "noanswer callnoanswer absent pasreponse sansreponse nonrepondu repondeur messagerievocale voicemail \
         injoignable nonjoint appelsansreponse appelabsent pasrepondu messagelaisse callunanswered unanswered",
    ),
    (CallOutcome::Busy, "busy callbusy occupe ligneoccupee appeloccupe"),
    (
        CallOutcome::WrongNumber,
        "wrongnumber callwrongnumber fauxnumero mauvaisnumero numeroincorrect numerononattribue numeroinvalide \
         erreurnumero numeroerrone",
    ),
    (
        CallOutcome::CallBack,
        "callback callcallback rappeler arappeler rappel demanderappel appelarappeler recall tocallback",
    ),
];

/// Other events, squashed and without small words.
const KINDS: &[(EventKind, &str)] = &[
    (
        EventKind::LetterPosted,
        "letter letters courrier lettre courrierenvoye lettreenvoyee courrierposte letterposte lettersent posted \
         publipostage mailing mailingpostal envoicourrier courrierpostal envoipostal",
    ),
    (
        EventKind::LetterReturned,
        "npai pnd returned retourcourrier courrierretourne retournpai courriernpai lettreretournee letternpai \
         nhabitepasadresseindiquee retourexpediteur returnedtosender undelivered plinondistribue",
    ),
    (
        EventKind::EmailSent,
        "email mail courriel emailing emailenvoye mailenvoye courrielenvoye envoiemail envoimail mailsent sent",
    ),
    (
        EventKind::EmailBounced,
        "bounce bounced hardbounce rebond emailrebond emailbounce mailbounce mailbounced nondelivre emailnondelivre \
         emailinvalide emailerreur adresseinvalide",
    ),
    (
        EventKind::EmailReplied,
        "reply replied reponse repond areponduemail emailreply reponseemail reponsemail mailreplied response \
         emailrepondu",
    ),
    (EventKind::EmailClicked, "click clicked clic clics clique acliue emailclick emailclic lienclique"),
    (
        EventKind::CallMade,
        "call calls appel appels appele called telephone phone phoning appelsortant appeltelephonique callplaced \
         appelpasse appelemis outboundcall entretientelephonique",
    ),
    (
        EventKind::VisitMade,
        "visit visits visite visites visited visiteterrain visitefaite visiteeffectuee passage visiteclient \
         visiterealisee",
    ),
    (
        EventKind::FairMet,
        "fair salon foire metatfair rencontresalon salonrencontre rencontreausalon rencontre tradeshow",
    ),
    (
        EventKind::InterestShown,
        "interest interested interet interesse interessee interessees interesses interetmontre interetmanifeste \
         prospectinteresse demandeinformation demandeinformations demandeinfo demandeinfos demandedevis \
         demandedocumentation demandedoc informationrequest inforequest positif hot chaud tiede",
    ),
    (
        EventKind::NoInterest,
        "nointerest pasinteresse pasinteressee noninteresse noninteressee notinterested uninterested refus refuse \
         refusee pasinteret sansinteret desinteresse negatif declined pasbesoin sanssuite",
    ),
    (
        EventKind::MeetingSet,
        "meeting rdv rendezvous rdvpris rdvfixe rdvobtenu rdvplanifie rdvprevu rendezvouspris rendezvousfixe \
         rendezvousobtenu rendezvousprevu priserdv priserendezvous appointment appointmentset meetingscheduled \
         meetingbooked meetingplanned demo reunion rdvpose r1",
    ),
    (
        EventKind::MeetingHeld,
        "rdvtenu rdvhonore rdvfait rdvrealise rdveffectue rendezvoustenu rendezvoushonore rendezvousfait \
         rendezvousrealise rendezvouseffectue meetingdone meetingattended appointmentheld met entretien rdveulieu",
    ),
    (
        EventKind::MeetingMissed,
        "rdvmanque rdvrate rdvannule rdvnonhonore rendezvousmanque rendezvousrate rendezvousannule \
         rendezvousnonhonore noshow lapin meetingcancelled meetingcanceled meetingnoshow appointmentmissed rdvnoshow \
         missedmeeting",
    ),
    (
        EventKind::QuoteSent,
        "quote quotes devis devisenvoye devisemis devisremis devisfait devistransmis quotation proposition \
         propositioncommerciale propositionenvoyee offre offreenvoyee proposal proposalsent offer estimate",
    ),
    (
        EventKind::QuoteAccepted,
        "devisaccepte devissigne devisvalide propositionacceptee offreacceptee quotesigned proposalaccepted \
         offeraccepted accepted accepte",
    ),
    (
        EventKind::QuoteRefused,
        "devisrefuse devisrejete devisperdu propositionrefusee offrerefusee quoterejected quotedeclined quotelost \
         proposalrejected rejected",
    ),
    (
        EventKind::OrderPlaced,
        "order orders ordered commande commandes commandepassee commanderecue commandeferme boncommande vente ventes \
         vendu sale sales sold achat purchase purchased signature signe contrat contratsigne won gagne nouveauclient \
         newclient newcustomer affairegagnee conclu",
    ),
    (
        EventKind::CustomerLost,
        "lost perdu perdue perte clientperdu clienteperdue perteclient perduclient lostcustomer lostclient churn \
         churned resiliation resilie depart clientparti fincontrat",
    ),
    (
        EventKind::OptedOut,
        "optout optouts optedout unsubscribe unsubscribed unsubscription desinscription desinscrit desinscrite \
         desabonnement desabonne opposition oppose opposee stop nepluscontacter nepascontacter neplusappeler \
         neplusecrire donotcontact dnc droitopposition listerouge blackliste sedesinscrit retraitconsentement \
         consentementretire consentwithdrawn",
    ),
    (
        EventKind::ConsentGiven,
        "consent consented consents consentement consentementdonne consentementrecueilli consentementobtenu optin \
         optedin accord accordprospection consententementdonne subscribed inscription abonnement",
    ),
    (EventKind::Merged, "merge fusion fusionne fusionnee"),
    (EventKind::Note, "notes commentaire commentaires remarque comment memo observation"),
    (
        EventKind::ClientKnown,
        "clientconnu dejaclient existingclient existingcustomer knownclient clientexistant",
    ),
    (EventKind::Voided, "void annule annulation cancelled canceled"),
];

/// What is proposed for a word that is not known.
const READABLE: &str = "courrier, courrier envoyé, NPAI, e-mail, e-mail envoyé, rebond, réponse, clic, appel, \
    appel abouti, absent, occupé, faux numéro, à rappeler, visite, salon, intérêt, intéressé, pas intéressé, rdv, \
    rendez-vous, rdv tenu, rdv manqué, devis, devis envoyé, devis accepté, devis refusé, commande, client perdu, \
    opposition, désinscription, consentement, note, letter, email, bounce, reply, click, call, no answer, busy, \
    wrong number, call back, visit, fair, interest, interested, not interested, meeting, meeting held, no show, \
    quote, quote accepted, quote refused, order, lost, opt-out, unsubscribed, consent";

#[cfg(test)]
mod tests {
    use super::*;

    fn event(text: &str) -> (EventKind, Option<Channel>, Option<CallOutcome>) {
        let found = recognise_event(text).unwrap_or_else(|| panic!("{text}"));
        (found.kind, found.channel, found.outcome)
    }

    #[test]
    fn every_code_is_its_own_kind_however_it_is_joined() {
        for kind in EventKind::ALL {
            for text in [kind.code().to_owned(), kind.code().to_uppercase(), kind.code().replace('_', "-")] {
                assert_eq!(event(&text).0, kind, "{text}");
            }
            assert_eq!(event(&kind.code().replace('_', " ")).0, kind);
        }
        for outcome in CallOutcome::ALL {
            assert_eq!(event(outcome.code()), (EventKind::CallMade, None, Some(outcome)));
            assert_eq!(event(&format!("call_{}", outcome.code())).2, Some(outcome));
        }
    }

    #[test]
    fn words_of_both_languages() {
        use EventKind::*;
        for (text, kind) in [
            ("interest", InterestShown),
            ("Intéressé", InterestShown),
            ("intérêt", InterestShown),
            ("RDV", MeetingSet),
            ("rendez-vous", MeetingSet),
            ("rdv pris", MeetingSet),
            ("meeting_held", MeetingHeld),
            ("rdv tenu", MeetingHeld),
            ("rdv manqué", MeetingMissed),
            ("no-show", MeetingMissed),
            ("devis", QuoteSent),
            ("devis envoyé", QuoteSent),
            ("devis accepté", QuoteAccepted),
            ("Devis refusé", QuoteRefused),
            ("commande", OrderPlaced),
            ("bon de commande", OrderPlaced),
            ("client perdu", CustomerLost),
            ("perte", CustomerLost),
            ("pas intéressé", NoInterest),
            ("refus", NoInterest),
            ("opted_out", OptedOut),
            ("désinscription", OptedOut),
            ("STOP", OptedOut),
            ("consentement", ConsentGiven),
            ("appel", CallMade),
            ("courrier", LetterPosted),
            ("NPAI", LetterReturned),
            ("e-mail", EmailSent),
            ("bounced", EmailBounced),
            ("réponse", EmailReplied),
            ("clic", EmailClicked),
            ("visite", VisitMade),
            ("salon", FairMet),
            ("note", Note),
        ] {
            assert_eq!(event(text), (kind, None, None), "{text}");
        }
        assert_eq!(event("faux numéro").2, Some(CallOutcome::WrongNumber));
        assert_eq!(event("à rappeler").2, Some(CallOutcome::CallBack));
        assert_eq!(event("absent").2, Some(CallOutcome::NoAnswer));
        assert_eq!(recognise_event("dégustation"), None);
        assert_eq!(recognise_event(""), None);
    }

    #[test]
    fn a_channel_may_stand_beside_the_word() {
        for text in [
            "opted_out_email",
            "opt-out:email",
            "opposition e-mail",
            "opposition par courriel",
            "email opt-out",
        ] {
            assert_eq!(event(text), (EventKind::OptedOut, Some(Channel::Email), None), "{text}");
        }
        assert_eq!(event("consentement téléphone"), (EventKind::ConsentGiven, Some(Channel::Phone), None));
        assert_eq!(event("refus téléphone"), (EventKind::NoInterest, Some(Channel::Phone), None));
        assert_eq!(event("opposition tous canaux").1, None);
        assert_eq!(recognise_channel("Courrier"), Some(Channel::Letter));
        assert_eq!(recognise_channel("pigeon"), None);
    }

    #[test]
    fn a_slip_is_answered_with_the_nearest_word() {
        assert_eq!(nearest_event("comande"), Some("commande"));
        assert_eq!(nearest_event("metting"), Some("meeting"));
        assert_eq!(nearest_event("zzzz"), None);
    }

    #[test]
    fn no_word_says_two_things() {
        let mut seen = std::collections::HashSet::new();
        let all = CALLS.iter().map(|(_, words)| words).chain(KINDS.iter().map(|(_, words)| words));
        for word in all.flat_map(|words| words.split_ascii_whitespace()) {
            assert!(seen.insert(word), "{word}");
        }
    }
}
