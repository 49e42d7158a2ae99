//! Clients won and lost over three years, and the action that keeps them.

use filon_core::campaign::Unit;
use filon_core::{Channel, EventKind, Id, Micros, Purpose};
use rand::Rng;

use super::names::LOST_FOR;
use super::people::People;
use super::story::{Said, Story};

/// 84 clients: a contact, a first order, more each year; 14 of them left. Answers those who stayed.
pub(super) fn history(story: &mut Story<'_>, people: &mut People<'_>, batch: Id) -> Vec<Id> {
    let mut kept = Vec::new();
    for n in 0..84_i64 {
        // The oldest came three years ago, the latest seven months ago.
        let first = 1_090 - n * 10;
        let since = story.ago(first + 20);
        let mut draft = if n % 4 == 3 {
            people.individual(since, "Recommandation", Some(batch))
        } else {
            people.company(since, "Clients du logiciel de facturation", Some(batch))
        };
        draft.account.tags.push("clients".to_owned());
        let id = draft.account.id;
        story.drafts.push(draft);
        if n % 7 == 0 {
            story.tell(id, EventKind::ClientKnown, since, Said::default());
        } else {
            story.tell(
                id,
                EventKind::VisitMade,
                story.ago(first + 12),
                Said { minutes: Some(45), ..Said::default() },
            );
            story.tell(id, EventKind::MeetingHeld, story.ago(first + 9), Said::default());
            story.tell(
                id,
                EventKind::QuoteSent,
                story.ago(first + 6),
                Said { amount: Some(180_000), ..Said::default() },
            );
        }
        let lost = (n % 6 == 2).then(|| (first / 2).max(215) - n % 30);
        let mut day = first;
        while day > lost.unwrap_or(0).max(200) {
            let amount = people.draw.random_range(900..4_200) * 100;
            let order = Said { amount: Some(amount), margin: Some(amount * 28 / 100), ..Said::default() };
            story.tell(id, EventKind::OrderPlaced, story.ago(day), order);
            day -= people.draw.random_range(240..420);
        }
        match lost {
            Some(day) => {
                let note = Some(people.pick(&LOST_FOR));
                story.tell(id, EventKind::CustomerLost, story.ago(day), Said { note, ..Said::default() });
            }
            None => kept.push(id),
        }
    }
    kept
}

/// An e-mail to those who stayed, twelve of whom ordered again: kept, renewed.
pub(super) fn retention(story: &mut Story<'_>, kept: &[Id]) {
    let day = story.ago(120);
    let action = story.action(
        "Entretien annuel des clients",
        Channel::Email,
        Purpose::Retention,
        "étiquette:clients stage:client",
        day,
    );
    story.cost("Envoi", Micros(20_000), Some(Unit::Email), false);
    story.cost("Rédaction et photos", Micros(320_000_000), None, false);
    let said = Said { campaign: Some(action), ..Said::default() };
    for (n, id) in kept.iter().enumerate() {
        story.target(*id, None);
        story.tell(*id, EventKind::EmailSent, day, said);
        match n % 6 {
            0 => {
                let order = Said { amount: Some(38_000), margin: Some(15_200), ..said };
                story.tell(*id, EventKind::EmailReplied, story.ago(115), said);
                story.tell(*id, EventKind::OrderPlaced, story.ago(100), order);
            }
            3 => story.tell(*id, EventKind::EmailClicked, story.ago(118), said),
            _ => {}
        }
    }
    story.decided(
        story.ago(60),
        "renew",
        "Douze entretiens commandés pour un envoi : à refaire chaque printemps.",
    );
    for (n, id) in kept.iter().enumerate().filter(|(n, _)| n % 11 == 4) {
        let late = i64::try_from(n % 3).unwrap_or(0);
        story.next_step(*id, -late, false, "Proposer l’entretien des volets", None);
    }
}
