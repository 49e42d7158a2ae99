//! Contact files: once, twice, in part, and back.

use filon_app::import::{self, AsStage, Input, OnDuplicate, Options};

use crate::app_test;

const FILE: &str = "Référence;Raison sociale;SIRET;Civilité;Prénom;Nom;E-mail;Téléphone;Adresse;CP;Ville;Effectif;Secteur\n\
    C001;Fenêtres Martin;73282932000074;Mme;Léa;Martin;Lea@Martin.fr;05 56 00 00 01;1 rue Haute;33000;Bordeaux;12;Bâtiment\n\
    C002;Toitures Roux;;M.;Paul;Roux;paul@roux.fr;5 56 00 00 02;2 rue Haute;1000;Bourg-en-Bresse;3;Bâtiment\n\
    C003;Jardins Petit;;;;;contact@petit.fr;douze;;75011;Paris;;Espaces verts\n";

app_test!(a_file_brought_in_twice_is_there_once, |world| {
    let first = world.import("clients.csv", FILE);
    assert_eq!((first.rows, first.created, first.merged, first.rejected.len()), (3, 3, 0, 0), "{first:?}");
    assert_eq!((first.format, first.encoding, first.separator.as_deref()), ("csv", "utf-8", Some(";")));
    assert_eq!(first.mapping["CP"], "postcode");
    assert_eq!(first.mapping["Secteur"], "custom.Secteur");
    let noticed: Vec<(usize, &str)> =
        first.notices.iter().map(|notice| (notice.row, notice.column.as_deref().unwrap())).collect();
    assert_eq!(noticed, [(3, "Téléphone"), (3, "CP"), (4, "Téléphone")]);
    assert!(first.notices[1].message.contains("01000"));

    let again = world.import("clients.csv", FILE);
    assert_eq!((again.created, again.merged), (0, 3));
    let listed = world.list("");
    assert_eq!(listed.count, 3);
    let roux = &world.list("toitures").accounts[0];
    assert_eq!((roux.postcode.as_deref(), roux.persons[0].phone.as_str()), (Some("01000"), "+33556000002"));
    assert_eq!((roux.source.as_str(), roux.custom["Secteur"].as_str()), ("clients.csv", "Bâtiment"));
    assert_eq!(world.count("effectif:>=10"), 1);
    world.nothing_differs();
});

app_test!(a_colleague_joins_the_account_and_a_namesake_does_not, |world| {
    world.import("clients.csv", FILE);
    let more = world.import(
        "salon.csv",
        "Société,SIRET,Prénom,Nom,Email,CP,Ville,Site web\n\
         Fenêtres Martin SARL,732 829 320 00074,Jean,Durand,jean@martin.fr,33000,Bordeaux,martin.fr\n\
         Toitures Roux,,Paul,Roux,paul@roux.fr,,,\n\
         Toitures Roux,,Anne,Roux,anne@roux.fr,1000,Bourg,\n\
         Autre Martin,,Léa,Martin,lea@autre.fr,33000,Bordeaux,\n",
    );
    assert_eq!((more.created, more.merged), (1, 3), "{more:?}");
    let martin = &world.list("siret:73282932000074").accounts[0];
    let names: Vec<&str> = martin.persons.iter().map(|person| person.last_name.as_str()).collect();
    assert_eq!((martin.name.as_str(), names), ("Fenêtres Martin", vec!["Martin", "Durand"]));
    let roux = &world.list("toitures").accounts[0];
    assert_eq!(roux.persons.len(), 2, "Paul was known, Anne joins: {roux:?}");
    world.nothing_differs();
});

app_test!(the_three_policies_count_as_they_say, |world| {
    world.import("clients.csv", FILE);
    let with = |on_duplicate| Options { on_duplicate, ..Options::default() };
    let skipped = world.import_with("clients.csv", FILE, &with(OnDuplicate::Skip));
    assert_eq!((skipped.created, skipped.merged, skipped.skipped), (0, 0, 3));
    let dry = world.import_with("clients.csv", FILE, &Options { dry_run: true, ..with(OnDuplicate::Create) });
    assert_eq!((dry.batch, dry.created, world.count("")), (None, 3, 3));
    let made = world.import_with("clients.csv", FILE, &with(OnDuplicate::Create));
    assert_eq!((made.created, world.count("")), (3, 6));
    world.nothing_differs();
});

