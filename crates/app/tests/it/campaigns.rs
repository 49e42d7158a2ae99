//! From a selection to a decision.

use filon_app::answer::{LettersAnswer, Verdict};
use filon_app::{ErrorKind, campaigns, forecast, segments, settings, stats};
use filon_core::Channel;
use filon_core::campaign::Unit;
use jiff::civil::date;

use crate::app_test;
use crate::world::World;

/// 500 suspects in Bordeaux, and nobody else.
fn five_hundred(world: &World) {
    let rows: String =
        (0..500).map(|n| format!("S{n:03};Société {n};33{:03};Bordeaux;{n} rue Haute\n", n % 1000)).collect();
    let answer = world.import("suspects.csv", &format!("Référence;Société;CP;Ville;Adresse\n{rows}"));
    assert_eq!(answer.created, 500, "{:?}", answer.rejected);
}

/// The letter action T19 of the domain: 500 letters, 50 meetings, 10 quotes, 5 orders.
pub fn t19(world: &World) -> LettersAnswer {
    five_hundred(world);
    world.campaign("Fenêtres", Channel::Letter, "ville:Bordeaux");
    world.cost("fenetres", "Courrier", None, Some(("1,90", Unit::Letter)));
    world.cost("Fenêtres", "Création", Some("250"), None);
    let letters = world.launch("Fenêtres", &world.letter(), "lettres.odt", date(2026, 9, 1)).unwrap();
    let mut outcomes = String::from("account;event;date;amount;margin\n");
    for n in 0..50 {
        outcomes += &format!("S{n:03};meeting;2026-09-15;;\n");
        if n < 10 {
            outcomes += &format!("S{n:03};quote;2026-09-25;1500;\n");
        }
        if n < 5 {
            outcomes += &format!("S{n:03};order;2026-10-05;1500;400\n");
        }
    }
    assert_eq!(world.record(&outcomes, Some("Fenêtres")).recorded, 65);
    letters
}

app_test!(the_letter_action_t19_ends_where_the_domain_says, |world| {
    let letters = t19(world);
    assert_eq!((letters.letters, letters.refused.len()), (500, 0), "{:?}", letters.warnings);
    assert!(std::fs::metadata(world.path("lettres.odt")).unwrap().len() > 1_000);
    let missing: Vec<&str> = letters.warnings.iter().filter_map(|warning| warning.field.as_deref()).collect();
    assert_eq!(missing, ["Remise"]);
    let stats = world.stats("Fenêtres");
    assert_eq!((stats.contacts, stats.contacted, stats.interested, stats.new_clients), (500, 500, 50, 5));
    assert_eq!((stats.cost_cents, stats.cac_cents, stats.margin_cents), (120_000, Some(24_000), 200_000));
    assert_eq!((stats.result_cents, stats.break_even_clients), (80_000, Some(3)));
    assert!((stats.roi.unwrap() - 2.0 / 3.0).abs() < 1e-12);
    let funnel: Vec<u64> = stats.funnel.iter().map(|step| step.count).collect();
    assert_eq!(funnel, [500, 500, 50, 50, 10, 5]);
    assert_eq!(stats.decision.verdict, Verdict::Renew);
    assert!(stats.decision.reason.contains("0,6\u{202f}%"), "{}", stats.decision.reason);

    let request = forecast::Request {
        channel: Channel::Letter,
        audience: 2_000,
        cost_cents: 120_000,
        margin_cents: 40_000,
        target: Some(20),
    };
    let foreseen = forecast::forecast(&world.app, &world.me, &request).unwrap();
    assert_eq!((foreseen.basis.kind, foreseen.audience_needed), ("own", Some(2_000)));
    let scope = stats::Scope::of_campaign("Fenêtres");
    let won = stats::people(&world.app, &world.me, &scope, stats::Figure::NewClients).unwrap();
    assert_eq!(won.len(), 5);
    assert_eq!(stats::monthly(&world.app, &world.me, &scope, 3).unwrap().len(), 3);
    world.nothing_differs();
});

