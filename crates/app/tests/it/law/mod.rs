//! A call list of the base against a judge that read the rules for itself: 100,000 people on each engine, on
//! both sides of every limit. Nobody is ready whom the judge forbids, nobody waits whom he allows.

mod calendar;
mod draw;
mod judge;

use std::collections::{BTreeMap, HashMap};

use filon_app::calls::{self, From, NewList};
use filon_core::{
    Account, AccountKind, Address, CallOutcome, Event, EventKind, Id, IdSource, Moment, Person,
};
use filon_store::accounts::Draft;
use filon_store::{Db, accounts, follow_ups};

use crate::app_test;
use crate::world::World;
use draw::{Draw, Somebody};
use judge::{Judged, judge};

const MOMENTS: u64 = 50;
const PEOPLE: u64 = 2_000;

app_test!(nobody_is_called_whom_the_law_forbids, |world| {
    let db = Db::open(&world.url).unwrap();
    let mut draw = Draw(2_025_594);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for number in 0..MOMENTS {
        scene(world, &db, number, &mut draw, &mut seen);
    }
    // The draw is worth nothing unless it came by every limit often.
    let often = |what: &str| seen.get(what).copied().unwrap_or_default();
    for rule in
        ["opposed", "partial", "retention", "source", "no number", "consent", "rest", "four calls", "hours"]
    {
        assert!(often(rule) >= 100, "{rule}: {seen:?}");
    }
    assert!(often("ready") > 10_000 && often("due") > 1_000, "{seen:?}");
    assert!(often("later") > 1_000 && often("meeting") > 100, "{seen:?}");
});

fn scene(world: &World, db: &Db, number: u64, draw: &mut Draw, seen: &mut BTreeMap<String, usize>) {
    let now = draw.moment();
    world.clock_says(now);
    let mut ids = IdSource::new(Moment::at(now), u128::from(number) << 64);
    let people: HashMap<Id, Somebody> = (0..PEOPLE).map(|_| (ids.next_id(), draw.somebody(now))).collect();
    write(db, number, &people, &mut ids);
    let new = NewList { name: None, from: From::Query(format!("étiquette:scene{number}")), script: None };
    let list = calls::open_list(&world.app, &world.me, &new).unwrap();
    let queue = calls::queue(&world.app, &world.me, list).unwrap();
    assert_eq!(queue.ready.len() + queue.waiting.len(), people.len());

    let mut before: Option<Moment> = None;
    for (place, row) in queue.ready.iter().enumerate() {
        let one = &people[&row.account];
        let Judged::Ready(due) = judge(one, now) else {
            panic!("{now}: ready, but {:?}: {one:?}", judge(one, now))
        };
        assert_eq!(row.due, due.map(Moment::at), "{now}: {one:?}");
        // Due follow-ups come first, the oldest first.
        let follows = place == 0 || before.is_none_or(|before| row.due.is_none_or(|due| before <= due));
        assert!(follows && (row.due.is_none() || place == 0 || before.is_some()), "{now}, place {place}");
        before = row.due;
        *seen.entry(if due.is_some() { "due" } else { "ready" }.to_owned()).or_default() += 1;
    }
    for row in &queue.waiting {
        let one = &people[&row.account];
        let judged = judge(one, now);
        let what = match judged {
            Judged::Ready(_) => panic!("{now}: waits for “{}”, but nothing forbids it: {one:?}", row.why),
            Judged::Forbidden(rule) => rule,
            Judged::Later => "later",
            Judged::Meeting => "meeting",
        };
        assert!(!row.why.is_empty());
        *seen.entry(what.to_owned()).or_default() += 1;
    }
    // Whom a caller gets is the first of them; each look reads the whole list again.
    if !number.is_multiple_of(5) {
        return;
    }
    let next = calls::next(&world.app, &world.me, list).unwrap();
    let next = next.map(|cockpit| cockpit.fiche.account.id);
    assert_eq!(next, queue.ready.first().map(|row| row.account), "{now}");
    if let Some(waiting) = queue.waiting.iter().find(|row| !row.source.is_empty()) {
        assert!(calls::pick(&world.app, &world.me, list, waiting.account).is_err(), "{now}: {waiting:?}");
    }
    if let Some(account) = next {
        calls::release(&world.app, &world.me, list, account).unwrap();
    }
}

fn write(db: &Db, number: u64, people: &HashMap<Id, Somebody>, ids: &mut IdSource) {
    let mut all: Vec<(&Id, &Somebody)> = people.iter().collect();
    all.sort_by_key(|(id, _)| **id);
    let drafts: Vec<Draft> = all.iter().map(|(id, one)| draft(number, **id, one, ids)).collect();
    let planned: Vec<follow_ups::FollowUp> = all
        .iter()
        .flat_map(|(id, one)| one.follow_ups.iter().map(|planned| (**id, *planned)))
        .map(|(account, (kind, due_on, at))| follow_ups::FollowUp {
            id: ids.next_id(),
            account,
            due_on,
            due_at: at.map(Moment::at),
            kind,
            channel: kind.channel(),
            reason: None,
            note: String::new(),
            campaign: None,
            owner: None,
            done_on: None,
            created_at: Moment::start_of(due_on),
        })
        .collect();
    db.write(|tx| -> Result<(), filon_store::StoreError> {
        accounts::insert_many(tx, &drafts)?;
        planned.iter().try_for_each(|planned| follow_ups::insert(tx, planned))
    })
    .unwrap();
}

fn draft(number: u64, id: Id, one: &Somebody, ids: &mut IdSource) -> Draft {
    let created_at = Moment::start_of(one.created);
    let mut account = Account {
        id,
        reference: None,
        kind: one.kind,
        name: if one.kind == AccountKind::Company { "Garage".into() } else { "Zoé Noll".into() },
        siret: None,
        siren: None,
        naf: None,
        employees: None,
        revenue: None,
        address: Address { postcode: Some(one.postcode.into()), country: "FR".into(), ..Address::default() },
        phone: one.phones[0].then(|| "+33556000000".into()),
        email: None,
        website: None,
        source: one.source.then(|| "salon".into()),
        tags: vec![format!("scene{number}")],
        partial_diffusion: one.partial,
        custom: BTreeMap::new(),
        note: None,
        owner: None,
        batch: None,
        created_at,
    };
    if one.sole_trader {
        account.custom.insert("Catégorie juridique".into(), "1000".into());
    }
    let has = |has: bool| if has { "+33612345678".to_owned() } else { String::new() };
    let person = Person {
        id: ids.next_id(),
        account: id,
        primary: true,
        civility: String::new(),
        first_name: "Zoé".into(),
        last_name: "Noll".into(),
        role: String::new(),
        email: String::new(),
        phone: has(one.phones[1]),
        mobile: has(one.phones[2]),
    };
    let event = |line: &draw::Line| Event {
        id: ids.next_id(),
        account: id,
        person: None,
        kind: line.kind,
        channel: line.channel,
        campaign: None,
        on: line.on,
        at: None,
        by: None,
        outcome: (line.kind == EventKind::CallMade).then_some(CallOutcome::NoAnswer),
        minutes: None,
        kilometres: None,
        amount: None,
        margin: None,
        note: None,
        voids: None,
        recorded_at: Moment::start_of(line.on),
    };
    Draft { account, persons: vec![person], events: one.lines.iter().map(event).collect() }
}
