//! A selection means the same to Rust, to SQLite and to PostgreSQL.

use std::cell::RefCell;
use std::collections::HashMap;

use filon_core::follow_up::FollowUpKind;
use filon_core::journal::standing;
use filon_core::segment::{
    Bounds, Condition, DateBounds, Facts, Field, Pattern, Query, Test, matches, normal_form,
};
use filon_core::{AccountKind, Campaign, Channel, Event, EventKind, Id, Purpose, Stage};
use filon_store::accounts::{self, Direction, Draft, Sort};
use filon_store::campaigns::{self, Target};
use filon_store::follow_ups::{self, FollowUp};
use filon_store::imports::{self, Batch};
use filon_store::users::{self, User};
use filon_store::{StoreError, events};
use jiff::Span;
use jiff::civil::Date;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestRunner;

use crate::db_test;
use crate::support::{DAY, MORNING, Teller, TestDb};

const NAMES: &[&str] = &["Dupont & Fils", "Atelier Élan", "100 % bois", "Roux_\\Frères", "élan", "dupont"];
const CITIES: &[Option<&str>] =
    &[None, Some("Bordeaux Cedex 9"), Some("Saint-Étienne"), Some("ST ETIENNE"), Some("Ajaccio")];
const POSTCODES: &[Option<&str>] = &[None, Some("33000"), Some("42000"), Some("20000"), Some("SW1A 1AA")];
const NAFS: &[Option<&str>] = &[None, Some("43.22A"), Some("43.32A"), Some("96.02B")];
const EMPLOYEES: &[Option<&str>] = &[None, Some("10 à 19"), Some("3"), Some("beaucoup")];
const WORDS: &[&str] = &["bois", "Très pressé", "50 %", "a_b", ""];
const EMAILS: &[&str] = &["", "claire@elan.example", "jean-luc@roux.example"];
const PHONES: &[&str] = &["", "+33556000001", "+33612345678"];
const ACTIONS: &[&str] = &["Automne", "Été à Bordeaux"];

/// What happened to whom: account, kind, channel, days after the first, action, whether it is taken back.
type Line = (Index, usize, usize, i8, usize, bool);

#[derive(Debug, Clone)]
struct World {
    accounts: Vec<[Index; 12]>,
    lines: Vec<Line>,
    targets: Vec<(usize, Index)>,
    follow_ups: Vec<(Index, i8, bool)>,
}

fn world() -> impl Strategy<Value = World> {
    let line = (
        any::<Index>(),
        0..EventKind::ALL.len() - 1,
        0..=Channel::ALL.len(),
        0..12_i8,
        0..=ACTIONS.len(),
        prop::bool::weighted(0.15),
    );
    let accounts = prop::collection::vec(any::<[Index; 12]>(), 1..14);
    let lines = prop::collection::vec(line, 0..40);
    let targets = prop::collection::vec((0..ACTIONS.len(), any::<Index>()), 0..8);
    let follow_ups = prop::collection::vec((any::<Index>(), 0..12_i8, any::<bool>()), 0..6);
    (accounts, lines, targets, follow_ups).prop_map(|(accounts, lines, targets, follow_ups)| World {
        accounts,
        lines,
        targets,
        follow_ups,
    })
}

fn day(days: i8) -> Date {
    DAY.checked_add(Span::new().days(i64::from(days))).unwrap()
}

fn days() -> impl Strategy<Value = DateBounds> {
    (prop::option::of(0..12_i8), prop::option::of(0..12_i8))
        .prop_map(|(min, max)| DateBounds { min: min.map(day), max: max.map(day) })
}

fn numbers() -> impl Strategy<Value = Bounds> {
    (prop::option::of(-5..30_i64), prop::option::of(-5..30_i64)).prop_map(|(min, max)| Bounds { min, max })
}

/// A part of a value that some account has, in the form in which the parser writes it.
fn pattern(field: Field) -> impl Strategy<Value = Pattern> {
    let values: Vec<&str> = match &field {
        Field::Name | Field::Words => NAMES.iter().chain(WORDS).copied().collect(),
        Field::City => CITIES.iter().flatten().copied().collect(),
        Field::Postcode => POSTCODES.iter().flatten().copied().collect(),
        Field::Naf => NAFS.iter().flatten().copied().collect(),
        Field::Dept => vec!["33", "42", "2A", "2a"],
        Field::Region => vec!["Nouvelle-Aquitaine", "Corse"],
        Field::Country => vec!["FR", "GB"],
        Field::Email => EMAILS.to_vec(),
        Field::Phone => PHONES.to_vec(),
        Field::Campaign => ACTIONS.to_vec(),
        Field::Siret | Field::Siren => vec!["73282932000074", "732829320"],
        Field::List => vec!["Salon_2026.csv"],
        Field::Owner => vec!["Claire Fontaine"],
        _ => WORDS.to_vec(),
    };
    (select(values), any::<(Index, Index)>(), any::<(bool, bool)>()).prop_map(
        move |(value, (from, length), (open_start, open_end))| {
            let form: Vec<char> = normal_form(&field, value).chars().collect();
            let from = if open_start { from.index(form.len() + 1) } else { 0 };
            let length = if open_end { length.index(form.len() - from + 1) } else { form.len() - from };
            let text = form[from..from + length].iter().collect();
            Pattern { text, open_start, open_end }
        },
    )
}