app_test!(a_second_launch_is_refused_and_changes_nothing, |world| {
    world.import("p.csv", "Société;CP;Ville\nAlpha;33000;Bordeaux\n");
    world.campaign("Une", Channel::Letter, "");
    let template = world.letter();
    world.launch("Une", &template, "a.odt", date(2026, 11, 24)).unwrap();
    let again = world.launch("Une", &template, "b.odt", date(2026, 11, 24)).unwrap_err();
    assert_eq!(again.kind, ErrorKind::Conflict);
    assert!(again.message.contains("24/11/2026"), "{}", again.message);
    assert!(!world.path("b.odt").exists());
    let left: Vec<String> = std::fs::read_dir(world.path("a.odt").parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".part"))
        .collect();
    assert_eq!(left, [] as [&str; 0]);
    assert_eq!(world.count("contacté:*"), 1);
});

app_test!(who_objected_gets_no_letter_and_the_reason_is_told, |world| {
    world.import(
        "p.csv",
        "Référence;Société;CP;Ville\nA1;Alpha;33000;Bordeaux\nB1;Beta;33000;Bordeaux\nC1;Gamma;;\nD1;Delta;33000;Bordeaux\n",
    );
    world.record(
        "account;event;date;channel\nA1;opposition;2026-11-01;\nD1;opposition;2026-11-01;e-mail\n",
        None,
    );
    world.campaign("Une", Channel::Letter, "");
    let before = campaigns::audience(&world.app, &world.me, "une").unwrap();
    assert_eq!((before.targeted, before.allowed), (4, 2));
    let answer = world.launch("Une", &world.letter(), "a.odt", date(2026, 11, 24)).unwrap();
    let refused: Vec<(&str, &str)> =
        answer.refused.iter().map(|one| (one.account.as_str(), one.rule.as_str())).collect();
    assert_eq!((answer.letters, refused), (2, vec![("A1", "opted_out"), ("C1", "no_address")]));
    assert!(answer.refused[0].reason.contains("RGPD"));
    let stats = world.stats("Une");
    assert_eq!((stats.contacts, stats.contacted), (4, 2));
    let shown = campaigns::show(&world.app, &world.me, "Une").unwrap();
    assert_eq!((shown.targeted, shown.allowed, shown.refused.len()), (4, 2, 2));
    world.nothing_differs();
});

app_test!(a_list_of_calls_is_frozen_and_calls_are_recorded_as_they_are_made, |world| {
    world.import("p.csv", "Référence;Société;Nom;Téléphone\nA1;Alpha;Roux;0556000001\nB1;Beta;;\n");
    world.campaign("Appels", Channel::Phone, "");
    let launch = campaigns::Launch { campaign: "Appels".into(), ..campaigns::Launch::default() };
    let answer = campaigns::launch(&world.app, &world.me, &launch, &mut |_, _| {}).unwrap();
    assert_eq!((answer.letters, answer.refused[0].rule.as_str()), (0, "no_phone"));
    world.record("account;event;date;minutes\nA1;rdv;2026-11-24;\n", Some("Appels"));
    world.record("account;event;date;minutes\nA1;appel abouti;2026-11-23;4\n", Some("Appels"));
    let rows =
        campaigns::followed(&world.app, &world.me, "Appels", &campaigns::FollowFilter::default()).unwrap();
    let seen: Vec<(&str, campaigns::FunnelLevel)> =
        rows.iter().map(|row| (row.name.as_str(), row.furthest)).collect();
    assert_eq!(
        seen,
        [("Alpha", campaigns::FunnelLevel::Meeting), ("Beta", campaigns::FunnelLevel::Targeted)]
    );
    assert!(rows[1].refused.is_some());
});

