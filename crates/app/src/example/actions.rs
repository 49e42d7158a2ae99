//! The actions of the example and their fates.

use filon_core::campaign::Unit;
use filon_core::{CallOutcome, Channel, EventKind, Id, Micros, Purpose};
use rand::Rng;

use super::people::People;
use super::story::{Said, Story};

/// The course's action: 500 letters, 50 meetings, 10 quotes, 5 orders; 1 200 € spent, 2 000 € of margin.
pub(super) fn letters(story: &mut Story<'_>, people: &mut People<'_>, batch: Id) {
    let posted = story.ago(70);
    let query = "étiquette:fenêtres";
    let action = story.action(
        "Fenêtres isolantes, 500 courriers",
        Channel::Letter,
        Purpose::Acquisition,
        query,
        posted,
    );
    story.cost("Impression, mise sous pli et affranchissement", Micros(1_900_000), Some(Unit::Letter), false);
    story.cost("Création de la lettre et achat du fichier", Micros(250_000_000), None, false);
    story.cost("Budget prévu", Micros(1_250_000_000), None, true);
    let said = Said { campaign: Some(action), ..Said::default() };
    let collected = story.ago(95);
    for n in 0..500_i64 {
        let mut draft = people.company(collected, "Fichier acheté, Gironde et voisins", Some(batch));
        draft.account.tags.push("fenêtres".to_owned());
        let id = draft.account.id;
        story.drafts.push(draft);
        story.target(id, None);
        story.tell(id, EventKind::LetterPosted, posted, said);
        if n % 10 == 3 {
            let place = n / 10;
            story.tell(id, EventKind::MeetingSet, story.ago(62 - place % 12), said);
            match place {
                p if p % 5 == 0 => quote(story, id, said, place),
                p if p % 7 == 1 => story.tell(id, EventKind::MeetingMissed, story.ago(48 - place % 6), said),
                _ => {}
            }
        } else if n % 83 == 5 {
            let note = Said { note: Some("N’habite pas à l’adresse indiquée"), ..said };
            story.tell(id, EventKind::LetterReturned, story.ago(60), note);
        } else if n % 61 == 7 {
            story.tell(id, EventKind::NoInterest, story.ago(55), said);
        }
    }
}

/// Every fifth meeting asks for a quote, every second quote becomes an order.
fn quote(story: &mut Story<'_>, id: Id, said: Said<'_>, place: i64) {
    story.tell(id, EventKind::MeetingHeld, story.ago(46 - place % 5), said);
    let amount = 145_000 + place * 1_300;
    story.tell(id, EventKind::QuoteSent, story.ago(40 - place % 7), Said { amount: Some(amount), ..said });
    if place % 10 == 0 {
        let order = Said { amount: Some(amount), margin: Some(40_000), ..said };
        story.tell(id, EventKind::OrderPlaced, story.ago(26 - place % 9), order);
    } else if place % 20 == 5 {
        let refused = Said { note: Some("Budget reporté à l’an prochain"), ..said };
        story.tell(id, EventKind::QuoteRefused, story.ago(22), refused);
    }
}

/// Calls that cost much and brought nothing yet: to be stopped.
pub(super) fn calls(story: &mut Story<'_>, people: &mut People<'_>, batch: Id) {
    let first_day = story.ago(40);
    let query = "étiquette:phoning";
    let action = story.action(
        "Relance téléphonique des artisans",
        Channel::Phone,
        Purpose::Acquisition,
        query,
        first_day,
    );
    story.cost("Temps d’appel", Micros(40_000_000), Some(Unit::Hour), false);
    story.cost("Location du fichier et script", Micros(980_000_000), None, false);
    let said = Said { campaign: Some(action), ..Said::default() };
    let collected = story.ago(60);
    for n in 0..128_i64 {
        let individual = n % 40 == 11;
        let mut draft = if individual {
            people.individual(collected, "Fichier loué, artisans", Some(batch))
        } else {
            people.company(collected, "Fichier loué, artisans", Some(batch))
        };
        draft.account.tags.push("phoning".to_owned());
        let id = draft.account.id;
        let refused = match n {
            _ if individual => Some("consumer_phone_consent"),
            5 | 50 | 95 => Some("opted_out"),
            20 | 70 => {
                draft.persons.iter_mut().for_each(|person| person.phone.clear());
                Some("no_phone")
            }
            _ => None,
        };
        story.drafts.push(draft);
        story.target(id, refused);
        if refused == Some("opted_out") {
            story.tell(
                id,
                EventKind::OptedOut,
                story.ago(50),
                Said { note: Some("Ne plus contacter"), ..Said::default() },
            );
        }
        if refused.is_some() {
            continue;
        }
        let outcome = if n % 3 == 0 {
            CallOutcome::Answered
        } else {
            people.pick(&[CallOutcome::NoAnswer, CallOutcome::CallBack, CallOutcome::Busy])
        };
        let minutes =
            Some(if outcome == CallOutcome::Answered { people.draw.random_range(6..14) } else { 2 });
        let day = story.ago(40 - n % 20);
        story.tell(id, EventKind::CallMade, day, Said { outcome: Some(outcome), minutes, ..said });
        match n {
            12 | 33 | 66 | 111 => story.tell(id, EventKind::InterestShown, day, said),
            24 | 84 => story.tell(id, EventKind::MeetingSet, day, said),
            n if n % 9 == 0 => story.tell(id, EventKind::NoInterest, day, said),
            _ => {}
        }
    }
}

/// A fair of last week: too early to say, and meetings to come.
pub(super) fn fair(story: &mut Story<'_>, people: &mut People<'_>) {
    let day = story.ago(9);
    let action =
        story.action("Salon de l’habitat", Channel::Fair, Purpose::Acquisition, "étiquette:salon", day);
    story.cost("Stand partagé et documentation", Micros(480_000_000), None, false);
    let said = Said { campaign: Some(action), ..Said::default() };
    for n in 0..24_i64 {
        let mut draft = if n % 3 == 0 {
            people.individual(day, "Salon de l’habitat", None)
        } else {
            people.company(day, "Salon de l’habitat", None)
        };
        draft.account.tags.push("salon".to_owned());
        let id = draft.account.id;
        story.drafts.push(draft);
        story.target(id, None);
        story.tell(id, EventKind::FairMet, day, said);
        match n {
            1 | 7 | 13 => {
                story.tell(id, EventKind::MeetingSet, story.ago(6), said);
                story.next_step(id, n % 5, true, "Prise de mesures, 10 h", Some(action));
            }
            2 | 10 | 16 | 20 => {
                story.tell(id, EventKind::InterestShown, day, said);
                story.next_step(id, 0, false, "Rappeler comme promis au salon", Some(action));
            }
            4 => {
                story.tell(id, EventKind::InterestShown, day, said);
                story.next_step(id, -2, false, "Envoyer la documentation des volets", Some(action));
            }
            _ => {}
        }
    }
}
