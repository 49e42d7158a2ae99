//! Accounts typed in, corrected, looked at, taken out; the base kept and moved.

use filon_app::accounts::{self, Edit, EditError, ExportFormat};
use filon_app::{App, ErrorKind, backup};
use filon_core::{Channel, EventKind};
use jiff::civil::date;

use crate::app_test;

app_test!(an_account_is_typed_in_and_corrected_field_by_field, |world| {
    let typed = Edit {
        name: "Fenêtres Martin".into(),
        siret: "732 829 320 00074".into(),
        postcode: "33000".into(),
        city: "Bordeaux".into(),
        revenue: "1,2 M€".into(),
        tags: "fenêtres, PVC".into(),
        last_name: "Martin".into(),
        person_phone: "05 56 00 00 01".into(),
        ..Edit::default()
    };
    let id = accounts::create(&world.app, &world.me, &typed).unwrap();
    let shown = accounts::editable(&world.app, &world.me, id).unwrap();
    assert_eq!((shown.revenue.as_str(), shown.person_phone.as_str()), ("1200000", "05 56 00 00 01"));
    assert_eq!(shown.source, "Saisie manuelle");

    let wrong =
        Edit { siret: "73282932000075".into(), person_email: "lea(at)martin".into(), ..shown.clone() };
    let Err(EditError::Fields(fields)) = accounts::edit(&world.app, &world.me, id, &wrong) else {
        panic!("two fields are wrong")
    };
    let names: Vec<&str> = fields.iter().map(|field| field.field).collect();
    assert_eq!(names, ["siret", "person_email"]);

    let better = Edit { person_email: "lea@martin.fr".into(), tags: "PVC".into(), ..shown };
    accounts::edit(&world.app, &world.me, id, &better).unwrap();
    assert_eq!((world.count("email:lea@martin.fr"), world.count("étiquette:fenêtres")), (1, 0));
    let twice = accounts::create(&world.app, &world.me, &Edit { name: "Autre".into(), ..better });
    assert!(matches!(twice, Err(EditError::Fields(fields)) if fields[0].field == "siret"));
    assert_eq!(accounts::set_tag(&world.app, &world.me, &[id], "salon").unwrap(), 1);
    assert_eq!(accounts::set_tag(&world.app, &world.me, &[id], "Salon").unwrap(), 0);
    let facets = accounts::facets(&world.app, &world.me, "").unwrap();
    let tags = &facets.iter().find(|(field, _)| *field == "tag").unwrap().1;
    assert!(tags.iter().all(|facet| world.count(&facet.query) == facet.count) && tags.len() == 2);
    assert_eq!(accounts::remove_tag(&world.app, &world.me, &[id], "SALON").unwrap(), 1);
    world.nothing_differs();
});

app_test!(a_fiche_tells_the_right_on_each_channel_and_what_happened, |world| {
    world.import(
        "p.csv",
        "Prénom;Nom;Email;Téléphone;CP;Ville\nLéa;Martin;lea@martin.fr;0612345678;33000;Bordeaux\n",
    );
    world.record("account;event;date;note\nlea@martin.fr;courrier;2026-11-20;\nlea@martin.fr;rdv;2026-11-22;chez elle\n", None);
    let id = world.list("").accounts[0].id.parse().unwrap();
    let fiche = accounts::fiche(&world.app, &world.me, id).unwrap();
    let rights: Vec<(Channel, bool)> =
        fiche.rights.iter().map(|right| (right.channel, right.allowed)).collect();
    let expected =
        [(Channel::Letter, true), (Channel::Email, false), (Channel::Phone, false), (Channel::Visit, true)];
    assert_eq!(rights, expected, "a private individual who consented to nothing");
    assert!(fiche.rights[1].source.contains("à vérifier"), "{:?}", fiche.rights[1]);
    let kinds: Vec<EventKind> = fiche.timeline.iter().map(|line| line.kind).collect();
    assert_eq!(kinds, [EventKind::MeetingSet, EventKind::LetterPosted]);
    assert_eq!(fiche.batch.as_deref(), Some("p.csv"));
    assert_eq!(
        accounts::fiche(&world.app, &world.me, fiche.timeline[0].id).unwrap_err().kind,
        ErrorKind::NotFound
    );
});

