//! One small story: a heating company of Bordeaux, a craftsman of Pau, a letter.

use std::collections::BTreeMap;

use filon_app::accounts::{ChannelRight, Edit, Fiche, Row, Table, TimelineLine};
use filon_app::answer::{
    AccountAnswer, Basis, DecisionAnswer, Estimate, ForecastAnswer, FunnelStep, ImportAnswer, Notice,
    PersonAnswer, RatioAnswer, RatiosAnswer, RefusedAnswer, Rejected, RetentionAnswer, ScopeAnswer,
    StatsAnswer, Verdict,
};
use filon_app::campaigns::{AudiencePreview, CampaignRow, CampaignShow, CostShown, FollowRow, FunnelLevel};
use filon_app::check::{CheckAnswer, Difference};
use filon_app::follow_ups::FollowUpRow;
use filon_app::import::{Batch, KeptAccount, MappedColumn, Preview, Target, Undone};
use filon_app::segments::Segment;
use filon_app::settings::{Company, Settings};
use filon_app::templates::{FieldState, TemplateInfo};
use filon_app::today::Today;
use filon_app::users::{Role, TokenInfo, User};
use filon_core::campaign::Unit;
use filon_core::follow_up::FollowUpKind;
use filon_core::journal::Standing;
use filon_core::{
    Account, AccountKind, Address, CallOutcome, Campaign, Channel, CostLine, EventKind, Id, Micros, Moment,
    Person, Purpose, Stage,
};
use jiff::civil::{Date, date};

const NOW: Moment = Moment::from_millis(1_795_500_000_000);
const TODAY: Date = date(2026, 11, 24);

pub fn id(chance: u128) -> Id {
    Id::new(NOW, chance)
}

fn text(text: &str) -> String {
    text.to_owned()
}

pub fn fiche() -> Fiche {
    let account = Account {
        id: id(1),
        reference: Some(text("C001")),
        kind: AccountKind::Company,
        name: text("Lacaze & Fils <b>gras</b>"),
        siret: Some(text("73282932000074")),
        siren: Some(text("732829320")),
        naf: Some(text("43.22A")),
        employees: Some(text("10 à 19")),
        revenue: Some(123_456_700),
        address: Address {
            lines: vec![text("5 rue des Chais")],
            postcode: Some(text("33000")),
            city: Some(text("Bordeaux")),
            country: text("FR"),
        },
        phone: Some(text("+33556010203")),
        email: Some(text("contact@lacaze.example")),
        website: Some(text("lacaze.example")),
        source: Some(text("salon 2025")),
        tags: vec![text("chauffage")],
        partial_diffusion: false,
        custom: BTreeMap::from([(text("Chaudière"), text("gaz"))]),
        note: Some(text("Rappeler le matin.")),
        owner: None,
        batch: None,
        created_at: NOW,
    };
    let person = Person {
        id: id(2),
        account: id(1),
        primary: true,
        civility: text("Mme"),
        first_name: text("Anne"),
        last_name: text("Lacaze"),
        role: text("gérante"),
        email: text("anne@lacaze.example"),
        phone: text("+33556010204"),
        mobile: text("+33601020304"),
    };
    Fiche {
        account,
        persons: vec![person],
        standing: Standing {
            stage: Stage::Client,
            first_event_on: Some(TODAY),
            last_contact_on: Some(TODAY),
            last_inbound_on: Some(TODAY),
            first_order_on: Some(TODAY),
            last_order_on: Some(TODAY),
            orders: 2,
            revenue: 250_000,
            margin: 80_000,
        },
        owner: Some(text("Léa")),
        rights: vec![
            ChannelRight {
                channel: Channel::Letter,
                allowed: true,
                reason: text("intérêt légitime"),
                source: text("RGPD art. 6"),
                until: Some(TODAY),
            },
            ChannelRight {
                channel: Channel::Email,
                allowed: false,
                reason: text("opposition"),
                source: text("CPCE L34-5"),
                until: None,
            },
        ],
        timeline: vec![
            line(EventKind::OrderPlaced, Some(250_000), false),
            line(EventKind::CallMade, None, true),
        ],
        follow_ups: vec![follow_up()],
        campaigns: vec![text("Courrier")],
        batch: Some(text("clients.csv")),
    }
}

fn line(kind: EventKind, amount: Option<i64>, voided: bool) -> TimelineLine {
    TimelineLine {
        id: id(9),
        on: TODAY,
        at: Some(NOW),
        kind,
        channel: None,
        outcome: Some(CallOutcome::Answered),
        campaign: Some(text("Courrier")),
        by: Some(text("Léa")),
        amount,
        margin: amount,
        note: Some(text("<b>gras</b>")),
        voided,
    }
}

pub fn follow_up() -> FollowUpRow {
    FollowUpRow {
        id: id(5),
        account: id(1),
        name: text("Lacaze & Fils"),
        person: text("Anne Lacaze"),
        phone: text("+33556010204"),
        on: TODAY,
        time: Some(jiff::civil::time(14, 30, 0, 0)),
        kind: FollowUpKind::Call,
        reason: None,
        note: Some(text("devis")),
        campaign: Some(text("Courrier")),
        owner: Some(text("Léa")),
        overdue: true,
        is_meeting: false,
        meeting: None,
        done: false,
    }
}

