//! The cockpit: whom one calls, what one says, what came of it, and what is next.

use std::borrow::Borrow;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use filon_app::calls::{self, Cockpit, QueueShown};
use filon_app::meetings::{self, MeetingRow};
use filon_core::call::{AfterReply, AnswerKind, BlockKind};
use filon_core::{Id, Person};

use super::step::{StepView, step_of};
use crate::failure::Failure;
use crate::page::{Page, elsewhere, show, show_refused};
use crate::pages::account::{Fact, facts};
use crate::posted::Posted;
use crate::shell::{Nav, Shell};
use crate::words::Words;

/// The letters of the outcomes; those of the fiche where it has them (i, r, n, o).
const OUTCOMES: [(&str, &str); 9] = [
    ("a", "answered"),
    ("s", "no_answer"),
    ("b", "busy"),
    ("f", "wrong_number"),
    ("p", "call_back"),
    ("i", "interested"),
    ("r", "meeting"),
    ("n", "refused"),
    ("o", "opted_out"),
];

#[derive(Template)]
#[template(path = "appels/cockpit.html")]
pub struct CockpitView {
    pub shell: Shell,
    pub title: String,
    pub queue: QueueShown,
    /// `None` where the page has nobody on the line.
    pub cockpit: Option<Box<Cockpit>>,
    pub facts: Vec<Fact>,
    pub step: Option<StepView>,
    /// The meeting that the call before set.
    pub booked: Option<MeetingRow>,
    /// The same form sent twice records one call.
    pub key: String,
    pub problem: Option<String>,
    /// Whether the visitor may take somebody.
    pub may_call: bool,
}

/// An objection met in this call, as its line shows it.
pub struct Met {
    pub at: String,
    pub objection: String,
    pub reply: String,
    pub said: String,
    pub label: String,
    pub next: &'static str,
}

impl CockpitView {
    pub fn outcomes(&self) -> [(&'static str, &'static str); 9] {
        OUTCOMES
    }

    /// Whether somebody is left whom nobody has taken.
    pub fn is_somebody_free(&self) -> bool {
        self.queue.ready.iter().any(|row| row.held_by.is_none())
    }

    pub fn is_called(&self, person: &Person) -> bool {
        self.cockpit.as_ref().is_some_and(|cockpit| cockpit.person == Some(person.id))
    }

    /// Whether a number is the one that is called: as it was chosen, else the first.
    pub fn is_number(&self, number: &str, is_first: impl Borrow<bool>) -> bool {
        let chosen = self.cockpit.as_ref().and_then(|cockpit| cockpit.draft.fields.get("numero"));
        chosen.map_or(*is_first.borrow(), |chosen| chosen == number)
    }

    /// When the call began, in milliseconds; empty before.
    pub fn started(&self) -> String {
        let at = self.cockpit.as_ref().and_then(|cockpit| cockpit.draft.started_at);
        at.map(|at| at.millis().to_string()).unwrap_or_default()
    }

    pub fn timer(&self) -> String {
        let seconds = self.cockpit.as_ref().map_or(0, |cockpit| cockpit.draft.seconds);
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }

    /// The part of the script that was reached.
    pub fn part(&self) -> String {
        let typed = self.cockpit.as_ref().and_then(|cockpit| cockpit.draft.fields.get("partie").cloned());
        typed.unwrap_or_else(|| "0".to_owned())
    }

    pub fn typed(&self, question: &Id) -> String {
        let typed = self.cockpit.as_ref().and_then(|cockpit| cockpit.draft.answers.get(question).cloned());
        typed.unwrap_or_default()
    }

    pub fn choices(w: &Words, answer: &AnswerKind) -> Vec<String> {
        match answer {
            AnswerKind::Choice(choices) => choices.clone(),
            AnswerKind::YesNo => vec![w.script.yes.to_string(), w.script.no.to_string()],
            AnswerKind::Text | AnswerKind::Number | AnswerKind::Date => Vec::new(),
        }
    }

    pub fn first(said: &[String]) -> &str {
        said.first().map_or("…", String::as_str)
    }

    /// a, b, c …
    pub fn letter(at: &usize) -> char {
        u8::try_from(*at).ok().filter(|at| *at < 26).map_or('·', |at| char::from(b'a' + at))
    }

    pub fn when(w: &Words, row: &MeetingRow) -> String {
        format!("{}, {}", w.date_long(row.starts_at), w.clock(row.starts_at))
    }

    pub fn blank() -> Met {
        let empty = String::new();
        Met {
            at: "N".to_owned(),
            objection: empty.clone(),
            reply: empty.clone(),
            said: empty.clone(),
            label: empty,
            next: AfterReply::WentOn.code(),
        }
    }

    /// The objections met so far.
    pub fn met(&self) -> Vec<Met> {
        let Some(cockpit) = &self.cockpit else { return Vec::new() };
        let met = cockpit.draft.objections.iter().enumerate().map(|(at, met)| {
            let objection = cockpit.objections.iter().find(|one| one.id == met.objection);
            let reply =
                objection.and_then(|one| one.replies.iter().find(|reply| Some(reply.id) == met.reply));
            let technique =
                reply.map(|reply| self.shell.w.script.technique_name(&reply.technique).to_string());
            let said = met.spontaneous.clone().unwrap_or_default();
            let answer = technique.unwrap_or_else(|| said.clone());
            let first = objection.map_or("…", |one| Self::first(&one.said));
            Met {
                at: at.to_string(),
                objection: met.objection.to_string(),
                reply: met.reply.map(|reply| reply.to_string()).unwrap_or_default(),
                label: format!("{first} → {answer}"),
                said,
                next: met.next.code(),
            }
        });
        met.collect()
    }
}

