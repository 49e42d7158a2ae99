//! The next step, asked as soon as the outcome is known: proposed, changed by one key, never skipped.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::calls::{self, Cockpit, Proposal};
use filon_app::meetings;
use filon_core::call::{BlockKind, CallResult};
use filon_core::follow_up::FollowUpKind;
use filon_core::meeting::PlaceKind;
use filon_core::{Channel, Id, Moment};
use jiff::civil::Date;

use super::cockpit::show_call;
use super::draft::{self, STEP};
use super::next;
use crate::failure::Failure;
use crate::page::{Page, show};
use crate::posted::Posted;
use crate::words::Words;

/// The step form, as a part of the cockpit.
pub struct StepView {
    pub list: Id,
    /// The contract's word for the outcome.
    pub code: String,
    /// The part of the script to say now.
    pub close: &'static str,
    /// Days to call again, the proposed one first.
    pub days: Vec<Slot>,
    /// Moments to meet.
    pub slots: Vec<Slot>,
    pub day: String,
    pub hour: String,
    /// Why then.
    pub reason: Option<String>,
    /// Why nobody calls again.
    pub stops: Option<String>,
    pub kind: &'static str,
    pub owners: Vec<Owner>,
    /// The account's postal address, a line each.
    pub address: String,
    /// What was typed in the form before.
    pub typed: BTreeMap<String, String>,
    pub warnings: Vec<String>,
    /// To be read out.
    pub confirmation: Option<String>,
    pub problem: Option<String>,
}

/// A day or a moment to choose.
pub struct Slot {
    pub value: String,
    pub label: String,
    /// The digit that chooses it; empty where none does.
    pub key: &'static str,
}

pub struct Owner {
    pub value: String,
    pub label: String,
}

#[derive(Template)]
#[template(path = "appels/etape.html")]
pub struct StepFragment {
    pub w: &'static Words,
    pub step: StepView,
}

#[derive(Template)]
#[template(path = "appels/avis.html")]
struct CheckFragment {
    w: &'static Words,
    step: Checked,
}

struct Checked {
    warnings: Vec<String>,
    confirmation: Option<String>,
}

impl StepView {
    /// What was typed under a name, else the default.
    pub fn value(&self, name: &str, default: impl AsRef<str>) -> String {
        self.typed.get(name).map_or_else(|| default.as_ref().to_owned(), Clone::clone)
    }

    /// Whether a choice is made: by whoever typed, else by default.
    pub fn is(&self, name: &str, value: impl AsRef<str>, default: impl Borrow<bool>) -> bool {
        self.typed.get(name).map_or(*default.borrow(), |typed| typed == value.as_ref())
    }

    /// Why nothing more is to be done, proposed.
    pub fn why(&self) -> String {
        self.stops.clone().unwrap_or_default()
    }

    pub fn kinds(&self) -> [FollowUpKind; 6] {
        FollowUpKind::ALL
    }

    pub fn places(&self) -> [PlaceKind; 5] {
        PlaceKind::ALL
    }
}

/// The result of a code, at the moment that core needs to propose something; the form may change it.
pub fn result_of(code: &str, at: Moment) -> Option<CallResult> {
    CallResult::from_code(code, Some(at), Some(Channel::Phone))
}

const fn close(code: &str) -> &'static str {
    match code.as_bytes() {
        b"meeting" | b"interested" => BlockKind::PositiveClose.code(),
        b"refused" | b"opted_out" => BlockKind::NegativeClose.code(),
        _ => "",
    }
}

/// The step form after an outcome, filled with what was typed.
pub async fn step_of(
    page: &Page,
    cockpit: &Cockpit,
    code: &str,
    typed: BTreeMap<String, String>,
) -> Result<StepView, Failure> {
    let w = page.words();
    let now = page.site.app.now();
    let (list, account, person) = (cockpit.list.id, cockpit.fiche.account.id, cockpit.person);
    let result = result_of(code, next::callback_moment(now)).ok_or_else(Failure::not_found)?;
    let (proposal, users) = page
        .call(move |app, actor| {
            let proposal = calls::propose(app, actor, list, account, person, result)?;
            Ok((proposal, filon_app::users::list(app, actor)?))
        })
        .await?;
    let me = page.who.user;
    let mut users: Vec<_> = users.into_iter().filter(|user| user.disabled_at.is_none()).collect();
    users.sort_by_key(|user| user.id != me);
    let address = &cockpit.fiche.account.address;
    let town = [address.postcode.as_deref(), address.city.as_deref()].into_iter().flatten();
    let town = town.collect::<Vec<_>>().join(" ");
    let lines = address.lines.iter().cloned().chain(Some(town).filter(|town| !town.is_empty()));
    let moment = |at: &Moment| Slot {
        value: format!("{}T{}", at.day(), w.hour_iso(at)),
        label: format!("{}, {}", w.date_long(at), w.clock(at)),
        key: "",
    };
    Ok(StepView {
        list,
        code: code.to_owned(),
        close: close(code),
        days: days(w, &proposal, code),
        slots: proposal.slots.iter().map(moment).collect(),
        day: w.date_iso(proposal.next.day.or(Some(proposal.shortcuts[0]))),
        hour: if code == "call_back" { w.hour_iso(next::callback_moment(now)) } else { String::new() },
        reason: reason(w, &proposal, now.day()),
        stops: proposal.next.stops,
        kind: proposal.next.kind.code(),
        owners: users
            .into_iter()
            .map(|user| Owner { value: user.id.to_string(), label: user.name })
            .collect(),
        address: lines.collect::<Vec<_>>().join("\n"),
        typed,
        warnings: Vec::new(),
        confirmation: None,
        problem: None,
    })
}

