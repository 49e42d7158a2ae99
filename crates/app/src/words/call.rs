//! The telephone: lists, the cockpit, conclusions, lessons.

use filon_core::Moment;
use filon_core::Stage;
use filon_core::call::{AnswerProblem, Comparison, FollowUpReason, Lead, Reason};
use jiff::civil::Date;

use super::{percent, points, quantity, said_moment, short_day};
use crate::Language;

/// Messages of calls.
pub struct CallWords {
    pub everybody: &'static str,
    pub somebody: &'static str,
    pub nobody: &'static str,
    /// Accounts of the list, the most that one may hold.
    pub too_many: fn(usize, usize) -> String,
    pub list_unknown: &'static str,
    pub list_closed: fn(&str) -> String,
    pub not_in_list: fn(&str) -> String,
    pub step_unknown: &'static str,
    pub step_of_other_channel: &'static str,
    /// Name of the action, number of the wave.
    pub step_name: fn(&str, u32) -> String,
    pub script_archived: fn(&str) -> String,
    /// Name, problem.
    pub script_blocked: fn(&str, &str) -> String,
    pub concluded: &'static str,
    pub later: fn(Moment) -> String,
    pub meeting_ahead: fn(Date) -> String,
    /// Why somebody stands high or low in the list, on a day; nothing where it says nothing.
    pub reason: fn(Reason, Date) -> Option<String>,
    /// Rule, its source, first day on which it no longer stands against.
    pub not_now: fn(&str, &str, Option<Date>) -> String,
    pub held_by: fn(&str) -> String,
    pub taken_meanwhile: &'static str,
    pub call_ended: &'static str,
    pub mobile_of: fn(&str) -> String,
    pub switchboard: &'static str,
    pub follow_up_reason: fn(FollowUpReason) -> &'static str,
    pub meeting_agreed: &'static str,
    pub correct_number: &'static str,
    pub stops_opted_out: &'static str,
    pub stops_unreachable: fn(u32) -> String,
    pub meeting_needed: &'static str,
    pub next_needed: &'static str,
    pub next_past: &'static str,
    /// Why nothing is planned.
    pub no_next: fn(&str) -> String,
    /// Question, answer, problem.
    pub answer_refused: fn(&str, &str, &str) -> String,
    pub answer_problem: fn(&AnswerProblem) -> String,
    pub call_unknown: &'static str,
    pub undo_of_another: &'static str,
    pub undo_late: &'static str,
    pub number_unknown: &'static str,
    pub unknown_label: &'static str,
    pub version_label: fn(&str, u32) -> String,
    pub hour_label: fn(i8) -> String,
    /// Versions A and B.
    pub comparison: fn(u32, u32, &Comparison) -> String,
}

fn reason_fr(reason: Reason, day: Date) -> Option<String> {
    let on = |on: Date| {
        if on == day { "aujourd’hui".to_owned() } else { format!("le {}", short_day(Language::Fr, on)) }
    };
    Some(match reason {
        Reason::MeetingMissed { on: at } => format!("Rendez-vous manqué {}, à refixer", on(at)),
        Reason::QuoteOpen { on: at } => format!("Devis envoyé {}, sans réponse", on(at)),
        Reason::Interest { on: at } => format!("Intérêt montré {}", on(at)),
        Reason::Replied { on: at } => format!("A répondu à un e-mail {}", on(at)),
        Reason::Clicked { on: at } => format!("A cliqué dans un e-mail {}", on(at)),
        Reason::LetterArrived { on: at } => format!("Courrier posté {}, pas encore appelé", on(at)),
        Reason::Stage { stage } => match stage {
            Stage::FormerClient => "Ancien client".to_owned(),
            Stage::Client => "Client".to_owned(),
            Stage::Prospect => "Prospect".to_owned(),
            Stage::Suspect => return None,
        },
        Reason::Refused { on: at } => format!("A refusé {}", on(at)),
        Reason::Unanswered { calls: 1 } => "Un appel sans réponse".to_owned(),
        Reason::Unanswered { calls } => format!("{calls} appels sans réponse"),
        Reason::CalledToday => "Déjà appelé aujourd’hui".to_owned(),
        Reason::CalledLately { on: at } => format!("Appelé {}", on(at)),
    })
}

