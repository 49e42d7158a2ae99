//! The house's own tools: `cargo xtask` lists them, `cargo verify` is the one that matters.

mod postgres;
mod shell;
mod tidy;
mod verify;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask verify [--only STEP,STEP…]   run every check, or a part: needs fmt tidy clippy build doc test
cargo xtask tidy                         run only the rules of the house (also a test)
cargo xtask postgres                     keep a throw-away PostgreSQL until Ctrl-C";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Result<()> {
    match args {
        ["verify"] => verify::run(&verify::Step::ALL),
        ["verify", "--only", steps] => verify::run(&verify::Step::parse_list(steps)?),
        ["tidy"] => tidy::run(),
        ["postgres"] => postgres::keep(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("unknown arguments: {}\n\n{HELP}", args.join(" ")),
    }
}
