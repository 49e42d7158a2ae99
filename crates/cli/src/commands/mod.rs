//! One file per command or small family.

mod admin;
mod campaign;
mod contacts;
mod import;
mod letters;
mod serve;
mod stats;

use std::process::ExitCode;

use crate::args::Command;
use crate::context::Context;

/// Runs a command; the exit code is 0 unless a check found a difference.
pub fn run(context: &Context, command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Demo { listen, no_serve } => serve::demo(context, listen, no_serve)?,
        Command::Serve { listen } => serve::serve(context, listen)?,
        Command::Import(args) => import::import(context, &args)?,
        Command::Imports { command } => import::imports(context, command.as_ref())?,
        Command::Contacts(args) => contacts::contacts(context, &args)?,
        Command::Segment { command } => contacts::segment(context, command)?,
        Command::Merge(args) => letters::merge(context, args)?,
        Command::Campaign { command } => campaign::run(context, command)?,
        Command::Record { file, campaign } => import::record(context, &file, campaign)?,
        Command::Stats(args) => stats::stats(context, args)?,
        Command::Forecast(args) => stats::forecast(context, &args)?,
        Command::Check => return admin::check(context),
        Command::Backup { file } => admin::backup(context, &file)?,
        Command::Restore { file } => admin::restore(context, &file)?,
        Command::Copy { to } => admin::copy(context, &to)?,
        Command::User { command } => admin::user(context, command)?,
        Command::Token { command } => admin::token(context, command)?,
    }
    Ok(ExitCode::SUCCESS)
}
