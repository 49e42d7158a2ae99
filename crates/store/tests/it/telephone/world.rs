//! Claire and Karim call for Menuiseries de Garonne.

use filon_core::call::{AfterReply, CallScript, Example, ObjectionMet, Progress, example};
use filon_core::meeting::{Meeting, MeetingState, Place, PlaceKind};
use filon_core::visit::{VisitNext, VisitReport};
use filon_core::{Account, CallOutcome, Campaign, Channel, Event, EventKind, Id, Moment, Purpose};
use filon_store::call_drafts::CallDraft;
use filon_store::call_lists::{self, CallList};
use filon_store::calls::{self, Call};
use filon_store::feed_tokens::{self, FeedToken};
use filon_store::meetings::{self, Booked};
use filon_store::scripts::{self, Compared};
use filon_store::users::{self, User};
use filon_store::{
    accounts, call_drafts, campaigns, claims, events, follow_ups, persons, retired_numbers, visits,
};
use serde_json::json;

use crate::support::{DAY, MORNING, Teller, TestDb};

pub const fn later(minutes: i64) -> Moment {
    Moment::from_millis(MORNING.millis() + minutes * 60_000)
}

/// The company's callers, script, action and list.
pub struct World {
    pub teller: Teller,
    pub claire: Id,
    pub karim: Id,
    pub script: CallScript,
    pub campaign: Campaign,
    pub list: CallList,
}

impl World {
    pub fn new(db: &TestDb) -> World {
        let mut teller = Teller::new();
        let user = |id, name: &str| User {
            id,
            name: name.into(),
            email: None,
            role: "member".into(),
            password_hash: None,
            created_at: MORNING,
            disabled_at: None,
        };
        let (claire, karim) = (teller.id(), teller.id());
        let campaign = Campaign {
            id: teller.id(),
            name: "Fenêtres d’automne".into(),
            channel: Channel::Phone,
            purpose: Purpose::Acquisition,
            query: "dept:33".into(),
            segment: None,
            from: Some(DAY),
            to: None,
            template: None,
            launched_on: None,
            closed_on: None,
            verdict: None,
            verdict_reason: None,
            created_at: MORNING,
        };
        let script = example(Example::ALL[0], &mut teller.ids);
        let list = CallList {
            id: teller.id(),
            name: "Fenêtres, Gironde".into(),
            query: None,
            segment: None,
            campaign: Some(campaign.id),
            step: Some(campaign.id),
            script: Some(script.id),
            by: Some(claire),
            created_at: MORNING,
            closed_at: None,
        };
        db.put(|tx| {
            users::insert(tx, &user(claire, "Claire Fontaine"))?;
            users::insert(tx, &user(karim, "Karim Benali"))?;
            campaigns::insert(tx, &campaign)?;
            scripts::insert(tx, &script, Some(claire), MORNING)?;
            call_lists::insert(tx, &list)
        });
        World { teller, claire, karim, script, campaign, list }
    }

    pub fn account(&mut self, db: &TestDb, name: &str) -> Account {
        self.teller.settled(db, name)
    }

    /// The line of a call on the first morning, by Claire.
    pub fn line(&mut self, account: Id, outcome: CallOutcome) -> Event {
        Event {
            channel: Some(Channel::Phone),
            campaign: Some(self.campaign.id),
            by: Some(self.claire),
            at: Some(MORNING),
            outcome: Some(outcome),
            minutes: Some(4),
            ..self.teller.event(account, EventKind::CallMade, DAY)
        }
    }

    /// What is kept beside a line: an objection answered, a question asked.
    pub fn call(&self, event: &Event, result: &'static str, progress: Progress) -> Call {
        let objection = &self.script.objections[0];
        let question = self.script.questions().next().unwrap();
        Call {
            event: event.id,
            list: Some(self.list.id),
            script: Some((self.script.id, 1)),
            number: "+33556000000".into(),
            started_at: MORNING,
            seconds: 237,
            result,
            progress,
            objections: vec![ObjectionMet {
                objection: objection.id,
                reply: Some(objection.replies[0].id),
                spontaneous: None,
                next: AfterReply::WentOn,
            }],
            answers: vec![(question.id, "une douzaine, l’été".into())],
        }
    }

    /// A call that is in the journal and beside it.
    pub fn called(
        &mut self,
        db: &TestDb,
        account: Id,
        outcome: CallOutcome,
        result: &'static str,
        progress: Progress,
    ) -> Call {
        let line = self.line(account, outcome);
        let call = self.call(&line, result, progress);
        db.put(|tx| {
            events::append(tx, std::slice::from_ref(&line))?;
            calls::insert(tx, &call)
        });
        call
    }

