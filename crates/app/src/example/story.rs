//! What happened at the example company, by days before today.

use filon_core::campaign::Unit;
use filon_core::follow_up::FollowUpKind;
use filon_core::{
    CallOutcome, Campaign, Cents, Channel, CostLine, Event, EventKind, Id, Micros, Moment, Purpose,
};
use filon_store::accounts::Draft;
use filon_store::campaigns::Target;
use filon_store::follow_ups::FollowUp;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::App;

/// An action of the example with all that is written of it.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub campaign: Campaign,
    pub targets: Vec<Target>,
    pub costs: Vec<CostLine>,
}

/// Everything that the example writes.
pub(super) struct Story<'a> {
    pub app: &'a App,
    pub now: Moment,
    pub today: Date,
    pub drafts: Vec<Draft>,
    pub actions: Vec<Told>,
    pub events: Vec<Event>,
    pub follow_ups: Vec<FollowUp>,
}

/// What an event says beside its kind and day.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said<'a> {
    pub campaign: Option<Id>,
    pub outcome: Option<CallOutcome>,
    pub minutes: Option<i64>,
    pub amount: Option<Cents>,
    pub margin: Option<Cents>,
    pub channel: Option<Channel>,
    pub note: Option<&'a str>,
}

impl Story<'_> {
    /// The day so many days ago; a Sunday becomes the Saturday before.
    pub fn ago(&self, days: i64) -> Date {
        let day = self.today.checked_sub(days.days()).unwrap_or(self.today);
        if day.weekday() == jiff::civil::Weekday::Sunday { day.yesterday().unwrap_or(day) } else { day }
    }

    pub fn tell(&mut self, account: Id, kind: EventKind, on: Date, said: Said<'_>) {
        self.events.push(Event {
            id: self.app.next_id(),
            account,
            person: None,
            kind,
            channel: said.channel,
            campaign: said.campaign,
            on,
            at: None,
            by: None,
            outcome: said.outcome,
            minutes: said.minutes,
            kilometres: None,
            amount: said.amount,
            margin: said.margin,
            note: said.note.map(str::to_owned),
            voids: None,
            recorded_at: self.now,
        });
    }

    /// The same at a moment; answers its line.
    pub fn tell_at(&mut self, account: Id, kind: EventKind, at: Moment, said: Said<'_>) -> Id {
        self.tell(account, kind, at.day(), said);
        match self.events.last_mut() {
            Some(line) => {
                (line.at, line.recorded_at) = (Some(at), at);
                line.id
            }
            None => self.app.next_id(),
        }
    }

    pub fn action(
        &mut self,
        name: &str,
        channel: Channel,
        purpose: Purpose,
        query: &str,
        launched: Date,
    ) -> Id {
        let id = self.app.next_id();
        let campaign = Campaign {
            id,
            name: name.to_owned(),
            channel,
            purpose,
            query: query.to_owned(),
            segment: None,
            from: Some(launched),
            to: None,
            template: None,
            launched_on: None,
            closed_on: None,
            verdict: None,
            verdict_reason: None,
            created_at: Moment::at(launched.at(8, 0, 0, 0)),
        };
        self.actions.push(Told { campaign, targets: Vec::new(), costs: Vec::new() });
        id
    }

    /// The action that was told last.
    fn last(&mut self) -> Option<&mut Told> {
        self.actions.last_mut()
    }

    pub fn target(&mut self, account: Id, refused: Option<&str>) {
        let refused = refused.map(str::to_owned);
        if let Some(told) = self.last() {
            told.targets.push(Target { account, refused });
        }
    }

    pub fn cost(&mut self, label: &str, amount: Micros, unit: Option<Unit>, planned: bool) {
        let (id, created_at) = (self.app.next_id(), self.now);
        if let Some(told) = self.last() {
            let campaign = told.campaign.id;
            let label = label.to_owned();
            told.costs.push(CostLine {
                id,
                campaign,
                label,
                amount,
                unit,
                quantity: None,
                planned,
                created_at,
            });
        }
    }

    pub fn decided(&mut self, closed: Date, verdict: &str, reason: &str) {
        if let Some(told) = self.last() {
            told.campaign.closed_on = Some(closed);
            told.campaign.verdict = Some(verdict.to_owned());
            told.campaign.verdict_reason = Some(reason.to_owned());
        }
    }

    /// Something to do so many days from today (before it, where negative); a meeting where said so.
    pub fn next_step(&mut self, account: Id, days: i64, meeting: bool, note: &str, campaign: Option<Id>) {
        self.follow_ups.push(FollowUp {
            id: self.app.next_id(),
            account,
            due_on: self.today.checked_add(days.days()).unwrap_or(self.today),
            due_at: None,
            kind: if meeting { FollowUpKind::Visit } else { FollowUpKind::Other },
            channel: meeting.then_some(Channel::Visit),
            reason: None,
            note: note.to_owned(),
            campaign,
            owner: None,
            done_on: None,
            created_at: self.now,
        });
    }
}