app_test!(an_action_ends_in_a_verdict_and_makes_the_next_one, |world| {
    world.import("p.csv", "Société;CP;Ville\nAlpha;33000;Bordeaux\n");
    segments::save(&world.app, &world.me, "Bordelais", "ville:Bordeaux").unwrap();
    let new = campaigns::New {
        name: "Une".into(),
        channel: Channel::Letter,
        purpose: filon_core::Purpose::Acquisition,
        query: None,
        segment: Some("bordelais".into()),
        from: None,
        to: None,
    };
    let made = campaigns::new(&world.app, &world.me, &new).unwrap();
    assert_eq!((made.query.as_str(), made.segment.as_deref()), ("ville:Bordeaux", Some("Bordelais")));
    assert_eq!(campaigns::new(&world.app, &world.me, &new).unwrap_err().kind, ErrorKind::Conflict);
    world.cost("Une", "Création", Some("250"), None);
    world.launch("Une", &world.letter(), "a.odt", date(2026, 11, 24)).unwrap();
    let decided = campaigns::decide(&world.app, &world.me, "Une", Verdict::Renew, "elle rapporte").unwrap();
    assert_eq!(decided.verdict.as_deref(), Some("renew"));
    let next = campaigns::renew(&world.app, &world.me, "Une", "Deux").unwrap();
    assert_eq!((next.launched_on, next.verdict), (None, None));
    let shown = campaigns::show(&world.app, &world.me, "Deux").unwrap();
    assert!(shown.costs[0].line.planned && shown.stats.planned_cost_cents == Some(25_000));
    let unknown = campaigns::show(&world.app, &world.me, "Deus").unwrap_err();
    assert_eq!((unknown.kind, unknown.nearest.as_deref()), (ErrorKind::NotFound, Some("Deux")));
});

app_test!(a_letter_without_the_sender_s_mentions_is_not_made_at_a_screen, |world| {
    world.import("p.csv", "Société;CP;Ville\nAlpha;33000;Bordeaux\n");
    world.campaign("Une", Channel::Letter, "");
    let nadia = world.caller("Nadia");
    let launch = |out: &str, template: &std::path::Path, confirmed| campaigns::Launch {
        campaign: "Une".into(),
        template: Some(campaigns::TemplateRef::File(template.to_owned())),
        out: Some(world.path(out)),
        mentions_confirmed: confirmed,
        ..campaigns::Launch::default()
    };
    let plain = world.letter();
    let asked =
        campaigns::mentions(&world.app, &nadia, "Une", Some(&campaigns::TemplateRef::File(plain.clone())))
            .unwrap();
    assert_eq!((asked.in_template, asked.in_settings, asked.missing.len()), (false, false, 6));
    let refused =
        campaigns::launch(&world.app, &nadia, &launch("a.odt", &plain, false), &mut |_, _| {}).unwrap_err();
    assert!(refused.message.contains("le SIREN") && refused.message.contains("R123-237"), "{refused}");
    assert!(!world.path("a.odt").exists());

    // The settings write nothing on a letter: complete, they change the advice and not the answer.
    let mut kept = settings::get(&world.app).unwrap();
    kept.company = settings::Company {
        name: "Menuiseries de Garonne".into(),
        form: "EI".into(),
        siren: "732829320".into(),
        rcs_city: "Bordeaux".into(),
        city: "Bordeaux".into(),
        ..kept.company
    };
    settings::set(&world.app, &world.me, &kept).unwrap();
    let refused =
        campaigns::launch(&world.app, &nadia, &launch("a.odt", &plain, false), &mut |_, _| {}).unwrap_err();
    assert!(refused.message.contains("aucun SIREN ni RCS dans la lettre"), "{refused}");
    assert!(!refused.message.contains("réglages"), "{refused}");

    let text = std::fs::read_to_string(&plain).unwrap();
    let head =
        "<text:p>SARL au capital de 20 000 €, R<text:span>CS</text:span> Bordeaux</text:p></office:text>";
    let letterhead = world.file("entete.fodt", &text.replace("</office:text>", head));
    let asked = campaigns::TemplateRef::File(letterhead.clone());
    assert!(campaigns::mentions(&world.app, &nadia, "Une", Some(&asked)).unwrap().in_template);
    let made = launch("b.odt", &letterhead, false);
    let answer = campaigns::launch(&world.app, &nadia, &made, &mut |_, _| {}).unwrap();
    assert!(!answer.warnings.iter().any(|warning| warning.message.contains("R123-237")), "{answer:?}");

    world.campaign("Deux", Channel::Letter, "");
    let printed = campaigns::Launch { campaign: "Deux".into(), ..launch("c.odt", &plain, true) };
    assert_eq!(campaigns::launch(&world.app, &nadia, &printed, &mut |_, _| {}).unwrap().letters, 1);
    world.campaign("Trois", Channel::Letter, "");
    let warned = world.launch("Trois", &plain, "d.odt", date(2026, 11, 24)).unwrap();
    assert!(warned.warnings.iter().any(|warning| warning.message.contains("R123-237")), "{warned:?}");
});