fn texts(field: Field) -> BoxedStrategy<Condition> {
    let test = prop_oneof![
        6 => prop::collection::vec(pattern(field.clone()), 1..4).prop_map(Test::Text),
        1 => Just(Test::Empty),
        1 => Just(Test::Filled),
    ];
    test.prop_map(move |test| Condition { field: field.clone(), test }).boxed()
}

fn tested(field: Field, test: impl Strategy<Value = Test> + 'static) -> BoxedStrategy<Condition> {
    let test = prop_oneof![4 => test, 1 => Just(Test::Empty), 1 => Just(Test::Filled)];
    test.prop_map(move |test| Condition { field: field.clone(), test }).boxed()
}

fn condition() -> impl Strategy<Value = Condition> {
    use Field::*;
    let mut all: Vec<BoxedStrategy<Condition>> = vec![
        tested(
            Kind,
            select(vec![AccountKind::Company, AccountKind::Individual]).prop_map(|k| Test::Kinds(vec![k])),
        ),
        tested(Stage, prop::collection::vec(select(&Stage_::ALL[..]), 1..3).prop_map(Test::Stages)),
        tested(Event, prop::collection::vec(select(&EventKind::ALL[..]), 1..3).prop_map(Test::Events)),
    ];
    let of_text = [
        Words,
        Name,
        Siret,
        Siren,
        Naf,
        City,
        Postcode,
        Dept,
        Region,
        Country,
        Source,
        List,
        Tag,
        Campaign,
        Owner,
        Email,
        Phone,
        Custom("secteur".into()),
    ];
    all.extend(of_text.map(texts));
    all.extend(
        [Employees, Revenue, Amount]
            .map(|field| tested(field, prop::collection::vec(numbers(), 1..3).prop_map(Test::Number))),
    );
    all.extend(
        [Created, Contacted, Inbound, Meeting, Quote, Order, FollowUp]
            .map(|field| tested(field, prop::collection::vec(days(), 1..3).prop_map(Test::Day))),
    );
    all.extend([Channel, Consent, OptOut].map(|field| {
        tested(field, prop::collection::vec(select(&Channel_::ALL[..]), 1..3).prop_map(Test::Channels))
    }));
    prop::strategy::Union::new(all)
}

// `Field` has variants of these names.
use filon_core::Channel as Channel_;
use filon_core::Stage as Stage_;

fn query() -> impl Strategy<Value = Query> {
    let leaf = prop_oneof![20 => condition().prop_map(Query::Is), 1 => Just(Query::All)];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Query::And),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Query::Or),
            inner.prop_map(|query| Query::Not(Box::new(query))),
        ]
    })
}

/// Everything about a world, as it is to be stored and as the predicate sees it.
struct Told {
    user: User,
    batch: Batch,
    campaigns: Vec<Campaign>,
    drafts: Vec<Draft>,
    events: Vec<Event>,
    targets: Vec<(Id, Vec<Target>)>,
    follow_ups: Vec<FollowUp>,
}

