//! The action by telephone that teaches something: clients under a contract of maintenance are called with a
//! script, in two versions, and each call leaves what a call leaves.

use filon_core::call::{
    AfterReply, AnswerKind, Arm, BlockKind, CallResult, CallScript, Example, FollowUpReason, ObjectionMet,
    Progress, arm, example, is_working_day, working_day_after,
};
use filon_core::campaign::Unit;
use filon_core::follow_up::FollowUpKind;
use filon_core::meeting::{Meeting, MeetingState, Place, PlaceKind};
use filon_core::{Channel, EventKind, Id, Micros, Moment, Purpose};
use filon_store::accounts::Draft;
use filon_store::call_lists::CallList;
use filon_store::calls::Call;
use filon_store::{Tx, call_lists, calls, meetings, scripts};
use jiff::ToSpan;
use jiff::civil::{Date, time};

use super::names::OWN_WORDS;
use super::people::People;
use super::story::{Said, Story};
use crate::fail::Fail;
use crate::follow_ups::NewFollowUp;
use crate::{Actor, accounts};

/// What the telephone keeps beside the journal.
pub(super) struct Telephone {
    script: CallScript,
    /// The same with two dates offered at once.
    second: CallScript,
    list: CallList,
    compared: scripts::Compared,
    calls: Vec<(Id, Call)>,
    meetings: Vec<meetings::Booked>,
}

const CONTRACTS: u64 = 112;
/// The rest waits to be called.
const CALLED: u64 = 85;
const CALLS_A_DAY: u64 = 5;
/// Drawn once, as for a real comparison.
const CHANCE: u64 = 20_260_811;

/// The action, its script, and a month of calls.
pub(super) fn calls_that_teach(
    story: &mut Story<'_>,
    people: &mut People<'_>,
    actor: &Actor,
    batch: Id,
) -> Telephone {
    let first_day = story.ago(30);
    let mut ids = story.app.id_source();
    let mut script = example(Example::Menuiserie, &mut ids);
    for block in &mut script.blocks {
        // The company's name says already what it is.
        for with in ["la menuiserie {Notre société}", "menuiserie {Notre société}"] {
            block.text = block.text.replace(with, "{Notre société}");
        }
    }
    let mut second = script.next_version();
    for block in second.blocks.iter_mut().filter(|block| block.kind == BlockKind::Purpose) {
        block.text.push_str(OWN_WORDS.two_dates);
    }
    let action = story.action(
        "Visites d’entretien, appels aux clients sous contrat",
        Channel::Phone,
        Purpose::Retention,
        "étiquette:entretien",
        first_day,
    );
    story.cost("Temps d’appel", Micros(28_000_000), Some(Unit::Hour), false);
    story.cost("Préparation de l’argumentaire", Micros(140_000_000), None, false);
    let list = CallList {
        id: story.app.next_id(),
        name: "Visites d’entretien".to_owned(),
        query: None,
        segment: None,
        campaign: Some(action),
        step: None,
        script: Some(script.id),
        by: None,
        created_at: Moment::at(first_day.at(9, 0, 0, 0)),
        closed_at: None,
    };
    let compared =
        scripts::Compared { a: 1, b: 2, chance: CHANCE, started_at: Moment::at(first_day.at(12, 0, 0, 0)) };
    let mut telephone = Telephone { script, second, list, compared, calls: Vec::new(), meetings: Vec::new() };
    let days = working_days(story);
    let mut heard = [0_u64; 2];
    for n in 0..CONTRACTS {
        let mut draft = client(story, people, n, batch);
        if n < CALLED {
            // The first call made the first version one that served; then the comparison began.
            let version = match n.checked_sub(1).map(|position| arm(CHANCE, position)) {
                None | Some(Arm::A) => 1,
                Some(Arm::B) => 2,
            };
            let place = heard[version - 1];
            heard[version - 1] += 1;
            let day = usize::try_from(n / CALLS_A_DAY).ok().and_then(|at| days.get(at));
            let at = hour_of(day.copied().unwrap_or(first_day), n % CALLS_A_DAY);
            call(story, &mut telephone, &mut draft, Turn { n, place, version, at, action }, actor);
        }
        story.target(draft.account.id, None);
        story.drafts.push(draft);
    }
    telephone
}

