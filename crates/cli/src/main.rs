//! `filon`: from a contact file to signed orders, and whether it paid.

mod args;
mod commands;
mod context;
mod print;
mod usage;
mod words;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args = match usage::parse() {
        Ok(args) => args,
        Err(code) => return code,
    };
    let context = context::Context::new(&args);
    match commands::run(&context, args.command) {
        Ok(code) => code,
        Err(failure) => context.report(&failure),
    }
}
