//! What the step form says, as the application takes it.

use filon_app::calls::Next;
use filon_app::meetings::NewMeeting;
use filon_core::call::{CallResult, FollowUpReason};
use filon_core::follow_up::FollowUpKind;
use filon_core::meeting::{Place, PlaceKind};
use filon_core::{Channel, Moment};
use jiff::ToSpan;
use jiff::civil::{Date, Time};

use crate::failure::Failure;
use crate::params::Params;
use crate::words::Words;

/// The moment that « à rappeler » proposes: tomorrow, at the quarter of an hour that comes; at ten where that is
/// outside the hours of work.
pub fn callback_moment(now: Moment) -> Moment {
    let quarter = 15 * 60_000;
    let local = Moment::from_millis((now.millis() / quarter + 1) * quarter).local();
    let tomorrow = local.checked_add(1.days()).unwrap_or(local);
    let worked = (9..18).contains(&tomorrow.hour());
    Moment::at(if worked { tomorrow } else { tomorrow.date().at(10, 0, 0, 0) })
}

/// The day that was chosen, and the hour where it has one.
fn chosen(w: &Words, fields: &Params) -> Result<(Date, Option<Time>), Failure> {
    let quand = fields.get("e.quand");
    let typed = fields.time(w, "e.a")?;
    if quand.is_empty() || quand == "autre" {
        let missing = || Failure::usage(w.trouble.missing.with(w.common.date));
        return Ok((fields.date(w, "e.le")?.ok_or_else(missing)?, typed));
    }
    let (day, hour) = quand.split_once('T').unwrap_or((quand, ""));
    let day = day.parse().map_err(|_| Failure::usage(w.trouble.bad_date.with(day)))?;
    Ok((day, hour.parse().ok().or(typed)))
}

/// The result of the call, with the moment that it names.
pub fn result(w: &Words, fields: &Params) -> Result<CallResult, Failure> {
    let code = fields.get("resultat");
    let at = match code {
        "meeting" | "call_back" => {
            let (day, time) = chosen(w, fields)?;
            let missing = || Failure::usage(w.trouble.missing.with(w.call.next_at));
            Some(Moment::at(day.to_datetime(time.ok_or_else(missing)?)))
        }
        _ => None,
    };
    let channel = fields.get("e.tout").is_empty().then_some(Channel::Phone);
    CallResult::from_code(code, at, channel).ok_or_else(|| Failure::usage(w.trouble.bad_field.with(code)))
}

/// The next step. A number that was mended is called again today.
pub fn next(w: &Words, fields: &Params, today: Date) -> Result<Next, Failure> {
    let code = fields.get("resultat");
    if code == "meeting" {
        return Ok(Next::Meeting(meeting(w, fields)?));
    }
    if corrected(fields).is_some() {
        let note = w.call.number_corrected.to_string();
        let (kind, reason) = (FollowUpKind::Call, None);
        return Ok(Next::FollowUp { on: today, time: None, kind, reason, note, owner: None });
    }
    if fields.get("e.quand") == "rien" {
        return Ok(Next::None { why: fields.get("e.pourquoi").to_owned() });
    }
    let (on, time) = chosen(w, fields)?;
    Ok(Next::FollowUp {
        on,
        time,
        kind: FollowUpKind::from_code(fields.get("e.genre")).unwrap_or(FollowUpKind::Call),
        reason: reason(code),
        note: fields.get("e.note").to_owned(),
        owner: fields.get("e.pour").parse().ok(),
    })
}

/// The right number, where somebody found it.
pub fn corrected(fields: &Params) -> Option<String> {
    let corrects = fields.get("resultat") == "wrong_number" && fields.get("e.faux") == "corriger";
    fields.some("e.numero").filter(|_| corrects)
}

fn reason(code: &str) -> Option<FollowUpReason> {
    Some(match code {
        "answered" => FollowUpReason::Talk,
        "no_answer" => FollowUpReason::NoAnswer,
        "busy" => FollowUpReason::Busy,
        "call_back" => FollowUpReason::Asked,
        "interested" => FollowUpReason::Interest,
        "refused" => FollowUpReason::Refusal,
        _ => return None,
    })
}

/// The meeting of the form.
pub fn meeting(w: &Words, fields: &Params) -> Result<NewMeeting, Failure> {
    let (on, time) = chosen(w, fields)?;
    let missing = || Failure::usage(w.trouble.missing.with(w.call.next_at));
    let kind = PlaceKind::from_code(fields.get("e.lieu")).unwrap_or(PlaceKind::TheirPlace);
    Ok(NewMeeting {
        account: fields.id(w, "fiche")?,
        person: fields.get("personne").parse().ok(),
        campaign: None,
        on,
        time: time.ok_or_else(missing)?,
        minutes: fields.get("e.duree").parse().unwrap_or(60),
        place: place(kind, fields.get("e.adresse")),
        subject: fields.get("e.objet").to_owned(),
        note: String::new(),
        owner: fields.get("e.pour").parse().ok(),
    })
}

/// The postal lines; a last line that begins with a postcode is the town.
fn place(kind: PlaceKind, typed: &str) -> Place {
    let mut lines: Vec<String> =
        typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let mut place = Place { lines: Vec::new(), postcode: None, city: None, kind };
    let last = lines.last().and_then(|line| line.split_once(' '));
    let town = last.filter(|(code, _)| code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit()));
    if let Some((code, city)) = town {
        place.postcode = Some(code.to_owned());
        place.city = Some(city.trim().to_owned());
        lines.pop();
    }
    place.lines = lines;
    place
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;
    use crate::words::FR;

    #[test]
    fn the_step_form_is_read_as_it_was_filled_in() {
        let read = |text: &str| next(&FR, &Params::parse(text), date(2026, 11, 24));
        let proposed =
            read("resultat=no_answer&e.quand=2026-11-27&e.genre=email&e.note=Devis").expect("step");
        let Next::FollowUp { on, time: hour, kind, reason, note, .. } = proposed else {
            panic!("{proposed:?}")
        };
        assert_eq!((on, hour, note.as_str()), (date(2026, 11, 27), None, "Devis"));
        assert_eq!((kind, reason), (FollowUpKind::Email, Some(FollowUpReason::NoAnswer)));
        let other = read("resultat=answered&e.quand=autre&e.le=2026-12-01&e.a=14:30").expect("step");
        let Next::FollowUp { on, time: hour, .. } = other else { panic!("{other:?}") };
        assert_eq!((on, hour), (date(2026, 12, 1), Some(time(14, 30, 0, 0))));
        assert!(matches!(read("resultat=opted_out&e.quand=rien"), Ok(Next::None { why }) if why.is_empty()));
        assert!(read("resultat=answered&e.quand=autre").is_err());
        let mended = read("resultat=wrong_number&e.quand=rien&e.faux=corriger&e.numero=0556000000");
        assert!(matches!(mended, Ok(Next::FollowUp { on, .. }) if on == date(2026, 11, 24)));
    }

    #[test]
    fn a_meeting_is_at_the_address_that_was_typed() {
        let place = place(PlaceKind::TheirPlace, "Bât. B\n1 quai Sud\r\n33000 Bordeaux");
        assert_eq!(place.lines, ["Bât. B", "1 quai Sud"]);
        assert_eq!((place.postcode.as_deref(), place.city.as_deref()), (Some("33000"), Some("Bordeaux")));
        let slot = Params::parse("resultat=meeting&e.quand=2026-11-27T10:00");
        let at = Moment::at(date(2026, 11, 27).at(10, 0, 0, 0));
        assert_eq!(result(&FR, &slot).ok(), Some(CallResult::Meeting { at }));
    }
}
