//! Help and usage errors in the language of whoever asks: the declaration in `args` is English, and French
//! is put over it before it is read.

mod errors;
mod french;

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use filon_app::Language;

use crate::args::Args;
use crate::context::locale;
use crate::{err, out};

/// The exit status of a wrong use.
const WRONG_USE: u8 = 2;

/// Reads the command line. Where it asks for help or cannot be understood, that is answered, and the exit
/// status is what remains.
pub fn parse() -> Result<Args, ExitCode> {
    let language = language(std::env::args().skip(1));
    let command = match language {
        Language::Fr => french::over(Args::command()),
        Language::En => Args::command(),
    };
    let read = command.try_get_matches().and_then(|matches| Args::from_arg_matches(&matches));
    read.map_err(|error| tell(&error, language))
}

/// The language asked for on the command line, which is not read yet, else that of the locale.
fn language(mut arguments: impl Iterator<Item = String>) -> Language {
    while let Some(argument) = arguments.next() {
        let value = match argument.split_once('=') {
            Some(("--lang", value)) => Some(value.to_owned()),
            None if argument == "--lang" => arguments.next(),
            _ => None,
        };
        if let Some(language) = value.as_deref().and_then(Language::from_code) {
            return language;
        }
    }
    locale()
}

fn tell(error: &clap::Error, language: Language) -> ExitCode {
    match (error.kind(), language) {
        (ErrorKind::DisplayHelp | ErrorKind::DisplayVersion, _) => {
            out!("{}", error.render().to_string().trim_end());
            return ExitCode::SUCCESS;
        }
        (ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand, _) | (_, Language::En) => {
            err!("{}", error.render().to_string().trim_end());
        }
        (_, Language::Fr) => err!("filon : {}", errors::french(error)),
    }
    ExitCode::from(WRONG_USE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Language {
        language(line.split(' ').map(str::to_owned))
    }

    #[test]
    fn the_language_asked_for_counts_wherever_it_stands() {
        assert_eq!(of("contacts --lang en"), Language::En);
        assert_eq!(of("--lang=en contacts"), Language::En);
        assert_eq!(of("--lang fr contacts --count"), Language::Fr);
    }
}