fn reason_en(reason: Reason, day: Date) -> Option<String> {
    let on = |on: Date| if on == day { "today".to_owned() } else { format!("on {on}") };
    Some(match reason {
        Reason::MeetingMissed { on: at } => format!("Meeting missed {}, to be set again", on(at)),
        Reason::QuoteOpen { on: at } => format!("Quote sent {}, not answered", on(at)),
        Reason::Interest { on: at } => format!("Interest shown {}", on(at)),
        Reason::Replied { on: at } => format!("Answered an e-mail {}", on(at)),
        Reason::Clicked { on: at } => format!("Clicked in an e-mail {}", on(at)),
        Reason::LetterArrived { on: at } => format!("Letter posted {}, not called yet", on(at)),
        Reason::Stage { stage } => match stage {
            Stage::FormerClient => "Former client".to_owned(),
            Stage::Client => "Client".to_owned(),
            Stage::Prospect => "Prospect".to_owned(),
            Stage::Suspect => return None,
        },
        Reason::Refused { on: at } => format!("Refused {}", on(at)),
        Reason::Unanswered { calls: 1 } => "One call without an answer".to_owned(),
        Reason::Unanswered { calls } => format!("{calls} calls without an answer"),
        Reason::CalledToday => "Called today already".to_owned(),
        Reason::CalledLately { on: at } => format!("Called {}", on(at)),
    })
}

fn comparison_fr(a: u32, b: u32, found: &Comparison) -> String {
    let fr = Language::Fr;
    let shown = |share: filon_core::ratio::Share| {
        let rate = share.value().map_or_else(|| "n. d.".to_owned(), |value| percent(fr, value));
        format!("{} rendez-vous sur {} ({rate})", share.numerator, share.denominator)
    };
    let facts =
        format!("version {a}\u{202f}: {}\u{202f}; version {b}\u{202f}: {}", shown(found.a), shown(found.b));
    let verdict = match found.lead {
        Lead::TooFew => "trop peu d’appels pour conclure (30 au moins avec chacune)".to_owned(),
        Lead::Undecided => "rien ne les départage\u{202f}: le hasard peut suffire à l’écart".to_owned(),
        lead @ (Lead::A | Lead::B) => {
            let better = if lead == Lead::A { a } else { b };
            match found.interval {
                Some((low, high)) => {
                    let (least, most) = if lead == Lead::A { (-high, -low) } else { (low, high) };
                    format!(
                        "la version {better} fait mieux, de {} à {} points (95\u{202f}%)",
                        points(fr, least),
                        points(fr, most)
                    )
                }
                None => format!("la version {better} fait mieux"),
            }
        }
    };
    format!("{facts}. Conclusion\u{202f}: {verdict}.").replacen('v', "V", 1)
}

fn comparison_en(a: u32, b: u32, found: &Comparison) -> String {
    let en = Language::En;
    let shown = |share: filon_core::ratio::Share| {
        let rate = share.value().map_or_else(|| "n/a".to_owned(), |value| percent(en, value));
        format!("{} meetings in {} calls ({rate})", share.numerator, share.denominator)
    };
    let facts = format!("Version {a}: {}; version {b}: {}", shown(found.a), shown(found.b));
    let verdict = match found.lead {
        Lead::TooFew => "too few calls to conclude (30 at least with each)".to_owned(),
        Lead::Undecided => "nothing tells them apart: chance alone could do it".to_owned(),
        lead @ (Lead::A | Lead::B) => {
            let better = if lead == Lead::A { a } else { b };
            match found.interval {
                Some((low, high)) => {
                    let (least, most) = if lead == Lead::A { (-high, -low) } else { (low, high) };
                    format!(
                        "version {better} does better, by {} to {} points (95%)",
                        points(en, least),
                        points(en, most)
                    )
                }
                None => format!("version {better} does better"),
            }
        }
    };
    format!("{facts}. Conclusion: {verdict}.")
}