app_test!(rows_that_cannot_go_in_are_listed_and_the_rest_goes_in, |world| {
    let answer = world.import(
        "achat.csv",
        "Nom société;SIRET;Ville\nBonne;;Lyon\nMauvaise;73282932000075;Lyon\n;;Lyon\nLarge;;Lyon;trop\nSiren;732829320;Lyon\n",
    );
    let rejected: Vec<(usize, Option<&str>)> =
        answer.rejected.iter().map(|row| (row.row, row.column.as_deref())).collect();
    assert_eq!((answer.rows, answer.created), (5, 2), "{answer:?}");
    assert_eq!(rejected[..2], [(3, Some("SIRET")), (4, None)]);
    assert_eq!(rejected[2].0, 5);
    assert_eq!(answer.rejected[0].value, "73282932000075");
    assert_eq!(world.list("siren:732829320").accounts[0].name, "Siren");
});

app_test!(a_mapping_can_be_overruled_and_a_wrong_one_is_refused, |world| {
    let text = "Colonne X;Ville\nDupont;Lyon\n";
    let refused = |map: &[(&str, &str)]| {
        let map = map.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        let input = Input::Bytes { name: "x.csv", bytes: text.as_bytes() };
        import::run(&world.app, &world.me, input, &Options { map, ..Options::default() }, &mut |_, _| {})
    };
    assert!(refused(&[]).unwrap_err().message.contains("Colonne X"));
    assert_eq!(refused(&[("Vile", "name")]).unwrap_err().nearest.as_deref(), Some("Ville"));
    assert!(refused(&[("Colonne X", "couleur")]).is_err());
    assert_eq!(refused(&[("colonne x", "name")]).unwrap().created, 1);
});

app_test!(clients_and_objections_come_in_with_their_file, |world| {
    let text = "Société;Email;CP;Ville;Opposition;Consentement\n\
                Alpha;a@alpha.fr;33000;Bordeaux;oui;\nBeta;b@beta.fr;33000;Bordeaux;;oui\nGamma;c@gamma.fr;33000;Bordeaux;non;stop\n";
    let options = Options { as_stage: Some(AsStage::Client), ..Options::default() };
    world.import_with("clients.csv", text, &options);
    assert_eq!((world.count("stage:client"), world.count("optout:*")), (3, 2));
    // Taken back and brought in again, who objected has still objected.
    let batch = import::batches(&world.app, &world.me).unwrap()[0].id;
    let undone = import::undo(&world.app, &world.me, batch).unwrap();
    assert_eq!((undone.removed, undone.kept.len(), world.count("")), (3, 0, 0));
    let again = world.import(
        "loué.csv",
        "Société;Email;CP;Ville\nAlpha;a@alpha.fr;33000;Bordeaux\nDelta;d@delta.fr;33000;Bordeaux\n",
    );
    assert_eq!((again.created, world.count("optout:*")), (2, 1), "{again:?}");
    world.nothing_differs();
});

app_test!(an_undone_batch_keeps_what_was_worked_on, |world| {
    world.import("clients.csv", FILE);
    world.record("account;event;date\nC002;appel;2026-11-23\n", None);
    let batch = import::batches(&world.app, &world.me).unwrap();
    assert_eq!((batch.len(), batch[0].created, batch[0].file.as_str()), (1, 3, "clients.csv"));
    let undone = import::undo(&world.app, &world.me, batch[0].id).unwrap();
    assert_eq!((undone.removed, undone.kept[0].name.as_str()), (2, "Toitures Roux"));
    assert_eq!(world.count(""), 1);
    assert!(import::undo(&world.app, &world.me, batch[0].id).is_err());
});

app_test!(a_preview_shows_what_an_import_will_do, |world| {
    let input = Input::Bytes { name: "clients.csv", bytes: FILE.as_bytes() };
    let preview = import::preview(&world.app, &world.me, input, &Options::default()).unwrap();
    assert_eq!((preview.counts.created, preview.rows.len(), world.count("")), (3, 3, 0));
    let place = preview.mapping.iter().find(|column| column.header == "CP").unwrap();
    assert_eq!((place.target.as_str(), place.samples[1].as_str()), ("postcode", "1000"));
    assert!(preview.targets.iter().any(|target| target.code == "siret"));
});
