//! Campaigns, their targets and costs.

use filon_core::campaign::Unit;
use filon_core::segment::Query;
use filon_core::{Campaign, Channel, CostLine, Event, EventKind, Id, Micros, Purpose};
use filon_store::campaigns::{self, Target};
use filon_store::{StoreError, accounts, events};
use jiff::civil::date;

use crate::db_test;
use crate::support::{DAY, MORNING, Teller};

fn autumn(id: Id) -> Campaign {
    Campaign {
        id,
        name: "Automne à Bordeaux".into(),
        channel: Channel::Letter,
        purpose: Purpose::Acquisition,
        query: "dept:33".into(),
        segment: Some("Gironde".into()),
        from: Some(DAY),
        to: None,
        template: None,
        launched_on: None,
        closed_on: None,
        verdict: None,
        verdict_reason: None,
        created_at: MORNING,
    }
}

db_test!(a_campaign_goes_from_plan_to_verdict, |db| {
    let mut teller = Teller::new();
    let mut campaign = autumn(teller.id());
    db.put(|tx| campaigns::insert(tx, &campaign));
    let namesake = Campaign { name: "AUTOMNE A BORDEAUX".into(), ..autumn(teller.id()) };
    let refused = db.write(|tx| campaigns::insert(tx, &namesake)).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict { .. }));

    campaign.to = Some(date(2026, 12, 1));
    db.put(|tx| campaigns::update(tx, &campaign));
    assert_eq!(db.look(|tx| campaigns::by_name(tx, "automne a bordeaux")), Some(campaign.clone()));

    db.put(|tx| campaigns::mark_launched(tx, campaign.id, DAY));
    let refused = db.write(|tx| campaigns::mark_launched(tx, campaign.id, DAY)).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict { .. }));
    db.put(|tx| {
        campaigns::mark_closed(tx, campaign.id, Some(date(2026, 12, 2)))?;
        campaigns::set_verdict(tx, campaign.id, Some("renew"), Some("5 commandes"))
    });
    let kept = db.look(|tx| campaigns::get(tx, campaign.id)).unwrap();
    assert_eq!((kept.launched_on, kept.verdict.as_deref()), (Some(DAY), Some("renew")));
    db.put(|tx| campaigns::set_verdict(tx, campaign.id, None, None));

    let refused = db.write(|tx| campaigns::mark_closed(tx, namesake.id, None)).unwrap_err();
    assert!(matches!(refused, StoreError::NotFound { .. }));
});

db_test!(a_target_is_frozen_once_and_counted, |db| {
    let mut teller = Teller::new();
    let campaign = autumn(teller.id());
    db.put(|tx| campaigns::insert(tx, &campaign));
    let ids: Vec<Id> = ["Roux", "Lambert", "Élan", "Port"].map(|name| teller.settled(db, name).id).into();
    let stranger = teller.settled(db, "Vient d’ailleurs").id;
    let targets: Vec<Target> = ids
        .iter()
        .rev()
        .map(|id| Target { account: *id, refused: (*id == ids[0]).then(|| "opted_out".to_owned()) })
        .collect();
    db.put(|tx| campaigns::freeze(tx, campaign.id, &targets));
    assert_eq!(db.look(|tx| campaigns::targets(tx, campaign.id)), targets);
    let refused = db.write(|tx| campaigns::freeze(tx, campaign.id, &targets)).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict { .. }));

    let mut line = |account: Id, kind: EventKind| Event {
        campaign: Some(campaign.id),
        ..teller.event(account, kind, DAY)
    };
    let lines = [
        line(ids[1], EventKind::LetterPosted),
        line(ids[1], EventKind::LetterPosted),
        line(ids[2], EventKind::LetterPosted),
        line(stranger, EventKind::OrderPlaced),
        line(ids[2], EventKind::MeetingSet),
    ];
    let undone = Event { voids: Some(lines[2].id), ..teller.event(ids[2], EventKind::Voided, DAY) };
    db.put(|tx| events::append(tx, &lines));
    db.put(|tx| events::append(tx, std::slice::from_ref(&undone)));
    assert_eq!(db.look(|tx| events::of_campaign(tx, campaign.id)).len(), 5);
    let list = db.look(campaigns::list);
    let told = (list[0].targeted, list[0].refused, list[0].contacted, list[0].orders);
    assert_eq!((list.len(), told), (1, (4, 1, 1, 1)));

    // Statistics read the target, and who brought something without being in it.
    let base = events::Base { selection: Query::All, campaign: Some(campaign.id) };
    let mut read = Vec::new();
    db.look(|tx| {
        read.clear();
        events::each_history(tx, &base, &mut |history| {
            read.push((history.account, history.targeted));
            Ok(())
        })
    });
    let mut expected: Vec<_> = ids.iter().map(|id| (*id, true)).chain([(stranger, false)]).collect();
    expected.sort();
    assert_eq!(read, expected);

    // Two accounts that turn out to be one count once.
    db.put(|tx| accounts::merge(tx, ids[1], ids[2], MORNING));
    assert_eq!(db.look(campaigns::list)[0].targeted, 3);
});

db_test!(costs_are_added_listed_and_taken_away, |db| {
    let mut teller = Teller::new();
    let campaign = autumn(teller.id());
    db.put(|tx| campaigns::insert(tx, &campaign));
    let stamp = CostLine {
        id: teller.id(),
        campaign: campaign.id,
        label: "Timbres".into(),
        amount: Micros(1_390_000),
        unit: Some(Unit::Letter),
        quantity: None,
        planned: false,
        created_at: MORNING,
    };
    let fair =
        CostLine { id: teller.id(), unit: None, quantity: Some(1_500), planned: true, ..stamp.clone() };
    db.put(|tx| {
        campaigns::add_cost(tx, &stamp)?;
        campaigns::add_cost(tx, &fair)
    });
    assert_eq!(db.look(|tx| campaigns::costs(tx, campaign.id)), [stamp.clone(), fair.clone()]);
    db.put(|tx| campaigns::delete_cost(tx, stamp.id));
    assert_eq!(db.look(campaigns::all_costs), [fair]);
    assert!(db.write(|tx| campaigns::delete_cost(tx, stamp.id)).is_err());
    db.put(|tx| campaigns::delete(tx, campaign.id));
    assert_eq!(db.look(campaigns::list), []);
});
