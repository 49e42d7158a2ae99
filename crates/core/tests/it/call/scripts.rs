//! Scripts: the four examples are complete, and what a script lacks is named.

use filon_core::call::{
    BlockKind, CallScript, Example, Fills, ObjectionKind, OwnField, Place, Problem, problems,
};

use super::script;

#[test]
fn the_examples_lack_nothing() {
    for which in Example::ALL {
        let script = script(which);
        assert_eq!(problems(&script, &which.custom_fields()), [], "{}", script.name);
        assert!(BlockKind::ALL.iter().all(|kind| script.blocks_of(*kind).next().is_some()));
        assert!((6..=10).contains(&script.objections.len()), "{}", script.name);
        for kind in ObjectionKind::ALL {
            assert!(script.objections.iter().filter(|objection| objection.kind == kind).count() >= 3);
        }
        assert!(script.objections.iter().all(|objection| (2..=3).contains(&objection.replies.len())));
        assert!(script.questions().all(|question| question.fills.is_some()));
        // French typography throughout.
        for text in script.texts() {
            assert!(!text.contains(" ?") && !text.contains('\'') && !text.contains("  "), "{text}");
            assert_eq!(text.trim(), text);
        }
    }
}

#[test]
fn a_script_reads_back_from_json() {
    let script = script(Example::Comptable);
    let json = serde_json::to_string(&script).unwrap();
    assert!(json.contains("\"custom.Factures par mois\"") && json.contains("\"technique\":\"temoignage\""));
    assert_eq!(serde_json::from_str::<CallScript>(&json).unwrap(), script);
    let wrong = json.replace("custom.Factures par mois", "siret");
    assert!(serde_json::from_str::<CallScript>(&wrong).is_err());
}

#[test]
fn versions_share_their_identifiers() {
    let first = script(Example::Caisse);
    let second = first.next_version();
    assert_eq!((second.id, second.version), (first.id, 2));
    assert_eq!(second.objections[0].replies[0].id, first.objections[0].replies[0].id);
}

fn found(change: impl FnOnce(&mut CallScript)) -> Vec<(Place, Problem)> {
    let mut script = script(Example::Nettoyage);
    change(&mut script);
    problems(&script, &Example::Nettoyage.custom_fields())
}

#[test]
fn whatever_is_missing_is_named() {
    let only = |change: fn(&mut CallScript)| -> Problem {
        let found = found(change);
        assert_eq!(found.len(), 1, "{found:?}");
        found.into_iter().next().unwrap().1
    };
    assert_eq!(only(|script| script.name = " ".into()), Problem::NoName);
    for kind in [BlockKind::Purpose, BlockKind::PositiveClose, BlockKind::NegativeClose] {
        let problems = found(|script| script.blocks.retain(|block| block.kind != kind));
        assert_eq!(problems, [(Place::Script, Problem::Missing(kind))]);
        assert!(problems[0].1.is_blocking());
    }
    let anonymous = only(|script| {
        for block in &mut script.blocks {
            block.text = block.text.replace("{Moi}", "je suis votre conseiller");
        }
    });
    assert_eq!(anonymous, Problem::CallerNotNamed(OwnField::Me));
    assert!(!anonymous.is_blocking());
    assert_eq!(only(|script| script.blocks.swap(2, 3)), Problem::OutOfOrder);
    assert_eq!(only(|script| script.blocks[5].text.clear()), Problem::Empty);
    assert_eq!(only(|script| script.blocks[4].arguments[0].proof.clear()), Problem::IncompleteArgument);
    assert_eq!(only(|script| script.objections[0].replies.clear()), Problem::NoReply);
    assert_eq!(only(|script| script.objections[0].said.clear()), Problem::NothingSaid);
    let pretext = only(|script| {
        let pretext = script.objections.iter_mut().find(|it| it.kind == ObjectionKind::Pretext);
        pretext.unwrap().real_reason_question = None;
    });
    assert_eq!(pretext, Problem::NoRealReasonQuestion);
    let twice = only(|script| {
        script.blocks[3].questions[1].fills = Some(Fills::try_from("employees".to_owned()).unwrap());
    });
    assert_eq!(twice, Problem::FilledTwice);
    let unknown = only(|script| script.blocks[2].text.push_str(" {Prenon}"));
    assert!(matches!(unknown, Problem::UnknownField(field) if field.nearest.as_deref() == Some("Prénom")));
}

#[test]
fn a_second_purpose_or_the_same_identifier_twice_is_named() {
    let problems = found(|script| {
        let purpose = script.blocks[2].clone();
        script.blocks.insert(3, purpose);
    });
    let id = script(Example::Nettoyage).blocks[2].id;
    assert_eq!(
        problems,
        [(Place::Script, Problem::Repeated(BlockKind::Purpose)), (Place::Block(id), Problem::SameId)]
    );
}