pub(super) const FR: CallWords = CallWords {
    everybody: "Toutes les fiches",
    somebody: "quelqu’un d’autre",
    nobody: "Cette sélection est vide\u{202f}: il n’y a personne à appeler. Élargissez-la.",
    too_many: |count, most| {
        format!(
            "Cette liste aurait {} fiches, et le plus est {}. Choisissez une sélection plus petite.",
            quantity(Language::Fr, count as u64),
            quantity(Language::Fr, most as u64)
        )
    },
    list_unknown: "Cette liste d’appels n’existe pas ou plus. Rechargez la page Appels.",
    list_closed: |name| format!("La liste «\u{202f}{name}\u{202f}» est close. Rouvrez-la pour appeler."),
    not_in_list: |name| {
        format!("Cette fiche n’est pas dans la liste «\u{202f}{name}\u{202f}». Choisissez-en une autre.")
    },
    step_unknown: "Cette étape n’existe pas ou plus. Rechargez l’action.",
    step_of_other_channel: "Cette étape ne se fait pas par téléphone. Choisissez une étape d’appels.",
    step_name: |action, number| format!("{action}, étape {number}"),
    script_archived: |name| {
        format!(
            "L’argumentaire «\u{202f}{name}\u{202f}» est archivé. Remettez-le en service, ou choisissez-en un autre."
        )
    },
    script_blocked: |name, problem| {
        format!("L’argumentaire «\u{202f}{name}\u{202f}» ne peut pas encore servir\u{202f}: {problem}")
    },
    concluded: "Appel fait, rien n’est prévu",
    later: |at| {
        let local = at.local();
        if local.hour() == 0 && local.minute() == 0 {
            format!("À rappeler le {}", short_day(Language::Fr, local.date()))
        } else {
            format!("À rappeler {}", said_moment(Language::Fr, at))
        }
    },
    meeting_ahead: |set_on| format!("Rendez-vous pris le {}", short_day(Language::Fr, set_on)),
    reason: reason_fr,
    not_now: |why, source, until| {
        let source = if source.is_empty() { String::new() } else { format!(" ({source})") };
        let until = until.map_or_else(String::new, |day| {
            format!(" Possible à partir du {}.", short_day(Language::Fr, day))
        });
        format!("Cet appel n’est pas permis maintenant\u{202f}: {why}{source}.{until}")
    },
    held_by: |name| format!("{name} est en ligne avec cette fiche. Prenez-en une autre."),
    taken_meanwhile: "Quelqu’un d’autre a pris cette fiche entre-temps. Ce que vous avez tapé est gardé\u{202f}: concluez votre appel s’il a eu lieu.",
    call_ended: "Cet appel est déjà conclu\u{202f}: rien de plus n’a été gardé. Ouvrez la fiche pour y ajouter une note.",
    mobile_of: |name| format!("{name}, mobile"),
    switchboard: "Standard",
    follow_up_reason: |reason| match reason {
        FollowUpReason::NoAnswer => "Rappeler\u{202f}: pas de réponse",
        FollowUpReason::Busy => "Rappeler\u{202f}: ligne occupée",
        FollowUpReason::Asked => "Rappeler comme demandé",
        FollowUpReason::Talk => "Reprendre la conversation",
        FollowUpReason::Interest => "Relancer\u{202f}: intéressé",
        FollowUpReason::Refusal => "Reprendre contact après un refus",
    },
    meeting_agreed: "Rendez-vous convenu",
    correct_number: "Corrigez ce numéro, ou retirez-le",
    stops_opted_out: "S’est opposé\u{202f}: plus d’appel",
    stops_unreachable: |attempts| {
        format!("{attempts} appels de suite sans réponse\u{202f}: essayez un autre canal")
    },
    meeting_needed: "Un rendez-vous obtenu se note avec son jour et son heure. Remplissez-les.",
    next_needed: "Dites ce qui suit\u{202f}: une relance, un rendez-vous, ou la raison pour laquelle rien n’est prévu.",
    next_past: "La suite est prévue dans le passé. Donnez un moment à venir.",
    no_next: |why| format!("Rien de prévu\u{202f}: {why}"),
    answer_refused: |question, answer, problem| {
        format!("«\u{202f}{answer}\u{202f}» ne répond pas à «\u{202f}{question}\u{202f}»\u{202f}: {problem}")
    },
    answer_problem: |problem| match problem {
        AnswerProblem::NotANumber => "donnez un nombre.".to_owned(),
        AnswerProblem::NotADate => "donnez une date, comme 03/03/2027.".to_owned(),
        AnswerProblem::NotAChoice { nearest: Some(near) } => {
            format!("vouliez-vous dire «\u{202f}{near}\u{202f}»\u{202f}?")
        }
        AnswerProblem::NotAChoice { nearest: None } => "choisissez une des réponses proposées.".to_owned(),
        AnswerProblem::NeitherYesNorNo => "répondez par oui ou par non.".to_owned(),
    },
    call_unknown: "Cet appel n’existe pas ou plus. Rechargez la page.",
    undo_of_another: "Cet appel est celui de quelqu’un d’autre\u{202f}: seul son auteur peut le reprendre.",
    undo_late: "Cet appel est trop ancien pour être repris ici. Corrigez-le dans le journal de la fiche.",
    number_unknown: "Ce numéro n’est pas, ou plus, sur cette fiche. Rechargez-la.",
    unknown_label: "Non précisé",
    version_label: |name, version| format!("{name}, version {version}"),
    hour_label: |hour| format!("{hour}\u{202f}h à {}\u{202f}h", hour + 1),
    comparison: comparison_fr,
};