/// The day proposed, then those of the three keys.
fn days(w: &Words, proposal: &Proposal, code: &str) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    let keys = ["1", "3", "7"];
    let keyed = proposal.shortcuts.iter().zip(keys);
    let proposed = proposal.next.day.filter(|_| code != "call_back" && code != "meeting");
    if let Some(day) = proposed {
        let key = keyed.clone().find(|(shortcut, _)| **shortcut == day).map_or("", |(_, key)| key);
        let time = proposal.next.time.map(|time| (format!("T{time:.0}"), format!(", {}", w.hour(&time))));
        let (value, label) = time.unwrap_or_default();
        let value = format!("{day}{}", value.get(..6).unwrap_or_default());
        slots.push(Slot { value, label: format!("{}{label}", w.date_long(day)), key });
    }
    for (day, key) in keyed {
        if proposed == Some(*day) && proposal.next.time.is_none() {
            continue;
        }
        let label = format!("{} {}", w.call.days.with(key), w.weekday_day(*day));
        slots.push(Slot { value: day.to_string(), label, key });
    }
    slots
}

fn reason(w: &Words, proposal: &Proposal, today: Date) -> Option<String> {
    let allowed = proposal.allowed_from.filter(|at| at.day() > today);
    let allowed = allowed.map(|at| w.call.allowed_from.with(w.date(at)));
    let said = Some(proposal.next.reason.clone()).filter(|reason| !reason.is_empty());
    let parts: Vec<String> = said.into_iter().chain(allowed).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// `POST /appels/{list}/issue`: keeps what was typed, and asks for the next step.
pub async fn outcome(page: Page, Path(list): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let account = form.fields.id(page.words(), "fiche")?;
    let code = form.fields.get("issue").to_owned();
    let mut draft = draft::read(&form.fields);
    if draft.result.as_deref() != Some(code.as_str()) {
        draft.fields.retain(|name, _| !name.starts_with(STEP));
    }
    draft.result = Some(code.clone());
    let typed = draft.fields.clone();
    let cockpit = page
        .call(move |app, actor| {
            calls::keep(app, actor, list, account, &draft)?;
            calls::pick(app, actor, list, account)
        })
        .await?;
    if !page.visit.fragment {
        return show_call(&page, list, Some(cockpit), None).await;
    }
    let step = step_of(&page, &cockpit, &code, typed).await?;
    show(&StepFragment { w: page.words(), step })
}

/// `POST /appels/{list}/verification`: what speaks against the meeting, and the words that confirm it.
pub async fn check(page: Page, Path(_): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let w = page.words();
    let meeting = next::meeting(w, &form.fields)?;
    let found = page.call(move |app, actor| meetings::check(app, actor, &meeting)).await;
    let step = match found.map_err(Failure::typed) {
        Ok(checked) => Checked { warnings: checked.warnings, confirmation: Some(checked.confirmation) },
        Err(Ok(refusal)) => Checked { warnings: vec![refusal.message], confirmation: None },
        Err(Err(failure)) => return Err(failure),
    };
    show(&CheckFragment { w, step })
}

/// The step form with samples, for the test that renders every template.
#[cfg(test)]
pub fn sample(code: &str, problem: Option<String>) -> StepView {
    let slot = |value: &str, key| Slot { value: value.to_owned(), label: value.to_owned(), key };
    StepView {
        list: Id::new(Moment::from_millis(1_795_500_000_000), 7),
        code: code.to_owned(),
        close: close(code),
        days: vec![slot("2026-11-27", "3"), slot("2026-12-01", "7")],
        slots: vec![slot("2026-11-27T10:00", "")],
        day: "2026-11-27".to_owned(),
        hour: "10:00".to_owned(),
        reason: Some("Rappeler".to_owned()),
        stops: (code == "opted_out").then(|| "Opposition".to_owned()),
        kind: "call",
        owners: vec![Owner { value: "1".to_owned(), label: "Léa".to_owned() }],
        address: "1 quai Sud\n33000 Bordeaux".to_owned(),
        typed: BTreeMap::from([("e.quand".to_owned(), "autre".to_owned())]),
        warnings: vec!["Jour férié".to_owned()],
        confirmation: Some("À mardi.".to_owned()),
        problem,
    }
}