/// A client under contract, known for two years: two in five are companies.
fn client(story: &mut Story<'_>, people: &mut People<'_>, n: u64, batch: Id) -> Draft {
    let since = story.ago(640);
    let mut draft = if matches!(n % 5, 1 | 3) {
        people.company(since, "Contrats d’entretien", Some(batch))
    } else {
        people.individual(since, "Contrats d’entretien", Some(batch))
    };
    draft.account.tags.push("entretien".to_owned());
    story.tell(draft.account.id, EventKind::ClientKnown, since, Said::default());
    draft
}

fn working_days(story: &Story<'_>) -> Vec<Date> {
    let first = story.ago(30);
    let days = std::iter::successors(Some(first), |day| day.tomorrow().ok());
    days.take_while(|day| *day < story.today).filter(|day| is_working_day(*day, false)).collect()
}

/// Three calls in the morning, two in the afternoon.
fn hour_of(day: Date, turn: u64) -> Moment {
    let (hour, minute) = match turn {
        0 => (10, 4),
        1 => (10, 13),
        2 => (11, 20),
        3 => (16, 7),
        _ => (17, 42),
    };
    Moment::at(day.at(hour, minute, 0, 0))
}

/// One call of the month.
#[derive(Clone, Copy)]
struct Turn {
    n: u64,
    /// Among the calls with this version.
    place: u64,
    version: usize,
    at: Moment,
    action: Id,
}

/// How the call ended: the second version, which offers two dates, wins more meetings.
fn result_of(turn: Turn, meeting_at: Moment) -> CallResult {
    let wins = if turn.version == 2 { turn.place % 3 == 1 } else { turn.place % 8 == 3 };
    match turn.place % 12 {
        _ if wins => CallResult::Meeting { at: meeting_at },
        0 | 6 => CallResult::NoAnswer,
        2 => CallResult::CallBack { at: meeting_at },
        5 if turn.place == 5 => CallResult::WrongNumber,
        5 | 9 => CallResult::Answered,
        8 => CallResult::Interested,
        11 if turn.version == 1 && turn.place == 11 => CallResult::OptedOut { channel: Some(Channel::Phone) },
        _ => CallResult::Refused,
    }
}

fn call(story: &mut Story<'_>, telephone: &mut Telephone, draft: &mut Draft, turn: Turn, actor: &Actor) {
    let day = turn.at.day();
    let ahead = u32::try_from(6 + turn.n % 5).unwrap_or(6);
    let on = working_day_after(day, ahead, false);
    let hour = match turn.n % 4 {
        0 => 9,
        1 => 11,
        2 => 14,
        _ => 16,
    };
    let meeting_at = Moment::at(on.at(hour, 0, 0, 0));
    let result = result_of(turn, meeting_at);
    let talked = Progress::of(result) >= Progress::Reached;
    let argued = talked && !matches!(result, CallResult::CallBack { .. } | CallResult::OptedOut { .. });
    let seconds = if talked { 150 + u32::try_from(turn.n * 37 % 260).unwrap_or(0) } else { 35 };
    let said = Said { campaign: Some(turn.action), channel: Some(Channel::Phone), ..Said::default() };
    let made =
        Said { outcome: Some(result.outcome()), minutes: Some(i64::from(seconds.div_ceil(60))), ..said };
    let line = story.tell_at(draft.account.id, EventKind::CallMade, turn.at, made);
    let follows = match result {
        CallResult::Interested => Some(EventKind::InterestShown),
        CallResult::Meeting { .. } => Some(EventKind::MeetingSet),
        CallResult::Refused => Some(EventKind::NoInterest),
        CallResult::OptedOut { .. } => Some(EventKind::OptedOut),
        _ => None,
    };
    let follows = follows.map(|kind| story.tell_at(draft.account.id, kind, turn.at, said));
    let progress = Progress::of(result);
    let script = if turn.version == 2 { &telephone.second } else { &telephone.script };
    let answers = if argued { answers(script, turn.n, draft, actor) } else { Vec::new() };
    let objections = if argued { objections(script, turn.n, result) } else { Vec::new() };
    let kept = Call {
        event: line,
        list: Some(telephone.list.id),
        script: Some((script.id, u32::try_from(turn.version).unwrap_or(1))),
        number: draft.persons.first().map(called).unwrap_or_default(),
        started_at: turn.at,
        seconds,
        result: result.code(),
        progress: if argued { progress.argued() } else { progress },
        objections,
        answers,
    };
    telephone.calls.push((draft.account.id, kept));
    match (result, follows) {
        (CallResult::Meeting { at }, Some(set)) => meet(story, telephone, draft, turn, at, set),
        _ => plan(story, draft.account.id, turn, result, line),
    }
}