pub(super) const EN: CallWords = CallWords {
    everybody: "All accounts",
    somebody: "somebody else",
    nobody: "This selection is empty: there is nobody to call. Widen it.",
    too_many: |count, most| {
        format!(
            "This list would hold {} accounts, and the most is {}. Choose a smaller selection.",
            quantity(Language::En, count as u64),
            quantity(Language::En, most as u64)
        )
    },
    list_unknown: "This call list does not exist, or no longer. Reload the page of calls.",
    list_closed: |name| format!("The list “{name}” is closed. Open it again to call."),
    not_in_list: |name| format!("This account is not in the list “{name}”. Choose another one."),
    step_unknown: "This step does not exist, or no longer. Reload the action.",
    step_of_other_channel: "This step is not made by telephone. Choose a step of calls.",
    step_name: |action, number| format!("{action}, step {number}"),
    script_archived: |name| {
        format!("The script “{name}” is archived. Take it back into use, or choose another one.")
    },
    script_blocked: |name, problem| format!("The script “{name}” cannot serve yet: {problem}"),
    concluded: "Called, nothing is planned",
    later: |at| {
        let local = at.local();
        if local.hour() == 0 && local.minute() == 0 {
            format!("To be called again on {}", local.date())
        } else {
            format!("To be called again {}", said_moment(Language::En, at))
        }
    },
    meeting_ahead: |set_on| format!("Meeting set on {set_on}"),
    reason: reason_en,
    not_now: |why, source, until| {
        let source = if source.is_empty() { String::new() } else { format!(" ({source})") };
        let until = until.map_or_else(String::new, |day| format!(" Possible from {day} on."));
        format!("This call is not allowed now: {why}{source}.{until}")
    },
    held_by: |name| format!("{name} is on the line with this account. Take another one."),
    taken_meanwhile: "Somebody else took this account meanwhile. What you typed is kept: conclude your call if it was made.",
    call_ended: "This call is concluded already: nothing more was kept. Open the account to add a note.",
    mobile_of: |name| format!("{name}, mobile"),
    switchboard: "Switchboard",
    follow_up_reason: |reason| match reason {
        FollowUpReason::NoAnswer => "Call again: no answer",
        FollowUpReason::Busy => "Call again: line busy",
        FollowUpReason::Asked => "Call back as asked",
        FollowUpReason::Talk => "Take up the talk again",
        FollowUpReason::Interest => "Follow up: interested",
        FollowUpReason::Refusal => "Get in touch again after a refusal",
    },
    meeting_agreed: "Meeting agreed on",
    correct_number: "Correct this number, or retire it",
    stops_opted_out: "Objected: no further call",
    stops_unreachable: |attempts| format!("{attempts} calls in a row without an answer: try another channel"),
    meeting_needed: "A meeting is noted with its day and hour. Fill them in.",
    next_needed: "Say what comes next: a follow-up, a meeting, or the reason why nothing is planned.",
    next_past: "The next step is planned in the past. Give a moment to come.",
    no_next: |why| format!("Nothing planned: {why}"),
    answer_refused: |question, answer, problem| format!("“{answer}” is no answer to “{question}”: {problem}"),
    answer_problem: |problem| match problem {
        AnswerProblem::NotANumber => "give a number.".to_owned(),
        AnswerProblem::NotADate => "give a date, such as 2027-03-03.".to_owned(),
        AnswerProblem::NotAChoice { nearest: Some(near) } => format!("did you mean “{near}”?"),
        AnswerProblem::NotAChoice { nearest: None } => "choose one of the answers offered.".to_owned(),
        AnswerProblem::NeitherYesNorNo => "answer yes or no.".to_owned(),
    },
    call_unknown: "This call does not exist, or no longer. Reload the page.",
    undo_of_another: "This call is somebody else's: only its author can take it back.",
    undo_late: "This call is too old to be taken back here. Correct it in the journal of the account.",
    number_unknown: "This number is not, or no longer, at this account. Reload it.",
    unknown_label: "Not given",
    version_label: |name, version| format!("{name}, version {version}"),
    hour_label: |hour| format!("{hour}:00 to {}:00", hour + 1),
    comparison: comparison_en,
};
