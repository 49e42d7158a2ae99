//! Meetings and the agenda.

use filon_core::Moment;
use filon_core::meeting::PlaceKind;

use super::{hour, long_day, said_moment};
use crate::Language;

/// What a text to confirm a meeting says.
pub struct Confirmation<'a> {
    /// How the person is addressed: `Madame Martin`.
    pub to: &'a str,
    pub at: Moment,
    pub minutes: u32,
    pub kind: PlaceKind,
    /// The place in one line; may be empty.
    pub place: &'a str,
    pub subject: &'a str,
    pub me: &'a str,
    pub company: &'a str,
    pub phone: &'a str,
}

/// Messages of meetings.
pub struct MeetingWords {
    pub unknown: &'static str,
    pub past: &'static str,
    pub length: &'static str,
    pub not_planned: &'static str,
    pub already_planned: &'static str,
    /// The moment at which it starts.
    pub not_yet: fn(Moment) -> String,
    /// Name of the other account, its beginning.
    pub overlap: fn(&str, Moment) -> String,
    /// Name of the other account, minutes needed, minutes free.
    pub travel: fn(&str, u32, u32) -> String,
    pub holiday: fn(jiff::civil::Date) -> String,
    pub weekend: fn(jiff::civil::Date) -> String,
    pub opted_out: &'static str,
    pub confirmation: fn(&Confirmation<'_>) -> String,
    /// What is noted to do the day before.
    pub confirm: fn(Moment) -> String,
    pub called_off: fn(Moment) -> String,
    pub set_again: &'static str,
    pub missed_again: &'static str,
    pub place: fn(PlaceKind) -> &'static str,
    /// Name of an account: the title of a meeting in a calendar.
    pub title: fn(&str) -> String,
    pub follow_up_title: fn(&str) -> String,
    pub feed_name: &'static str,
    pub agenda_long: fn(i32) -> String,
}

/// A way of 55 minutes, of 1 h 20.
fn minutes_fr(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes:02}"),
    }
}

fn place_fr(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::TheirPlace => "à votre adresse",
        PlaceKind::OurPlace => "dans nos locaux",
        PlaceKind::Telephone => "par téléphone",
        PlaceKind::Video => "en visioconférence",
        PlaceKind::Elsewhere => "",
    }
}

fn place_en(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::TheirPlace => "at your address",
        PlaceKind::OurPlace => "at our offices",
        PlaceKind::Telephone => "by telephone",
        PlaceKind::Video => "by video",
        PlaceKind::Elsewhere => "",
    }
}

fn joined(parts: &[&str], mark: &str) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(mark)
}

fn confirmation_fr(said: &Confirmation<'_>) -> String {
    let local = said.at.local();
    let place = joined(&[place_fr(said.kind), said.place], ", ");
    let place = if place.is_empty() { String::new() } else { format!(", {place}") };
    let mut text = format!(
        "{}\u{202f},\n\nJe vous confirme notre rendez-vous du {} à {} (environ {}){place}.\n",
        if said.to.is_empty() { "Bonjour" } else { said.to },
        long_day(Language::Fr, local.date()),
        hour(Language::Fr, local.time()),
        minutes_fr(said.minutes),
    )
    .replace("\u{202f},", ",");
    if !said.subject.trim().is_empty() {
        text.push_str(&format!("Objet\u{202f}: {}.\n", said.subject.trim().trim_end_matches('.')));
    }
    let reach = if said.phone.trim().is_empty() {
        "En cas d’empêchement, merci de me prévenir.\n".to_owned()
    } else {
        format!("En cas d’empêchement, vous pouvez me joindre au {}.\n", said.phone.trim())
    };
    text.push_str(&reach);
    text.push_str(&format!("\nBien cordialement,\n{}", joined(&[said.me, said.company], "\n")));
    text.trim_end().to_owned()
}

fn confirmation_en(said: &Confirmation<'_>) -> String {
    let local = said.at.local();
    let place = joined(&[place_en(said.kind), said.place], ", ");
    let place = if place.is_empty() { String::new() } else { format!(", {place}") };
    let mut text = format!(
        "{},\n\nThis confirms our meeting on {} at {} (about {}){place}.\n",
        if said.to.is_empty() { "Hello" } else { said.to },
        long_day(Language::En, local.date()),
        hour(Language::En, local.time()),
        minutes_fr(said.minutes),
    );
    if !said.subject.trim().is_empty() {
        text.push_str(&format!("Subject: {}.\n", said.subject.trim().trim_end_matches('.')));
    }
    let reach = if said.phone.trim().is_empty() {
        "Should anything come up, please let me know.\n".to_owned()
    } else {
        format!("Should anything come up, you can reach me at {}.\n", said.phone.trim())
    };
    text.push_str(&reach);
    text.push_str(&format!("\nKind regards,\n{}", joined(&[said.me, said.company], "\n")));
    text.trim_end().to_owned()
}