pub fn edit() -> Edit {
    let custom = BTreeMap::from([(text("Chaudière"), text("gaz"))]);
    Edit { name: text("<b>gras</b>"), custom, ..Edit::default() }
}

pub fn table() -> Table {
    let row = Row {
        id: id(1),
        reference: Some(text("C001")),
        name: text("Lacaze & Fils <b>gras</b>"),
        kind: AccountKind::Company,
        stage: Stage::Prospect,
        person: text("Anne Lacaze"),
        role: text("gérante"),
        postcode: Some(text("33000")),
        city: Some(text("Bordeaux")),
        naf: Some(text("43.22A")),
        phone: text("+33556010204"),
        email: String::new(),
        last_contact_on: Some(TODAY),
        next_step_on: None,
        orders: 1,
        revenue_cents: 250_000,
    };
    Table { count: 1234, rows: vec![row] }
}

pub fn segment() -> Segment {
    Segment { name: text("Artisans <b>gras</b>"), query: text("naf:43*"), count: 120 }
}

pub fn batch() -> Batch {
    Batch {
        id: id(7),
        file: text("clients.csv"),
        source: text("salon 2025"),
        rows: 500,
        created: 480,
        merged: 10,
        skipped: 0,
        rejected: 10,
        imported_at: NOW,
        undone_at: None,
    }
}

pub fn undone() -> Undone {
    Undone {
        removed: 479,
        persons: 2,
        kept: vec![KeptAccount { id: id(1), name: text("<b>gras</b>"), reason: text("une commande") }],
    }
}

pub fn preview() -> Preview {
    let person = PersonAnswer {
        civility: text("Mme"),
        first_name: text("Anne"),
        last_name: text("Lacaze"),
        role: text("gérante"),
        email: text("anne@lacaze.example"),
        phone: text("+33556010204"),
    };
    let row = AccountAnswer {
        id: String::new(),
        reference: None,
        name: text("<b>gras</b>"),
        kind: "company",
        stage: "suspect",
        siret: None,
        naf: Some(text("43.22A")),
        employees: None,
        address: vec![text("5 rue des Chais")],
        postcode: Some(text("33000")),
        city: Some(text("Bordeaux")),
        country: text("FR"),
        persons: vec![person],
        custom: BTreeMap::new(),
        source: String::new(),
    };
    let rejected = Rejected {
        row: 12,
        column: Some(text("SIRET")),
        value: text("<b>gras</b>"),
        message: text("14 chiffres."),
    };
    let notice = Notice { row: 13, column: Some(text("CP")), value: text("1000"), message: text("01000") };
    Preview {
        mapping: vec![MappedColumn {
            header: text("Raison <b>gras</b>"),
            target: text("name"),
            samples: vec![text("Lacaze")],
        }],
        targets: vec![Target { code: text("name"), label: text("Nom") }],
        rows: vec![row],
        counts: ImportAnswer {
            batch: None,
            rows: 500,
            created: 489,
            merged: 10,
            skipped: 0,
            rejected: vec![rejected],
            format: "csv",
            encoding: "windows-1252",
            separator: Some(text("\t")),
            mapping: BTreeMap::new(),
            seconds: 0.1,
            notices: vec![notice],
        },
    }
}

pub fn template() -> TemplateInfo {
    let known = FieldState { field: text("Nom"), column: Some(text("Nom")), nearest: None };
    let unknown = FieldState { field: text("Vile"), column: None, nearest: Some(text("Ville")) };
    TemplateInfo {
        id: id(3),
        name: text("lettre <b>gras</b>"),
        kind: "docx",
        fields: vec![known, unknown],
        notices: vec![text("une image")],
        created_at: NOW,
    }
}

pub fn user() -> User {
    User {
        id: id(4),
        name: text("Léa"),
        email: Some(text("lea@example.fr")),
        role: Role::Owner,
        language: filon_app::Language::Fr,
        created_at: NOW,
        disabled_at: None,
    }
}

pub fn token() -> TokenInfo {
    TokenInfo {
        id: id(6),
        name: text("tableur"),
        scope: text("read"),
        created_at: NOW,
        expires_at: Some(NOW),
        last_used_at: None,
        revoked_at: None,
    }
}

pub fn company() -> Settings {
    let company = Company {
        name: text("Chauffage <b>gras</b>"),
        address: vec![text("1 quai Sud")],
        ..Company::default()
    };
    Settings { company, inactivity_months: Some(18), ..Settings::default() }
}

pub fn difference() -> CheckAnswer {
    let difference = Difference {
        table: text("accounts"),
        id: text("1"),
        column: text("stage"),
        stored: text("client"),
        expected: text("prospect"),
    };
    CheckAnswer { accounts: 10, events: 20, differences: vec![difference] }
}

