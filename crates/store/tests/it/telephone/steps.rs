//! The waves of an action.

use filon_core::{Campaign, Channel};
use filon_store::call_lists::{self, CallList};
use filon_store::steps::{self, Step};
use filon_store::templates::{self, Template};
use filon_store::{Db, StoreError, campaigns, check, testing};
use jiff::civil::date;

use super::world::World;
use crate::db_test;
use crate::support::{DAY, MORNING};

db_test!(an_action_has_its_first_step_which_follows_it, |db| {
    let mut world = World::new(db);
    let letter = Template {
        id: world.teller.id(),
        name: "Offre".into(),
        kind: "letter".into(),
        file_name: "offre.docx".into(),
        fields: vec![],
        bytes: vec![1],
        created_at: MORNING,
    };
    let campaign = Campaign {
        channel: Channel::Letter,
        template: Some(letter.id),
        from: Some(date(2026, 10, 5)),
        ..world.campaign.clone()
    };
    db.put(|tx| {
        templates::save(tx, &letter)?;
        steps::set_script(tx, campaign.id, Some(world.script.id))?;
        campaigns::update(tx, &campaign)?;
        campaigns::mark_launched(tx, campaign.id, DAY)
    });
    let first = Step {
        id: campaign.id,
        campaign: campaign.id,
        position: 0,
        channel: Channel::Letter,
        template: Some(letter.id),
        script: Some(world.script.id),
        after_days: 0,
        from: Some(date(2026, 10, 5)),
        launched_on: Some(DAY),
    };
    assert_eq!(db.look(|tx| steps::of_campaign(tx, campaign.id)), std::slice::from_ref(&first));
    db.put(|tx| templates::delete(tx, letter.id));
    assert_eq!(db.look(|tx| steps::get(tx, campaign.id)), Some(Step { template: None, ..first }));
    assert_eq!(db.look(check::run), []);
});

db_test!(letter_then_telephone_a_week_later, |db| {
    let mut world = World::new(db);
    let first = world.campaign.id;
    let by_phone = Step {
        id: world.teller.id(),
        campaign: first,
        position: 7,
        channel: Channel::Phone,
        template: None,
        script: Some(world.script.id),
        after_days: 8,
        from: None,
        launched_on: None,
    };
    let visit = Step { id: world.teller.id(), channel: Channel::Visit, script: None, ..by_phone.clone() };
    assert_eq!(db.put(|tx| steps::add(tx, &by_phone)), 1);
    assert_eq!(db.put(|tx| steps::add(tx, &visit)), 2);
    let list = CallList { id: world.teller.id(), step: Some(by_phone.id), ..world.list.clone() };
    db.put(|tx| call_lists::insert(tx, &list));

    for refused in [first, by_phone.id] {
        let error = db.write(|tx| steps::remove(tx, refused)).unwrap_err();
        assert!(matches!(error, StoreError::Conflict { .. }), "{error:?}");
    }
    db.put(|tx| steps::mark_launched(tx, by_phone.id, date(2026, 9, 9)));
    let error = db.write(|tx| steps::mark_launched(tx, by_phone.id, DAY)).unwrap_err();
    assert!(matches!(error, StoreError::Conflict { .. }), "{error:?}");
    db.put(|tx| steps::remove(tx, visit.id));
    let told = db.look(|tx| steps::of_campaign(tx, first));
    let kept = Step { position: 1, launched_on: Some(date(2026, 9, 9)), ..by_phone };
    assert_eq!((told.len(), &told[1]), (2, &kept));
    let error = db.write(|tx| steps::remove(tx, visit.id)).unwrap_err();
    assert!(matches!(error, StoreError::NotFound { .. }), "{error:?}");
    // A call list names the action: it stays.
    let error = db.write(|tx| campaigns::delete(tx, first)).unwrap_err();
    assert!(matches!(error, StoreError::Conflict { .. }), "{error:?}");
    assert_eq!(db.look(|tx| steps::of_campaign(tx, first)).len(), 2);
});

db_test!(an_action_of_before_gets_its_first_step, |db| {
    let (url, _place) = db.elsewhere();
    testing::open_old(&url, 2).unwrap();
    let old = "INSERT INTO campaigns (id, name, name_key, channel, purpose, query, from_day, launched_on, created_at) \
        VALUES ('01J00000000000000000000001', 'Salon', 'salon', 'fair', 'acquisition', '', '2026-03-01', \
        '2026-03-02', 0); \
        INSERT INTO accounts (id, kind, name, address_lines, country, partial_diffusion, created_at, created_on, \
        name_key, city_key, postcode_key, dept, region, naf_key, country_key, source_key, search_text, \
        dedupe_key, stage, orders, revenue_cents, margin_cents) VALUES ('01J00000000000000000000002', 'company', \
        'Roux', '[]', 'FR', 0, 0, '1970-01-01', 'roux', '', '', '', '', '', 'france', '', 'roux', '', 'suspect', \
        0, 0, 0); \
        INSERT INTO follow_ups (id, account, due_on, channel, note, created_at) VALUES \
        ('01J00000000000000000000003', '01J00000000000000000000002', '2026-03-09', 'phone', '', 0)";
    db.tamper_at(&url, old).unwrap();
    let new = Db::open(&url).unwrap();
    let campaign = "01J00000000000000000000001".parse().unwrap();
    let told = new.read(|tx| steps::of_campaign(tx, campaign)).unwrap();
    let first = Step {
        id: campaign,
        campaign,
        position: 0,
        channel: Channel::Fair,
        template: None,
        script: None,
        after_days: 0,
        from: Some(date(2026, 3, 1)),
        launched_on: Some(date(2026, 3, 2)),
    };
    assert_eq!(told, [first]);
    let due = new.read(|tx| filon_store::follow_ups::due(tx, DAY, None)).unwrap();
    assert_eq!(due[0].kind, filon_core::follow_up::FollowUpKind::Call);
    let steps = new.read(check::run).unwrap();
    assert!(steps.iter().all(|difference| difference.table == "accounts"), "{steps:?}");
});