fn called(person: &filon_core::Person) -> String {
    if person.phone.is_empty() { person.mobile.clone() } else { person.phone.clone() }
}

/// Answers to the discovery, which the fiche keeps too.
fn answers(script: &CallScript, n: u64, draft: &mut Draft, actor: &Actor) -> Vec<(Id, String)> {
    let mut answers = Vec::new();
    for (place, question) in script.questions().enumerate() {
        let typed = match &question.answer {
            AnswerKind::YesNo => if n.is_multiple_of(3) { "oui" } else { "non" }.to_owned(),
            AnswerKind::Number => (6 + n * 5 % 17).to_string(),
            AnswerKind::Choice(choices) => {
                let at = usize::try_from(n).unwrap_or(0) + place;
                choices.get(at % choices.len().max(1)).cloned().unwrap_or_default()
            }
            AnswerKind::Text if n.is_multiple_of(3) => OWN_WORDS.problem.to_owned(),
            AnswerKind::Text | AnswerKind::Date => continue,
        };
        if let (Some(fills), Some(person)) = (&question.fills, draft.persons.first_mut()) {
            // The answers are of the kinds that the fields take.
            let _ = accounts::fill(actor, fills.target(), &typed, &mut draft.account, person);
        }
        answers.push((question.id, typed));
    }
    answers
}

/// What was said against it, and answered.
fn objections(script: &CallScript, n: u64, result: CallResult) -> Vec<ObjectionMet> {
    let is_meeting = matches!(result, CallResult::Meeting { .. });
    if is_meeting && n.is_multiple_of(4) {
        return Vec::new();
    }
    let others = u64::try_from(script.objections.len()).unwrap_or(1).saturating_sub(1).max(1);
    let place = if n % 4 == 3 { 1 + n / 4 % others } else { 0 };
    let Some(objection) = usize::try_from(place).ok().and_then(|at| script.objections.get(at)) else {
        return Vec::new();
    };
    let own = n % 13 == 4;
    let reply = objection.replies.get(usize::from(n % 7 == 2)).or(objection.replies.first());
    let next = match result {
        CallResult::Meeting { .. } => AfterReply::Agreed,
        CallResult::Refused if n.is_multiple_of(2) => AfterReply::Refused,
        CallResult::Refused => AfterReply::HungUp,
        _ => AfterReply::WentOn,
    };
    vec![ObjectionMet {
        objection: objection.id,
        reply: reply.map(|reply| reply.id).filter(|_| !own),
        spontaneous: own.then(|| OWN_WORDS.found.to_owned()),
        next,
    }]
}