app_test!(what_is_exported_is_read_back_the_same, |world| {
    world.import(
        "p.csv",
        "Référence;Société;SIRET;Prénom;Nom;Email;Téléphone;Adresse;CP;Ville;Secteur\n\
         A1;Alpha;73282932000074;Léa;Roux;lea@alpha.fr;0556000001;1 rue Haute;01000;Bourg;=1+1\n\
         A1;Alpha;;Jean;Roux;jean@alpha.fr;;;;;\nB1;Beta;;;;;;;33000;Bordeaux;\n",
    );
    let before = world.list("").accounts;
    for format in ExportFormat::ALL {
        let mut bytes = Vec::new();
        assert_eq!(accounts::export(&world.app, &world.me, "", None, format, &mut bytes).unwrap(), 2);
        if format == ExportFormat::Vcf {
            assert_eq!(String::from_utf8(bytes).unwrap().matches("BEGIN:VCARD").count(), 3);
            continue;
        }
        let name = format!("sortie.{}", format.ending());
        let input = filon_app::import::Input::Bytes { name: &name, bytes: &bytes };
        let again = filon_app::import::run(&world.app, &world.me, input, &Default::default(), &mut |_, _| {})
            .unwrap();
        assert_eq!((again.rows, again.created, again.merged), (3, 0, 3), "{name}: {again:?}");
        let after = world.list("").accounts;
        assert_eq!(format!("{before:?}"), format!("{after:?}"), "{name}");
    }
});

app_test!(a_backup_is_restored_and_moved_with_every_figure, |world| {
    world.import("p.csv", "Référence;Société;CP;Ville\nA1;Alpha;33000;Bordeaux\n");
    world.record("account;event;date;amount;margin\nA1;commande;2026-11-20;100;40\n", None);
    let made = backup::backup(&world.app, &world.me, &world.path("sauvegarde.filon")).unwrap();
    assert_eq!((made.accounts, made.events, made.sha256.len()), (1, 1, 64));
    let url = world.path("restauré.db").display().to_string();
    backup::restore(&url, &world.me, &world.path("sauvegarde.filon")).unwrap();
    let restored = App::open(&url).unwrap();
    assert_eq!(accounts::count(&restored, &world.me, "stage:client").unwrap(), 1);
    let other = world.path("copie.db").display().to_string();
    assert_eq!(backup::copy(&world.app, &world.me, &other).unwrap().events, 1);
    let moved = App::open(&other).unwrap();
    assert_eq!(filon_app::check::check(&moved, &world.me).unwrap().differences, []);
    world.file("faux.filon", "rien");
    assert!(backup::restore(&url, &world.me, &world.path("faux.filon")).is_err());
    assert_eq!(accounts::count(&App::open(&url).unwrap(), &world.me, "").unwrap(), 1);
});

app_test!(figures_stand_as_they_stood_on_a_past_day, |world| {
    world.import("p.csv", "Référence;Société;CP;Ville\nA1;Alpha;33000;Bordeaux\nB1;Beta;33000;Bordeaux\n");
    world.record(
        "account;event;date;amount;margin\nA1;courrier;2026-10-01;;\nA1;commande;2026-11-20;100;40\n",
        None,
    );
    let stats = |as_of| {
        let scope = filon_app::stats::Scope { as_of: Some(as_of), ..Default::default() };
        filon_app::stats::stats(&world.app, &world.me, &scope).unwrap()
    };
    assert_eq!((stats(date(2026, 10, 31)).new_clients, stats(date(2026, 11, 24)).new_clients), (0, 1));
    assert_eq!(stats(date(2026, 9, 1)).ratios.success_rate.value, None);
});

app_test!(a_file_for_mailing_holds_only_those_who_may_be_contacted, |world| {
    world.import(
        "p.csv",
        "Référence;Société;Email;CP;Ville\nA1;Alpha;a@alpha.fr;33000;Bordeaux\nB1;Beta;b@beta.fr;33000;Bordeaux\nC1;Gamma;;33000;Bordeaux\n",
    );
    world.record("account;event;date;channel\nB1;opposition;2026-11-01;\n", None);
    let (mut copy, mut mailing) = (Vec::new(), Vec::new());
    let csv = ExportFormat::Csv;
    assert_eq!(accounts::export(&world.app, &world.me, "", None, csv, &mut copy).unwrap(), 3);
    let made =
        accounts::export_for(&world.app, &world.me, "", None, csv, Channel::Email, &mut mailing).unwrap();
    let refused: Vec<(&str, &str)> =
        made.refused.iter().map(|one| (one.account.as_str(), one.rule.as_str())).collect();
    assert_eq!((made.accounts, refused), (1, vec![("B1", "opted_out"), ("C1", "no_email")]));
    let text = String::from_utf8(mailing).unwrap();
    assert!(text.contains("Alpha") && !text.contains("Beta") && !text.contains("Gamma"), "{text}");
});
