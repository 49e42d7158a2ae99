//! A usage error said in French: what was not understood, and what to type instead.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The sentence of an error, and where help is found.
pub fn french(error: &clap::Error) -> String {
    let said = |kind| said(error, kind);
    let (argument, value) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => {
            let near = said(ContextKind::SuggestedArg);
            format!("option inconnue : {argument}.{}", instead(&near))
        }
        ErrorKind::InvalidSubcommand => {
            let near = said(ContextKind::SuggestedSubcommand);
            format!("commande inconnue : {}.{}", said(ContextKind::InvalidSubcommand), instead(&near))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} demande une valeur."),
        ErrorKind::InvalidValue => {
            let known = said(ContextKind::ValidValue);
            format!("« {value} » ne convient pas à {argument}. Valeurs possibles : {known}.")
        }
        ErrorKind::ValueValidation => {
            let why = error.source().map(|source| format!(" ({source})")).unwrap_or_default();
            format!("« {value} » ne convient pas à {argument}{why}.")
        }
        ErrorKind::MissingRequiredArgument => format!("il manque {argument}."),
        ErrorKind::MissingSubcommand => "il manque une commande.".to_owned(),
        ErrorKind::ArgumentConflict => match said(ContextKind::PriorArg) {
            prior if prior == argument || prior.is_empty() => format!("{argument} ne se donne qu’une fois."),
            prior => format!("{argument} ne va pas avec {prior}."),
        },
        _ => error.render().to_string().trim().to_owned(),
    };
    format!("{sentence} Aide : filon --help")
}

fn said(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

fn instead(near: &str) -> String {
    if near.is_empty() { String::new() } else { format!(" Vouliez-vous dire {near} ?") }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::args::Args;

    fn told(line: &str) -> String {
        french(&Args::try_parse_from(line.split(' ')).unwrap_err())
    }

    #[test]
    fn what_was_not_understood_is_named_with_what_to_type_instead() {
        for (line, words) in [
            ("filon contcts", &["commande inconnue : contcts", "contacts"][..]),
            ("filon stats --campagne x", &["option inconnue : --campagne", "--campaign"]),
            ("filon contacts --format doc", &["« doc »", "csv, xlsx, ods, vcf"]),
            ("filon forecast --channel pigeon --audience 3 --cost 1 --margin 1", &["« pigeon »", "letter"]),
            ("filon campaign launch", &["il manque <NAME>"]),
            ("filon merge a.docx --query x --segment y --out b.docx", &["ne va pas avec"]),
            ("filon stats --from hier", &["« hier »", "--from"]),
            ("filon import a.csv --source", &["--source", "demande une valeur"]),
        ] {
            let said = told(line);
            assert!(words.iter().all(|word| said.contains(word)), "{line}: {said}");
            assert!(said.ends_with("Aide : filon --help"), "{said}");
        }
    }
}
