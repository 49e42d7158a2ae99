//! Lines that cannot be read say where and what.

use filon_core::segment::{Expected, QueryProblem, parse};
use proptest::prelude::*;

use super::{TODAY, refuse};

fn at(line: &str) -> (usize, usize) {
    let error = refuse(line);
    (error.column, error.length)
}

#[test]
fn an_unknown_field_is_pointed_at_and_the_nearest_is_proposed() {
    let error = refuse("dept:33 vile:Lyon");
    assert_eq!((error.column, error.length), (9, 4));
    assert_eq!(error.problem, QueryProblem::UnknownField("vile".into()));
    assert_eq!(error.nearest.as_deref(), Some("ville"));
    assert_eq!(refuse("couleur:rouge").nearest, None);
    // Columns count characters, not bytes.
    assert_eq!(at("é é étpe:client"), (5, 4));
}

#[test]
fn a_bad_value_is_pointed_at() {
    let error = refuse("stage:suspect,prospet");
    assert_eq!((error.column, error.length), (15, 7));
    assert_eq!(error.nearest.as_deref(), Some("prospect"));
    let QueryProblem::BadValue { field, value, expected } = error.problem else { panic!() };
    assert_eq!((field.as_str(), value.as_str(), expected), ("stage", "prospet", Expected::Stage));
    for (line, expected) in [
        ("effectif:beaucoup", Expected::Number),
        ("effectif:>=10..20", Expected::Number),
        ("effectif:1*", Expected::Number),
        ("ca:gros", Expected::Amount),
        ("contacté:bientôt", Expected::Day),
        ("contacté:31/02/2026", Expected::Day),
        ("ville:>Lyon", Expected::Text),
        ("dept:99", Expected::Dept),
        ("region:Gascogne", Expected::Region),
        ("pays:Syldavie", Expected::Country),
        ("canal:pigeon", Expected::Channel),
        ("siret:abc", Expected::Digits),
        ("type:licorne", Expected::Kind),
        ("event:miracle", Expected::Event),
    ] {
        let QueryProblem::BadValue { expected: said, .. } = refuse(line).problem else { panic!("{line}") };
        assert_eq!(said, expected, "{line}");
    }
    assert_eq!(refuse("dept:Girond").nearest.as_deref(), Some("Gironde"));
    assert_eq!(refuse("event:comande").nearest.as_deref(), Some("commande"));
}

#[test]
fn what_is_open_or_missing_is_pointed_at() {
    for (line, problem, column) in [
        ("nom:\"Dupont", QueryProblem::UnclosedQuote, 5),
        ("a (b OU c", QueryProblem::UnclosedParenthesis, 3),
        ("a (", QueryProblem::UnclosedParenthesis, 3),
        ("a )", QueryProblem::UnexpectedParenthesis, 3),
        ("a ()", QueryProblem::UnexpectedParenthesis, 4),
        ("a OU", QueryProblem::UnexpectedEnd, 5),
        ("a SAUF ", QueryProblem::UnexpectedEnd, 8),
        ("OU a", QueryProblem::UnexpectedOperator("OU".into()), 1),
        ("a OU OU b", QueryProblem::UnexpectedOperator("OU".into()), 6),
        ("ville:", QueryProblem::MissingValue("ville".into()), 1),
        ("ville: stage:client", QueryProblem::MissingValue("ville".into()), 1),
        ("- contacté:<90j", QueryProblem::LoneMinus, 1),
        ("ville:Lyon -", QueryProblem::LoneMinus, 12),
    ] {
        let error = refuse(line);
        assert_eq!((error.problem, error.column), (problem, column), "{line}");
    }
    assert_eq!(refuse(&"(".repeat(100_000)).problem, QueryProblem::TooLong);
    assert_eq!(refuse(&"(".repeat(10_000)).problem, QueryProblem::TooDeep);
    assert_eq!(refuse(&"-".repeat(10_000)).problem, QueryProblem::TooDeep);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_line_makes_it_panic_and_errors_lie_within(line in any::<String>()) {
        check(&line);
    }

    #[test]
    fn nor_does_a_line_of_its_own_pieces(pieces in prop::collection::vec(piece(), 0..12)) {
        check(&pieces.concat());
    }
}

fn check(line: &str) {
    let Err(error) = parse(line, TODAY) else { return };
    let characters = line.chars().count();
    assert!(error.length >= 1 && error.column >= 1, "{line:?} {error:?}");
    assert!(error.column + error.length <= characters + 2, "{line:?} {error:?}");
    let mut at_fault = line.chars().skip(error.column - 1).take(error.length);
    match error.problem {
        QueryProblem::UnknownField(name) if !name.is_empty() && !name.contains('"') => {
            assert_eq!(at_fault.collect::<String>(), name);
        }
        QueryProblem::UnclosedParenthesis => assert_eq!(at_fault.next(), Some('(')),
        _ => {}
    }
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "(",
            ")",
            "-",
            " ",
            "  ",
            ":",
            ",",
            "*",
            "\"",
            "«",
            "»",
            "OU",
            "SAUF",
            "ET",
            " OU ",
            " SAUF ",
            ">=",
            "<",
            "..",
            "ville:",
            "naf:43*",
            "effectif:>=10",
            "contacté:<90j",
            "stage:suspect",
            "dept:33,40",
            "champ.x:",
            "champ.\"a b\":1",
            "rdv:2026-03",
            "ca:1M",
            "tel:0556*",
            "vide",
            "é",
            "\\",
            "=",
            "+7j",
            "1",
        ])
        .prop_map(str::to_owned),
        "[a-zA-Zé0-9]{0,4}",
    ]
}
