//! Scripts written, versioned, compared.

use filon_app::calls::{self, Conclude};
use filon_app::settings::{Company, Settings};
use filon_app::{ErrorKind, scripts, settings};
use filon_core::call::{BlockKind, CallResult, Example, Goal, Piece, Technique};

use crate::app_test;
use crate::calls::{ended, forty, list};

app_test!(a_version_that_served_is_kept_and_the_next_one_is_written, |world| {
    forty(world);
    let id = scripts::from_example(&world.app, &world.me, Example::Caisse).unwrap();
    let twin = scripts::from_example(&world.app, &world.me, Example::Caisse).unwrap();
    let names: Vec<String> =
        scripts::list(&world.app, &world.me).unwrap().into_iter().map(|row| row.name).collect();
    assert!(names[1].ends_with(" (2)") && names.len() == 2, "{names:?}");
    scripts::archive(&world.app, &world.me, twin).unwrap();

    let mut script = scripts::get(&world.app, &world.me, id, None).unwrap().script;
    script.offer = "Une caisse en règle".into();
    assert_eq!(scripts::save(&world.app, &world.me, &script, 1).unwrap(), 1, "nobody called with it");
    let list = list(world, "Atelier", Some(id));
    let cockpit = calls::next(&world.app, &world.me, list).unwrap().unwrap();
    assert_eq!(cockpit.script.as_ref().unwrap().version, 1);
    calls::conclude(&world.app, &world.me, &ended(list, &cockpit, CallResult::Refused)).unwrap();
    let shown = scripts::get(&world.app, &world.me, id, None).unwrap();
    assert!(shown.served && shown.versions[0].calls == 1);
    script.offer = "Une caisse en règle, en deux jours".into();
    assert_eq!(scripts::save(&world.app, &world.me, &script, 1).unwrap(), 2);
    let stale = scripts::save(&world.app, &world.me, &script, 1).unwrap_err();
    assert!(stale.kind == ErrorKind::Conflict && stale.message.contains("version 2"), "{stale}");
    let first = scripts::get(&world.app, &world.me, id, Some(1)).unwrap();
    assert_eq!(first.script.offer, "Une caisse en règle");

    // A call that began with the first version ends with it, though the second was saved meanwhile.
    let cockpit = calls::next(&world.app, &world.me, list).unwrap().unwrap();
    assert_eq!(cockpit.script.as_ref().unwrap().version, 2);
    let objection = script.objections[0].id;
    let version = scripts::promote(
        &world.app,
        &world.me,
        id,
        objection,
        "Et si c’était gratuit ?",
        Technique::Question,
    )
    .unwrap();
    let promoted = scripts::get(&world.app, &world.me, id, Some(version)).unwrap().script;
    assert!(promoted.objections[0].replies.iter().any(|reply| reply.text.contains("gratuit")));
    world.nothing_differs();
});

app_test!(what_a_script_lacks_is_told_and_it_does_not_serve, |world| {
    forty(world);
    let id = scripts::create(&world.app, &world.me, "Rappel", Goal::Meeting).unwrap();
    let twice = scripts::create(&world.app, &world.me, "rappel", Goal::Meeting).unwrap_err();
    assert_eq!(twice.kind, ErrorKind::Conflict);
    let shown = scripts::get(&world.app, &world.me, id, None).unwrap();
    assert_eq!(shown.script.blocks.len(), BlockKind::ALL.len());
    assert!(shown.problems.iter().any(|(_, problem, said)| problem.is_blocking() && !said.is_empty()));
    let new = calls::NewList { name: None, from: calls::From::Query("Atelier".into()), script: Some(id) };
    let refused = calls::open_list(&world.app, &world.me, &new).unwrap_err();
    assert!(refused.message.contains("Rappel"), "{refused}");
    let mut script = shown.script;
    script.blocks[0].text = "Bonjour {Prenon}, ici {Moi}, de {Notre société}.".into();
    let problems = scripts::check(&world.app, &world.me, &script).unwrap();
    assert!(problems.iter().any(|(.., said)| said.contains("{Prénom}")), "{problems:?}");
    assert!(scripts::compare(&world.app, &world.me, id, 1, 1).is_err());
    let copy = scripts::copy(&world.app, &world.me, id, "Rappel de printemps").unwrap();
    assert_ne!(copy, id);
});