pub(super) const FR: MeetingWords = MeetingWords {
    unknown: "Ce rendez-vous n’existe pas ou plus. Rechargez l’agenda.",
    past: "Ce rendez-vous commence dans le passé. Donnez un jour et une heure à venir.",
    length: "Un rendez-vous dure de 5 minutes à 12 heures. Corrigez sa durée.",
    not_planned: "Ce rendez-vous n’est plus à venir\u{202f}: il a eu lieu, a été manqué ou annulé. Annulez d’abord cela.",
    already_planned: "Ce rendez-vous est déjà prévu\u{202f}: il n’y a rien à reprendre.",
    not_yet: |at| {
        format!(
            "Ce rendez-vous est prévu le {}. Dites ce qu’il en est advenu le jour venu, ou déplacez-le.",
            said_moment(Language::Fr, at)
        )
    },
    overlap: |name, at| format!("Chevauche le rendez-vous avec {name}, {}.", said_moment(Language::Fr, at)),
    travel: |name, needed, free| {
        format!(
            "Trajet court\u{202f}: il faut environ {} entre ce rendez-vous et celui avec {name}, vous en avez {}.",
            minutes_fr(needed),
            minutes_fr(free)
        )
    },
    holiday: |day| format!("Le {} est un jour férié.", long_day(Language::Fr, day)),
    weekend: |day| format!("Le {} tombe un week-end.", long_day(Language::Fr, day)),
    opted_out: "Cette personne s’est opposée à être contactée\u{202f}: assurez-vous qu’elle a demandé ce rendez-vous.",
    confirmation: confirmation_fr,
    confirm: |at| format!("Confirmer le rendez-vous du {}", said_moment(Language::Fr, at)),
    called_off: |at| format!("Rendez-vous du {} annulé", said_moment(Language::Fr, at)),
    set_again: "Rendez-vous annulé\u{202f}: en fixer un autre",
    missed_again: "Rendez-vous manqué\u{202f}: rappeler pour en fixer un autre",
    place: |kind| match kind {
        PlaceKind::TheirPlace => "chez eux",
        PlaceKind::OurPlace => "chez nous",
        PlaceKind::Telephone => "téléphone",
        PlaceKind::Video => "visio",
        PlaceKind::Elsewhere => "ailleurs",
    },
    title: |name| format!("Rendez-vous\u{202f}: {name}"),
    follow_up_title: |name| format!("Relance\u{202f}: {name}"),
    feed_name: "Filon, rendez-vous et relances",
    agenda_long: |days| format!("L’agenda montre {days} jours au plus. Choisissez une période plus courte."),
};

pub(super) const EN: MeetingWords = MeetingWords {
    unknown: "This meeting does not exist, or no longer. Reload the agenda.",
    past: "This meeting starts in the past. Give a day and an hour to come.",
    length: "A meeting takes from 5 minutes to 12 hours. Correct its length.",
    not_planned: "This meeting is no longer ahead: it was held, missed or called off. Take that back first.",
    already_planned: "This meeting is planned already: there is nothing to take back.",
    not_yet: |at| {
        format!(
            "This meeting is set for {}. Say what became of it once the day has come, or move it.",
            said_moment(Language::En, at)
        )
    },
    overlap: |name, at| format!("Overlaps the meeting with {name}, {}.", said_moment(Language::En, at)),
    travel: |name, needed, free| {
        format!(
            "Short way: about {} are needed between this meeting and the one with {name}, you have {}.",
            minutes_fr(needed),
            minutes_fr(free)
        )
    },
    holiday: |day| format!("{} is a public holiday.", long_day(Language::En, day)),
    weekend: |day| format!("{} is at a week-end.", long_day(Language::En, day)),
    opted_out: "This person objected to being contacted: make sure that they asked for this meeting.",
    confirmation: confirmation_en,
    confirm: |at| format!("Confirm the meeting of {}", said_moment(Language::En, at)),
    called_off: |at| format!("Meeting of {} called off", said_moment(Language::En, at)),
    set_again: "Meeting called off: set another one",
    missed_again: "Meeting missed: call again to set another one",
    place: |kind| match kind {
        PlaceKind::TheirPlace => "at theirs",
        PlaceKind::OurPlace => "at ours",
        PlaceKind::Telephone => "telephone",
        PlaceKind::Video => "video",
        PlaceKind::Elsewhere => "elsewhere",
    },
    title: |name| format!("Meeting: {name}"),
    follow_up_title: |name| format!("Follow-up: {name}"),
    feed_name: "Filon, meetings and follow-ups",
    agenda_long: |days| format!("The agenda shows {days} days at most. Choose a shorter period."),
};