    /// A meeting in three days, set by a line of its own.
    pub fn booked(&mut self, db: &TestDb, account: Id, minutes_later: i64) -> Booked {
        let line = Event { at: Some(MORNING), ..self.teller.event(account, EventKind::MeetingSet, DAY) };
        db.put(|tx| events::append(tx, std::slice::from_ref(&line)));
        let meeting = Meeting {
            id: self.teller.id(),
            account,
            person: None,
            campaign: Some(self.campaign.id),
            owner: Some(self.claire),
            starts_at: later(minutes_later),
            minutes: 45,
            place: Place {
                kind: PlaceKind::TheirPlace,
                lines: vec!["12 rue des Forges".into(), "Bât. « B »".into()],
                postcode: Some("33000".into()),
                city: Some("Bordeaux".into()),
            },
            subject: "Présenter les fenêtres".into(),
            note: "Sonner\ndeux fois".into(),
            state: MeetingState::Planned,
            sequence: 0,
            created_at: MORNING,
            changed_at: MORNING,
        };
        let booked = Booked { meeting, event: line.id };
        db.put(|tx| meetings::insert(tx, &booked));
        booked
    }

    /// A report with everything filled in, and the line of its visit, which is in the journal.
    pub fn report(&mut self, db: &TestDb, account: Id) -> (VisitReport, Id) {
        let line = self.teller.event(account, EventKind::VisitMade, DAY);
        db.put(|tx| events::append(tx, std::slice::from_ref(&line)));
        let report = VisitReport {
            by: Some(self.claire),
            needs: "Douze fenêtres,\nposées avant Noël".into(),
            next_step: Some(VisitNext { who: Some(self.karim), what: "Devis".into(), on: DAY }),
            probability: Some(60),
            ..VisitReport::blank(self.teller.id(), account, DAY)
        };
        (report, line.id)
    }

    /// A row in every table of the telephone; answers the account that all of it is about.
    pub fn everything(&mut self, db: &TestDb) -> Account {
        let mut account = self.account(db, "Menuiserie Lambert");
        account.phone = Some("+33556111111".into());
        let person = self.teller.person(account.id, "Claire", "Lambert");
        db.put(|tx| {
            accounts::update(tx, &account, MORNING)?;
            persons::insert_many(tx, std::slice::from_ref(&person), None)?;
            retired_numbers::retire(tx, account.id, "+33556111111", "wrong_number", MORNING)
        });
        let call = self.called(db, account.id, CallOutcome::Answered, "meeting", Progress::Meeting);
        self.booked(db, account.id, 3 * 24 * 60);
        let (report, line) = self.report(db, account.id);
        let compared = Compared { a: 1, b: 2, chance: u64::MAX - 7, started_at: MORNING };
        let draft = CallDraft {
            account: account.id,
            caller: None,
            list: Some(self.list.id),
            body: json!({"note": "rappeler « vite »"}),
            saved_at: MORNING,
        };
        let token = FeedToken {
            token_hash: "f00d".into(),
            user: Some(self.claire),
            created_at: MORNING,
            revoked_at: None,
        };
        let follow_up = follow_ups::FollowUp {
            id: self.teller.id(),
            account: account.id,
            due_on: later(90).day(),
            due_at: Some(later(90)),
            kind: filon_core::follow_up::FollowUpKind::Call,
            channel: Some(Channel::Phone),
            reason: Some(filon_core::call::FollowUpReason::Asked),
            note: "Elle revient à 10 h".into(),
            campaign: Some(self.campaign.id),
            owner: Some(self.karim),
            done_on: None,
            created_at: MORNING,
        };
        db.put(|tx| {
            follow_ups::insert(tx, &follow_up)?;
            follow_ups::close_by(tx, account.id, DAY, call.event)?;
            visits::save(tx, &report, 0, line, Some(self.claire), MORNING)?;
            // Karim writes on Claire's version: the next one.
            scripts::save(tx, &self.script, 1, Some(self.karim), MORNING)?;
            scripts::compare(tx, self.script.id, Some(compared))?;
            scripts::arm(tx, self.script.id, &compared, account.id)?;
            call_drafts::keep(tx, &draft)?;
            claims::take(tx, account.id, Some(self.list.id), Some(self.karim), MORNING, later(20))?;
            feed_tokens::insert(tx, &token)
        });
        account
    }
}