/// `GET /appels/{list}?fiche=…&rdv=…`: the one who was taken; else whom the caller has already, else the queue. To
/// look takes nobody away from the others.
pub async fn cockpit(page: Page, Path(list): Path<Id>) -> Result<Response, Failure> {
    if page.visit.read_only {
        return show_call(&page, list, None, None).await;
    }
    let picked: Option<Id> = page.params.get("fiche").parse().ok();
    let account = match picked {
        Some(account) => Some(account),
        None => {
            let queue = page.call(move |app, actor| calls::queue(app, actor, list)).await?;
            let is_mine = |held_by: &Option<String>| held_by.as_deref() == Some(page.who.name.as_str());
            queue.ready.into_iter().find(|row| is_mine(&row.held_by)).map(|row| row.account)
        }
    };
    let Some(account) = account else { return show_call(&page, list, None, None).await };
    let found = page.call(move |app, actor| calls::pick(app, actor, list, account)).await;
    match found.map_err(Failure::typed) {
        Ok(cockpit) => show_call(&page, list, Some(cockpit), None).await,
        Err(Ok(refusal)) => show_call(&page, list, None, Some(refusal)).await,
        Err(Err(failure)) => Err(failure),
    }
}

/// `POST /appels/{list}/suivant`: takes the one who was picked, else the next one.
pub async fn take(page: Page, Path(list): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let picked: Option<Id> = form.fields.get("fiche").parse().ok();
    let taken = page.call(move |app, actor| match picked {
        Some(account) => calls::pick(app, actor, list, account).map(Some),
        None => calls::next(app, actor, list),
    });
    match taken.await.map_err(Failure::typed) {
        Ok(cockpit) => Ok(elsewhere(&address(list, cockpit.as_ref()))),
        // Whoever cannot be called now stays in the queue; the page says why.
        Err(Ok(refusal)) if picked.is_some() => show_call(&page, list, None, Some(refusal)).await,
        Err(Ok(refusal)) => Err(Failure::Refused(refusal)),
        Err(Err(failure)) => Err(failure),
    }
}

/// Where somebody who was taken is called; the queue where nobody was.
pub fn address(list: Id, cockpit: Option<&Cockpit>) -> String {
    let account = cockpit.map(|cockpit| cockpit.fiche.account.id);
    account.map_or_else(|| format!("/appels/{list}"), |id| format!("/appels/{list}?fiche={id}"))
}

/// The page of a call, with what was refused.
pub async fn show_call(
    page: &Page,
    list: Id,
    cockpit: Option<Cockpit>,
    refusal: Option<crate::failure::Refusal>,
) -> Result<Response, Failure> {
    let step = match &cockpit {
        Some(cockpit) => match cockpit.draft.result.clone() {
            Some(code) => Some(step_of(page, cockpit, &code, cockpit.draft.fields.clone()).await?),
            None => None,
        },
        None => None,
    };
    let booked: Option<Id> = page.params.get("rdv").parse().ok();
    let (queue, booked, key) = page
        .call(move |app, actor| {
            let booked = booked.map(|id| meetings::show(app, actor, id)).transpose()?;
            Ok((calls::queue(app, actor, list)?, booked, app.next_id().to_string()))
        })
        .await?;
    let problem = refusal.as_ref().map(|refusal| refusal.message.clone());
    let view = view_of(page.shell(Nav::Calls), queue, cockpit, (step, booked), key);
    let view = CockpitView { problem, may_call: !page.visit.read_only, ..view };
    match refusal {
        Some(refusal) => show_refused(&view, refusal.status()),
        None => show(&view),
    }
}

pub fn view_of(
    shell: Shell,
    queue: QueueShown,
    cockpit: Option<Cockpit>,
    (step, booked): (Option<StepView>, Option<MeetingRow>),
    key: String,
) -> CockpitView {
    let facts = cockpit.as_ref().map(|cockpit| facts(shell.w, &cockpit.fiche)).unwrap_or_default();
    let title =
        cockpit.as_ref().map_or_else(|| queue.list.name.clone(), |one| one.fiche.account.name.clone());
    let cockpit = cockpit.map(Box::new);
    CockpitView { shell, title, queue, cockpit, facts, step, booked, key, problem: None, may_call: true }
}

/// `POST /appels/{list}/depart`: keeps what was typed, and leaves the account to others. `fait` tells the
/// page that nothing of this call waits on the device any more.
pub async fn leave(page: Page, Path(list): Path<Id>, form: Posted) -> Result<Response, Failure> {
    let account = form.fields.id(page.words(), "fiche")?;
    let draft = super::draft::read(&form.fields);
    page.call(move |app, actor| {
        calls::keep(app, actor, list, account, &draft)?;
        calls::release(app, actor, list, account)
    })
    .await?;
    Ok(page.done(&format!("/appels/{list}?fait={account}"), page.words().call.left, None))
}