pub fn campaign(launched: bool) -> Campaign {
    Campaign {
        id: id(8),
        name: text("Courrier <b>gras</b>"),
        channel: Channel::Letter,
        purpose: Purpose::Acquisition,
        query: text("naf:43*"),
        segment: Some(text("Artisans")),
        from: Some(TODAY),
        to: None,
        template: Some(id(3)),
        launched_on: launched.then_some(TODAY),
        closed_on: None,
        verdict: launched.then(|| text("renew")),
        verdict_reason: launched.then(|| text("<b>gras</b>")),
        created_at: NOW,
    }
}

pub fn campaign_show(launched: bool) -> CampaignShow {
    let line = |unit, quantity| CostLine {
        id: id(10),
        campaign: id(8),
        label: text("Timbres"),
        amount: Micros(1_900_000),
        unit,
        quantity,
        planned: unit.is_none(),
        created_at: NOW,
    };
    CampaignShow {
        campaign: campaign(launched),
        costs: vec![
            CostShown { line: line(Some(Unit::Letter), None), quantity: Some(500_000), amount_cents: 95_000 },
            CostShown { line: line(None, None), quantity: None, amount_cents: 190 },
        ],
        targeted: 500,
        allowed: 498,
        refused: audience().refused,
        stats: stats(),
    }
}

pub fn campaign_row() -> CampaignRow {
    CampaignRow { campaign: campaign(true), targeted: 500, figures: stats() }
}

pub fn audience() -> AudiencePreview {
    let refused = RefusedAnswer {
        account: text("C002"),
        name: text("<b>gras</b>"),
        rule: text("opted_out"),
        reason: text("opposition"),
    };
    AudiencePreview { targeted: 500, allowed: 498, refused: vec![refused] }
}

pub fn follow_row() -> FollowRow {
    FollowRow {
        account: id(1),
        name: text("Lacaze <b>gras</b>"),
        person: text("Anne Lacaze"),
        city: Some(text("Bordeaux")),
        phone: text("+33556010204"),
        furthest: FunnelLevel::Interested,
        last: Some((EventKind::InterestShown, TODAY)),
        last_event: Some(id(9)),
        next_step_on: Some(TODAY),
        refused: None,
    }
}

fn ratio(numerator: u64, denominator: u64) -> RatioAnswer {
    let value = (denominator > 0).then(|| numerator as f64 / denominator as f64);
    RatioAnswer {
        value,
        numerator,
        denominator,
        low: value.map(|v| v / 2.0),
        high: value.map(|v| (v * 2.0).min(1.0)),
    }
}

/// The course's action: 500 letters, 50 meetings, 10 quotes, 5 orders.
pub fn stats() -> StatsAnswer {
    let steps = [
        ("targeted", 500),
        ("contacted", 500),
        ("interested", 50),
        ("meeting", 50),
        ("quote", 10),
        ("order", 5),
    ];
    let step = |(step, count)| FunnelStep {
        step,
        count,
        from_previous: Some(ratio(count, 500)),
        median_days: Some(8.0),
    };
    StatsAnswer {
        scope: ScopeAnswer { campaign: None, from: None, to: None, as_of: None },
        contacts: 1000,
        clients: 300,
        prospects: 700,
        contacted: 500,
        interested: 50,
        new_clients: 5,
        ratios: RatiosAnswer {
            prospecting_rate: ratio(500, 1000),
            prospecting_effectiveness: ratio(500, 700),
            prospector_effectiveness: ratio(50, 500),
            success_rate: ratio(0, 0),
        },
        funnel: steps.into_iter().map(step).collect(),
        cost_cents: 120_000,
        planned_cost_cents: Some(110_000),
        cost_per_contacted_cents: Some(240),
        cost_per_meeting_cents: Some(2_400),
        cac_cents: Some(24_000),
        orders: 5,
        revenue_cents: 1_000_000,
        margin_cents: 200_000,
        result_cents: 80_000,
        roi: Some(0.6667),
        break_even_clients: Some(3),
        retention: RetentionAnswer {
            clients_at_start: 30,
            lost: 5,
            attrition: ratio(5, 30),
            lifetime_years: Some(6.0),
            lifetime_value_cents: Some(240_000),
            attrition_cost_cents: None,
        },
        decision: DecisionAnswer {
            probability_profitable: Some(0.86),
            verdict: Verdict::Renew,
            reason: text("<b>gras</b>"),
        },
    }
}

pub fn forecast() -> ForecastAnswer {
    let estimate = Estimate { expected: Some(12.5), low: Some(3.0), high: None };
    ForecastAnswer {
        contacted: estimate,
        interested: estimate,
        meetings: estimate,
        quotes: estimate,
        orders: estimate,
        cac_cents: estimate,
        result_cents: estimate,
        basis: Basis { kind: "published", campaigns: 0, observations: 0, source: text("source") },
        audience_needed: Some(2_000),
    }
}

pub fn day(is_empty_base: bool) -> Today {
    let meeting = FollowUpRow { is_meeting: true, note: Some(text("<b>gras</b>")), ..follow_up() };
    Today {
        on: TODAY,
        overdue: vec![follow_up()],
        due: vec![follow_up()],
        meetings: vec![meeting],
        running: vec![campaign_row()],
        to_judge: vec![campaign_row()],
        without_next_step: 2,
        is_empty_base,
    }
}
