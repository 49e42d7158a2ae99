//! From lines to trees.

use filon_core::segment::{Bounds, Condition, DateBounds, Field, Pattern, Query, Test};
use filon_core::{AccountKind, Channel, EventKind, Stage};
use jiff::civil::{Date, date};

use super::read;

fn is(field: Field, test: Test) -> Query {
    Query::Is(Condition { field, test })
}

fn pattern(text: &str) -> Pattern {
    let open_start = text.starts_with('*');
    let open_end = text.len() > 1 && text.ends_with('*');
    Pattern { text: text.trim_matches('*').to_owned(), open_start, open_end }
}

fn text(field: Field, patterns: &[&str]) -> Query {
    is(field, Test::Text(patterns.iter().map(|text| pattern(text)).collect()))
}

fn word(text: &str) -> Query {
    self::text(Field::Words, &[&format!("*{text}*")])
}

fn day(field: Field, min: Option<Date>, max: Option<Date>) -> Query {
    is(field, Test::Day(vec![DateBounds { min, max }]))
}

fn number(field: Field, min: Option<i64>, max: Option<i64>) -> Query {
    is(field, Test::Number(vec![Bounds { min, max }]))
}

fn not(query: Query) -> Query {
    Query::Not(Box::new(query))
}

#[test]
fn the_line_of_the_contract() {
    assert_eq!(
        read("ville:Bordeaux naf:43* effectif:>=10 -contacté:<90j stage:suspect"),
        Query::And(vec![
            text(Field::City, &["bordeaux"]),
            text(Field::Naf, &["43*"]),
            number(Field::Employees, Some(10), None),
            not(day(Field::Contacted, Some(date(2026, 8, 18)), None)),
            is(Field::Stage, Test::Stages(vec![Stage::Suspect])),
        ])
    );
}

#[test]
fn and_binds_tighter_than_or_and_parentheses_tighter_still() {
    let (a, b, c) = (word("a"), word("b"), word("c"));
    let or = Query::Or(vec![Query::And(vec![a.clone(), b.clone()]), c.clone()]);
    for line in ["a b OU c", "a ET b ou c", "a and b OR c", "(a b) OU (c)"] {
        assert_eq!(read(line), or, "{line}");
    }
    assert_eq!(read("a (b OU c)"), Query::And(vec![a.clone(), Query::Or(vec![b.clone(), c.clone()])]));
    assert_eq!(read("a -(b OU c)"), Query::And(vec![a.clone(), not(Query::Or(vec![b.clone(), c.clone()]))]));
    assert_eq!(read("a SAUF b"), Query::And(vec![a.clone(), not(b.clone())]));
    assert_eq!(read("NOT a"), not(a.clone()));
    assert_eq!(read("a (b c)"), Query::And(vec![a, b, c]));
    assert_eq!(read("  "), Query::All);
    assert_eq!(read("*"), Query::All);
}

#[test]
fn commas_are_any_of() {
    let two = text(Field::Dept, &["33", "40"]);
    for line in ["dept:33,40", "département:33, 40", "DEPT:gironde,landes", "dept: 33,40"] {
        assert_eq!(read(line), two, "{line}");
    }
    assert_eq!(read("dept:1,2a"), text(Field::Dept, &["01", "2A"]));
    assert_eq!(read("dept:20"), text(Field::Dept, &["2A", "2B"]));
    assert_eq!(
        read("ville:\"L'Isle-d'Abeau, centre\",Lyon"),
        text(Field::City, &["l isle d abeau, centre", "lyon"])
    );
}

#[test]
fn stars_and_quotation_marks() {
    assert_eq!(read("nom:Dup*"), text(Field::Name, &["dup*"]));
    assert_eq!(read("nom:*services"), text(Field::Name, &["*services"]));
    assert_eq!(read("nom:*bois*"), text(Field::Name, &["*bois*"]));
    assert_eq!(read("nom:\"Le Gall\"*"), text(Field::Name, &["le gall*"]));
    assert_eq!(read("\"le gall\""), word("le gall"));
    assert_eq!(read("«le gall»"), word("le gall"));
    assert_eq!(read("\"ou\""), word("ou"));
    assert_eq!(
        read("nom:\"5*\""),
        is(Field::Name, Test::Text(vec![Pattern { text: "5*".into(), open_start: false, open_end: false }]))
    );
}

#[test]
fn presence() {
    for line in ["email:vide", "email:empty", "email:\"\""] {
        assert_eq!(read(line), is(Field::Email, Test::Empty), "{line}");
    }
    for line in ["tél:*", "phone:filled"] {
        assert_eq!(read(line), is(Field::Phone, Test::Filled), "{line}");
    }
    assert_eq!(read("rdv:non"), is(Field::Meeting, Test::Empty));
    assert_eq!(read("contacté:jamais"), is(Field::Contacted, Test::Empty));
    assert_eq!(
        read("ville:vide,Lyon"),
        Query::Or(vec![is(Field::City, Test::Empty), text(Field::City, &["lyon"])])
    );
    assert_eq!(read("ville:\"vide\""), text(Field::City, &["vide"]));
}

#[test]
fn numbers_and_amounts() {
    assert_eq!(read("effectif:>10"), number(Field::Employees, Some(11), None));
    assert_eq!(read("effectif:<10"), number(Field::Employees, None, Some(9)));
    assert_eq!(read("employees>=10"), number(Field::Employees, Some(10), None));
    assert_eq!(read("effectif:10..49"), number(Field::Employees, Some(10), Some(49)));
    assert_eq!(read("effectif:49..10"), number(Field::Employees, Some(10), Some(49)));
    assert_eq!(read("effectif:..9"), number(Field::Employees, None, Some(9)));
    assert_eq!(read("effectif:12"), number(Field::Employees, Some(12), Some(12)));
    assert_eq!(read("ca:>=1M"), number(Field::Revenue, Some(100_000_000), None));
    assert_eq!(read("ca:>= 350k"), number(Field::Revenue, Some(35_000_000), None));
    assert_eq!(read("ca:\"1,2 M€\".."), number(Field::Revenue, Some(120_000_000), None));
    assert_eq!(read("montant:<1500.50"), number(Field::Amount, None, Some(150_049)));
}