fn tell(world: &World, teller: &mut Teller) -> Told {
    let user = User {
        id: teller.id(),
        name: "Claire Fontaine".into(),
        email: None,
        role: "sales".into(),
        password_hash: None,
        created_at: MORNING,
        disabled_at: None,
    };
    let batch = Batch {
        id: teller.id(),
        file_name: "Salon_2026.csv".into(),
        by: None,
        rows: 0,
        created: 0,
        merged: 0,
        skipped: 0,
        options: serde_json::Value::Null,
        rejected: serde_json::Value::Null,
        created_at: MORNING,
        undone_at: None,
    };
    let campaigns: Vec<Campaign> = ACTIONS
        .iter()
        .map(|name| Campaign {
            id: teller.id(),
            name: (*name).into(),
            channel: Channel::Letter,
            purpose: Purpose::Acquisition,
            query: String::new(),
            segment: None,
            from: None,
            to: None,
            template: None,
            launched_on: None,
            closed_on: None,
            verdict: None,
            verdict_reason: None,
            created_at: MORNING,
        })
        .collect();
    let drafts: Vec<Draft> =
        world.accounts.iter().map(|drawn| draft(drawn, teller, user.id, batch.id)).collect();
    let ids: Vec<Id> = drafts.iter().map(|draft| draft.account.id).collect();
    let mut events = Vec::new();
    for (who, kind, channel, days, action, undone) in &world.lines {
        let mut event = teller.event(*who.get(&ids), EventKind::ALL[*kind], day(*days));
        event.channel = Channel::ALL.get(*channel).copied();
        event.campaign = campaigns.get(*action).map(|campaign| campaign.id);
        event.amount = Some(i64::from(*days));
        if *undone {
            let void =
                Event { voids: Some(event.id), ..teller.event(event.account, EventKind::Voided, day(*days)) };
            events.push(event);
            events.push(void);
        } else {
            events.push(event);
        }
    }
    let targets = campaigns
        .iter()
        .enumerate()
        .map(|(place, campaign)| {
            let mut of_it: Vec<Id> = world
                .targets
                .iter()
                .filter(|(action, _)| *action == place)
                .map(|(_, who)| *who.get(&ids))
                .collect();
            of_it.sort();
            of_it.dedup();
            (campaign.id, of_it.into_iter().map(|account| Target { account, refused: None }).collect())
        })
        .collect();
    let follow_ups = world
        .follow_ups
        .iter()
        .map(|(who, days, done)| FollowUp {
            id: teller.id(),
            account: *who.get(&ids),
            due_on: day(*days),
            due_at: None,
            kind: FollowUpKind::Other,
            channel: None,
            reason: None,
            note: String::new(),
            campaign: None,
            owner: None,
            done_on: done.then_some(DAY),
            created_at: MORNING,
        })
        .collect();
    Told { user, batch, campaigns, drafts, events, targets, follow_ups }
}

fn draft(drawn: &[Index; 12], teller: &mut Teller, user: Id, batch: Id) -> Draft {
    let text = |values: &[Option<&str>], index: &Index| index.get(values).map(str::to_owned);
    let [name, city, postcode, naf, employees, words, email, phone, flags, tag, revenue, house] = drawn;
    let mut account = teller.account(NAMES[name.index(NAMES.len())]);
    account.address.city = text(CITIES, city);
    account.address.postcode = text(POSTCODES, postcode);
    account.address.country =
        if account.address.postcode.as_deref() == Some("SW1A 1AA") { "GB" } else { "FR" }.into();
    account.naf = text(NAFS, naf);
    account.employees = text(EMPLOYEES, employees);
    account.note = Some(words.get(WORDS).to_string()).filter(|note| !note.is_empty());
    account.source = Some(tag.get(WORDS).to_string());
    account.revenue = [None, Some(0), Some(7)][revenue.index(3)];
    account.tags = (0..tag.index(3)).map(|n| WORDS[n].to_owned()).collect();
    account.custom = [("Secteur".to_owned(), words.get(WORDS).to_string())].into();
    let flags = flags.index(32);
    account.kind = if flags & 1 == 0 { AccountKind::Company } else { AccountKind::Individual };
    account.owner = (flags & 2 == 0).then_some(user);
    account.batch = (flags & 4 == 0).then_some(batch);
    account.siret = (flags & 8 == 0).then(|| "73282932000074".to_owned());
    account.siren = (flags & 8 == 0).then(|| "732829320".to_owned());
    account.email = Some(house.get(EMAILS).to_string()).filter(|email| !email.is_empty());
    account.phone = Some(house.get(PHONES).to_string()).filter(|phone| !phone.is_empty());
    account.created_at = filon_core::Moment::start_of(day(i8::try_from(house.index(12)).unwrap()));
    let mut persons = Vec::new();
    if flags & 16 == 0 {
        let mut person = teller.person(account.id, "Claire", "Élan");
        person.email = email.get(EMAILS).to_string();
        person.phone = phone.get(PHONES).to_string();
        person.mobile = house.get(PHONES).to_string();
        persons.push(person);
    }
    Draft { account, persons, events: Vec::new() }
}

impl Told {
    fn store(&self, tx: &mut filon_store::Tx<'_>) -> Result<(), StoreError> {
        users::insert(tx, &self.user)?;
        imports::insert(tx, &self.batch)?;
        accounts::insert_many(tx, &self.drafts)?;
        self.campaigns.iter().try_for_each(|campaign| campaigns::insert(tx, campaign))?;
        self.targets.iter().try_for_each(|(campaign, targets)| campaigns::freeze(tx, *campaign, targets))?;
        events::append(tx, &self.events)?;
        self.follow_ups.iter().try_for_each(|follow_up| follow_ups::insert(tx, follow_up))
    }

