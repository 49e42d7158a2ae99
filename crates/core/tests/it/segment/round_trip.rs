//! A tree printed and read again is the same tree.

use filon_core::segment::{Query, Wording, parse, to_text, to_text_in};
use proptest::prelude::*;

use super::{TODAY, read};

fn assert_round_trip(query: &Query) {
    for wording in [Wording::French, Wording::English] {
        let line = to_text_in(query, wording);
        assert_eq!(parse(&line, TODAY).as_ref(), Ok(query), "{line}");
    }
}

#[test]
fn lines_print_as_people_would_type_them() {
    for (line, printed) in [
        ("", ""),
        ("VILLE:Bordeaux naf:4322A", "ville:bordeaux naf:43.22A"),
        ("a (b OR c) -d", "a (b OU c) -d"),
        ("a OU (b c)", "a OU b c"),
        ("SAUF (a OU b)", "-(a OU b)"),
        ("effectif:>9", "effectif:>=10"),
        ("ca:1,5k", "ca:1,5000"),
        ("montant:<=12.5", "montant:<=12.50"),
        ("dept:33, 40", "dept:33,40"),
        ("ville:\"Le Havre\"", "ville:\"le havre\""),
        ("tél:vide", "téléphone:vide"),
        ("contacté:<90j", "contacté:>=2026-08-18"),
        ("champ.Secteur-activité:*", "champ.secteur_activite:*"),
        ("\"ou\" \"a:b\"", "\"ou\" \"a:b\""),
        ("nom:\"a..b\"", "nom:\"a..b\""),
        ("stage:ancien", "étape:former_client"),
    ] {
        assert_eq!(to_text(&read(line)), printed, "{line}");
        assert_round_trip(&read(line));
    }
    assert_eq!(
        to_text_in(&read("ville:Lyon OU -étape:client"), Wording::English),
        "city:lyon OR -stage:client"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn whatever_was_read_is_printed_and_read_again(line in any_line()) {
        if let Ok(query) = parse(&line, TODAY) {
            assert_round_trip(&query);
        }
    }

    #[test]
    fn any_text_can_be_asked_for(text in any::<String>(), name in "[a-zé][a-zé .()-]{0,8}") {
        let quoted = format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
        for line in [
            format!("nom:{quoted}"),
            quoted.clone(),
            format!("étiquette:{quoted}*,*{quoted}"),
            format!("champ.\"{name}\":{quoted}"),
            format!("mail:{quoted} ville:{quoted}"),
        ] {
            if let Ok(query) = parse(&line, TODAY) {
                assert_round_trip(&query);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// Signs that mean something to the parser, in every place where a text can stand.
    #[test]
    fn signs_of_the_language_are_text_like_any_other(
        field in prop::sample::select(vec![
            "", "nom", "ville", "cp", "naf", "siret", "siren", "tel", "mail", "étiquette", "source", "liste",
            "action", "responsable", "dept", "région", "pays", "champ.x", "champ.\"a b\"",
        ]),
        text in SIGNS,
        more in SIGNS,
        form in 0..7usize,
    ) {
        let (open, escaped) = (text.clone(), text.replace('\\', "\\\\").replace('"', "\\\""));
        let value = match form {
            0 => open,
            1 => format!("\"{escaped}\""),
            2 => format!("*\"{escaped}\""),
            3 => format!("\"{escaped}\"*"),
            4 => format!("«{}»", text.replace('»', "")),
            5 => format!("{open},{more}"),
            _ => format!("{open} {more}"),
        };
        let line = if field.is_empty() { value } else { format!("{field}:{value}") };
        if let Ok(query) = parse(&line, TODAY) {
            assert_round_trip(&query);
        }
    }
}

const SIGNS: &str =
    "[ab0239jOUouetvid.\"\\\\*,:()<>=«»“”„ '’_/@&+%#|;éŒßİſªﬁ½²\u{a0}\u{200b}\u{301}–−-]{1,7}";

fn any_line() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        prop::sample::select(vec![
            "ville:Bordeaux",
            "ville:vide,Lyon,*",
            "naf:43*",
            "naf:43.22A",
            "effectif:>=10",
            "effectif:10..19,50",
            "effectif:..9",
            "ca:>1.5M",
            "ca:-12.07",
            "montant:0..1k",
            "contacté:<90j",
            "contacté:30j..90j",
            "créé:2026-03",
            "rdv:>=2026",
            "rdv:tenu",
            "devis:accepté,2026",
            "stage:suspect,client",
            "type:particulier",
            "dept:33,40",
            "dept:97*",
            "région:bretagne",
            "pays:BE",
            "liste:\"clients 2026.csv\"",
            "étiquette:vip",
            "canal:email,courrier",
            "event:rdv",
            "action:\"Rentrée 2026\"",
            "relance:<=+7j",
            "responsable:jean",
            "consent:phone",
            "opt-out:*",
            "mail:*@orange.fr",
            "tel:0556*",
            "tel:\"05 56 00 00 00\"",
            "siret:732*",
            "cp:33",
            "champ.secteur:BTP",
            "source:salon",
            "entrant:1a",
            "commande:vide",
            "*",
            "dupont",
            "\"jean dupont\"",
            "nom:\"vide\"",
            "nom:*a\"*\"",
        ])
        .prop_map(str::to_owned),
        "[a-z&@.é]{1,5}",
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| format!("({})", parts.join(" "))),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| format!("({})", parts.join(" OU "))),
            inner.prop_map(|part| format!("-{part}")),
        ]
    })
}
