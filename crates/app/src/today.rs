//! What to do now.

use filon_core::Moment;
use filon_core::segment::Query;
use filon_store::{accounts, follow_ups};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::campaigns::{CampaignRow, list_in};
use crate::follow_ups::{FollowUpRow, rows};
use crate::meetings::planned_rows;
use crate::query::read_query_in;
use crate::{Actor, App, Result};

/// The Aujourd'hui page.
#[derive(Debug, Clone)]
pub struct Today {
    pub on: Date,
    pub overdue: Vec<FollowUpRow>,
    pub due: Vec<FollowUpRow>,
    /// Set for today and the six days after, and those of before that nobody closed.
    pub meetings: Vec<FollowUpRow>,
    pub running: Vec<CampaignRow>,
    /// Launched two weeks ago or over, without a verdict.
    pub to_judge: Vec<CampaignRow>,
    /// Accounts of [`WITHOUT_NEXT_STEP`].
    pub without_next_step: u64,
    pub is_empty_base: bool,
}

/// Those who showed interest and did not take it back, are not clients, and for whom nothing is planned.
pub const WITHOUT_NEXT_STEP: &str = "(événement:intérêt OU rendez-vous:* OU devis:*) étape:prospect relance:vide -événement:\"pas intéressé\"";

/// Half of the answers to a letter come within eight days (DOMAIN.md 4): after two weeks it can be judged.
const DAYS_TO_JUDGE: i64 = 14;

pub fn today(app: &App, actor: &Actor) -> Result<Today> {
    let on = app.today();
    app.read(actor, |tx| {
        let week = on.checked_add(6.days()).unwrap_or(on);
        let due = follow_ups::due(tx, week, None)?;
        let open = rows(tx, &due, on)?;
        let (mut meetings, tasks): (Vec<_>, Vec<_>) = open.into_iter().partition(|row| row.is_meeting);
        let (overdue, due): (Vec<_>, Vec<_>) =
            tasks.into_iter().filter(|row| row.on <= on).partition(|row| row.on < on);
        let end = Moment::start_of(week.tomorrow().unwrap_or(week));
        meetings.extend(planned_rows(tx, actor, Moment::from_millis(0), end, on)?);
        meetings.sort_by_key(|row| (row.on, row.time));
        let launched = list_in(tx, actor)?.into_iter().filter(|row| row.campaign.launched_on.is_some());
        let (closed, running): (Vec<_>, Vec<_>) = launched.partition(|row| row.campaign.closed_on.is_some());
        let ripe = |row: &CampaignRow| {
            let campaign = &row.campaign;
            let over = campaign.closed_on.is_some() || campaign.to.is_some_and(|to| to < on);
            let old = campaign
                .launched_on
                .and_then(|day| day.checked_add(DAYS_TO_JUDGE.days()).ok())
                .is_some_and(|day| day <= on);
            campaign.verdict.is_none() && (over || old)
        };
        let to_judge = running.iter().chain(&closed).filter(|row| ripe(row)).cloned().collect();
        let without = read_query_in(app, tx, actor, WITHOUT_NEXT_STEP)?;
        let without_next_step = crate::unsigned(accounts::count(tx, &without)?);
        let is_empty_base = accounts::count(tx, &Query::All)? == 0;
        Ok(Today { on, overdue, due, meetings, running, to_judge, without_next_step, is_empty_base })
    })
}