app_test!(a_script_is_read_out_for_whom_is_called, |world| {
    world.import(
        "p.csv",
        "Société;Civilité;Prénom;Nom;Téléphone;Ville\nAlpha;Mme;Claire;Roux;0556000001;Pessac\n",
    );
    let company = Company {
        name: "Menuiseries de Garonne".into(),
        phone: "05 36 49 00 00".into(),
        ..Company::default()
    };
    settings::set(&world.app, &world.me, &Settings { company, ..Settings::default() }).unwrap();
    let nadia = world.caller("Nadia Labat");
    let id = scripts::from_example(&world.app, &nadia, Example::Comptable).unwrap();
    let script = scripts::get(&world.app, &nadia, id, None).unwrap().script;
    let account = world.list("alpha").accounts[0].id.parse().unwrap();
    let filled = scripts::filled(&world.app, &nadia, &script, Some(account)).unwrap();
    let said: String = filled.blocks.iter().map(|block| block.text.text() + "\n").collect();
    assert!(said.contains("Nadia Labat") && said.contains("Menuiseries de Garonne"), "{said}");
    assert!(said.contains("Roux") && !said.contains('{'), "{said}");
    let unknown = filled.blocks.iter().flat_map(|block| &block.text.pieces);
    assert!(!unknown.clone().any(|piece| matches!(piece, Piece::Unknown(_))));
    let guide = scripts::filled(&world.app, &nadia, &script, None).unwrap();
    let said: String = guide.blocks.iter().map(|block| block.text.text()).collect();
    assert!(!said.contains('{'), "{said}");
});

app_test!(two_versions_are_heard_by_as_many, |world| {
    forty(world);
    let id = scripts::from_example(&world.app, &world.me, Example::Nettoyage).unwrap();
    let mut script = scripts::get(&world.app, &world.me, id, None).unwrap().script;
    let list = list(world, "Atelier", Some(id));
    let cockpit = calls::next(&world.app, &world.me, list).unwrap().unwrap();
    calls::conclude(&world.app, &world.me, &ended(list, &cockpit, CallResult::Refused)).unwrap();
    script.offer = "Autrement dit".into();
    assert_eq!(scripts::save(&world.app, &world.me, &script, 1).unwrap(), 2);
    scripts::compare(&world.app, &world.me, id, 1, 2).unwrap();
    let mut heard = [0, 0];
    while let Some(cockpit) = calls::next(&world.app, &world.me, list).unwrap() {
        let arm = cockpit.arm.unwrap();
        assert_eq!(cockpit.script.as_ref().unwrap().version, arm);
        heard[usize::try_from(arm).unwrap() - 1] += 1;
        assert!(i32::abs(heard[0] - heard[1]) <= 2, "{heard:?}");
        let end = Conclude { draft: cockpit.draft.clone(), ..ended(list, &cockpit, CallResult::Refused) };
        calls::conclude(&world.app, &world.me, &end).unwrap();
    }
    assert_eq!(heard[0] + heard[1], 39);
    let rows = calls::lessons(
        &world.app,
        &world.me,
        &calls::LessonScope { script: Some(id), ..Default::default() },
        filon_core::call::By::Version,
    )
    .unwrap();
    let (a, b, found, sentence) = rows.comparison.unwrap();
    assert_eq!((a, b, found.a.denominator), (1, 2, u64::try_from(heard[0]).unwrap() + 1));
    assert!(sentence.contains("trop peu"), "{sentence}");
    scripts::stop_comparing(&world.app, &world.me, id).unwrap();
    assert_eq!(scripts::get(&world.app, &world.me, id, None).unwrap().comparison, None);
    world.nothing_differs();
});