    fn facts(&self, draft: &Draft) -> Facts {
        let id = draft.account.id;
        let own: Vec<Event> = self.events.iter().filter(|event| event.account == id).cloned().collect();
        let in_target = |campaign: &&Campaign| {
            let of_it = self.targets.iter().find(|(of, _)| *of == campaign.id);
            of_it.is_some_and(|(_, targets)| targets.iter().any(|target| target.account == id))
        };
        let open = self.follow_ups.iter().filter(|f| f.account == id && f.done_on.is_none());
        let names: HashMap<Id, String> = self.campaigns.iter().map(|c| (c.id, c.name.clone())).collect();
        Facts {
            events: standing(&own, None).into_iter().cloned().collect(),
            campaigns: self.campaigns.iter().filter(in_target).map(|c| c.name.clone()).collect(),
            campaign_names: names,
            follow_ups: open.map(|follow_up| follow_up.due_on).collect(),
            batch_label: draft.account.batch.map(|_| self.batch.file_name.clone()),
            owner_name: draft.account.owner.map(|_| self.user.name.clone()),
            ..Facts::new(draft.account.clone(), draft.persons.clone())
        }
    }
}

/// Ends a case without keeping its world.
enum End {
    Store(StoreError),
    Case(TestCaseError),
    Done,
}

impl From<StoreError> for End {
    fn from(error: StoreError) -> End {
        End::Store(error)
    }
}

fn sql_and_predicate_agree(db: &TestDb) {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(40);
    let mut runner =
        TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() });
    let teller = RefCell::new(Teller::new());
    let cases = (world(), prop::collection::vec(query(), 60));
    let outcome = runner.run(&cases, |(world, queries)| {
        let told = tell(&world, &mut teller.borrow_mut());
        let facts: Vec<Facts> = told.drafts.iter().map(|draft| told.facts(draft)).collect();
        let end = db.write(|tx| -> Result<(), End> {
            told.store(tx)?;
            for query in &queries {
                let expected: Vec<Id> = facts
                    .iter()
                    .filter(|facts| matches(query, facts))
                    .map(|facts| facts.account.id)
                    .collect();
                let mut found = accounts::ids(tx, query, Sort::Name, Direction::Ascending)?;
                found.sort();
                if found != expected {
                    let told = format!("{query:#?}\nSQL {found:?}\npredicate {expected:?}");
                    return Err(End::Case(TestCaseError::fail(told)));
                }
                let counted = accounts::count(tx, query)?;
                if counted != expected.len() as i64 {
                    return Err(End::Case(TestCaseError::fail(format!("{query:?} counts {counted}"))));
                }
            }
            Err(End::Done)
        });
        match end {
            Err(End::Case(failure)) => Err(failure),
            Err(End::Store(error)) => Err(TestCaseError::fail(error.to_string())),
            Err(End::Done) | Ok(()) => Ok(()),
        }
    });
    outcome.unwrap();
}

db_test!(a_selection_means_the_same_to_rust_and_to_sql, |db| {
    sql_and_predicate_agree(db);
});

db_test!(a_selection_of_thousands_of_values_is_answered, |db| {
    let mut teller = Teller::new();
    teller.settled(db, "Menuiserie Lambert");
    let pattern = |n: i32| Pattern { text: format!("m{n}"), open_start: n % 2 == 0, open_end: n % 3 == 0 };
    let mut patterns: Vec<Pattern> = (0..3_000).map(pattern).collect();
    patterns.push(Pattern { text: "menuis".into(), open_start: false, open_end: true });
    let many = Query::Is(Condition { field: Field::Name, test: Test::Text(patterns) });
    let query = Query::Or((0..2).map(|_| many.clone()).collect());
    assert_eq!(db.look(|tx| accounts::count(tx, &query)), 1);
});

db_test!(the_filter_panel_counts_what_the_list_shows, |db| {
    let mut teller = Teller::new();
    let mut drafts: Vec<Draft> = ["Lambert", "Roux", "Élan"].map(|name| teller.draft(name)).into();
    drafts[2].account.kind = AccountKind::Individual;
    drafts[2].account.address.postcode = None;
    drafts[1].events = vec![teller.event(drafts[1].account.id, EventKind::CallMade, DAY)];
    db.put(|tx| accounts::insert_many(tx, &drafts));
    let counts = db.look(|tx| accounts::counts(tx, &Query::All));
    assert_eq!(counts.stages, [(Stage::Suspect, 2), (Stage::Prospect, 1)]);
    assert_eq!(counts.kinds, [(AccountKind::Company, 2), (AccountKind::Individual, 1)]);
    assert_eq!(counts.depts, [("33".to_owned(), 2), (String::new(), 1)]);
    let suspects = Query::Is(Condition { field: Field::Stage, test: Test::Stages(vec![Stage::Suspect]) });
    assert_eq!(db.look(|tx| accounts::counts(tx, &suspects)).kinds.len(), 2);
});
