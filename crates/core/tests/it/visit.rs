//! Paul wrote his report in a car park without network; Anne, at the office, had it open too.

use filon_core::VisitReport;
use filon_core::visit::{VisitConflict, VisitField, VisitNext, merge};
use jiff::civil::date;
use proptest::prelude::*;

use crate::story::id;

fn saved() -> VisitReport {
    VisitReport {
        people: "Mme Martin".into(),
        needs: "Une caisse qui tient le stock".into(),
        next_step: Some(VisitNext {
            who: Some(id(70)),
            what: "Envoyer le devis".into(),
            on: date(2026, 11, 20),
        }),
        probability: Some(40),
        ..VisitReport::blank(id(5), id(1), date(2026, 11, 16))
    }
}

#[test]
fn what_each_changed_alone_comes_together() {
    let mut mine = saved();
    mine.objections = "Trouve le prix élevé".into();
    mine.probability = Some(60);
    let mut theirs = saved();
    theirs.people = "Mme Martin, M. Petit".into();
    theirs.next_step = None;
    let merged = merge(&saved(), &mine, &theirs);
    assert_eq!(merged.conflicts, []);
    let both = VisitReport { objections: mine.objections, probability: Some(60), ..theirs };
    assert_eq!(merged.report, both);
}

#[test]
fn where_both_wrote_theirs_stays_and_mine_is_told() {
    let mut mine = saved();
    mine.needs = "Deux caisses".into();
    mine.note = "Revenir avec la démo".into();
    let mut theirs = saved();
    theirs.needs = "Une caisse et un terminal".into();
    theirs.note = "Revenir avec la démo".into();
    let merged = merge(&saved(), &mine, &theirs);
    assert_eq!(merged.report, theirs);
    let conflict = VisitConflict { field: VisitField::Needs, mine: mine.needs, theirs: theirs.needs };
    assert_eq!(merged.conflicts, [conflict]);
}

#[test]
fn a_next_step_is_never_the_day_of_one_and_the_deed_of_the_other() {
    let step =
        |what: &str, day| Some(VisitNext { who: Some(id(70)), what: what.into(), on: date(2026, 11, day) });
    let mine = VisitReport { next_step: step("Rappeler", 20), ..saved() };
    let theirs = VisitReport { next_step: step("Envoyer le devis", 27), ..saved() };
    let merged = merge(&saved(), &mine, &theirs);
    assert_eq!(merged.report, theirs);
    let told: Vec<_> =
        merged.conflicts.iter().map(|it| (it.field, it.mine.as_str(), it.theirs.as_str())).collect();
    let expected = [
        (VisitField::NextWhat, "Rappeler", "Envoyer le devis"),
        (VisitField::NextOn, "2026-11-20", "2026-11-27"),
    ];
    assert_eq!(told, expected);
    // Taken away by one, left alone by the other: it is away.
    let gone = VisitReport { next_step: None, ..saved() };
    assert_eq!(merge(&saved(), &gone, &saved()).report, gone);
}

#[test]
fn the_same_save_sent_twice_changes_nothing_more() {
    let mine = VisitReport { subject: "Présentation\r\nde la gamme".into(), ..saved() };
    let once = merge(&saved(), &mine, &saved());
    assert_eq!(merge(&saved(), &mine, &once.report), once);
    // A form's line ends are not a change of anybody's.
    let reread = VisitReport { subject: "Présentation\nde la gamme".into(), ..saved() };
    assert_eq!(merge(&saved(), &mine, &reread).conflicts, []);
}

#[test]
fn fields_are_set_from_what_is_typed() {
    let mut report = saved();
    for (field, typed, kept) in [
        (VisitField::On, "17/11/2026", "2026-11-17"),
        (VisitField::Probability, "75 %", "75"),
        (VisitField::Probability, "100", "100"),
        (VisitField::Probability, "", ""),
        (VisitField::NextOn, "1er décembre 2026", "2026-12-01"),
        (VisitField::NextWhat, "Rappeler", "Rappeler"),
        (VisitField::NextWho, "", ""),
        (VisitField::Note, " deux\nlignes ", " deux\nlignes "),
    ] {
        assert_eq!(report.set(field, typed), Ok(()), "{field:?}");
        assert_eq!(report.text(field), kept, "{field:?}");
    }
    let before = report.clone();
    for (field, typed) in [
        (VisitField::Probability, "101"),
        (VisitField::Probability, "-1"),
        (VisitField::On, ""),
        (VisitField::On, "31/02/2026"),
        (VisitField::NextOn, "bientôt"),
        (VisitField::By, "Paul"),
    ] {
        let refused = report.set(field, typed).unwrap_err();
        assert_eq!((refused.field, refused.text.as_str()), (field, typed));
    }
    assert_eq!(report, before);
    report.set(VisitField::NextOn, " ").unwrap();
    assert_eq!(report.next_step, None);
}