#[test]
fn durations_count_back_from_now() {
    let days_90 = date(2026, 8, 17);
    assert_eq!(read("contacté:<90j"), day(Field::Contacted, Some(date(2026, 8, 18)), None));
    assert_eq!(read("contacté:<=90d"), day(Field::Contacted, Some(days_90), None));
    assert_eq!(read("contacté:>90j"), day(Field::Contacted, None, Some(date(2026, 8, 16))));
    assert_eq!(read("contacté:>=90j"), day(Field::Contacted, None, Some(days_90)));
    assert_eq!(read("contacté:90j"), day(Field::Contacted, Some(days_90), Some(super::TODAY)));
    assert_eq!(read("contacté:30j..90j"), day(Field::Contacted, Some(days_90), Some(date(2026, 10, 16))));
    assert_eq!(read("créé:>3m"), day(Field::Created, None, Some(date(2026, 8, 14))));
    assert_eq!(read("entrant:<1a"), day(Field::Inbound, Some(date(2025, 11, 16)), None));
    assert_eq!(read("inbound:<1y"), read("entrant:<1a"));
    assert_eq!(read("relance:<=+7j"), day(Field::FollowUp, None, Some(date(2026, 11, 22))));
    assert_eq!(read("relance:<=aujourd'hui"), day(Field::FollowUp, None, Some(super::TODAY)));
}

#[test]
fn days_of_the_calendar() {
    let march = day(Field::Contacted, Some(date(2026, 3, 1)), Some(date(2026, 3, 31)));
    assert_eq!(read("contacted:2026-03"), march);
    assert_eq!(read("contacté:03/2026"), march);
    assert_eq!(read("commande:2025"), day(Field::Order, Some(date(2025, 1, 1)), Some(date(2025, 12, 31))));
    let ides = date(2026, 3, 15);
    for line in ["rdv:2026-03-15", "rdv:15/03/2026", "meeting:\"15 mars 2026\""] {
        assert_eq!(read(line), day(Field::Meeting, Some(ides), Some(ides)), "{line}");
    }
    assert_eq!(read("devis:>=2026-03"), day(Field::Quote, Some(date(2026, 3, 1)), None));
    assert_eq!(read("devis:>2026-03"), day(Field::Quote, Some(date(2026, 4, 1)), None));
    assert_eq!(read("devis:<2026"), day(Field::Quote, None, Some(date(2025, 12, 31))));
    assert_eq!(read("créé:2026-01..2026-03-15"), day(Field::Created, Some(date(2026, 1, 1)), Some(ides)));
}

#[test]
fn words_of_both_languages_for_values() {
    assert_eq!(read("type:entreprise"), is(Field::Kind, Test::Kinds(vec![AccountKind::Company])));
    assert_eq!(read("kind:individual"), read("type:Particulier"));
    let former = is(Field::Stage, Test::Stages(vec![Stage::FormerClient]));
    for line in ["étape:\"ancien client\"", "stage:former", "statut:ancien", "stage:former_client"] {
        assert_eq!(read(line), former, "{line}");
    }
    assert_eq!(
        read("canal:courrier,tel"),
        is(Field::Channel, Test::Channels(vec![Channel::Letter, Channel::Phone]))
    );
    assert_eq!(read("opt-out:email"), is(Field::OptOut, Test::Channels(vec![Channel::Email])));
    assert_eq!(read("consentement:oui"), is(Field::Consent, Test::Filled));
    assert_eq!(read("événement:npai"), is(Field::Event, Test::Events(vec![EventKind::LetterReturned])));
    assert_eq!(
        read("event:rdv"),
        is(
            Field::Event,
            Test::Events(vec![EventKind::MeetingSet, EventKind::MeetingHeld, EventKind::MeetingMissed])
        )
    );
    assert_eq!(read("devis:accepté"), is(Field::Event, Test::Events(vec![EventKind::QuoteAccepted])));
    assert_eq!(read("région:75"), text(Field::Region, &["nouvelle aquitaine"]));
    assert_eq!(read("region:\"Nouvelle Aquitaine\""), read("region:nouvelle-aquitaine"));
    assert_eq!(read("pays:Belgique"), text(Field::Country, &["be"]));
}

#[test]
fn values_take_the_form_in_which_they_are_compared() {
    assert_eq!(read("naf:43.22a"), text(Field::Naf, &["4322A"]));
    assert_eq!(read("ape:43"), text(Field::Naf, &["43*"]));
    assert_eq!(read("siret:\"732 829 320 00074\""), text(Field::Siret, &["73282932000074"]));
    assert_eq!(read("tel:\"05 56 00 00 00\""), text(Field::Phone, &["+33556000000"]));
    assert_eq!(read("tel:0556*"), text(Field::Phone, &["+33556*"]));
    assert_eq!(read("mail:*@Orange.fr"), text(Field::Email, &["*@orange.fr"]));
    assert_eq!(read("ville:\"ST ETIENNE\""), text(Field::City, &["saint etienne"]));
    assert_eq!(read("cp:33"), text(Field::Postcode, &["33*"]));
    assert_eq!(read("champ.Secteur:BTP"), text(Field::Custom("secteur".into()), &["btp"]));
    assert_eq!(read("champ.\"N° (interne)\":7"), text(Field::Custom("n° (interne)".into()), &["7"]));
}
