//! The help of every command in French.

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};

use crate::words::HELP;

const TEMPLATE: &str = "{about}\n\nUtilisation : {usage}\n\n{all-args}";

/// Puts French over a command and those below it.
pub fn over(command: Command) -> Command {
    let ids: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    let names: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    let about = command.get_about().map(in_french).unwrap_or_default();
    let mut french = command.about(about).help_template(TEMPLATE).subcommand_help_heading("Commandes");
    french = french.disable_help_flag(true).disable_help_subcommand(true).disable_version_flag(true);
    for id in &ids {
        french = french.mut_arg(id, argument);
    }
    for name in &names {
        french = french.mut_subcommand(name, over);
    }
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    french.arg(help.help("Montre cette aide")).arg(version.help("Montre la version"))
}

/// An argument with its values and default named in French.
fn argument(arg: Arg) -> Arg {
    let mut help = arg.get_help().map(in_french).unwrap_or_default();
    if !arg.get_action().takes_values() {
        return arg.help(help);
    }
    let values: Vec<String> =
        arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let defaults: Vec<String> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let mut add = |what: &str, list: &[String]| {
        if !list.is_empty() {
            help = format!("{help} [{what} : {}]", list.join(", ")).trim_start().to_owned();
        }
    };
    add("valeurs", &values);
    add("sinon", &defaults);
    arg.help(help).hide_possible_values(true).hide_default_value(true)
}

fn in_french(english: &StyledStr) -> String {
    let english = english.to_string();
    let found = HELP.iter().find(|(text, _)| *text == english);
    found.map_or(english, |(_, french)| (*french).to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::args::Args;

    fn every_help(command: &Command, all: &mut Vec<String>) {
        all.extend(command.get_about().map(ToString::to_string));
        all.extend(command.get_arguments().filter_map(Arg::get_help).map(ToString::to_string));
        command.get_subcommands().for_each(|below| every_help(below, all));
    }

    #[test]
    fn every_help_has_its_french_and_no_french_is_left_over() {
        let mut all = Vec::new();
        every_help(&Args::command(), &mut all);
        for english in &all {
            assert!(HELP.iter().any(|(text, _)| text == english), "no French for: {english}");
        }
        for (english, _) in HELP {
            assert!(all.iter().any(|text| text == english), "nothing says any more: {english}");
        }
        let shown = over(Args::command()).render_help().to_string();
        assert!(shown.contains("Utilisation : filon") && !shown.contains("Print"), "{shown}");
    }
}