#[test]
fn codes_read_back_and_a_report_is_kept_as_json() {
    assert!(VisitField::ALL.iter().all(|field| VisitField::from_code(field.code()) == Some(*field)));
    let kept = serde_json::to_string(&saved()).unwrap();
    assert_eq!(serde_json::from_str::<VisitReport>(&kept).unwrap(), saved());
    let begun = format!(r#"{{"id":"{}","account":"{}","on":"2026-11-16"}}"#, id(5), id(1));
    let blank = VisitReport::blank(id(5), id(1), date(2026, 11, 16));
    assert_eq!(serde_json::from_str::<VisitReport>(&begun).unwrap(), blank);
}

/// Few values for each field, so that sides often agree, differ, or go back to the base.
fn report() -> impl Strategy<Value = VisitReport> {
    let text =
        || prop::sample::select(vec!["", "un", "deux", "un\ndeux", "un\r\ndeux"]).prop_map(str::to_owned);
    let number = || prop::option::of(1..3u128);
    let next = prop::option::of((number(), text(), 1..3i8));
    let texts = prop::collection::vec(text(), 7);
    (texts, number(), number(), 1..3i8, next, prop::option::of(0..3u8)).prop_map(
        |(texts, meeting, by, day, next, probability)| {
            let text = |at: usize| texts[at].clone();
            VisitReport {
                meeting: meeting.map(id),
                by: by.map(id),
                place: text(0),
                people: text(1),
                subject: text(2),
                needs: text(3),
                objections: text(4),
                competitors: text(5),
                note: text(6),
                next_step: next.map(|(who, what, day)| VisitNext {
                    who: who.map(id),
                    what,
                    on: date(2026, 12, day),
                }),
                probability,
                ..VisitReport::blank(id(5), id(1), date(2026, 11, day))
            }
        },
    )
}

fn plain(report: &VisitReport, field: VisitField) -> String {
    report.text(field).replace("\r\n", "\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_either_side_typed_is_lost(base in report(), mine in report(), theirs in report()) {
        let merged = merge(&base, &mine, &theirs);
        for field in VisitField::ALL {
            let [was, me, them, kept] = [&base, &mine, &theirs, &merged.report].map(|it| plain(it, field));
            let conflict = merged.conflicts.iter().find(|conflict| conflict.field == field);
            let told = conflict.map(|conflict| [&conflict.mine, &conflict.theirs].map(|it| it.replace("\r\n", "\n")));
            let i_did = me != was;
            let they_did = them != was;
            if i_did && kept != me {
                prop_assert_eq!(&told, &Some([me.clone(), them.clone()]), "mine is nowhere: {:?}", field);
            }
            if they_did {
                prop_assert!(kept == them, "theirs is nowhere: {:?}", field);
            }
            // Nothing is there that nobody wrote, and no conflict where there is nothing to decide.
            prop_assert!([&was, &me, &them].contains(&&kept));
            prop_assert!(conflict.is_none() || me != them);
            if !i_did && !field.is_of_next_step() {
                prop_assert!(conflict.is_none() && kept == them);
            }
        }
        let steps = [&mine.next_step, &theirs.next_step];
        prop_assert!(steps.contains(&&merged.report.next_step));
    }

    #[test]
    fn merging_is_settled_by_one_side_alone(base in report(), other in report()) {
        prop_assert_eq!(merge(&base, &base, &other).report, other.clone());
        let mine_alone = merge(&base, &other, &base);
        prop_assert_eq!(mine_alone.conflicts, []);
        let same = merge(&base, &other, &other);
        prop_assert_eq!((same.report, same.conflicts.len()), (other.clone(), 0));
        for field in VisitField::ALL {
            prop_assert_eq!(plain(&mine_alone.report, field), plain(&other, field));
        }
    }

    #[test]
    fn every_field_is_read_back_from_its_text(from in report(), to in report()) {
        let mut copy = from;
        for field in VisitField::ALL {
            copy.set(field, &to.text(field)).unwrap();
        }
        prop_assert_eq!(copy, to);
    }
}