/// The visit that was agreed on: held, missed, or still to come; some of those held led to an order.
fn meet(story: &mut Story<'_>, telephone: &mut Telephone, draft: &Draft, turn: Turn, at: Moment, set: Id) {
    let account = draft.account.id;
    let said = Said { campaign: Some(turn.action), ..Said::default() };
    let over = at.day() < story.today;
    let state = match (over, turn.n % 9) {
        (false, _) => MeetingState::Planned,
        (true, 1) => MeetingState::Missed,
        (true, _) => MeetingState::Held,
    };
    let ends = Moment::from_millis(at.millis().saturating_add(3_600_000));
    let mut changed_at = turn.at;
    if over {
        let kind =
            if state == MeetingState::Missed { EventKind::MeetingMissed } else { EventKind::MeetingHeld };
        story.tell_at(account, kind, ends, said);
        changed_at = ends;
    }
    if state == MeetingState::Held && turn.n.is_multiple_of(3) {
        let on = (at.day() + 2.days()).min(story.today.yesterday().unwrap_or(story.today));
        let amount = 24_000 + i64::try_from(turn.n).unwrap_or(0) * 700;
        let order = Said { amount: Some(amount), margin: Some(amount * 2 / 5), ..said };
        story.tell(account, EventKind::OrderPlaced, on, order);
    }
    let address = &draft.account.address;
    let meeting = Meeting {
        id: story.app.next_id(),
        account,
        person: draft.persons.first().map(|person| person.id),
        campaign: Some(turn.action),
        owner: None,
        starts_at: at,
        minutes: 60,
        place: Place {
            kind: PlaceKind::TheirPlace,
            lines: address.lines.clone(),
            postcode: address.postcode.clone(),
            city: address.city.clone(),
        },
        subject: "Visite annuelle d’entretien".to_owned(),
        note: String::new(),
        state,
        sequence: 0,
        created_at: turn.at,
        changed_at,
    };
    telephone.meetings.push(meetings::Booked { meeting, event: set });
}

/// The next step of a call without a meeting: what was planned long ago is due about now.
fn plan(story: &mut Story<'_>, account: Id, turn: Turn, result: CallResult, line: Id) {
    let (days, hour, reason) = match result {
        CallResult::NoAnswer | CallResult::Busy => (1, None, FollowUpReason::NoAnswer),
        CallResult::CallBack { .. } => (2, Some(17), FollowUpReason::Asked),
        CallResult::Answered => (3, None, FollowUpReason::Talk),
        CallResult::Interested => (3, Some(11), FollowUpReason::Interest),
        CallResult::Refused => (180, None, FollowUpReason::Refusal),
        CallResult::WrongNumber | CallResult::OptedOut { .. } | CallResult::Meeting { .. } => return,
    };
    let planned = working_day_after(turn.at.day(), days, false);
    let late = i64::try_from(turn.n % 4).unwrap_or(0) - 1;
    let about_now = working_day_after(story.today + late.days(), 0, false);
    let next = NewFollowUp {
        time: hour.map(|hour| time(hour, 30, 0, 0)),
        reason: Some(reason),
        campaign: Some(turn.action),
        ..NewFollowUp::new(account, planned.max(about_now), FollowUpKind::Call)
    };
    story.follow_ups.push(next.kept(line, None, turn.at));
}

/// Writes it, once accounts, actions and journal are there.
pub(super) fn write(tx: &mut Tx<'_>, telephone: &Telephone) -> std::result::Result<(), Fail> {
    let Telephone { script, second, list, compared, calls, meetings } = telephone;
    scripts::insert(tx, script, None, list.created_at)?;
    call_lists::insert(tx, list)?;
    for (place, (account, call)) in calls.iter().enumerate() {
        if place == 1 {
            scripts::save(tx, second, 1, None, compared.started_at)?;
            scripts::compare(tx, script.id, Some(*compared))?;
        }
        if place > 0 {
            scripts::arm(tx, script.id, compared, *account)?;
        }
        calls::insert(tx, call)?;
    }
    for booked in meetings {
        meetings::insert(tx, booked)?;
    }
    Ok(())
}
