//! `GET /agenda`: a week on a screen, a list on a phone.

use askama::Template;
use axum::response::Response;
use filon_app::follow_ups::{self, FollowUpRow};
use filon_app::meetings::{self, Agenda, MeetingRow};
use filon_app::{Actor, App, AppError, users};
use filon_core::Id;
use filon_core::meeting::MeetingState;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::failure::Failure;
use crate::page::{Page, show};
use crate::params::Params;
use crate::shell::{Nav, Shell};

/// A meeting of so many days ago that nobody closed is still shown as late.
const DAYS_LATE: i64 = 60;

#[derive(Template)]
#[template(path = "agenda/semaine.html")]
pub struct AgendaView {
    pub shell: Shell,
    pub today: Date,
    pub agenda: Agenda,
    pub late: Vec<FollowUpRow>,
    /// Meetings of before today that were neither held nor missed.
    pub late_meetings: Vec<MeetingRow>,
    /// Only those of whoever looks.
    pub mine: bool,
    /// The token of a feed just made, shown this once.
    pub feed: Option<String>,
    pub has_feed: bool,
    pub origin: String,
}

impl AgendaView {
    /// The address of the agenda `weeks` later, for the same people.
    pub fn at(&self, weeks: i64) -> String {
        let monday = self.agenda.from.checked_add(weeks.weeks()).unwrap_or(self.agenda.from);
        self.address(&monday.to_string(), self.mine)
    }

    /// The same week of everybody, or of whoever looks.
    pub fn whose(&self, mine: bool) -> String {
        self.address(&self.agenda.from.to_string(), mine)
    }

    fn address(&self, monday: &str, mine: bool) -> String {
        format!("/agenda{}", Params::encoded(&[("du", monday), ("de", if mine { "moi" } else { "" })]))
    }
}

/// `GET /agenda?du=…&de=moi`.
pub async fn week(page: Page) -> Result<Response, Failure> {
    show(&view_with(&page, None).await?)
}

/// The week that the address asks for, with the token of a feed just made.
pub async fn view_with(page: &Page, feed: Option<String>) -> Result<AgendaView, Failure> {
    let today = page.site.app.today();
    let asked = page.params.date(page.words(), "du")?.unwrap_or(today);
    let mine = page.params.get("de") == "moi";
    let owner = mine.then_some(page.who.user);
    let (agenda, late, late_meetings, has_feed) = page
        .call(move |app, actor| {
            let monday = monday(asked);
            let sunday = monday.checked_add(6.days()).unwrap_or(monday);
            let mut agenda = meetings::agenda(app, actor, monday, sunday, owner)?;
            let (late, late_meetings) = overdue(app, actor, today, owner)?;
            // What is late stands above the week, once.
            for day in &mut agenda.days {
                day.follow_ups.retain(|row| !row.overdue);
                day.meetings.retain(|row| !late_meetings.iter().any(|late| late.id == row.id));
            }
            Ok((agenda, late, late_meetings, meetings::has_feed(app, actor)?))
        })
        .await?;
    let shell = page.shell(Nav::Agenda);
    let origin = page.visit.origin();
    Ok(AgendaView { shell, today, agenda, late, late_meetings, mine, feed, has_feed, origin })
}

fn monday(day: Date) -> Date {
    let since = i64::from(day.weekday().since(Weekday::Monday));
    day.checked_sub(since.days()).unwrap_or(day)
}

type Late = (Vec<FollowUpRow>, Vec<MeetingRow>);

fn overdue(app: &App, actor: &Actor, today: Date, owner: Option<Id>) -> Result<Late, AppError> {
    let mut late = follow_ups::list(app, actor, today)?;
    let me = if owner.is_some() { name(app, actor)? } else { None };
    late.retain(|row| {
        row.overdue && !row.is_meeting && (me.is_none() || row.owner.is_none() || row.owner == me)
    });
    let yesterday = today.yesterday().unwrap_or(today);
    let from = today.checked_sub(DAYS_LATE.days()).unwrap_or(today);
    let past = meetings::agenda(app, actor, from, yesterday, owner)?;
    let open = past.days.into_iter().flat_map(|day| day.meetings);
    Ok((late, open.filter(|row| row.state == MeetingState::Planned).collect()))
}

/// The name of whoever looks, as rows tell their owners.
fn name(app: &App, actor: &Actor) -> Result<Option<String>, AppError> {
    let all = users::list(app, actor)?;
    Ok(all.into_iter().find(|user| Some(user.id) == actor.user).map(|user| user.name))
}

/// A week with samples.
#[cfg(test)]
pub fn view_of(
    shell: Shell,
    agenda: Agenda,
    late: Vec<FollowUpRow>,
    late_meetings: Vec<MeetingRow>,
) -> AgendaView {
    AgendaView {
        shell,
        today: agenda.from,
        agenda,
        late,
        late_meetings,
        mine: true,
        feed: Some("0a1b".to_owned()),
        has_feed: true,
        origin: "http://127.0.0.1:7310".to_owned(),
    }
}
