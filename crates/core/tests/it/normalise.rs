//! What people type never makes a reader panic, and what was read once reads the same again.

use filon_core::account::mapping::{Target, propose_mapping, recognise};
use filon_core::account::normalise::*;
use filon_core::journal::{nearest_event, recognise_channel, recognise_event};
use filon_core::text::{fold, nearest};
use proptest::prelude::*;

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9 .+()/-]{0,20}",
        "[0-9eE+,. k€M]{0,14}",
        "[a-zA-Zé.]{0,6}@?[a-z.;, ]{0,12}",
        "(M\\.|Mme|Dr)? ?[A-ZÉa-zé' -]{0,20},? ?[A-Z]{0,8}",
        "[0-9]{1,4}[/. -][0-9a-zéû]{1,8}[/. -][0-9]{1,4}",
        "[\u{4e2d}é0-9T:]{0,9}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn readers_of_cells_hold(text in typed()) {
        let folded = fold(&text);
        prop_assert_eq!(&fold(&folded), &folded);
        if let Ok(read) = phone(&text) {
            prop_assert_eq!(phone(&read.e164).map(|again| again.e164), Ok(read.e164.clone()));
            prop_assert_eq!(phone(&display_phone(&read.e164)).map(|again| again.e164), Ok(read.e164));
        }
        if let Ok(read) = email(&text) {
            prop_assert_eq!(email(&read), Ok(read));
        }
        if let Ok(read) = siret(&text) {
            prop_assert!(siret_is_valid(&read.digits));
        }
        if let Ok(read) = siren(&text) {
            prop_assert!(siren_is_valid(&read.digits));
        }
        if let Ok(read) = postcode(&text, "FR") {
            prop_assert_eq!(read.code.len(), 5);
            prop_assert_eq!(postcode(&read.code, "FR").map(|again| again.code), Ok(read.code));
        }
        if let Some(read) = naf(&text) {
            prop_assert_eq!(naf(&read), Some(read));
        }
        if let Some(read) = civility(&text) {
            prop_assert_eq!(civility(read), Some(read));
        }
        if let Some(day) = parse_date(&text) {
            prop_assert_eq!(parse_date(&day.to_string()), Some(day));
        }
        let name = full_name(&text);
        prop_assert!(name.first_name.len() + name.last_name.len() <= text.len());
        let _ = (vat_number(&text), postcode(&text, "GB"), employees_min(&text), parse_revenue(&text));
        let _ = (country(&text), kind(&text), consent_cell(&text), sirene_band(&text), is_generic_mailbox(&text));
        let _ = (address_lines([text.as_str()]), postcode_city(&text), split_address(&text));
        let _ = (recognise_event(&text), recognise_channel(&text), nearest_event(&text), nearest(&text, ["ville"]));
        let _ = (recognise(&text), Target::from_code(&text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mapping_names_each_target_once_and_loses_no_column(
        headers in prop::collection::vec(
            prop_oneof![
                prop::sample::select(vec![
                    "Nom", "Prénom", "Société", "Tél", "Tél 2", "Portable", "Mail", "E-mail 2", "Adresse", "Adresse 2", "CP",
                    "Ville", "Contact", "Couleur", "", "Name", "Title",
                ]).prop_map(str::to_owned),
                any::<String>(),
            ],
            0..12,
        )
    ) {
        let mapping = propose_mapping(&headers);
        prop_assert_eq!(mapping.len(), headers.len());
        let mut codes: Vec<String> = mapping.iter().map(|target| fold(&target.code())).collect();
        codes.sort();
        codes.dedup();
        prop_assert_eq!(codes.len(), headers.len());
    }
}
